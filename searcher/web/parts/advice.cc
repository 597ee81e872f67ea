#include "searcher/web/parts/advice.h"

#include <regex>
#include <string>
#include <vector>

namespace ofsearch::web {
namespace {

// Later ones see what earlier ones have written.
struct Wording {
  std::regex of_ofsearch;
  std::string on_pages, in_api;
};

const std::vector<Wording>& wordings() {
  static const std::vector<Wording> kWordings = {
      {std::regex("see the values with: ofsearch --facets ([a-z-]+) --limit 0"),
       "the filters beside any results list them", "/api/facets?facets=$1 lists them"},
      {std::regex("give a query, as in: ofsearch .*"), "type what you look for, or choose a filter",
       "give a query as q, or a filter"},
      {std::regex("write them into .*; ofsearch\\(1\\) says how"),
       "whoever runs this service can name them", "whoever runs this service can name them"},
      {std::regex("--([a-z])"), "$1", "$1"},
  };
  return kWordings;
}

}  // namespace

Error in_words_of_the_web(Error error, bool api) {
  for (const Wording& wording : wordings())
    for (std::string* text : {&error.message, &error.hint})
      *text =
          std::regex_replace(*text, wording.of_ofsearch, api ? wording.in_api : wording.on_pages);
  return error;
}

}  // namespace ofsearch::web
