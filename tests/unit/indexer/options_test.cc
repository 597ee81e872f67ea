#include "indexer/options.h"

#include "tests/support/catch.h"

#include <set>

namespace ofsearch {
namespace {

Result<IndexOptions> parse(std::vector<std::string> arguments) {
  std::vector<const char*> all = {"ofindex"};
  for (const std::string& argument : arguments) all.push_back(argument.c_str());
  return parse_index_options(static_cast<int>(all.size()), all.data());
}

// The options of building, and of its work and limits, with a value where they take one.
std::vector<std::string> options_of_builds() {
  std::vector<std::string> options = {"--run-report=night.json"};
  for (const OptionGroup& group : index_command_line().groups) {
    if (group.caption != "Building" && group.caption != "Work and limits") continue;
    for (const auto& option : group.options())
      if (option->long_name() != "db")
        options.push_back("--" + option->long_name() +
                          (option->semantic()->max_tokens() > 0 ? "=64" : ""));
  }
  return options;
}

}  // namespace

TEST_CASE("what has no meaning where no index is built is refused", "[options]") {
  REQUIRE(options_of_builds().size() == 14);
  for (const char* action : {"--check", "--stats", "--rollback"})
    for (const std::string& option : options_of_builds()) {
      INFO(action << " " << option);
      auto options = parse({action, option});
      // They say how a run works, whatever it does.
      if (option == "--jobs=64" || option == "--no-sandbox") {
        CHECK(options);
        continue;
      }
      REQUIRE_FALSE(options);
      CHECK(options.error().message ==
            option.substr(0, option.find('=')) + " has no meaning beside " + action);
    }
}

TEST_CASE("what says how documents are read has a meaning where they are looked at", "[options]") {
  const std::set<std::string> reading = {"--metadata=64",    "--jobs=64",       "--ocr",
                                         "--no-ocr",         "--time-limit=64", "--no-sandbox",
                                         "--memory-limit=64"};
  for (const std::string& option : options_of_builds()) {
    INFO(option);
    CHECK(bool(parse({"--inspect", "report.pdf", option})) == reading.contains(option));
    CHECK(parse({"reports", option}));
  }
  CHECK(parse({"--check", "--db", "index", "--quiet"}));
}

}  // namespace ofsearch
