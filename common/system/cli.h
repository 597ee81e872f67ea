// What the programs' command lines share: --help, --version, --quiet, --db, and one way of
// reporting a mistake. Boost.Program_options is used here and in the options.cc files only.
#pragma once

#include "common/system/result.h"

#include <boost/program_options.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// One named group of options as --help shows it. Boost keeps the caption to itself.
struct OptionGroup : boost::program_options::options_description {
  explicit OptionGroup(std::string title) : caption(std::move(title)) {}
  std::string caption;
};

// The value of an option: one, or as often as it is given. `name`: as --help shows it.
inline auto text(const char* name) {
  return boost::program_options::value<std::string>()->value_name(name);
}
inline auto texts(const char* name) {
  return boost::program_options::value<std::vector<std::string>>()->composing()->value_name(name);
}

struct CommandLine {
  std::string program;  // "ofsearch"
  std::string usage;    // "ofsearch [options] [QUERY...]"
  std::string summary;  // one or two sentences
  std::vector<OptionGroup> groups;
  std::string positional;             // name of the option that takes the other arguments
  std::vector<std::string> examples;  // each "command\n    what it does"
  std::string closing = {};           // printed last, as it is
};

// Parses argv; every option must be spelt out in full. A mistake is one sentence, with the nearest
// options as a hint (kUsage).
// A configuration file, if it is given and there, says what argv does not: "option = value" a line,
// "#" begins a comment; its mistakes are errors that name it.
Result<boost::program_options::variables_map> parse_arguments(
    const CommandLine& line, int argc, const char* const* argv,
    const std::filesystem::path& configuration = {});

// $XDG_CONFIG_HOME/ofsearch/NAME, else ~/.config/ofsearch/NAME; empty where neither is set.
std::filesystem::path configuration_path(std::string_view name);

// The text of --help, for a terminal of 80 columns.
std::string help_text(const CommandLine& line);

// "ofsearch 0.1.0" with the licence, the text of --version.
std::string version_text(const std::string& program);

// What --help or --version asks for; empty where neither is given.
std::string information_asked_for(const CommandLine& line,
                                  const boost::program_options::variables_map& values);

// The options of a program that runs and ends: --run-report, --quiet, --help, --version.
OptionGroup run_group();

// The value of option `name` as one of `choices`; else an error that lists them.
Result<std::string> one_of(const std::string& option, const std::string& value,
                           const std::vector<std::string>& choices);

// A whole number from `least` to `most`; else an error that says so.
Result<long> number_in(const std::string& option, const std::string& value, long least, long most);

}  // namespace ofsearch
