// The columns of an export, one row a passage: CSV and spreadsheets have the same.
#pragma once

#include "searcher/results.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct ExportColumn {
  enum class Kind { kText, kNumber, kDate, kLink };

  std::string_view name;
  Kind kind;
  // Either may be missing; what a passage says goes before what its report says.
  std::function<std::string(const ReportHit&)> of_report = {};
  std::function<std::string(const PassageHit&)> of_passage = {};

  // Of a report and, unless null, a passage of it; empty for nothing.
  std::string value(const ReportHit& hit, const PassageHit* passage) const;
};

const std::vector<ExportColumn>& export_columns();

// Calls `row` for every passage of the results in their order, and with nullptr for a report
// without one.
void for_each_export_row(const SearchResults& results,
                         const std::function<void(const ReportHit&, const PassageHit*)>& row);

// "10 of 41 reports and 10 of 63 passages are written; for all of them: --limit all --passages
// all"; empty where everything is there.
std::string what_is_left_out(const SearchResults& results);

// The results as if `report` were all there is, with all its passages.
SearchResults results_of(const Report& report);

}  // namespace ofsearch
