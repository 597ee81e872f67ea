// Declares what the command lines of the programs share: parsing, --help, --version, configuration
// files and error messages. Boost.Program_options is used here, in configuration.h and
// option_rows.h, and where each program reads its options.
#pragma once

#include "common/system/result.h"

#include <boost/program_options.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// One named group of options as --help shows it. Boost has a caption too, but does not return it.
struct OptionGroup : boost::program_options::options_description {
  explicit OptionGroup(std::string title) : caption(std::move(title)) {}
  std::string caption;
};

// Returns the value of an option: text() takes one, texts() any number. `name` is shown in --help:
// "FILE".
inline auto text(const char* name) {
  return boost::program_options::value<std::string>()->value_name(name);
}
inline auto texts(const char* name) {
  return boost::program_options::value<std::vector<std::string>>()->composing()->value_name(name);
}

// The values given to an option that text() or texts() declares; empty if it is not given.
inline std::string text_of(const boost::program_options::variables_map& values,
                           const std::string& name) {
  return values.count(name) > 0 ? values[name].as<std::string>() : std::string();
}
inline std::vector<std::string> texts_of(const boost::program_options::variables_map& values,
                                         const std::string& name) {
  return values.count(name) > 0 ? values[name].as<std::vector<std::string>>()
                                : std::vector<std::string>();
}

struct CommandLine {
  std::string program;  // "ofsearch"
  std::string usage;    // "ofsearch [options] [QUERY...]"
  std::string summary;  // one or two sentences
  std::vector<OptionGroup> groups;
  std::string positional;             // name under which the positional arguments are parsed
  std::vector<std::string> examples;  // each "command\n    what it does"
  std::string closing = {};           // printed last, unchanged
};

// Parses argv; options cannot be abbreviated. A mistake is an error of one sentence (kUsage), with
// the nearest options as the hint.
// `configuration`: a file of defaults for options not in argv, nor said by the environment
// ($OFSEARCH_DB, $NO_COLOR); ignored if it does not exist. One "option = value" a line; "#" begins
// a comment. A mistake in it is an error that names the file and the line.
Result<boost::program_options::variables_map> parse_arguments(
    const CommandLine& line, int argc, const char* const* argv,
    const std::filesystem::path& configuration = {});

// Returns $XDG_CONFIG_HOME/ofsearch/NAME, else ~/.config/ofsearch/NAME; empty if HOME is not set
// either.
std::filesystem::path configuration_path(std::string_view name);

// Returns the text of --help, of 80 columns; less in a terminal that has only `width`.
std::string help_text(const CommandLine& line, size_t width = 0);

// Returns the text of --version: program, version and licence.
std::string version_text(const std::string& program);

// Returns the text to print for --help or --version; empty if neither is given.
std::string information_asked_for(const CommandLine& line,
                                  const boost::program_options::variables_map& values);

// Returns the group "Other" of batch programs: --run-report, --quiet, --help, --version.
OptionGroup run_group();

// Returns `value` if it is one of `choices`; else an error (kUsage) that lists them.
Result<std::string> one_of(const std::string& option, const std::string& value,
                           const std::vector<std::string>& choices);

// Returns `value` as a whole number from `least` to `most`; else an error (kUsage) that says so.
Result<long> number_in(const std::string& option, const std::string& value, long least, long most);

}  // namespace ofsearch
