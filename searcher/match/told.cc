#include "searcher/match/told.h"

#include "common/index/schema.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

std::vector<std::string> terms_of(const Query& query) {
  return {query.get_terms_begin(), query.get_terms_end()};
}

// Returns the passages whose sentences with one of `terms` surely find `finding`, though the
// passages as a whole do not.
Query told(const std::vector<std::string>& terms, Finding finding) {
  std::vector<Query> all;
  for (const std::string& term : terms) all.emplace_back(told_term(finding, term));
  return Query(Query::OP_OR, all.begin(), all.end());
}

}  // namespace

Query unless_told(const Query& has, Finding finding) {
  switch (has.get_type()) {
    case Query::OP_OR:
    case Query::OP_AND:
    case Query::OP_SYNONYM: {
      std::vector<Query> parts;
      for (size_t i = 0; i < has.get_num_subqueries(); ++i)
        parts.push_back(unless_told(has.get_subquery(i), finding));
      const Query::op op = has.get_type() == Query::OP_AND ? Query::OP_AND : Query::OP_OR;
      return Query(op, parts.begin(), parts.end());
    }
    case Query::OP_AND_NOT: {
      std::vector<Query> parts = {unless_told(has.get_subquery(0), finding)};
      for (size_t i = 1; i < has.get_num_subqueries(); ++i) parts.push_back(has.get_subquery(i));
      return Query(Query::OP_AND_NOT, parts.begin(), parts.end());
    }
    default:
      return Query(Query::OP_AND_NOT, has, told(terms_of(has), finding));
  }
}

}  // namespace ofsearch
