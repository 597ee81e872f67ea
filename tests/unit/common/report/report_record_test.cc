#include "common/report/report_record.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

Report report_with_evidence() {
  Report report;
  report.id = "aaaaaaaaaa01";
  report.path = "someshire.txt";
  report.metadata.title = "Someshire:\nan inspection";
  report.metadata.grade = "good";
  report.metadata.evidence["grade"] = {"is good", 3, "sentence"};
  report.metadata.warnings = {"no date"};
  report.passages.resize(1);
  return report;
}

}  // namespace

TEST_CASE("A report record gives the fields alone, or all") {
  ReportRecord record = encode_report(report_with_evidence());
  auto fields = decode_report_fields(record.fields);
  REQUIRE(fields);
  CHECK(fields->metadata.title == "Someshire:\nan inspection");
  CHECK(fields->metadata.grade == "good");
  CHECK(fields->metadata.evidence.empty());
  CHECK(fields->metadata.warnings.empty());
  Json json = report_record_to_json(record);
  CHECK(json["passage_count"] == 1);
  Report all = report_from_json(json);
  CHECK(all.id == "aaaaaaaaaa01");
  CHECK(all.metadata.evidence.at("grade").page == 3);
  CHECK(all.metadata.warnings == std::vector<std::string>{"no date"});
}

TEST_CASE("Every field of a report comes back from its record") {
  Report report = report_with_evidence();
  report.path = "a folder/with:1:colons and a \ttab";
  report.sha256 = "abc";
  report.indexed = "2024-01-01T00:00:00Z";
  Metadata& m = report.metadata;
  m.kind = "letter", m.authority = "Someshire", m.authority_code = "E1", m.region = "North";
  m.visit_type = "sif", m.year = 2016, m.judgements = {{"leaders", "good"}, {"help", "-"}};
  m.inspection_start = "2016-02-01", m.published = "2016-04-01", m.standing_grade = "";
  m.send_outcome = "2", m.focus = "front door", m.lead_inspector = "An Inspector";
  for (const Report& each : {report, Report()}) {
    auto back = decode_report_fields(encode_report(each).fields);
    REQUIRE(back);
    CHECK(report_fields(*back).dump() == report_fields(each).dump());
    CHECK(back->metadata.standing_grade == each.metadata.standing_grade);
    CHECK(back->metadata.inspection_end == each.metadata.inspection_end);
  }
}

TEST_CASE("What is no report record is discarded") {
  const ReportRecord record = encode_report(report_with_evidence());
  CHECK_FALSE(report_record_to_json(record).is_discarded());
  for (size_t size = 0; size < record.fields.size(); ++size) {
    CHECK_FALSE(decode_report_fields(record.fields.substr(0, size)));
    CHECK_FALSE(decode_report_fields(record.fields.substr(record.fields.size() - size)));
  }
  CHECK_FALSE(decode_report_fields(record.fields + "-"));
  CHECK_FALSE(decode_report_fields("99999999999999999999:x"));
  CHECK(report_record_to_json({record.fields, ""}).is_discarded());
  CHECK(report_record_to_json({"", record.evidence}).is_discarded());
}

}  // namespace ofsearch
