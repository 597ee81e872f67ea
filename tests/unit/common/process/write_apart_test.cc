#include "common/process/write_apart.h"

#include "tests/support/catch.h"

#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string>

namespace ofsearch {
namespace {

using std::chrono::seconds;

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("What a child writes comes back whole, more than a pipe holds as well") {
  const std::string long_text(300'000, 'x');
  auto written = write_apart("a text", seconds(20), [&](int fd) {
    return ::write(fd, long_text.data(), long_text.size()) ==
           static_cast<ssize_t>(long_text.size());
  });
  REQUIRE(written);
  CHECK(*written == long_text);
}

TEST_CASE(
    "A child that fails, throws, crashes or never comes back is an error that names its work") {
  const struct {
    bool (*write)(int fd);
    const char* why;
  } kCases[] = {
      {[](int) { return false; }, "has failed"},
      {[](int) -> bool { throw std::runtime_error("in vain"); }, "has failed"},
      {[](int) { return std::raise(SIGKILL) == 0; }, "Killed"},
      {[](int) {
         while (true) ::pause();
         return true;
       },
       "Alarm clock"},
  };
  for (const auto& [write, why] : kCases) {
    auto written = write_apart("the filter", seconds(1), write);
    REQUIRE_FALSE(written);
    INFO(written.error().message);
    CHECK(contains(written.error().message, "the filter cannot be made"));
    CHECK(contains(written.error().message, why));
  }
}

}  // namespace
}  // namespace ofsearch
