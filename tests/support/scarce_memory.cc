#include "tests/support/scarce_memory.h"

#include <cstdlib>
#include <new>

namespace {

enum class State { kGiven, kToBeRefused, kRefused };
thread_local State state = State::kGiven;
thread_local size_t left = 0;

}  // namespace

namespace ofsearch::test {

void refuse_memory_after(size_t others) {
  left = others;
  state = State::kToBeRefused;
}

bool give_memory() {
  const bool refused = state == State::kRefused;
  state = State::kGiven;
  return refused;
}

}  // namespace ofsearch::test

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

void* operator new(std::size_t size) {
  if (state == State::kToBeRefused && left-- == 0) {
    state = State::kRefused;
    throw std::bad_alloc();
  }
  for (;;) {
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

#endif
