// Selects the documents of one opened index by the filters of a request and by its plan.
#pragma once

#include "common/index/fields.h"
#include "searcher/plan/plan.h"
#include "searcher/query/deadline.h"
#include "searcher/query/filters.h"

#include <xapian.h>

#include <utility>

namespace ofsearch {

class Selection {
 public:
  Selection() = default;

  // `clock` is as clock_query() makes it; it is empty where shards are remote. `plan` gives the
  // filters inside the query, and tells whether the query has words.
  Selection(Filters filters, const SearchPlan& plan, Xapian::Query clock);

  const Filters& filters() const { return filters_; }

  // Tells whether passages are selected, because of words or of a filter of passages. If not,
  // reports are.
  bool by_passages() const { return by_passages_; }

  // Return all documents of the kind that is selected, and those that the filters of the request
  // alone select.
  Xapian::Query all_documents() const;
  Xapian::Query filtered_documents() const;

  // Returns what is selected of `text`, a query of MatchSet. The filter of the field `except` is
  // left out.
  Xapian::Query of(const Xapian::Query& text, const Field* except = nullptr) const;

  // Returns `query`, looked through with the clock of the search.
  Xapian::Query in_time(const Xapian::Query& query) const { return timed(query, clock_); }

 private:
  Xapian::Query documents() const;

  Filters filters_;
  Xapian::Query in_query_;       // SearchPlan::filter
  bool needs_documents_ = true;  // without words: the other kind of document must be kept out
  bool by_passages_ = false;
  Xapian::Query clock_;
};

}  // namespace ofsearch
