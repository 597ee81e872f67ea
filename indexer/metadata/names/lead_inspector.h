// Tells who led the inspection.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>

namespace ofsearch {

// Returns the name without titles: "Jo Brown", from "Lead inspector: Jo Brown, His Majesty's
// Inspector", "Jo Brown, Ofsted HMI Lead inspector" or what a letter tells (told_lead.h).
std::optional<Reading> find_lead_inspector(const View& view);

}  // namespace ofsearch
