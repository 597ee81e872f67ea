// Exit statuses of the programs, as the manual pages and docs/output.md list them.
#pragma once

namespace ofsearch {

enum ExitStatus : int {
  kExitOk = 0,       // ofsearch: something found; ofindex: every document read
  kExitPartial = 1,  // ofsearch: nothing found; ofindex: some documents could not be read
  kExitUsage = 2,    // bad usage or a bad query value
  kExitIndex = 3,    // index missing, damaged or of another version; ofindex: failed
  kExitLocked = 75,  // another ofindex holds the lock (EX_TEMPFAIL of sysexits.h)
};

}  // namespace ofsearch
