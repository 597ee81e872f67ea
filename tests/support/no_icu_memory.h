// ICU without memory, while ours is there: in a process of its own (in_child.h).
#pragma once

#include <unicode/uclean.h>

#include <cstdlib>

namespace ofsearch::test {

inline void set_memory_of_icu(UMemAllocFn* allocate, UMemReallocFn* change) {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(
      nullptr, allocate, change, [](const void*, void* memory) { std::free(memory); }, &status);
}

// Each allocation of ICU fails from now on.
inline void take_memory_from_icu() {
  set_memory_of_icu([](const void*, size_t) -> void* { return nullptr; },
                    [](const void*, void*, size_t) -> void* { return nullptr; });
}

inline void give_memory_to_icu() {
  set_memory_of_icu(
      [](const void*, size_t size) { return std::malloc(size); },
      [](const void*, void* memory, size_t size) { return std::realloc(memory, size); });
}

}  // namespace ofsearch::test
