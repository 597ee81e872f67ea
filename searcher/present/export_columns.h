// Lists the columns of an export with one row a passage, the same for CSV and spreadsheets.
#pragma once

#include "searcher/results/results.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct ExportColumn {
  enum class Kind { kText, kNumber, kDate, kLink };

  std::string_view name;
  Kind kind;
  // Return the values. Either may be empty; the value of the passage takes precedence over that of
  // its report.
  std::function<std::string(const ReportHit&)> of_report = {};
  std::function<std::string(const PassageHit&)> of_passage = {};

  // Returns the value for a report and, unless null, one of its passages; empty if there is none.
  std::string value(const ReportHit& hit, const PassageHit* passage) const;
};

const std::vector<ExportColumn>& export_columns();

// Calls `row` for every passage of the results in order, and with nullptr for a report without
// passages.
void for_each_export_row(const SearchResults& results,
                         const std::function<void(const ReportHit&, const PassageHit*)>& row);

// Returns a note: "10 of 41 reports and 10 of 63 passages are written; for all of them: --limit all
// --passages all". It is empty if everything is there.
std::string what_is_left_out(const SearchResults& results);

// Returns the topics of a passage, none of them asked for.
std::vector<PassageTopic> topics_of(const Passage& passage);

// Returns search results that consist of `report` with all its passages.
SearchResults results_of(const Report& report);

}  // namespace ofsearch
