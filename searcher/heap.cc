#include "searcher/heap.h"

#include <malloc.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace ofsearch {
namespace {

constexpr uintptr_t kLargePage = 2 << 20;

}  // namespace

void use_large_page() {
  constexpr size_t kRoom = 2 * kLargePage;  // has a whole large page, wherever it begins
  // Also large blocks lie in the heap, and nothing of it is given back.
  ::mallopt(M_MMAP_THRESHOLD, 2 * kRoom);
  ::mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  ::mallopt(M_TOP_PAD, kLargePage);
  void* room = std::malloc(kRoom);
  if (room == nullptr) return;
  auto begin = reinterpret_cast<uintptr_t>(room);
  std::free(room);
  const uintptr_t large = (begin / kLargePage + 1) * kLargePage;
  ::madvise(reinterpret_cast<void*>(large), kLargePage, MADV_HUGEPAGE);
  // What is before it stays unused.
  [[maybe_unused]] static void* volatile before;  // or the compiler would leave it out
  before = std::malloc(large - begin);
}

}  // namespace ofsearch
