#include "tests/support/sample_index.h"

#include "indexer/write/index_writer.h"

#include <stdexcept>
#include <utility>

namespace ofsearch::test {

Passage sample_passage(std::string text, std::string section, SectionKind kind) {
  Passage passage;
  passage.text = std::move(text);
  passage.section = std::move(section);
  passage.section_kind = kind;
  return passage;
}

Report sample_report(std::string id, std::string authority, int year, std::string visit_type,
                     std::string grade, std::vector<Passage> passages) {
  Report report;
  report.path = id + ".txt";
  report.id = std::move(id);
  report.indexed = "2026-01-01T00:00:00Z";
  report.metadata.authority = std::move(authority);
  report.metadata.year = year;
  report.metadata.inspection_end = std::to_string(year) + "-06-15";
  report.metadata.visit_type = std::move(visit_type);
  report.metadata.grade = std::move(grade);
  report.passages = std::move(passages);
  for (size_t i = 0; i < report.passages.size(); ++i) {
    report.passages[i].n = static_cast<int>(i + 1);
    report.passages[i].paragraph = std::to_string(i + 1);
  }
  return report;
}

std::vector<Report> sample_reports() {
  return {
      sample_report(
          "aaaaaaaaaa01", "Someshire", 2015, "sif", "inadequate",
          {sample_passage("Visits to privately fostered children come late."),
           sample_passage("The multi-agency hub shares what it knows at once."),
           sample_passage("Reduce caseloads.", "Recommendations", SectionKind::kRecommendations)}),
      sample_report("aaaaaaaaaa02", "Someshire", 2019, "ilacs-standard", "good",
                    {sample_passage("Caseloads are low, and visits are never late."),
                     sample_passage("The multiagency hub has room for everybody.")}),
      sample_report("aaaaaaaaaa03", "Otherbury", 2019, "ilacs-short", "good",
                    {sample_passage("A multi agency panel reads every plan. Return home interviews "
                                    "are offered to each child who has been missing from care."),
                     sample_passage("Caseloads are high. Caseloads rise every month.")}),
      sample_report("aaaaaaaaaa04", "Otherbury", 2022, "focused-visit", "none",
                    {sample_passage("Children who go missing are asked why they went."),
                     sample_passage("They return to a home that knows them; interviews follow.")}),
      sample_report("aaaaaaaaaa05", "Thirdham", 2022, "ilacs-standard", "outstanding",
                    {sample_passage("Foster carers praise their social workers.")}),
  };
}

SampleIndex::SampleIndex(const std::vector<Report>& reports) {
  auto next = [at = reports.begin(),
               end = reports.end()]() mutable -> Result<std::optional<Report>> {
    return at == end ? std::optional<Report>() : std::optional(*at++);
  };
  if (auto written = write_segment(path(), "", next); !written)
    throw std::runtime_error(written.error().text());
}

}  // namespace ofsearch::test
