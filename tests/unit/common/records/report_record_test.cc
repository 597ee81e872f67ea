#include "common/records/report_record.h"

#include "common/records/report_json.h"
#include "tests/support/catch.h"
#include "tests/support/report_as_json.h"

#include <nlohmann/json.hpp>

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
  auto all = decode_report(record);
  REQUIRE(all);
  CHECK(all->passages == 1);
  CHECK(all->report.id == "aaaaaaaaaa01");
  CHECK(all->report.metadata.evidence.at("grade").page == 3);
  CHECK(all->report.metadata.warnings == std::vector<std::string>{"no date"});
}

TEST_CASE("Every field of a report comes back from its record") {
  Report report = report_with_evidence();
  report.path = "a folder/with:1:colons and a \ttab";
  report.paths = {report.path, "b"};
  report.file = "/a/b";
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
  CHECK(decode_report(record));
  for (size_t size = 0; size < record.fields.size(); ++size) {
    CHECK_FALSE(decode_report_fields(record.fields.substr(0, size)));
    CHECK_FALSE(decode_report_fields(record.fields.substr(record.fields.size() - size)));
  }
  CHECK_FALSE(decode_report_fields(record.fields + "-"));
  CHECK_FALSE(decode_report_fields("99999999999999999999:x"));
  for (size_t bit = 0; bit < record.fields.size() * 8; ++bit) {
    std::string changed = record.fields;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    if (decode_report_fields(changed)) FAIL("bit " << bit);
  }
  CHECK_FALSE(decode_report({record.fields, ""}));
  CHECK_FALSE(decode_report({"", record.evidence}));
}

TEST_CASE("A packed report comes back whole, and not at all where a bit of it is changed") {
  Report report = report_with_evidence();
  Passage& passage = report.passages[0];
  passage.n = 1, passage.paragraph = "10", passage.section = "Findings";
  passage.section_kind = SectionKind::kFindings, passage.section_grade = "good";
  passage.page = 2, passage.page_end = 3, passage.text = "Label\tgood\nNext \"row\"";
  passage.bullet = true, passage.finding = Finding::kMixed, passage.finding_score = -0.25;
  const std::string packed = pack_report(report);
  auto back = unpack_report(packed);
  REQUIRE(back);
  CHECK(report_as_json(*back) == report_as_json(report));
  auto head = unpack_head(packed);
  REQUIRE(head);
  CHECK(head->passages == 1);
  CHECK(head->report.passages.empty());
  for (size_t at = 0; at < packed.size() * 8; ++at) {
    std::string changed = packed;
    changed[at / 8] = static_cast<char>(changed[at / 8] ^ (1 << at % 8));
    auto other = unpack_report(changed);
    if (other && report_as_json(*other) != report_as_json(report)) FAIL("bit " << at);
  }
  for (size_t size = 0; size < packed.size(); ++size)
    CHECK_FALSE(unpack_report(packed.substr(0, size)));
}

}  // namespace ofsearch
