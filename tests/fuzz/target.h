// What every fuzz target includes: one function that is given bytes, and the promises it holds the
// code to. A broken promise ends the program, which the fuzzer reports with the bytes that did it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

// Defined by each target, called by libFuzzer's main().
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace ofsearch::fuzz {

inline std::string_view as_text(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// `what` says what does not hold.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

}  // namespace ofsearch::fuzz
