// Tells how wide a terminal is.
#pragma once

#include <cstddef>

namespace ofsearch {

// Returns the columns of the terminal at file descriptor `fd`; 0 if it is none or does not say.
size_t terminal_width(int fd);

}  // namespace ofsearch
