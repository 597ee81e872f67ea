#include "common/report_record.h"

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
  return report;
}

}  // namespace

TEST_CASE("A report record gives the fields alone, or all") {
  std::string record = encode_report(report_with_evidence());
  Report fields = decode_report_fields(record);
  CHECK(fields.metadata.title == "Someshire:\nan inspection");
  CHECK(fields.metadata.grade == "good");
  CHECK(fields.metadata.evidence.empty());
  CHECK(fields.metadata.warnings.empty());
  Report all = report_from_json(report_record_to_json(record));
  CHECK(all.id == "aaaaaaaaaa01");
  CHECK(all.metadata.evidence.at("grade").page == 3);
  CHECK(all.metadata.warnings == std::vector<std::string>{"no date"});
}

TEST_CASE("What is no report record is discarded") {
  std::string record = encode_report(report_with_evidence());
  CHECK_FALSE(report_record_to_json(record).is_discarded());
  CHECK(report_record_to_json("").is_discarded());
  CHECK(report_record_to_json("{}").is_discarded());
  CHECK(report_record_to_json(record.substr(0, record.size() - 1)).is_discarded());
  CHECK(report_record_to_json(record.substr(1)).is_discarded());
  CHECK_THROWS_AS(decode_report_fields(""), nlohmann::json::exception);
}

}  // namespace ofsearch
