// Tells who led a visit, if its letter says so in a sentence or below its signature.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns the name in "Inspectors for this visit were lead inspector Jo Brown and ...", "Jo Brown
// (Lead Inspector)". Somebody who signs a letter, or is named first in it, is not thereby said to
// have led. If two are named, returns none.
std::optional<Reading> find_told_lead(const View& view);

}  // namespace ofsearch
