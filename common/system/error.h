// Expected errors as values: a missing file, a bad query, a locked index. See result.h.
#pragma once

#include <string>

namespace ofsearch {

enum class ErrorCode {
  kUsage,         // the command line or a query value is wrong
  kNotFound,      // a file or an index does not exist
  kUnreadable,    // a file exists but cannot be read or holds nothing usable
  kUnwritable,    // a file, a folder or standard output cannot be written
  kIndexDamaged,  // the index exists but cannot be opened
  kIndexVersion,  // the index was written by another schema version
  kLocked,        // another process writes to the index
  kInterrupted,   // a signal asked the program to stop, or a search took too long
  kRefused,       // to continue would probably do damage; the hint says what can be done
  kInternal,      // everything else that a library reported
};

// The advice on an error: what to do about it. The hint says it in words of the command line. If
// pages and the API need other words, this says which.
enum class Advice {
  kHint,        // the hint serves all
  kListValues,  // of the field `about`
  kGiveQuery,   // or a filter
  kAskKeeper,   // only the administrator of the machine can do it
};

// `message` is one sentence that says what failed and on what, without a full stop at the end;
// `hint`, if not empty, says what to do about it.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  std::string hint;
  Advice advice = Advice::kHint;
  std::string about = {};  // name of a field as an option, for advice that needs one

  // Returns "message; hint" or just "message".
  std::string text() const { return hint.empty() ? message : message + "; " + hint; }
};

}  // namespace ofsearch
