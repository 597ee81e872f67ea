// Names the version of what passages are marked with when an index is written.
#pragma once

#include <string>

namespace ofsearch {

// Returns the checksums of the tables that decide the marks: phrases of the field with everyday
// sayings, topics and the topic model. An index that was written with other tables is written anew,
// from what was read before.
std::string marks_version();

}  // namespace ofsearch
