// The memory of a program that lives for one search.
#pragma once

namespace ofsearch {

// Lets what is allocated from now on lie in one large page, where the system has them for who asks
// (madvise(2), MADV_HUGEPAGE): it is then handed out at once. Small pages are at their first use,
// some 250 in a search, each of which takes up to 13 us on a virtual machine. To be called first,
// by the only thread. Where there are none, or malloc is another, nothing changes.
void use_large_page();

}  // namespace ofsearch
