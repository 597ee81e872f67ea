// Makes one object for each thread.
#pragma once

#include <pthread.h>

#include <memory>
#include <new>

namespace ofsearch {

// Returns the object of this thread that `make`, a function without captures, makes at the first
// call; it is deleted when the thread ends. Throws what `make` throws, and std::bad_alloc. (glibc
// ends the program if there is no memory for the destructor of a thread_local object.)
template <class Make>
auto& of_thread(Make make) {
  using Object = typename decltype(make())::element_type;
  static const pthread_key_t kKey = [] {
    pthread_key_t key;
    if (::pthread_key_create(&key, [](void* object) { delete static_cast<Object*>(object); }) != 0)
      throw std::bad_alloc();
    return key;
  }();
  if (void* known = ::pthread_getspecific(kKey)) return *static_cast<Object*>(known);
  std::unique_ptr<Object> made = make();
  if (::pthread_setspecific(kKey, made.get()) != 0) throw std::bad_alloc();
  return *made.release();
}

}  // namespace ofsearch
