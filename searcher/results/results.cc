#include "searcher/results/results.h"

#include "common/text/counted.h"
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

std::string whole_in_words(const SearchResults& results) {
  const size_t whole = results.whole_reports.value_or(0);
  if (whole == 0) return "no report has all of it";
  return fmt::format("{} {} all of it", counted_with_commas(whole, "report"),
                     whole == 1 ? "has" : "have");
}

std::string counted_in_words(const SearchResults& results) {
  if (results.level != "most") return {};
  return fmt::format("{}: counted are those with {}, whether or not with {}",
                     whole_in_words(results), names_of(results, true), names_of(results, false));
}

}  // namespace ofsearch
