// Exit statuses of the programs, as in the manual pages and docs/output.md.
#pragma once

namespace ofsearch {

enum ExitStatus : int {
  kExitOk = 0,       // ofsearch: something found; ofindex, offetch: all documents read, or fetched
  kExitPartial = 1,  // ofsearch: nothing found; ofindex, offetch: all but some
  kExitUsage = 2,    // bad usage or a bad query value
  kExitIndex = 3,    // ofsearch, ofserve: no usable index, or anything else that failed, such as a
                     // search out of time; ofindex, offetch: the run failed
  kExitLocked = 75,  // another ofindex or offetch holds the lock (EX_TEMPFAIL of sysexits.h)
};

}  // namespace ofsearch
