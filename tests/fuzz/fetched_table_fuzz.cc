// The table of fetched reports, reports.csv, which people may edit: read by the fetcher, which
// writes it again, and by the indexer, which takes facts from it.
#include "common/files/file.h"
#include "common/records/report_json.h"
#include "fetcher/record.h"
#include "indexer/metadata/corrections/corrections.h"
#include "tests/fuzz/target.h"
#include "tests/support/report_as_json.h"
#include "tests/support/temp_folder.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace ofsearch::fuzz {
namespace {

void check_corrections(std::string_view text) {
  auto table = Corrections::parse_fetched(text, "reports.csv");
  if (!table) {
    require(table.error().message.starts_with("reports.csv"), "an error names the file");
    return;
  }
  Report report;
  report.path = "bristol/letter.pdf";
  report.paths = {report.path};
  report.sha256 = std::string(64, '0');
  table->apply(&report);
  // Strict: throws where a value is not UTF-8.
  require(!report_as_json(report).dump().empty(), "a report can be written as JSON");
}

// Bytes that are not UTF-8 are written as "\\xHH", which may change the order.
std::multiset<std::string> rows_of(const Record& record) {
  std::multiset<std::string> rows;
  for (const FetchedReport& row : record.reports)
    rows.insert(row.address + '\n' + row.path + '\n' + row.title + '\n' +
                std::to_string(static_cast<int>(row.status)));
  return rows;
}

void check_record(std::string_view text) {
  static const test::TempFolder folder;
  folder.write("reports.csv", text);
  auto record = load_record(folder.path());
  if (!record) {
    require(record.error().message.find("reports.csv") != std::string::npos,
            "an error names the file");
    return;
  }
  require(static_cast<bool>(save_record(*record, folder.path())), "what was read can be written");
  auto back = load_record(folder.path());
  require(back && back->reports.size() == record->reports.size(), "what is written can be read");
  require(static_cast<bool>(save_record(*back, folder.path())), "and can be written again");
  auto third = load_record(folder.path());
  require(third && rows_of(*third) == rows_of(*back), "a row stays as it is");
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ofsearch::fuzz::check_corrections(ofsearch::fuzz::as_text(data, size));
  ofsearch::fuzz::check_record(ofsearch::fuzz::as_text(data, size));
  return 0;
}
