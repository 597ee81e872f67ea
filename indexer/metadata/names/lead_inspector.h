// Who led the inspection.
#pragma once

#include "indexer/metadata/view/view.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// The name without titles: "Jo Brown", from "Lead inspector: Jo Brown, His Majesty's Inspector" or
// "Jo Brown, Ofsted HMI Lead inspector". Who signs a visit's letter is not thereby said to have
// led.
std::optional<Reading> find_lead_inspector(const View& view);

// `text` without titles, offices and punctuation around a name; empty if no name is left.
std::string clean_name(std::string_view text);

}  // namespace ofsearch
