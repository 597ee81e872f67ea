#include "common/options/cli.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

namespace po = boost::program_options;

CommandLine command_line() {
  CommandLine line;
  line.program = "ofprog";
  line.usage = "ofprog [options] WORD...";
  line.summary = "Does nothing.";
  OptionGroup group("Filter");
  group.add_options()("grade,g", po::value<std::string>(), "only this grade")(
      "quiet,q", po::bool_switch(), "say nothing")("year", po::value<std::string>(), "of a year");
  line.groups.push_back(group);
  line.positional = "word";
  line.examples = {"ofprog one\n    does nothing once"};
  return line;
}

Result<po::variables_map> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "ofprog");
  return parse_arguments(command_line(), static_cast<int>(arguments.size()), arguments.data());
}

std::string mistake(std::vector<const char*> arguments) {
  auto parsed = parse(std::move(arguments));
  if (parsed) return "none";
  CHECK(parsed.error().code == ErrorCode::kUsage);
  return parsed.error().text();
}

}  // namespace

TEST_CASE("options and words are taken wherever they stand", "[cli]") {
  auto parsed = parse({"one", "--grade", "good", "two", "-q", "--year=2018"});
  REQUIRE(parsed);
  CHECK((*parsed)["grade"].as<std::string>() == "good");
  CHECK((*parsed)["year"].as<std::string>() == "2018");
  CHECK((*parsed)["quiet"].as<bool>());
  CHECK((*parsed)["word"].as<std::vector<std::string>>() == std::vector<std::string>{"one", "two"});
}

TEST_CASE("words behind two dashes are no options", "[cli]") {
  auto parsed = parse({"--", "--grade"});
  REQUIRE(parsed);
  CHECK((*parsed)["word"].as<std::vector<std::string>>() == std::vector<std::string>{"--grade"});
}

TEST_CASE("a mistake in an option is one sentence with what may have been meant", "[cli]") {
  CHECK(mistake({"--grad", "good"}) == "there is no option --grad; did you mean --grade?");
  CHECK(mistake({"--gr=good"}).starts_with("there is no option --gr"));
  CHECK(mistake({"--colour"}) == "there is no option --colour; see: ofprog --help");
  CHECK(mistake({"--grade"}) == "--grade needs a value; see: ofprog --help");
  CHECK(mistake({"--quiet=yes"}) == "--quiet takes no value; see: ofprog --help");
}

TEST_CASE("of an option given twice the last counts", "[cli]") {
  auto parsed = parse({"--grade", "a", "one", "--grade", "b", "two", "--quiet", "--quiet"});
  REQUIRE(parsed);
  CHECK((*parsed)["grade"].as<std::string>() == "b");
  CHECK((*parsed)["word"].as<std::vector<std::string>>() == std::vector<std::string>{"one", "two"});
}

TEST_CASE("a value outside the choices names them", "[cli]") {
  const std::vector<std::string> choices = {"text", "json", "csv"};
  CHECK(*one_of("format", "json", choices) == "json");
  auto near = one_of("format", "jsn", choices);
  REQUIRE_FALSE(near);
  CHECK(near.error().text() ==
        "--format does not take \"jsn\"; did you mean json? It takes text, json or csv");
  auto far = one_of("format", "spreadsheet", choices);
  REQUIRE_FALSE(far);
  CHECK(far.error().text() == "--format does not take \"spreadsheet\"; it takes text, json or csv");
}

TEST_CASE("a number is taken whole and within its range", "[cli]") {
  CHECK(*number_in("limit", "1", 1, 10) == 1);
  CHECK(*number_in("limit", "10", 1, 10) == 10);
  for (const char* value : {"0", "11", "-1", "ten", "1x", "", " 1", "99999999999999999999"}) {
    INFO(value);
    auto number = number_in("limit", value, 1, 10);
    REQUIRE_FALSE(number);
    CHECK(number.error().hint == "it takes a whole number from 1 to 10");
  }
}

TEST_CASE("help shows usage, every option and the examples", "[cli]") {
  std::string help = help_text(command_line());
  for (const char* part : {"ofprog [options] WORD...", "Does nothing.", "Filter", "--grade",
                           "--quiet", "Examples:", "does nothing once"}) {
    INFO(part);
    CHECK(help.find(part) != std::string::npos);
  }
}

TEST_CASE("the version comes with the licence", "[cli]") {
  CHECK(version_text("ofprog").starts_with("ofprog "));
  CHECK(version_text("ofprog").find("AGPL-3.0-or-later") != std::string::npos);
}

}  // namespace ofsearch
