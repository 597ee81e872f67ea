// Finds the headline of an article or a page.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns its highest heading or first line, without what sites and minutes print around it. A text
// that begins with its first sentence has none.
std::optional<Reading> find_headline(const View& view);

}  // namespace ofsearch
