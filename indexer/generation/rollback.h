// Going back to an earlier generation.
#pragma once

#include "common/system/result.h"

#include <filesystem>

namespace ofsearch {

// Makes the newest generation before the one in use the index, if it is whole; returns its number.
// Errors: kLocked, kNotFound (no index, or no earlier generation), kIndexDamaged.
Result<int> roll_back_index(const std::filesystem::path& index);

}  // namespace ofsearch
