#include "common/cli.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <fmt/format.h>

#include "common/nearest.h"
#include "common/version.h"

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
  return usage_error(line, fmt::format("there is no option {}", name),
                     near.empty() ? "" : fmt::format("did you mean {}?", list_in_words(near)));
}

int option_style() {
  namespace style = po::command_line_style;
  return style::unix_style & ~style::allow_guessing;
}

}  // namespace

Result<po::variables_map> parse_arguments(const CommandLine& line, int argc,
                                          const char* const* argv) {
  po::options_description all;
  for (const OptionGroup& group : line.groups) all.add(group);
  po::positional_options_description positional;
  if (!line.positional.empty()) {
    all.add_options()(line.positional.c_str(), po::value<std::vector<std::string>>());
    positional.add(line.positional.c_str(), -1);
  }
  po::variables_map values;
  try {
    po::store(po::command_line_parser(argc, argv)
                  .options(all)
                  .positional(positional)
                  .style(option_style())
                  .run(),
              values);
  } catch (const po::unknown_option& error) {
    return unknown_option(line, error.get_option_name());
  } catch (const po::invalid_command_line_syntax& error) {
    bool missing = error.kind() == po::invalid_syntax::missing_parameter;
    return usage_error(line, missing
                                 ? fmt::format("{} needs a value", error.get_option_name())
                                 : fmt::format("{} takes no value", error.get_option_name()));
  } catch (const po::multiple_occurrences& error) {
    return usage_error(line, fmt::format("{} is given more than once", error.get_option_name()));
  } catch (const po::error& error) {
    return usage_error(line, error.what());
  }
  return values;
}

std::string help_text(const CommandLine& line) {
  std::ostringstream out;
  out << "Usage: " << line.usage << "\n\n" << line.summary << "\n";
  for (const OptionGroup& group : line.groups) out << "\n" << group;
  out << "\nExamples:\n";
  for (const std::string& example : line.examples) out << "  " << example << "\n";
  return out.str();
}

std::string version_text(const std::string& program) {
  return fmt::format(
      "{} {}\n"
      "Licence AGPL-3.0-or-later. There is no warranty.\n",
      program, kVersion);
}

Result<std::string> one_of(const std::string& option, const std::string& value,
                           const std::vector<std::string>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  std::vector<std::string> near = nearest(value, choices, 1);
  return Error{ErrorCode::kUsage, fmt::format("--{} has no value \"{}\"", option, value),
               near.empty() ? fmt::format("it takes {}", list_in_words(choices))
                            : fmt::format("did you mean {}? It takes {}", near.front(),
                                          list_in_words(choices))};
}

Result<long> number_in(const std::string& option, const std::string& value, long least, long most) {
  long number = 0;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < least || number > most)
    return Error{ErrorCode::kUsage, fmt::format("--{} has no value \"{}\"", option, value),
                 fmt::format("it takes a whole number from {} to {}", least, most)};
  return number;
}

}  // namespace ofsearch
