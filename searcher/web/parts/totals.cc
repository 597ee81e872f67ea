#include "searcher/web/parts/totals.h"

#include "common/text/counted.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <vector>

namespace ofsearch::web {
namespace {

std::string names_of(const SearchResults& results, bool required) {
  std::vector<std::string> names;
  for (const ConceptUse& use : results.concepts)
    if (use.required == required) names.push_back("“" + use.shown + "”");
  return list_in_words(names, "and");
}

// Returns how much of the query the reports that are counted have.
std::string counted_words(const SearchResults& results) {
  if (results.level == "most")
    return fmt::format("{}. Counted: reports that have {}, whether or not they have {}.",
                       whole_in_words(results), names_of(results, true), names_of(results, false));
  return fmt::format("Counted: reports that have {} of the query.",
                     results.level == "any" ? "some" : results.level);
}

}  // namespace

std::string totals(const SearchResults& results) {
  if (results.total_reports == 0)
    return results.hits.empty() ? "No report found" : "No report has all of it";
  std::string text = counted_with_commas(results.total_reports, "report");
  if (results.total_passages > 0)
    text +=
        fmt::format(", {} in {}", counted_with_commas(results.total_passages, "matching passage"),
                    results.total_reports == 1 ? "it" : "them");
  return (results.exact ? "" : "About ") + text;
}

std::string level_words(const SearchRequest& request, const SearchResults& results) {
  if (results.total_reports == 0 && results.concepts.size() == 1 && !request.has_filters() &&
      results.understood.empty() && results.hits.empty())
    return fmt::format("No report has “{}”.", results.concepts.front().shown);
  if (results.level.empty()) return "";
  const bool counts = results.total_reports > 0;
  // "All of the query" goes without saying where it is one thing.
  std::string words = counts && results.concepts.size() > 1 ? counted_words(results) : "";
  if (const size_t some = results.some_reports.value_or(0); some > 0)
    words += fmt::format(
        "{}{}{} {} only some of it.", words.empty() ? "" : " ",
        counts ? with_commas(some) + " more " : "",
        counts ? (some == 1 ? "report" : "reports") : counted_with_commas(some, "report"),
        some == 1 ? "has" : "have");
  return words;
}

}  // namespace ofsearch::web
