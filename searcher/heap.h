// The memory of a program that lives for one search.
#pragma once

namespace ofsearch {

// Lets what this thread allocates from now on lie in one large page of 2 MB, where the system has
// them for who asks (madvise(2), MADV_HUGEPAGE): it is then handed out at once. Small pages are at
// their first use, some 120 in a search, each of which takes up to 13 us on a virtual machine. To
// be called first, by the only thread; for glibc's malloc. Where the system has no large page,
// small ones are used as ever; the heap is not given back until the end either way.
void use_large_page();

}  // namespace ofsearch
