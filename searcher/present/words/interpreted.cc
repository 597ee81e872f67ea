#include "searcher/present/words/interpreted.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ofsearch {

std::string with_alternatives(std::string words, const SearchResults& results) {
  for (const std::string& either : results.either) words += "; any of: " + either;
  return words;
}

std::string interpreted(const SearchResults& results) {
  std::string text = with_alternatives(results.searched, results);
  if (!results.not_counted.empty()) text += "; " + results.not_counted;
  for (const SearchedFilter& filter : results.filters)
    text += (text.empty() ? "" : "; ") + filter.words;
  for (const AddedWords& added : results.added) {
    if (!added.words.empty())
      text += fmt::format("; {} also as: {}", added.term, fmt::join(added.words, ", "));
    if (!added.ranked.empty())
      text += fmt::format("; {} ranked also by: {}", added.term, fmt::join(added.ranked, ", "));
  }
  return text;
}

}  // namespace ofsearch
