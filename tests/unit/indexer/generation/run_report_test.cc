#include "indexer/generation/run_report.h"

#include "common/text/counted.h"
#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace ofsearch;

namespace {

RunReport sample_run() {
  RunReport report;
  report.outcome = RunReport::kPublished;
  report.index = "/index";
  report.generation = 7;
  report.started = "2025-01-02T02:00:00Z";
  report.reports = 1126;
  report.passages = 13690;
  report.unchanged = 1123;
  report.seconds = 1.25;
  report.added = {summary_fields({{"id", "0123"}, {"path", "a.pdf"}, {"authority", "Northmere"}})};
  report.moved = {{"b.pdf", "2025/b.pdf"}};
  report.failures = {{"c.pdf", "it is encrypted", true}};
  report.warnings = {"corrections.csv:3: no report matches"};
  report.left_out = {{"/r/map.png", "it is a picture"}};
  report.document_warnings = {{"d.pdf", "the grade is doubtful"}};
  return report;
}

}  // namespace

TEST_CASE("large numbers are written with commas") {
  CHECK(with_commas(0) == "0");
  CHECK(with_commas(999) == "999");
  CHECK(with_commas(1000) == "1,000");
  CHECK(with_commas(1234567) == "1,234,567");
}

TEST_CASE("the summary names what happened and leaves out what did not") {
  RunReport run = sample_run();
  CHECK(summary_line(run) ==
        "1,126 reports, 13,690 passages: 1 added, 1 moved, 1,123 unchanged; 1 not read; "
        "1 left out; 1 warning (--run-report and ofindex --stats --warnings list it); 1.2 s");
  RunReport quiet;
  quiet.outcome = RunReport::kUnchanged;
  quiet.reports = 1;
  quiet.seconds = 0.034;
  CHECK(summary_line(quiet) == "1 report, 0 passages; nothing has changed; 0.03 s");
}

TEST_CASE("reports that were restated are not counted as unchanged") {
  RunReport run;
  run.outcome = RunReport::kPublished;
  run.reports = 5;
  run.unchanged = 3;
  run.restated = {Json::object(), Json::object()};
  CHECK(summary_line(run) == "5 reports, 0 passages: 3 unchanged, 2 with new facts; 0.00 s");
}

TEST_CASE("the run report says what was added, moved, failed and warned of") {
  Json json = run_report_json(sample_run());
  CHECK(json["outcome"] == "published");
  CHECK(json["error"].is_null());
  CHECK(json["generation"] == 7);
  CHECK(json["counts"]["added"] == 1);
  CHECK(json["counts"]["warnings"] == 2);
  CHECK(json["added"][0]["authority"] == "Northmere");
  CHECK(json["added"][0]["grade"].is_null());
  CHECK(json["moved"] == Json::array({{{"from", "b.pdf"}, {"to", "2025/b.pdf"}}}));
  CHECK(json["failures"] ==
        Json::array({{{"path", "c.pdf"}, {"reason", "it is encrypted"}, {"known", true}}}));
  CHECK(json["left_out"] == Json::array({{{"path", "/r/map.png"}, {"reason", "it is a picture"}}}));
  CHECK(json["counts"]["left_out"] == 1);
  CHECK(json["warnings"] ==
        Json::array({"corrections.csv:3: no report matches", "d.pdf: the grade is doubtful"}));
}

TEST_CASE("the run report of a run that failed says why") {
  RunReport run;
  run.error = "the disk is full";
  Json json = run_report_json(run);
  CHECK(json["outcome"] == "failed");
  CHECK(json["error"] == "the disk is full");
  CHECK(json["generation"].is_null());
  CHECK(json["added"] == Json::array());
}

TEST_CASE("the short form of a report has every key, null where nothing is known") {
  Json fields = summary_fields({{"path", "a.pdf"}, {"lead_inspector", "Odile Quist"}});
  CHECK(fields["path"] == "a.pdf");
  CHECK(fields.contains("standing_grade"));
  CHECK(fields["standing_grade"].is_null());
  CHECK_FALSE(fields.contains("lead_inspector"));
}
