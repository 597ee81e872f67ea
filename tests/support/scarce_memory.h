// Memory that is missing once.
#pragma once

#include <cstddef>

namespace ofsearch::test {

// Whether requests can be refused here: the sanitizers have an operator new of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kCanRefuse = false;
#else
inline constexpr bool kCanRefuse = true;
#endif

// The request of this thread for memory (operator new) that comes after `others` further ones
// fails.
void refuse_memory_after(size_t others);

// No request fails any more. Returns whether one did.
bool give_memory();

}  // namespace ofsearch::test
