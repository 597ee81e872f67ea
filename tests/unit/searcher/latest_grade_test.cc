#include "searcher/latest_grade.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <utility>

namespace ofsearch {
namespace {

ReportHit hit(const std::string& type, const std::string& grade,
              const std::string& kind = "report") {
  ReportHit hit;
  hit.report = test::sample_report("aaaaaaaaaa01", "Someshire", 2019, type, grade, {});
  hit.report.metadata.kind = kind;
  return hit;
}

std::string note(std::vector<ReportHit> newest_first) {
  SearchResults results;
  results.hits = std::move(newest_first);
  return latest_grade_note(results);
}

TEST_CASE("The latest overall grade is told, whatever came after it without one", "[standing]") {
  const std::string told =
      note({hit("focused-visit", "none"), hit("ilacs-standard", "good"), hit("sif", "inadequate")});
  CHECK(told.starts_with("the latest graded report of Someshire in the index is the "));
  CHECK(told.ends_with(": good"));
  CHECK(told.find("2019") != std::string::npos);
}

TEST_CASE("An inspection that judges all services without an overall grade is the latest",
          "[standing]") {
  ReportHit reformed = hit("ilacs-standard", "none");
  reformed.report.metadata.judgements = {
      {"leaders", "inadequate"}, {"help_protection", "good"}, {"in_care", "good"}};
  CHECK(note({reformed, hit("ilacs-standard", "good")})
            .ends_with(": no overall grade, leaders inadequate, help and protection good, children "
                       "in care good"));
}

TEST_CASE("An article about an inspection awards no grade", "[standing]") {
  CHECK(note({hit("sif", "good", "article"), hit("sif", "inadequate")}).ends_with(": inadequate"));
  CHECK(note({hit("sif", "good", "article")}).empty());
}

TEST_CASE("Where no report has a grade the note says so, and where none is known nothing",
          "[standing]") {
  CHECK(note({hit("focused-visit", "none")}) == "no report of Someshire in the index has a grade");
  CHECK(note({}).empty());
}

}  // namespace
}  // namespace ofsearch
