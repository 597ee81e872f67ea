#include "searcher/match/selection.h"

#include "common/index/schema.h"

#include <string>

namespace ofsearch {

using Query = Xapian::Query;

Selection::Selection(Filters filters, const SearchPlan& plan, Query clock)
    : filters_(std::move(filters)),
      in_query_(plan.filter),
      needs_documents_(plan.complement || plan.concepts.empty()),
      by_passages_(plan.by_passages || filters_.selects_passages()),
      clock_(std::move(clock)) {}

Query Selection::documents() const {
  return Query(std::string(by_passages_ ? kPassageTerm : kReportTerm));
}

Query Selection::all_documents() const {
  return timed(documents(), clock_);
}

Query Selection::filtered_documents() const {
  return timed(filtered(documents(), filters_.query(by_passages_)), clock_);
}

Query Selection::of(const Query& text, const Field* except) const {
  Query query = text;
  if (needs_documents_)
    query = is_match_all(text) ? documents() : Query(Query::OP_AND, text, documents());
  if (!in_query_.empty()) query = filtered(query, in_query_);
  return timed(filtered(query, filters_.query(by_passages_, except)), clock_);
}

}  // namespace ofsearch
