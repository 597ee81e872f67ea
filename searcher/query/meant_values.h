// "Did you mean", for the values of filters.
#pragma once

#include "common/index/fields.h"

#include <string>
#include <vector>

namespace ofsearch {

// The values that `typed`, which is none of `field`, may mean, best first; a few or none. `shown`:
// those that the reports of the index have, as they write them; names are looked for among these.
std::vector<std::string> meant_values(const Field& field, const std::string& typed,
                                      const std::vector<std::string>& shown);

}  // namespace ofsearch
