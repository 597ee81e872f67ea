#include "common/process/start_apart.h"

#include "common/files/file.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <chrono>
#include <filesystem>
#include <thread>

namespace ofsearch {
namespace {

TEST_CASE("A program of the desktop runs apart, with its arguments as they are") {
  test::TempFolder folder;
  const std::filesystem::path made = folder.path() / "made";
  REQUIRE(start_apart({"sh", "-c", "printf %s \"$1\" >\"$0.part\"; mv \"$0.part\" \"$0\"",
                       made.string(), "a b; c"}));
  for (int i = 0; i < 1000 && !std::filesystem::exists(made); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  auto text = read_file(made);
  REQUIRE(text);
  CHECK(*text == "a b; c");
}

TEST_CASE("A program that is not there is an error that names it") {
  auto started = start_apart({"no-such-program-of-any-desktop", "x"});
  REQUIRE_FALSE(started);
  CHECK(started.error().message.find("no-such-program-of-any-desktop") != std::string::npos);
}

}  // namespace
}  // namespace ofsearch
