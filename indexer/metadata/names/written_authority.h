// Names of authorities that the table does not know, as a title or a council's line writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// "Loamshire", from "Inspection of Loamshire local authority children's services" and the like.
std::optional<std::string> authority_in_title(std::string_view title);

// "Loamshire", from "Loamshire County Council", "London Borough of Loamshire" and the like standing
// alone or at the end of an address.
std::optional<std::string> authority_in_council_name(std::string_view line);

// "Loamshire", from a sentence with "London Borough of Loamshire" and the like in it.
std::optional<std::string> authority_in_sentence(std::string_view text);

}  // namespace ofsearch
