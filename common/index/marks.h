// What passages are marked with when an index is written.
#pragma once

#include <string>

namespace ofsearch {

// Of the tables that decide it: phrases of the field, everyday sayings, topics. An index that was
// written with others is written anew, from what was read before.
std::string marks_version();

}  // namespace ofsearch
