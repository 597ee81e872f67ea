// What stands in brackets: "adoption support (not fostering)", "neglect (older children)".
#pragma once

#include "searcher/query/query_parser.h"

#include <vector>

namespace ofsearch::understanding {

// Whether it is a bracket of plain words, without a sign.
bool is_plain_bracket(const QueryNode& node);

// Whether brackets behind a word of a query with these nodes may be remarks: none of them has a
// sign or an operator.
bool may_have_remarks(const std::vector<QueryNode>& nodes);

// The words of a bracket as they are understood in the query: in their place, and behind all of it.
struct Remark {
  std::vector<QueryNode> words;
  std::vector<QueryNode> excepted;  // "except fostering", or what must not be there
};

Remark read_remark(const QueryNode& bracket);

}  // namespace ofsearch::understanding
