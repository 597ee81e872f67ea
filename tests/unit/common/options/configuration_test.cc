#include "common/options/configuration.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <string>

using namespace ofsearch;
using ofsearch::test::TempFolder;

namespace {

namespace po = boost::program_options;

// "option=value" each with a line end, or the error with its hint, the folder left out.
std::string read(const std::string& text) {
  po::options_description known;
  known.add_options()("limit", po::value<std::string>())("literal", "");
  TempFolder folder;
  const std::filesystem::path path = folder.path() / "config";
  std::ofstream(path) << text;
  auto options = read_configuration(known, path);
  if (!options) {
    const std::string message = options.error().message;
    return message.substr(message.find("config:")) + "; " + options.error().hint;
  }
  std::string out;
  for (const po::option& option : *options)
    out += option.string_key + "=" + (option.value.empty() ? "" : option.value[0]) + "\n";
  return out;
}

}  // namespace

TEST_CASE("a line is an option with its value, and a comment is none") {
  CHECK(read("# mine\n\n limit = 20 # many\nlimit=5") == "limit=20\nlimit=5\n");
  CHECK(read("").empty());
}

TEST_CASE("a mistake is told with its line and what was meant") {
  CHECK(read("\nlimt = 5\n") == "config:2: there is no option \"limt\"; did you mean limit?");
  CHECK(read("limit\n") ==
        "config:1: \"limit\" is no option = value; a line is: option = value, as in: limit = 20");
}

TEST_CASE("an option without a value is yes or no") {
  CHECK(read("literal = yes\n").starts_with("literal="));
  CHECK(read("literal = No\n").empty());
  CHECK(read("literal = 0\n").empty());
  CHECK(read("literal = maybe\n") == "config:1: literal is yes or no, not \"maybe\"; ");
  CHECK(read("= 3\n").starts_with("config:1: \"= 3\" is no option = value"));
}

TEST_CASE("what is no file is an error, not a file without options") {
  po::options_description known;
  TempFolder folder;
  REQUIRE_FALSE(read_configuration(known, folder.path()));
  CHECK(read_configuration(known, folder.path() / "none"));
}

TEST_CASE("the place of an option is its last line, and the file where it is not there") {
  TempFolder folder;
  const std::filesystem::path path = folder.path() / "config";
  std::ofstream(path) << "limit = a\n# limit = 1\nlimit = b\n";
  CHECK(configuration_place(path, "--limit does not take \"b\"") == path.string() + ":3");
  CHECK(configuration_place(path, "--sort does not take \"b\"") == path.string());
  CHECK(configuration_place(path, "nothing to search for") == path.string());
}
