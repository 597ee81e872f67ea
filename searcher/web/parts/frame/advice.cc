#include "searcher/web/parts/frame/advice.h"

#include <fmt/format.h>

#include <regex>
#include <string>
#include <string_view>

namespace ofsearch::web {
namespace {

struct Wording {
  Advice advice;
  std::string_view on_pages, in_api;  // {}: the field
};

constexpr Wording kWordings[] = {
    {Advice::kListValues, "the filters beside any results list them",
     "/api/facets?facets={} lists them"},
    {Advice::kGiveQuery, "type what you look for, or choose a filter",
     "give a query as q, or a filter"},
    {Advice::kAskKeeper, "whoever runs this service can name them",
     "whoever runs this service can name them"},
};

// Parameters are called as the options are.
std::string without_dashes(const std::string& text) {
  static const std::regex kOption("--([a-z])");
  return std::regex_replace(text, kOption, "$1");
}

// Advice with a command is of no use to a visitor.
bool names_command(std::string_view hint) {
  return hint.find("ofsearch") != hint.npos || hint.find("ofindex") != hint.npos;
}

}  // namespace

Error in_words_of_the_web(Error error, bool api) {
  for (const Wording& wording : kWordings)
    if (wording.advice == error.advice)
      error.hint = fmt::format(fmt::runtime(api ? wording.in_api : wording.on_pages), error.about);
  if (names_command(error.hint)) error.hint.clear();
  error.message = without_dashes(error.message);
  error.hint = without_dashes(error.hint);
  return error;
}

}  // namespace ofsearch::web
