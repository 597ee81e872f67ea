// RFC 4180, one line a passage; a report without a passage to show has one line all the same. The
// columns are those of docs/output.md.
#include "common/files/csv.h"
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"

namespace ofsearch {
namespace {

void write_counts(const SearchResults& results, std::ostream& out) {
  out << csv_line({"field", "value", "count", "selected"});
  out << csv_line({"total", "reports", std::to_string(results.total_reports), ""});
  out << csv_line({"total", "passages", std::to_string(results.total_passages), ""});
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      out << csv_line(
          {facet.name, value.value, std::to_string(value.count), value.selected ? "yes" : ""});
}

}  // namespace

void format_csv(const SearchResults& results, const OutputOptions& options, std::ostream& out) {
  if (options.only_counts) return write_counts(results, out);
  std::vector<std::string> cells;
  for (const ExportColumn& column : export_columns()) cells.emplace_back(column.name);
  out << csv_line(cells);
  for_each_export_row(results, [&](const ReportHit& hit, const PassageHit* passage) {
    cells.clear();
    for (const ExportColumn& column : export_columns()) cells.push_back(column.value(hit, passage));
    out << csv_line(cells);
  });
}

void format_csv_excel(const SearchResults& results, const OutputOptions& options,
                      std::ostream& out) {
  out << kByteOrderMark;
  format_csv(results, options, out);
}

// Every passage of the report, ranked first as it is the only one.
void show_csv(const Report& report, const OutputOptions& options, std::ostream& out) {
  format_csv(results_of(report), options, out);
}

void show_csv_excel(const Report& report, const OutputOptions& options, std::ostream& out) {
  format_csv_excel(results_of(report), options, out);
}

}  // namespace ofsearch
