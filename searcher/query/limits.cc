#include "searcher/query/limits.h"

#include "common/text/text.h"
#include "common/words/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using Kind = QueryNode::Kind;

struct Size {
  size_t words = 0, phrases = 0, wildcards = 0, filters = 0;
};

Error too_much(size_t count, const char* of_what, size_t most) {
  return {ErrorCode::kUsage, fmt::format("the query has {} {}", count, of_what),
          fmt::format("shorten it to {} {}", most, of_what)};
}

// Equal clauses side by side as one. In a bag words are planned in runs, so that a word counts with
// the one before it.
void put_together(QueryNode* node) {
  if (node->kind == Kind::kNear) return;
  std::set<std::string> seen;
  std::string before;
  std::vector<QueryNode> kept;
  for (QueryNode& child : node->children) {
    put_together(&child);
    std::string shown = describe(child);
    const bool in_run = node->kind == Kind::kBag && child.kind == Kind::kWord;
    bool known = in_run ? shown == before || !seen.insert(before + " " + shown).second
                        : !seen.insert(" " + shown).second;
    before = std::move(shown);
    if (!known) kept.push_back(std::move(child));
  }
  node->children = std::move(kept);
}

size_t count_words(const std::string& text) {
  std::vector<Token> tokens = tokenise(text);
  return static_cast<size_t>(std::count_if(tokens.begin(), tokens.end(),
                                           [](const Token& token) { return !token.joined; }));
}

size_t count_stars(const std::string& text) {
  std::vector<std::string_view> words = split_words(text);
  return static_cast<size_t>(std::count_if(words.begin(), words.end(), [](std::string_view word) {
    return word.find('*', 1) != std::string_view::npos;
  }));
}

void measure(const QueryNode& node, Size* size) {
  if (node.kind == Kind::kFilter) {
    ++size->filters;
    return;
  }
  const size_t words = count_words(node.text);
  size->words += words;
  if (node.kind == Kind::kNear || words > 1) ++size->phrases;
  if (node.kind == Kind::kWildcard || node.kind == Kind::kPhrase)
    size->wildcards += count_stars(node.text);
  for (const QueryNode& child : node.children) measure(child, size);
}

}  // namespace

size_t count_stars(const QueryNode& root) {
  Size size;
  measure(root, &size);
  return size.wildcards;
}

std::string leave_out_last_words(QueryNode* root, const QueryLimits& limits) {
  Size size;
  measure(*root, &size);
  std::string left_out;
  std::vector<QueryNode>& nodes = root->children;
  for (size_t i = nodes.size(); i-- > 0 && size.words > limits.words;) {
    if (nodes[i].kind != Kind::kWord || nodes[i].need != QueryNode::Need::kOptional) continue;
    size.words -= std::min(size.words, count_words(nodes[i].text));
    left_out = nodes[i].text + (left_out.empty() ? "" : " ") + left_out;
    nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return left_out;
}

Result<ParsedQuery> parse_within_limits(std::string_view text, const QueryLimits& limits) {
  if (text.size() > limits.bytes)
    return Error{ErrorCode::kUsage, fmt::format("the query is {} bytes long", text.size()),
                 fmt::format("shorten it to {} bytes", limits.bytes)};
  ParsedQuery query = parse_query(text);
  if (query.depth > limits.depth)
    return too_much(query.depth, "brackets inside each other", limits.depth);
  put_together(&query.root);
  std::vector<QueryFilter> filters;
  for (QueryFilter& filter : query.filters)
    if (std::find(filters.begin(), filters.end(), filter) == filters.end())
      filters.push_back(std::move(filter));
  query.filters = std::move(filters);
  Size size;
  measure(query.root, &size);
  size.filters += query.filters.size();
  if (size.filters > limits.filters) return too_much(size.filters, "filters", limits.filters);
  if (size.wildcards > limits.wildcards)
    return too_much(size.wildcards, "words with a star", limits.wildcards);
  if (size.phrases > limits.phrases) return too_much(size.phrases, "phrases", limits.phrases);
  if (size.words > limits.words) return too_much(size.words, "words", limits.words);
  return query;
}

}  // namespace ofsearch
