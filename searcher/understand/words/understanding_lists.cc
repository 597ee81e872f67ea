#include "searcher/understand/words/understanding_lists.h"

#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/query/or_words.h"

#include <cstddef>
#include <string>
#include <unordered_set>

namespace ofsearch::understanding {
namespace {

bool is_or(const QueryNode& node) {
  return is_plain_word(node) && search_form(node.text) == "or";
}

// Whether "or" at `at` joins no two things.
bool joins_nothing(const std::vector<QueryNode>& run, std::size_t at) {
  if (at == 0 || at + 1 == run.size()) return true;
  const std::string before = search_form(run[at - 1].text), behind = search_form(run[at + 1].text);
  return or_only_bounds(behind) || is_number_beside_or(before) || or_is_in_name(before, behind);
}

// Whether the words before `end`, from the comma before them, are whom a query is about: "children
// in care, neglect or abuse".
bool is_who(const std::vector<QueryNode>& run, std::size_t end) {
  static const std::unordered_set<std::string> kPeople = {
      "child", "children", "people", "leavers", "parents", "carers",   "families",
      "boys",  "girls",    "babies", "workers", "staff",   "teenagers"};
  std::size_t first = end - 1;
  while (first > 0 && !run[first - 1].comma) --first;
  return kPeople.contains(search_form(run[first].text)) ||
         kPeople.contains(search_form(run[end - 1].text));
}

// Returns the node behind the comma that the list's part before `end` begins at; 0: none does.
// "In the north, plans or visits" is no list.
std::size_t begin_of_part(const std::vector<QueryNode>& run, std::size_t end) {
  constexpr std::size_t kLongest = 4;  // words
  std::size_t at = end;
  while (at > 0 && end - at <= kLongest && is_plain_word(run[at - 1])) {
    if (run[at - 1].comma && at < end)
      return is_stopword(search_form(run[at].text)) || is_who(run, at) ? 0 : at;
    --at;
  }
  return 0;
}

}  // namespace

bool join_lists(std::vector<QueryNode>* run) {
  const std::size_t before = run->size();
  for (std::size_t i = 0; i < run->size(); ++i) {
    if (!is_or((*run)[i]) || joins_nothing(*run, i)) continue;
    const QueryNode joint = (*run)[i];
    for (std::size_t at = begin_of_part(*run, i); at > 0; at = begin_of_part(*run, at)) {
      (*run)[at - 1].comma = false;
      run->insert(run->begin() + static_cast<std::ptrdiff_t>(at), joint);
      ++i;
    }
  }
  return run->size() > before;
}

}  // namespace ofsearch::understanding
