#include "common/terminal/terminal_width.h"

#include <sys/ioctl.h>

namespace ofsearch {

size_t terminal_width(int fd) {
  winsize size{};
  return ::ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace ofsearch
