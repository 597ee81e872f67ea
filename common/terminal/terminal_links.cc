#include "common/terminal/terminal_links.h"

#include "common/system/environment.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace ofsearch {
namespace {

// The beginnings of TERM. xterm itself shows no links, and leaves out what belongs to them.
constexpr std::array<std::string_view, 8> kTerms = {"xterm",   "alacritty", "foot", "kitty",
                                                    "wezterm", "konsole",   "vte",  "ghostty"};
constexpr std::array<const char*, 4> kVariables = {"VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION",
                                                   "KITTY_WINDOW_ID"};

}  // namespace

bool wants_links(int fd) {
  if (::isatty(fd) != 1) return false;
  const char* term = std::getenv("TERM");
  if (term == nullptr || std::string_view(term) == "dumb") return false;
  for (std::string_view begin : kTerms)
    if (std::string_view(term).starts_with(begin)) return true;
  for (const char* name : kVariables)
    if (is_set(name)) return true;
  return false;
}

}  // namespace ofsearch
