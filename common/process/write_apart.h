// Has a child process make something, for libraries that crash, or never come back, if memory is
// missing.
#pragma once

#include "common/system/result.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace ofsearch {

// Runs `write` in a child process and returns the bytes that it wrote to `fd`. It may be called
// while other threads run; the child has this thread alone. Error: kInternal, with `what` ("the
// filter") as its subject, if the child cannot be started, ends by a signal, is not done after
// `most`, or if `write` returns false or throws.
Result<std::string> write_apart(std::string_view what, std::chrono::seconds most,
                                const std::function<bool(int fd)>& write);

}  // namespace ofsearch
