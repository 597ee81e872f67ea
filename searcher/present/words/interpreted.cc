#include "searcher/present/words/interpreted.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ofsearch {

std::string interpreted(const SearchResults& results) {
  std::string text = results.searched;
  for (const SearchedFilter& filter : results.filters)
    text += (text.empty() ? "" : "; ") + filter.words;
  for (const AddedWords& added : results.added)
    text += fmt::format("; {} also as: {}", added.term, fmt::join(added.words, ", "));
  return text;
}

}  // namespace ofsearch
