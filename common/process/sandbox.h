// Installs a seccomp filter for the process. A process that parses untrusted data gives up
// beforehand the system calls that it does not need. The rules are a table of groups of calls, from
// which libseccomp makes the filter.
#pragma once

#include "common/system/result.h"

#include <vector>

namespace ofsearch {

// Groups of calls; the table in sandbox.cc lists the calls of each group.
enum class Calls {
  kCompute,          // private memory, clocks, signals to itself, exit: always allowed
  kOpenDescriptors,  // reading, writing and closing the descriptors that it has
  kMessages,         // sending and receiving over the sockets that it has
  kWaiting,          // for descriptors
  kThreads,          // starting threads, not processes
  kTimers,           // that signal the process itself
  kReadFiles,        // opening files for reading and listing folders; not writing or removing
  kAccept,           // accepting connections on sockets that listen already; not connecting
};

// Confines this process, all its threads and children, for good, to kCompute and `groups`.
// Every other call fails with EPERM, after which libraries usually continue. No group allows
// shared memory, executable memory, signals to others, new processes, programs, or new
// privileges. Error: the filter could not be installed; the caller must then not read untrusted
// data.
Result<void> enter_sandbox(const std::vector<Calls>& groups);

}  // namespace ofsearch
