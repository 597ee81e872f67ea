// Finds the outcome of an area SEND inspection (2023 and later).
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns "typically-positive", "inconsistent" or "widespread-failings"; nothing for inspections
// before 2023, which gave none. It is "unknown" if the document states two.
std::optional<Reading> find_send_outcome(const View& view);

}  // namespace ofsearch
