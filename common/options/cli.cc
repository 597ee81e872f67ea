#include "common/options/cli.h"

#include "common/options/configuration.h"
#include "common/system/version.h"
#include "common/terminal/columns.h"
#include "common/terminal/terminal_width.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

std::vector<std::string> long_names(const CommandLine& line) {
  std::vector<std::string> names;
  for (const OptionGroup& group : line.groups)
    for (const auto& option : group.options())
      if (option->long_name() != line.positional) names.push_back("--" + option->long_name());
  return names;
}

Error usage_error(const CommandLine& line, std::string message, std::string hint = {}) {
  if (hint.empty()) hint = fmt::format("see: {} --help", line.program);
  return {ErrorCode::kUsage, std::move(message), std::move(hint)};
}

Error unknown_option(const CommandLine& line, std::string name) {
  name = name.substr(0, name.find('='));
  std::vector<std::string> near = nearest(name, long_names(line), 3);
  std::string hint = near.empty() ? "" : fmt::format("did you mean {}?", list_in_words(near));
  if (near.empty() && !line.positional.empty() && !name.starts_with("--"))
    hint = fmt::format(
        "see: {0} --help; put a {1} that begins with a dash behind --, as in: {0} -- {2}",
        line.program, line.positional, name);
  return usage_error(line, fmt::format("there is no option {}", name), hint);
}

constexpr size_t kHelpWidth = 80, kNarrow = 60;        // columns
constexpr size_t kHelpColumn = 26, kNarrowColumn = 8;  // where the help of an option begins

// "  -n, --limit N" and its help beside it, or below where the names are long.
std::string option_help(const po::option_description& option, size_t width) {
  const size_t column = width < kNarrow ? kNarrowColumn : kHelpColumn;
  namespace style = po::command_line_style;
  std::string name = option.canonical_display_name(style::allow_dash_for_short);
  std::string left = name.starts_with("-") ? "  " + name + ", " : "      ";
  left += "--" + option.long_name();
  if (std::string value = option.format_parameter(); !value.empty()) left += " " + value;
  std::string indent(column, ' ');
  std::string first = left.size() + 2 <= column ? padded(left, column) : left + "\n" + indent;
  std::string help = wrapped(option.description(), width, indent, indent);
  return first + help.substr(indent.size()) + "\n";
}

// Lines, each with its end; one that is too long is broken, and goes on below its own indent.
std::string folded(std::string_view text, size_t width) {
  std::string out;
  for (std::string_view line : split(text, '\n')) {
    const std::string indent(std::min(line.find_first_not_of(' '), line.size()), ' ');
    out += columns(line) <= width ? std::string(line) : wrapped(line, width, indent, indent + "  ");
    out += "\n";
  }
  return out;
}

// "-field:value" and "-word other words" in one argument are no options but what stands beside
// them: an option and its value are two arguments, or one without a space in front of the value.
bool is_dashed_text(const std::string& argument) {
  if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
  constexpr size_t kShortestField = 2;  // letters
  const size_t name_end = argument.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-", 1);
  if (name_end != std::string::npos && name_end > kShortestField && argument[name_end] == ':')
    return true;
  const size_t space = argument.find(' ');
  return space != std::string::npos && argument.find('=') > space;
}

std::vector<po::option> take_dashed_text(std::vector<std::string>& arguments) {
  const std::string& next = arguments.front();
  if (!is_dashed_text(next)) return {};
  po::option text;
  text.value.push_back(next);
  text.original_tokens.push_back(next);
  arguments.erase(arguments.begin());
  return {text};
}

int option_style() {
  namespace style = po::command_line_style;
  return style::unix_style & ~style::allow_guessing;
}

// Keeps the last value of an option that takes one and is given several times: an alias can be
// overruled.
void keep_last(const po::options_description& all, std::vector<po::option>* options) {
  std::set<std::string> seen;
  for (size_t i = options->size(); i-- > 0;) {
    const std::string& name = options->at(i).string_key;
    const po::option_description* known = all.find_nothrow(name, false);
    if (known == nullptr || options->at(i).position_key != -1) continue;
    if (!known->semantic()->is_composing() && !seen.insert(name).second)
      options->erase(options->begin() + static_cast<std::ptrdiff_t>(i));
  }
}

po::options_description options_of(const CommandLine& line) {
  po::options_description all;
  for (const OptionGroup& group : line.groups) all.add(group);
  return all;
}

// Variables of the environment that say the same as an option. They count before a file.
constexpr std::array<std::pair<std::string_view, const char*>, 2> kVariables = {
    {{"db", "OFSEARCH_DB"}, {"color", "NO_COLOR"}}};

bool environment_says(std::string_view option) {
  return std::ranges::any_of(kVariables, [&](const auto& row) {
    const char* value = std::getenv(row.second);
    return row.first == option && value != nullptr && *value != '\0';
  });
}

// Adds the configuration. What is in `values` already stays.
Result<void> add_configuration(const po::options_description& all,
                               const std::filesystem::path& path, po::variables_map* values) {
  po::parsed_options parsed(&all);
  parsed.options = OF_TRY(read_configuration(all, path));
  keep_last(all, &parsed.options);
  // Filters would be joined to those that are there.
  std::erase_if(parsed.options, [&](const po::option& option) {
    return environment_says(option.string_key) || values->count(option.string_key) > 0;
  });
  try {
    po::store(parsed, *values);
  } catch (const po::error& error) {
    return Error{ErrorCode::kUsage, fmt::format("{}: {}", path.string(), error.what()),
                 "a line is: option = value, as in: limit = 20"};
  }
  return {};
}

std::string not_taken(const std::string& option, const std::string& value) {
  return fmt::format("--{} does not take \"{}\"", option, value);
}

// An unset variable of a script is no wish for the default index.
Result<void> check_index_is_named(const po::variables_map& values) {
  auto path = values.find("db");
  if (path == values.end() || !path->second.as<std::string>().empty()) return {};
  return Error{ErrorCode::kUsage, "--db is given without a path",
               "name the folder of the index, or leave --db out for the default one"};
}

}  // namespace

std::filesystem::path configuration_path(std::string_view name) {
  auto folder = [](const char* variable) {
    const char* value = std::getenv(variable);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  if (auto home = folder("XDG_CONFIG_HOME"); !home.empty()) return home / "ofsearch" / name;
  if (auto home = folder("HOME"); !home.empty()) return home / ".config" / "ofsearch" / name;
  return {};
}

Result<po::variables_map> parse_arguments(const CommandLine& line, int argc,
                                          const char* const* argv,
                                          const std::filesystem::path& configuration) {
  po::options_description all = options_of(line);
  po::positional_options_description positional;
  if (!line.positional.empty()) {
    all.add_options()(line.positional.c_str(), po::value<std::vector<std::string>>());
    positional.add(line.positional.c_str(), -1);
  }
  po::variables_map values;
  try {
    po::parsed_options parsed = po::command_line_parser(argc, argv)
                                    .options(all)
                                    .positional(positional)
                                    .style(option_style())
                                    .extra_style_parser(take_dashed_text)
                                    .run();
    keep_last(all, &parsed.options);
    po::store(parsed, values);
  } catch (const po::unknown_option& error) {
    return unknown_option(line, error.get_option_name());
  } catch (const po::invalid_command_line_syntax& error) {
    bool extra = error.kind() == po::invalid_syntax::extra_parameter;
    return usage_error(line, fmt::format("{} {}", error.get_option_name(),
                                         extra ? "takes no value" : "needs a value"));
  } catch (const po::too_many_positional_options_error&) {
    return usage_error(line,
                       fmt::format("{} takes options alone, no words beside them", line.program));
  } catch (const po::error& error) {
    return usage_error(line, error.what());
  }
  OF_CHECK(add_configuration(options_of(line), configuration, &values));
  OF_CHECK(check_index_is_named(values));
  return values;
}

std::string help_text(const CommandLine& line, size_t width) {
  if (width == 0 || width > kHelpWidth) width = kHelpWidth;
  std::string out = fmt::format("Usage: {}\n\n{}\n", line.usage, wrapped(line.summary, width));
  for (const OptionGroup& group : line.groups) {
    out += "\n" + wrapped(group.caption, width) + "\n";
    for (const auto& option : group.options()) out += option_help(*option, width);
  }
  out += "\nExamples:\n";
  for (const std::string& example : line.examples) out += folded("  " + example, width);
  if (!line.closing.empty()) out += "\n" + folded(line.closing, width);
  return out;
}

std::string version_text(const std::string& program) {
  return fmt::format(
      "{} {}\n"
      "Licence AGPL-3.0-or-later. There is no warranty.\n",
      program, kVersion);
}

std::string information_asked_for(const CommandLine& line, const po::variables_map& values) {
  if (values.count("version") > 0) return version_text(line.program);
  return values.count("help") > 0 ? help_text(line, terminal_width(STDOUT_FILENO)) : "";
}

OptionGroup run_group() {
  OptionGroup group("Other");
  group.add_options()("run-report", text("FILE"),
                      "write what the run did as JSON (- for standard output)")(
      "quiet,q", "print nothing but trouble")("help,h", "print this help")("version,V",
                                                                           "print the version");
  return group;
}

Result<std::string> one_of(const std::string& option, const std::string& value,
                           const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  std::vector<std::string> near = nearest(value, choices, 1);
  return Error{ErrorCode::kUsage, not_taken(option, value),
               near.empty() ? fmt::format("it takes {}", list_in_words(choices))
                            : fmt::format("did you mean {}? It takes {}", near.front(),
                                          list_in_words(choices))};
}

Result<long> number_in(const std::string& option, const std::string& value, long least, long most) {
  long number = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least || number > most)
    return Error{ErrorCode::kUsage, not_taken(option, value),
                 fmt::format("it takes a whole number from {} to {}", least, most)};
  return number;
}

}  // namespace ofsearch
