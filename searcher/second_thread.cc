#include "searcher/second_thread.h"

#include <pthread.h>
#include <sched.h>

namespace ofsearch {

void move_away(std::thread::native_handle_type thread) {
  cpu_set_t allowed;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  cpu_set_t others = allowed;
  CPU_CLR(::sched_getcpu(), &others);
  if (CPU_COUNT(&others) == 0) return;
  ::pthread_setaffinity_np(thread, sizeof others, &others);
  ::pthread_setaffinity_np(thread, sizeof allowed,
                           &allowed);  // from then on wherever there is room
}

}  // namespace ofsearch
