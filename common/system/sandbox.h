// What this process may still ask of the kernel. A process that reads what others wrote gives away
// beforehand whatever it does not need: the rules are a table of groups of calls, which libseccomp
// makes into a filter.
#pragma once

#include "common/system/result.h"

#include <vector>

namespace ofsearch {

// Groups of calls; what each allows stands in sandbox.cc, a row a call.
enum class Calls {
  kCompute,          // private memory, clocks, signals to itself, its end: no process does without
  kOpenDescriptors,  // reading, writing and closing the descriptors that it has
  kMessages,         // sending and receiving over the sockets that it has
  kWaiting,          // for descriptors
  kThreads,          // starting threads of its own, never a process
  kTimers,           // that tell the process itself when its time is over
  kReadFiles,        // opening files to read and listing folders; never to write, make or remove
  kAccept,           // connections to sockets that listen already; never connecting by itself
};

// Confines this process, all its threads and whatever it starts, for good, to kCompute and
// `groups`. Every other call fails with EPERM, which libraries take as "not there" and go on.
// In no group: shared memory, memory to run code in, signals to others, new processes, programs,
// and new privileges. An error if the rules do not go in: the caller then must not read what it
// does not trust.
Result<void> enter_sandbox(const std::vector<Calls>& groups);

}  // namespace ofsearch
