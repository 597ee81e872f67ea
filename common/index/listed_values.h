// Several values of a filter in one text.
#pragma once

#include "common/index/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// The values that `typed` lists with commas between them; the name of an authority may have some
// itself, as "Bristol, City of" has.
std::vector<std::string> listed_values(const Field& field, std::string_view typed);

}  // namespace ofsearch
