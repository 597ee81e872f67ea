#include "common/options/configuration.h"

#include "common/files/file.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

constexpr const char* kHowToWrite = "a line is: option = value, as in: limit = 20";

constexpr std::string_view kYes[] = {"yes", "true", "on", "1"};
constexpr std::string_view kNo[] = {"no", "false", "off", "0"};

Error no_such_option(const po::options_description& known, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& option : known.options()) names.push_back(option->long_name());
  const std::vector<std::string> near = nearest(name, names, 3);
  return {ErrorCode::kUsage, fmt::format("there is no option \"{}\"", name),
          near.empty() ? kHowToWrite : fmt::format("did you mean {}?", list_in_words(near))};
}

// Returns what a line says, without its comment.
std::string_view said(std::string_view line) {
  return trimmed(line.substr(0, line.find('#')));
}

// One line, which may hold nothing.
Result<std::vector<po::option>> read_line(const po::options_description& known,
                                          std::string_view line) {
  line = said(line);
  if (line.empty()) return std::vector<po::option>();
  const size_t sign = line.find('=');
  const std::string name(trimmed(line.substr(0, sign)));
  if (sign == std::string_view::npos || name.empty())
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no option = value", line), kHowToWrite};
  const po::option_description* option = known.find_nothrow(name, false);
  if (option == nullptr) return no_such_option(known, name);
  if (option->semantic()->max_tokens() == 0) {  // one without a value
    const std::string value = to_ascii_lower(trimmed(line.substr(sign + 1)));
    if (std::ranges::find(kNo, value) != std::end(kNo)) return std::vector<po::option>();
    if (std::ranges::find(kYes, value) == std::end(kYes))
      return Error{ErrorCode::kUsage, fmt::format("{} is yes or no, not \"{}\"", name, value), ""};
  }
  std::istringstream text{std::string(line)};
  try {
    return po::parse_config_file(text, known).options;
  } catch (const po::error& error) {
    return Error{ErrorCode::kUsage, error.what(), kHowToWrite};
  }
}

}  // namespace

Result<std::vector<po::option>> read_configuration(const po::options_description& known,
                                                   const std::filesystem::path& path) {
  std::vector<po::option> options;
  std::error_code error;
  if (path.empty() || !std::filesystem::exists(path, error)) return options;
  const std::string content = OF_TRY(read_file(path));
  int number = 0;
  for (std::string_view line : split(content, '\n')) {
    ++number;
    Result<std::vector<po::option>> read = read_line(known, line);
    if (!read) {
      Error error = read.error();
      error.message = fmt::format("{}:{}: {}", path.string(), number, error.message);
      return error;
    }
    std::move(read->begin(), read->end(), std::back_inserter(options));
  }
  return options;
}

std::string configuration_place(const std::filesystem::path& path, std::string_view message) {
  constexpr std::string_view kDashes = "--", kOfNames = "abcdefghijklmnopqrstuvwxyz-";
  std::string place = path.string();
  const size_t dashes = message.find(kDashes);
  if (dashes == std::string_view::npos) return place;
  message.remove_prefix(dashes + kDashes.size());
  const std::string_view option = message.substr(0, message.find_first_not_of(kOfNames));
  std::ifstream file(path);
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const std::string_view text = said(line);
    if (trimmed(text.substr(0, text.find('='))) == option)
      place = fmt::format("{}:{}", path.string(), number);
  }
  return place;
}

}  // namespace ofsearch
