#include "common/heap.h"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>

namespace ofsearch {
namespace {

constexpr uintptr_t kLargePage = 2 << 20;
constexpr int kLargestBlock = 32 << 20;  // that malloc can be made to put into the heap
static_assert((kMostLargePages + 1) * kLargePage < kLargestBlock);

}  // namespace

void use_large_pages(size_t count) {
  const size_t room = (count + 1) * kLargePage;  // has the pages, wherever it begins
  // Also large blocks lie in the heap, and what the pages have room for is not given back.
  ::mallopt(M_MMAP_THRESHOLD, kLargestBlock);
  ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * room));
  ::mallopt(M_TOP_PAD, kLargePage);
  void* all = std::malloc(room);
  if (all == nullptr) return;
  auto begin = reinterpret_cast<uintptr_t>(all);
  std::free(all);
  const uintptr_t large = (begin / kLargePage + 1) * kLargePage;
  ::madvise(reinterpret_cast<void*>(large), count * kLargePage, MADV_HUGEPAGE);
  // What is before them stays unused.
  [[maybe_unused]] static void* volatile before;  // or the compiler would leave it out
  before = std::malloc(large - begin);
}

}  // namespace ofsearch
