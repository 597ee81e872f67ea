#include "common/records/report_json.h"

#include "common/report/values.h"
#include "tests/support/catch.h"
#include "tests/support/report_as_json.h"

#include <nlohmann/json.hpp>

namespace ofsearch {
namespace {

Report full_report() {
  Report report;
  report.id = "0123456789ab";
  report.path = "eastvale/2024.pdf";
  report.paths = {report.path, "z.pdf"};
  report.file = "/reports/eastvale/2024.pdf";
  report.sha256 = std::string(64, 'a');
  report.indexed = "2024-03-01T02:00:00Z";
  Metadata& m = report.metadata;
  m.kind = "letter";
  m.authority = "Eastvale";
  m.authority_code = "E00000001";
  m.region = "North";
  m.visit_type = "focused-visit";
  m.inspection_start = "2024-02-05";
  m.inspection_end = "2024-02-06";
  m.published = "2024-03-18";
  m.year = 2024;
  m.grade = "none";
  m.judgements = {{"leaders", "good"}, {"in_care", "outstanding"}};
  m.standing_grade = "good";
  m.focus = "front-door";
  m.lead_inspector = "Idris Vale";
  m.title = "Focused visit to Eastvale children\u2019s services";
  m.evidence = {{"authority", {"Eastvale children\u2019s services", 1, "title"}}};
  m.warnings = {"two dates"};
  Passage passage;
  passage.n = 1;
  passage.paragraph = "10";
  passage.section = "Findings";
  passage.section_kind = SectionKind::kFindings;
  passage.section_grade = "good";
  passage.page = 2;
  passage.page_end = 3;
  passage.text = "Label\tgood\nNext \"row\"";
  passage.bullet = true;
  passage.finding = Finding::kMixed;
  passage.finding_score = -0.25;
  report.passages = {passage, Passage()};
  report.passages.back().n = 2;
  return report;
}

}  // namespace

TEST_CASE("a report as JSON has all that is known of it", "[report_json]") {
  Json json = report_as_json(full_report());
  CHECK(json["id"] == "0123456789ab");
  CHECK(json["paths"] == Json::array({"eastvale/2024.pdf", "z.pdf"}));
  CHECK(json["file"] == "/reports/eastvale/2024.pdf");
  CHECK(json["judgements"]["in_care"] == "outstanding");
  CHECK(json["evidence"]["authority"]["rule"] == "title");
  CHECK(json["warnings"] == Json::array({"two dates"}));
  REQUIRE(json["passages"].size() == 2);
  const Json& passage = json["passages"][0];
  CHECK(passage["text"] == "Label\tgood\nNext \"row\"");
  CHECK(passage["finding"] == "mixed");
}

TEST_CASE("what a document does not settle is null or unknown, never left out", "[report_json]") {
  Json json = report_fields(Report());
  for (const char* field : {"inspection_start", "inspection_end", "published", "year",
                            "standing_grade", "send_outcome", "focus", "lead_inspector"}) {
    INFO(field);
    REQUIRE(json.contains(field));
    CHECK(json[field].is_null());
  }
  CHECK(json["authority"] == "unknown");
  CHECK(json["visit_type"] == "unknown");
  CHECK(json["grade"] == "unknown");
  CHECK(json["judgements"].is_object());
}

TEST_CASE("a passage without number and page has null for them", "[report_json]") {
  Passage passage;
  passage.n = 1;
  passage.text = "text";
  Json json = passage_fields(passage);
  CHECK(json["paragraph"].is_null());
  CHECK(json["page"].is_null());
  CHECK(json["text"] == "text");
}

TEST_CASE("findings have names that lead back to them", "[report_json]") {
  for (Finding finding :
       {Finding::kNeutral, Finding::kStrength, Finding::kWeakness, Finding::kMixed})
    CHECK(finding_from_name(finding_name(finding)) == finding);
  CHECK_FALSE(finding_from_name("praise"));
}

}  // namespace ofsearch
