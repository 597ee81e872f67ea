// From what people type to a small query tree. Never fails: stray quotes, brackets and operators
// are taken for what they most likely were meant as.
//
//   private fostering         all of the words; where no passage has them all, most of them
//   "missing from care"       the very phrase; a passage must have it
//   +word  -word  NOT word    must have, must not have
//   a AND b, a OR b, (a b)    as usual, in capitals; AND binds closer than standing side by side
//   a NEAR b, a NEAR/5 b      within 10, or 5, words of each other
//   foster*                   every word that begins so
//   grade:good type:sif year:2018..2020 authority:"Kingston upon Hull" section:recommendations
//   -grade:good, NOT type:sif, (type:sif OR type:jtai)   filters excluded, or either of them
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct QueryNode {
  enum class Kind {
    kBag,       // children in any number, the more the better; +children must, -children must not
    kWord,      // text as typed
    kPhrase,    // text as typed, without the quotes
    kWildcard,  // text with "*"
    kAnd,
    kOr,
    kNear,    // children are words; `distance` apart at most
    kFilter,  // field:text, where it is not one of ParsedQuery::filters
  };
  enum class Need { kOptional, kRequired, kExcluded };

  Kind kind = Kind::kBag;
  Need need = Need::kOptional;  // as a child of a bag or of kAnd
  std::string text;
  char end = 0;         // of a word: "?" or "!" where one stood behind it
  bool colon = false;   // of a word: ":" stood behind it
  bool comma = false;   // of a word: "," stood behind it
  bool denied = false;  // of a word: NOT stood before it
  std::string dash;     // of a word: what stood alone between it and the next, as in "2018 - 2020"
  std::string field;    // of a filter, in lower case
  int distance = 0;
  std::vector<QueryNode> children;
  size_t typed_begin = 0, typed_end = 0;  // of a filter: its bytes in what was typed

  bool operator==(const QueryNode&) const = default;
};

// Tells whether `node` is a word without a sign, quotes or NOT.
inline bool is_plain_word(const QueryNode& node) {
  return node.kind == QueryNode::Kind::kWord && node.need == QueryNode::Need::kOptional;
}

struct QueryFilter {
  std::string field;          // as typed, in lower case: "grade"
  std::string value;          // as typed, without quotes
  size_t begin = 0, end = 0;  // its bytes in what was typed, with its sign

  // Wherever they stand.
  bool operator==(const QueryFilter& other) const {
    return field == other.field && value == other.value;
  }
};

struct ParsedQuery {
  QueryNode root;                    // a kBag
  std::vector<QueryFilter> filters;  // that every answer must pass
  size_t depth = 0;                  // of brackets; what is too deep is left out of the tree
  bool empty() const { return root.children.empty(); }
};

// `text` is UTF-8. A "name:value" is a filter where find_field() knows `name`; elsewhere it is
// words.
ParsedQuery parse_query(std::string_view text);

// The tree in one readable line: (private OR fostering OR dbs), +"looked after", -sif.
std::string describe(const QueryNode& node);

}  // namespace ofsearch
