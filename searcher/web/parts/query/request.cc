#include "searcher/web/parts/query/request.h"

#include "common/index/fields.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "searcher/query/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ofsearch::web {
namespace {

// A page takes whatever the command line takes.
static_assert(Limits().query == kQueryLimits.bytes);

struct Option {
  std::string_view name;
  bool is_flag;  // takes what is_yes()
  bool selects;
};

// The options beside the fields of the schema.
constexpr std::array<Option, 14> kOptions = {{{"from", false, true},
                                              {"to", false, true},
                                              {"indexed-since", false, true},
                                              {"with-predecessors", true, false},
                                              {"limit", false, false},
                                              {"offset", false, false},
                                              {"passages", false, false},
                                              {"sort", false, false},
                                              {"match", false, false},
                                              {"facets", false, false},
                                              {"literal", true, false},
                                              {"exact", true, false},
                                              {"without", false, false},
                                              {"explain", true, false}}};

const Option* find_option(std::string_view name) {
  auto it = std::find_if(kOptions.begin(), kOptions.end(),
                         [&](const Option& option) { return option.name == name; });
  return it == kOptions.end() ? nullptr : &*it;
}

bool is_field(std::string_view name) {
  return std::any_of(fields().begin(), fields().end(),
                     [&](const Field& field) { return field.option == name; });
}

Error unknown_parameter(const std::string& name) {
  std::vector<std::string> near = nearest(name, parameter_names(), 3);
  return {ErrorCode::kUsage, fmt::format("there is no parameter \"{}\"", name),
          near.empty() ? fmt::format("they are {}", list_in_words(parameter_names(), "and"))
                       : fmt::format("did you mean {}?", list_in_words(near))};
}

bool is_yes(std::string_view value) {
  return value == "1" || equal_ignoring_ascii_case(value, "true") ||
         equal_ignoring_ascii_case(value, "yes");
}

// Checks that this server takes a number. The command line takes all of these, too.
Result<void> check_number(std::string_view name, std::string_view value, size_t most) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size() && number <= most) return {};
  return Error{
      ErrorCode::kUsage, fmt::format("{} does not take \"{}\"", name, value),
      fmt::format("it takes a whole number from 0 to {} here; the command line gives more", most)};
}

Result<std::vector<std::string>> arguments(const Parameters& parameters, const Limits& limits,
                                           const std::vector<std::string>& more) {
  std::vector<std::string> out = {"ofserve"}, words;
  out.insert(out.end(), more.begin(), more.end());
  for (const auto& [name, value] : parameters.all()) {
    const Option* option = find_option(name);
    if (name == "q") {
      words.push_back(value);
    } else if (option != nullptr && option->is_flag) {
      if (!is_yes(value))
        return Error{ErrorCode::kUsage, fmt::format("{} does not take \"{}\"", name, value),
                     "it takes 1, true or yes, or is left out"};
      out.push_back("--" + name);
    } else if (option != nullptr || is_field(name)) {
      if (name == "limit") OF_CHECK(check_number(name, value, limits.reports));
      if (name == "passages") OF_CHECK(check_number(name, value, limits.passages));
      if (name == "offset") OF_CHECK(check_number(name, value, limits.last_report));
      out.push_back(fmt::format("--{}={}", name, value));
    } else {
      return unknown_parameter(name);
    }
  }
  size_t length = 0;
  for (const std::string& word : words) length += word.size() + 1;
  if (length > limits.query + 1)
    return Error{
        ErrorCode::kUsage, "the query is too long",
        fmt::format("it may have {} bytes, and a letter with an accent has two", limits.query)};
  out.push_back("--");
  out.insert(out.end(), words.begin(), words.end());
  return out;
}

Result<void> check_last_report(const SearchRequest& request, const Limits& limits) {
  const size_t last = request.offset + request.limit;
  if (last <= limits.last_report) return {};
  return Error{
      ErrorCode::kUsage, fmt::format("offset with limit is {}, which is too many", last),
      fmt::format("this server gives at most {}; the command line gives more", limits.last_report)};
}

std::vector<std::string> all_names() {
  std::vector<std::string> names = {"q"};
  for (const Field& field : fields()) names.emplace_back(field.option);
  for (const Option& option : kOptions) names.emplace_back(option.name);
  return names;
}

}  // namespace

Result<SearchOptions> search_options(const Parameters& parameters, const Limits& limits,
                                     const std::vector<std::string>& more) {
  std::vector<std::string> words = OF_TRY(arguments(parameters, limits, more));
  std::vector<const char*> argv;
  for (const std::string& word : words) argv.push_back(word.c_str());
  SearchOptions options = OF_TRY(parse_search_options(static_cast<int>(argv.size()), argv.data()));
  OF_CHECK(check_last_report(options.request, limits));
  return options;
}

Result<SearchRequest> search_request(const Parameters& parameters, const Limits& limits) {
  SearchOptions options = OF_TRY(search_options(parameters, limits, {}));
  return std::move(options.request);
}

const std::vector<std::string>& parameter_names() {
  static const std::vector<std::string> kNames = all_names();
  return kNames;
}

Parameters with_plain_switches(Parameters parameters) {
  for (const Option& option : kOptions)
    if (option.is_flag && is_yes(parameters.value(option.name)))
      parameters = parameters.set(std::string(option.name), "1");
  return parameters;
}

bool selects(std::string_view name) {
  const Option* option = find_option(name);
  return name == "q" || is_field(name) || (option != nullptr && option->selects);
}

}  // namespace ofsearch::web
