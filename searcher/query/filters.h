// From --authority, --year, --from and the rest to terms and ranges of the index.
#pragma once

#include "common/index/fields.h"
#include "common/index/index.h"
#include "common/system/result.h"
#include "searcher/query/composed_values.h"
#include "searcher/results/results.h"

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace ofsearch {

// The filters of one search, checked. Values of one field join with OR, fields with AND; but fields
// that one list of values mixes ("good,leaders:inadequate") with OR too.
class Filters {
 public:
  // Checks every value against the schema and the index. Errors (kUsage): an unknown value, with
  // the nearest valid ones as the hint.
  static Result<Filters> resolve(const SearchRequest& request, const Xapian::Database& database);

  // All of them as one query, match_all() if there are none. `except`: leave the filter of this
  // field out, for that facet's own counts. Those of passages (section, finding) only with
  // `passages`. Where a topic and a finding are asked for, the passage must find that of the topic.
  Xapian::Query query(bool passages, const Field* except = nullptr) const;

  // Whether `report` itself is among what query() selects: what the index says of its documents is
  // not what the report says, where it is damaged. Filters of passages are not looked at.
  bool admits(const Report& report) const;

  // The same filters with `value`, as shown, as the only one of `field`.
  Filters with_only(const Field& field, const std::string& value) const;

  bool selects_passages() const;
  bool empty() const;
  bool is_selected(const Field& field, const std::string& value) const;
  bool has(const Field& field) const { return values_.contains(&field); }
  // The values asked for, as facets show them; none where the index's form is not the shown one,
  // and none that is composed.
  std::vector<std::string> selected(const Field& field) const;

  // In the order of the table of fields.
  std::vector<SearchedFilter> in_words() const;

 private:
  std::vector<std::string> topic_finding_terms() const;
  bool are_alternatives(const Field* a, const Field* b) const;
  std::vector<std::string> typed_of_mixed() const;
  std::vector<std::string> terms_with_alternatives(const Field* field) const;
  Xapian::Query query_of(const std::vector<std::string>& terms) const;

  // In the order of the table of fields. Values of no field select nothing.
  std::map<const Field*, std::vector<std::string>> values_;
  std::map<const Field*, std::vector<std::string>> terms_;  // of `values_`
  std::map<std::string, Xapian::Query> without_any_;  // by term of `terms_` that stands for none
  ComposedValues composed_;                           // those of `values_` that are
  std::map<const Field*, std::vector<std::string>> typed_;  // "2018..2022", for people
  std::set<const Field*> mixed_;                            // of these, any value of any field does
  std::map<std::string, std::string> until_;  // of `terms_`, those good until a day (date_key())
  std::string from_, to_;                     // ISO dates
  std::string indexed_since_;
};

// Every document. Not Query::MatchAll: two threads may not copy it at once.
Xapian::Query match_all();
bool is_match_all(const Xapian::Query& query);

// `query` where `filter` holds, which does not change weights.
Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter);

// Returns when the latest report entered the index, ISO 8601 UTC: the start of the run that brought
// it. Empty if there is none. May throw Xapian::Error.
std::string latest_entry(const Xapian::Database& database);

}  // namespace ofsearch
