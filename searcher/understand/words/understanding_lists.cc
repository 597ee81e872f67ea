#include "searcher/understand/words/understanding_lists.h"

#include "common/text/text.h"
#include "common/words/stemmer.h"

#include <cstddef>

namespace ofsearch::understanding {
namespace {

bool is_plain_word(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kWord && node.need == QueryNode::Need::kOptional;
}

bool is_or(const QueryNode& node) {
  return is_plain_word(node) && search_form(node.text) == "or";
}

// Returns the node behind the comma that the list's part before `end` begins at; 0: none does.
// "In the north, plans or visits" is no list.
std::size_t begin_of_part(const std::vector<QueryNode>& run, std::size_t end) {
  constexpr std::size_t kLongest = 4;  // words
  std::size_t at = end;
  while (at > 0 && end - at <= kLongest && is_plain_word(run[at - 1])) {
    if (run[at - 1].comma && at < end) return is_stopword(search_form(run[at].text)) ? 0 : at;
    --at;
  }
  return 0;
}

}  // namespace

bool join_lists(std::vector<QueryNode>* run) {
  const std::size_t before = run->size();
  for (std::size_t i = 0; i < run->size(); ++i) {
    if (!is_or((*run)[i])) continue;
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
