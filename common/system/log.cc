#include "common/system/log.h"

#include "common/text/harmless.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace ofsearch {
namespace {

// One write a message, so that messages of several processes do not mix.
void write_line(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void Log::error(const Error& error) const {
  write_line(fmt::format("{}: {}\n", program_, printable(error.message)));
  if (!error.hint.empty()) write_line(fmt::format("{}: {}\n", program_, printable(error.hint)));
}

void Log::warning(std::string_view message) const {
  write_line(fmt::format("{}: warning: {}\n", program_, printable(message)));
}

void Log::note(std::string_view message) const {
  if (!quiet_) write_line(fmt::format("{}: {}\n", program_, printable(message)));
}

bool forbids_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  return no_color != nullptr && *no_color != '\0';
}

bool wants_colour(int fd) {
  const char* term = std::getenv("TERM");
  if (forbids_colour()) return false;
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return ::isatty(fd) == 1;
}

}  // namespace ofsearch
