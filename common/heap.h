// The memory of a program that does much in little time.
#pragma once

#include <cstddef>

namespace ofsearch {

inline constexpr std::size_t kMostLargePages = 14;

// Lets what this thread allocates from now on, and what processes that it makes do, lie in so many
// large pages of 2 MB, 1 to kMostLargePages, where the system has them for who asks (madvise(2),
// MADV_HUGEPAGE): each is then handed out at once. Small pages are at their first use, each of
// which takes up to 13 us on a virtual machine. To be called first, by the only thread; for glibc's
// malloc. Where the system has no large pages, small ones are used as ever; the room of the pages
// is not given back until the end either way.
void use_large_pages(std::size_t count);

}  // namespace ofsearch
