// Counts of reports and passages: totals, and facets by value of a field. Xapian counts; reports
// are counted by the report ids of the passages that match.
#pragma once

#include "common/index/schema.h"
#include "searcher/query/filters.h"
#include "searcher/results.h"

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// Report ids, and how many of their documents matched.
using MatchesByReport = std::map<std::string, Xapian::doccount>;

// Counts all that `query` finds. May throw Xapian::Error.
MatchesByReport count_by_report(const Xapian::Query& query, const Xapian::Database& database);

// The values of every report of an index, read once for many counts.
class ReportValues {
 public:
  // `database` must outlive it.
  explicit ReportValues(const Xapian::Database& database) : database_(database) {}

  // How many of `reports` have each value of `field`. May throw Xapian::Error.
  std::map<std::string, size_t> count(const Field& field, const MatchesByReport& reports);

 private:
  void read();

  const Xapian::Database& database_;
  bool is_read_ = false;
  std::unordered_map<std::string, std::string> by_id_;  // ReportFacets::written
};

// A facet of `field` over `reports`, which match whatever `filters` say of that field.
Facet make_facet(const Field& field, const MatchesByReport& reports, const Filters& filters,
                 ReportValues* values);

// A facet of a field of passages: counts over the passages that `text` (a query over passages) and
// `filters`, without the one by this field, select. May throw Xapian::Error.
Facet count_passages(const Field& field, const Xapian::Database& database,
                     const Xapian::Query& text, const Filters& filters);

}  // namespace ofsearch
