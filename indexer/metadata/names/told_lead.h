// Who led a visit, where its letter says so in a sentence or below its signature.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// "Inspectors for this visit were lead inspector Jo Brown and ...", "Jo Brown (Lead Inspector)".
// Who signs a letter, or is named first in it, is not thereby said to have led. Of two, none.
std::optional<Reading> find_told_lead(const View& view);

}  // namespace ofsearch
