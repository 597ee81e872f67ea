// The documents of one opened index that a request selects by its filters and by its plan.
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

  // `clock`: as clock_query() makes it; empty where shards are remote. The plan says what its
  // filters inside the query and its words are.
  Selection(Filters filters, const SearchPlan& plan, Xapian::Query clock);

  const Filters& filters() const { return filters_; }

  // Whether passages are selected, because of words or of a filter of passages; else reports are.
  bool by_passages() const { return by_passages_; }

  // All documents of the kind that is selected, and what the filters of the request alone select.
  Xapian::Query all_documents() const;
  Xapian::Query filtered_documents() const;

  // What of `text`, a query of MatchSet, is selected. `except`: leave out the filter of this field.
  Xapian::Query of(const Xapian::Query& text, const Field* except = nullptr) const;

  // `query`, looked through with the clock of the search.
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
