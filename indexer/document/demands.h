// Sentences that ask for something of their own.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `sentence` (UTF-8) says what somebody must do: "Leaders across the partnership
// should improve communication to:"; not one that goes on with another: "This should include ...".
bool is_demand(std::string_view sentence);

}  // namespace ofsearch
