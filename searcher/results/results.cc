#include "searcher/results/results.h"

#include "common/text/nearest.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

std::string names_of(const SearchResults& results, bool required) {
  std::vector<std::string> names;
  for (const ConceptUse& use : results.concepts)
    if (use.required == required) names.push_back(use.shown);
  return list_in_words(names, "and");
}

}  // namespace

std::string counted_in_words(const SearchResults& results) {
  if (results.level != "most") return {};
  return fmt::format(
      "few reports have all of it: counted are those with {}, whether or not with {}",
      names_of(results, true), names_of(results, false));
}

}  // namespace ofsearch
