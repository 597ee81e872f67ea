// Counts reports and passages: totals, and facets by value of a field. Xapian counts the matching
// passages by report id.
#pragma once

#include "common/index/schema.h"
#include "searcher/query/filters.h"
#include "searcher/results/results.h"

#include <xapian.h>

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// Maps a report id to the number of its documents that match.
using MatchesByReport = std::map<std::string, Xapian::doccount>;

// Counts the documents of each report that a search sees. The documents of a report stand side by
// side. So a document mostly has the report of the one before, which is not looked up again.
class ReportCounter : public Xapian::ValueCountMatchSpy {
 public:
  ReportCounter() : Xapian::ValueCountMatchSpy(kReportIdSlot) {}
  void operator()(const Xapian::Document& document, double weight) override;

  // Returns what was counted, with what servers have counted, as Xapian's own spy does. Is to be
  // called once, at the end.
  MatchesByReport take();

 private:
  MatchesByReport counted_;
  MatchesByReport::iterator last_ = counted_.end();
};

// Counts all documents that `query` finds. May throw Xapian::Error.
MatchesByReport count_by_report(const Xapian::Query& query, const Xapian::Database& database);

// Returns how many documents the reports have together.
size_t documents_in(const MatchesByReport& counted);

// Holds the field values of all reports of an index, read once and kept.
class ReportValues {
 public:
  // `database` must outlive it.
  explicit ReportValues(const Xapian::Database& database) : database_(database) {}

  // Returns how many of `reports` have each value of `field`, without values that none has.
  // Spellings of one person's name count as one value. May throw Xapian::Error.
  std::map<std::string, size_t> count(const Field& field, const MatchesByReport& reports);

  // Returns how many of `reports` have no value of `field`. May throw Xapian::Error.
  size_t count_without(const Field& field, const MatchesByReport& reports);

 private:
  void read();

  const Xapian::Database& database_;
  bool is_read_ = false;
  std::unordered_map<std::string, std::string> by_id_;  // ReportFacets::written
};

// Returns the facet of `field` over `reports`, which were matched without the filter of that field.
// Values that are filtered by are listed even where their count is 0.
Facet make_facet(const Field& field, const MatchesByReport& reports, const Filters& filters,
                 ReportValues* values);

// Returns the facet of a field of passages. It counts over the passages that match `text` (a query
// over passages) and `filters`, without the filter of this field. May throw Xapian::Error.
Facet count_passages(const Field& field, const Xapian::Database& database,
                     const Xapian::Query& text, const Filters& filters);

}  // namespace ofsearch
