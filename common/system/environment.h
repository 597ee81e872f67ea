// Reads environment variables.
#pragma once

#include <cstdlib>

namespace ofsearch {

// Tells whether the environment variable has a value that is not empty.
inline bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace ofsearch
