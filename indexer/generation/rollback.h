// Goes back to an earlier generation: `ofindex --rollback`.
#pragma once

#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

// Publishes the newest generation before the one in use, if it is not damaged; returns its number.
// Errors: kLocked, kNotFound (no index, or no earlier generation), kIndexDamaged.
Result<int> roll_back_index(const std::filesystem::path& index);

}  // namespace ofsearch
