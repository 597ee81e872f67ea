#include "common/text/harmless.h"

#include "common/system/log.h"
#include "tests/support/catch.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/temp_folder.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

using namespace ofsearch;

namespace {

// What `body` writes to standard error.
template <typename Body>
std::string standard_error_of(const Body& body) {
  test::TempFolder folder;
  std::string file = folder.write("stderr", "").string();
  std::fflush(stderr);
  int saved = ::dup(STDERR_FILENO), into = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  ::dup2(into, STDERR_FILENO);
  body();
  std::fflush(stderr);
  ::dup2(saved, STDERR_FILENO);
  ::close(saved);
  ::close(into);
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("signs that command a terminal are spelt out") {
  CHECK(printable("a\n\033\u009B\xFFz\u2019") == "a\\x0A\\x1B\\x9B\\xFFz\u2019");
  CHECK(printable("\u202Ea\u2069\u2028") == "\\u202Ea\\u2069\\u2028");
  CHECK(printable("a\tb\nc", "\t") == "a\tb\\x0Ac");
  CHECK(printable("children\u2019s \u00A0\uFFFD \u200B") == "children\u2019s \u00A0\uFFFD \u200B");
  for (std::string_view text : test::kHostileTexts) {
    INFO(printable(text));
    CHECK(test::first_command(printable(text)) == 0);
    CHECK(printable(text).find_first_of("\n\r") == std::string::npos);
    CHECK(printable(printable(text)) == printable(text));
  }
}

TEST_CASE("JSON keeps what it says and shows nothing that commands a terminal") {
  for (std::string_view text : test::kHostileTexts) {
    nlohmann::json json = {{"text", std::string(text)}};
    std::string written = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    CHECK(test::first_command(harmless_json(written)) == 0);
    CHECK(nlohmann::json::parse(harmless_json(written)) == nlohmann::json::parse(written));
  }
}

TEST_CASE("a message commands no terminal and stays on its line") {
  for (std::string_view text : test::kHostileTexts) {
    std::string hostile(text);
    std::string shown = standard_error_of([&] {
      Log log("ofsearch");
      log.error({ErrorCode::kUsage, hostile, hostile});
      log.warning(hostile);
      log.note(hostile);
    });
    INFO(printable(shown));
    CHECK(test::first_command(shown) == 0);
    CHECK(std::count(shown.begin(), shown.end(), '\n') == 4);
    CHECK(shown.find('\r') == std::string::npos);
  }
}
