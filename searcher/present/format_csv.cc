// RFC 4180, one line a passage; a report without a passage to show has one line all the same.
#include "common/report/report_json.h"
#include "common/report/values.h"
#include "common/system/csv.h"
#include "searcher/present/formatter.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 24> kColumns = {"rank",
                                                       "score",
                                                       "id",
                                                       "path",
                                                       "authority",
                                                       "authority_code",
                                                       "region",
                                                       "kind",
                                                       "visit_type",
                                                       "inspection_start",
                                                       "inspection_end",
                                                       "published",
                                                       "year",
                                                       "grade",
                                                       "standing_grade",
                                                       "send_outcome",
                                                       "focus",
                                                       "lead_inspector",
                                                       "title",
                                                       "section",
                                                       "paragraph",
                                                       "page",
                                                       "finding",
                                                       "text"};

std::vector<std::string> report_cells(const ReportHit& hit) {
  const Metadata& m = hit.report.metadata;
  return {std::to_string(hit.rank),
          fmt::format("{:.3f}", hit.score),
          hit.report.id,
          hit.report.path,
          m.authority,
          m.authority_code,
          m.region,
          m.kind,
          m.visit_type,
          m.inspection_start.value_or(""),
          m.inspection_end.value_or(""),
          m.published.value_or(""),
          m.year ? std::to_string(*m.year) : "",
          m.grade,
          m.standing_grade.value_or(""),
          m.send_outcome.value_or(""),
          m.focus.value_or(""),
          m.lead_inspector.value_or(""),
          m.title};
}

std::vector<std::string> passage_cells(const Passage& passage) {
  return {passage.section, passage.paragraph, passage.page > 0 ? std::to_string(passage.page) : "",
          std::string(finding_name(passage.finding)), passage.text};
}

}  // namespace

void format_csv(const SearchResults& results, const OutputOptions&, std::ostream& out) {
  out << csv_line({kColumns.begin(), kColumns.end()});
  for (const ReportHit& hit : results.hits) {
    std::vector<std::string> report = report_cells(hit);
    std::vector<std::vector<std::string>> passages;
    for (const PassageHit& passage : hit.passages)
      passages.push_back(passage_cells(passage.passage));
    if (passages.empty()) passages.emplace_back(5);
    for (const std::vector<std::string>& passage : passages) {
      std::vector<std::string> cells = report;
      cells.insert(cells.end(), passage.begin(), passage.end());
      out << csv_line(cells);
    }
  }
}

// Every passage of the report, ranked first as it is the only one.
void show_csv(const Report& report, const OutputOptions& options, std::ostream& out) {
  SearchResults results;
  ReportHit hit;
  hit.rank = 1;
  hit.report = report;
  for (const Passage& passage : report.passages) {
    hit.passages.emplace_back();
    hit.passages.back().passage = passage;
  }
  results.hits.push_back(std::move(hit));
  format_csv(results, options, out);
}

}  // namespace ofsearch
