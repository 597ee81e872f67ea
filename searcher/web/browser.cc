#include "searcher/web/browser.h"

#include <spawn.h>
#include <unistd.h>

#include <string>

extern char** environ;

namespace ofsearch::web {

void open_browser(const std::string& address) {
  std::string program = "xdg-open", argument = address;
  char* argv[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, argv, environ);
}

}  // namespace ofsearch::web
