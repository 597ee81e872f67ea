#include "searcher/plan/whole_terms.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using Kind = QueryNode::Kind;
using Nodes = std::vector<QueryNode>;

// "NOT step down": the word behind NOT may begin a term.
bool may_begin_term(const QueryNode& node) {
  return is_plain_word(node) || (node.kind == Kind::kWord && node.denied);
}

bool is_joint(const QueryNode& node) {
  return (node.kind == Kind::kAnd || node.kind == Kind::kOr) && !node.children.empty();
}

// Returns how many of the plain words at this end of `words` make a term with `operand`, which
// stands beside them; 0: none do.
size_t rest_of_term(const std::vector<std::string>& words, const QueryNode& operand, bool is_before,
                    const Thesaurus& thesaurus) {
  if (is_before ? !is_plain_word(operand) : !may_begin_term(operand)) return 0;
  std::vector<std::string> all = words;
  all.insert(is_before ? all.end() : all.begin(), operand.text);
  const size_t at = is_before ? all.size() - 1 : 0;
  for (const Thesaurus::Match& match : thesaurus.matches(all)) {
    const size_t end = match.first_word + match.word_count;
    if (match.word_count < 2 || match.first_word > at || end <= at) continue;
    if (is_before ? end == all.size() : match.first_word == 0) return match.word_count - 1;
  }
  return 0;
}

// Takes plain words from beside a joint into the thing that it joins first or last.
void take_rest(Nodes* siblings, size_t first, size_t count, QueryNode* operand, bool is_before) {
  if (count == 0) return;
  QueryNode term;
  std::swap(term.need, operand->need);
  operand->denied = false;
  const auto begin = siblings->begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  std::move(begin, end, std::back_inserter(term.children));
  term.children.insert(is_before ? term.children.end() : term.children.begin(),
                       std::move(*operand));
  *operand = std::move(term);
  siblings->erase(begin, end);
}

std::vector<std::string> words_before(const Nodes& nodes, size_t at) {
  size_t first = at;
  while (first > 0 && is_plain_word(nodes[first - 1])) --first;
  std::vector<std::string> words;
  for (size_t i = first; i < at; ++i) words.push_back(nodes[i].text);
  return words;
}

std::vector<std::string> words_behind(const Nodes& nodes, size_t at) {
  std::vector<std::string> words;
  for (size_t i = at + 1; i < nodes.size() && is_plain_word(nodes[i]); ++i)
    words.push_back(nodes[i].text);
  return words;
}

// "a OR b c AND d": AND stands inside OR, and its ends are those of OR.
QueryNode* outermost(QueryNode* joint, bool first) {
  QueryNode* end = first ? &joint->children.front() : &joint->children.back();
  return is_joint(*end) && end->need == QueryNode::Need::kOptional ? outermost(end, first) : end;
}

}  // namespace

QueryNode with_whole_terms(QueryNode node, const Thesaurus& thesaurus) {
  for (size_t i = 0; node.kind == Kind::kBag && i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    const bool joins = is_joint(child) && child.need != QueryNode::Need::kExcluded;
    if (!joins && !child.denied) continue;
    if (joins) {
      QueryNode* first = outermost(&node.children[i], true);
      const size_t before = rest_of_term(words_before(node.children, i), *first, true, thesaurus);
      take_rest(&node.children, i - before, before, first, true);
      i -= before;
    }
    QueryNode* last = joins ? outermost(&node.children[i], false) : &node.children[i];
    const size_t behind = rest_of_term(words_behind(node.children, i), *last, false, thesaurus);
    take_rest(&node.children, i + 1, behind, last, false);
  }
  for (QueryNode& child : node.children) {
    child = with_whole_terms(std::move(child), thesaurus);
    // What was a bag of loose words is one joint now.
    if (child.kind == Kind::kBag && child.children.size() == 1 && is_joint(child.children[0]) &&
        child.children[0].need == QueryNode::Need::kOptional) {
      const QueryNode::Need need = child.need;
      child = QueryNode(child.children[0]);
      child.need = need;
    }
  }
  return node;
}

}  // namespace ofsearch
