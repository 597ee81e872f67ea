#include "searcher/query/query_parser.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/words/words.h"
#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <optional>

namespace ofsearch {
namespace {

constexpr int kDeepest = 50;  // brackets inside each other; deeper ones are not obeyed

class Parser {
 public:
  explicit Parser(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  ParsedQuery run() {
    QueryNode root = bag(0);
    while (at_ < lexemes_.size()) {  // behind a stray closing bracket
      ++at_;
      QueryNode more = bag(0);
      for (QueryNode& child : more.children) root.children.push_back(std::move(child));
    }
    ParsedQuery query{std::move(root), {}, depth_of(lexemes_)};
    take_filters(QueryNode(query.root), &query.root, &query.filters);
    return query;
  }

 private:
  using Kind = QueryNode::Kind;
  using Need = QueryNode::Need;

  static size_t depth_of(const std::vector<Lexeme>& lexemes) {
    size_t depth = 0, deepest = 0;
    for (const Lexeme& lexeme : lexemes) {
      if (lexeme.kind == Lexeme::Kind::kOpen) deepest = std::max(deepest, ++depth);
      if (lexeme.kind == Lexeme::Kind::kClose && depth > 0) --depth;
    }
    return deepest;
  }

  static size_t count_filters(const QueryNode& node, const std::string& field) {
    size_t count = node.kind == Kind::kFilter && node.field == field ? 1 : 0;
    for (const QueryNode& child : node.children) count += count_filters(child, field);
    return count;
  }

  // Moves the filters that every answer must pass out of the tree: those side by side, of which two
  // of one field mean either, and from under AND the only one of its field.
  static void take_filters(const QueryNode& root, QueryNode* node,
                           std::vector<QueryFilter>* filters) {
    std::vector<QueryNode> rest;
    for (QueryNode& child : node->children) {
      bool both = child.kind == Kind::kAnd && child.need != Need::kExcluded;
      if (both) take_filters(root, &child, filters);
      if (both && child.children.empty()) continue;
      if (both && child.children.size() == 1 && child.children.front().need != Need::kExcluded) {
        child = QueryNode(child.children.front());
        child.need = Need::kRequired;  // as all that AND joins
      }
      bool moves = child.kind == Kind::kFilter && child.need != Need::kExcluded &&
                   (node->kind == Kind::kBag || count_filters(root, child.field) == 1);
      if (moves)
        filters->push_back({child.field, child.text, child.typed_begin, child.typed_end});
      else
        rest.push_back(std::move(child));
    }
    node->children = std::move(rest);
  }

  const Lexeme* peek() const { return at_ < lexemes_.size() ? &lexemes_[at_] : nullptr; }
  bool next_is(Lexeme::Kind kind) const { return peek() != nullptr && peek()->kind == kind; }

  // Items side by side, up to a closing bracket or the end.
  QueryNode bag(int depth) {
    QueryNode node;
    while (peek() != nullptr && !next_is(Lexeme::Kind::kClose)) {
      if (next_is(Lexeme::Kind::kOr)) {  // "a OR b": side by side says the same; it needs a left
        ++at_;
        if (node.children.empty() || peek() == nullptr) continue;
        join_or(&node, depth);
        continue;
      }
      std::optional<QueryNode> item = conjunction(depth);
      if (item) node.children.push_back(std::move(*item));
    }
    return node;
  }

  void join_or(QueryNode* bag_node, int depth) {
    std::optional<QueryNode> right = conjunction(depth);
    if (!right) return;
    QueryNode left = std::move(bag_node->children.back());
    bag_node->children.pop_back();
    if (left.kind != Kind::kOr || left.need != Need::kOptional) {
      QueryNode either;
      either.kind = Kind::kOr;
      either.need = left.need;
      left.need = Need::kOptional;
      either.children.push_back(std::move(left));
      left = std::move(either);
    }
    left.children.push_back(std::move(*right));
    bag_node->children.push_back(std::move(left));
  }

  // item (AND [NOT] item)*
  std::optional<QueryNode> conjunction(int depth) {
    std::optional<QueryNode> left = item(depth);
    while (next_is(Lexeme::Kind::kAnd)) {
      ++at_;
      std::optional<QueryNode> right = item(depth);
      if (!right) continue;
      if (!left) {
        left = std::move(right);
        continue;
      }
      if (left->kind != Kind::kAnd || left->need != Need::kOptional) {
        QueryNode both;
        both.kind = Kind::kAnd;
        both.children.push_back(std::move(*left));
        left = std::move(both);
      }
      left->children.push_back(std::move(*right));
    }
    return left;
  }

  // [NOT] primary [NEAR primary]*; nothing where only operators or a filter stand.
  std::optional<QueryNode> item(int depth) {
    bool negated = false;
    while (next_is(Lexeme::Kind::kNot)) {
      negated = !negated;
      ++at_;
    }
    std::optional<QueryNode> node = primary(depth);
    while (node && next_is(Lexeme::Kind::kNear)) {
      int distance = lexemes_[at_++].distance;
      std::optional<QueryNode> right = primary(depth);
      if (right) node = near(std::move(*node), std::move(*right), distance);
    }
    if (node && negated) {
      node->denied = is_plain_word(*node);
      exclude(&*node);
    }
    return node;
  }

  // The opposite of a node that is excluded already is a group that excludes it no more.
  static void exclude(QueryNode* node) {
    if (node->need == Need::kExcluded) {
      QueryNode group;
      group.children.push_back(std::move(*node));
      *node = std::move(group);
    }
    node->need = Need::kExcluded;
  }

  static QueryNode near(QueryNode left, QueryNode right, int distance) {
    if (left.kind != Kind::kNear) {
      QueryNode both;
      both.kind = Kind::kNear;
      both.distance = distance;
      both.need = left.need;
      left.need = Need::kOptional;
      both.children.push_back(std::move(left));
      left = std::move(both);
    }
    const bool is_known = left.distance > 0 && distance > 0;
    left.distance = is_known ? std::max(left.distance, distance) : 0;
    left.children.push_back(std::move(right));
    return left;
  }

  std::optional<QueryNode> primary(int depth) {
    if (peek() == nullptr) return std::nullopt;
    const Lexeme lexeme = *peek();
    if (lexeme.kind == Lexeme::Kind::kClose) return std::nullopt;
    ++at_;
    if (lexeme.kind == Lexeme::Kind::kOpen) {
      std::optional<QueryNode> inner = bracket(depth);
      if (inner && lexeme.sign == '-') exclude(&*inner);
      if (inner && lexeme.sign == '+' && inner->need == Need::kOptional)
        inner->need = Need::kRequired;
      return inner;
    }
    if (lexeme.kind != Lexeme::Kind::kWord && lexeme.kind != Lexeme::Kind::kPhrase)
      return std::nullopt;  // an operator without anything to work on
    if (!lexeme.field.empty()) {
      QueryNode node;
      node.kind = Kind::kFilter;
      node.need = lexeme.sign == '-' ? Need::kExcluded : Need::kOptional;
      node.field = lexeme.field;
      node.text = lexeme.text;
      node.typed_begin = lexeme.begin;
      node.typed_end = lexeme.end;
      return node;
    }
    std::optional<QueryNode> node = leaf(lexeme);
    if (node && node->kind == Kind::kWord && peek() != nullptr && is_lone_dash(*peek()))
      node->dash = peek()->text;
    return node;
  }

  static bool is_lone_dash(const Lexeme& lexeme) {
    if (lexeme.kind != Lexeme::Kind::kWord || lexeme.sign != 0) return false;
    size_t at = 0;
    return !lexeme.text.empty() && is_dash(next_code_point(lexeme.text, &at)) &&
           at == lexeme.text.size();
  }

  std::optional<QueryNode> bracket(int depth) {
    if (depth >= kDeepest) return std::nullopt;
    QueryNode inner = bag(depth + 1);
    if (next_is(Lexeme::Kind::kClose)) ++at_;
    if (inner.children.empty()) return std::nullopt;
    if (inner.children.size() == 1) return std::move(inner.children.front());
    return inner;
  }

  // As words with stars are compared with those of the index: without the signs around and between
  // these, "foster*," and "mother/fath*". What joins words stays, as in "multi-agen*" and "1.5*";
  // in a phrase hyphens part them.
  static std::string words_with_stars(const std::string& text, bool in_phrase) {
    std::u32string signs;
    for (size_t at = 0; at < text.size();)
      if (const char32_t c = next_code_point(text, &at); !is_invisible(c)) signs.push_back(c);
    const auto is_part = [](char32_t c) { return is_word(c) || c == '*'; };
    const auto is_digit = [](char32_t c) { return c >= '0' && c <= '9'; };
    const auto joins = [&](char32_t before, char32_t c, char32_t behind) {
      if (c == '.') return is_digit(before) && is_digit(behind);
      const bool joins_words = is_apostrophe(c) || (!in_phrase && (is_hyphen(c) || c == '&'));
      return joins_words && is_part(before) && is_part(behind);
    };
    std::string words;
    for (size_t i = 0; i < signs.size(); ++i) {
      const bool inside = i > 0 && i + 1 < signs.size();
      const bool stays =
          is_part(signs[i]) || (inside && joins(signs[i - 1], signs[i], signs[i + 1]));
      if (stays)
        append_code_point(&words, signs[i]);
      else if (!words.ends_with(' '))
        words += ' ';
    }
    return std::string(trimmed(words));
  }

  static std::optional<QueryNode> leaf(const Lexeme& lexeme) {
    QueryNode node;
    node.text = lexeme.text;
    bool phrase = lexeme.kind == Lexeme::Kind::kPhrase;
    node.kind = phrase ? Kind::kPhrase : Kind::kWord;
    size_t star = lexeme.text.find('*');
    // "foster*" needs a beginning; a lone star means nothing.
    if (!phrase && star != std::string::npos && star > 0) node.kind = Kind::kWildcard;
    if (node.kind == Kind::kWildcard) {
      node.text = words_with_stars(node.text, false);
      if (node.text.find(' ') != std::string::npos) node.kind = Kind::kPhrase;
    }
    if (node.kind == Kind::kPhrase && star != std::string::npos)
      node.text = words_with_stars(lexeme.text, true);
    if (tokenise(node.text).empty()) return std::nullopt;
    // The end of a question or of a clause is no part of its word.
    if (node.kind == Kind::kWord) {
      const size_t end = node.text.find_last_not_of("?!,;:") + 1;
      if (const size_t mark = node.text.find_first_of("?!", end); mark != std::string::npos)
        node.end = node.text[mark];
      node.colon = node.text.find(':', end) != std::string::npos;
      node.comma = node.text.find(',', end) != std::string::npos;
      node.text.resize(end);
    }
    node.need = lexeme.sign == '-'             ? Need::kExcluded
                : lexeme.sign == '+' || phrase ? Need::kRequired
                                               : Need::kOptional;
    return node;
  }

  std::vector<Lexeme> lexemes_;
  size_t at_ = 0;
};

std::string joined(const QueryNode& node, std::string_view separator) {
  std::string out;
  for (const QueryNode& child : node.children)
    out += (out.empty() ? "" : std::string(separator)) + describe(child);
  return out;
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  return Parser(lexemes_of(text)).run();
}

std::string describe(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  std::string out = node.need == QueryNode::Need::kExcluded   ? "-"
                    : node.need == QueryNode::Need::kRequired ? "+"
                                                              : "";
  switch (node.kind) {
    case Kind::kBag:
      return out + "(" + joined(node, " ") + ")";
    case Kind::kWord:
    case Kind::kWildcard:
      return out + node.text;
    case Kind::kPhrase:
      return out + "\"" + node.text + "\"";
    case Kind::kAnd:
      return out + "(" + joined(node, " AND ") + ")";
    case Kind::kOr:
      return out + "(" + joined(node, " OR ") + ")";
    case Kind::kFilter:
      return out + node.field + ":" +
             (node.text.find(' ') == std::string::npos ? node.text : "\"" + node.text + "\"");
    case Kind::kNear:
      return out + "(" + joined(node, " NEAR/" + std::to_string(node.distance) + " ") + ")";
  }
  return out;
}

}  // namespace ofsearch
