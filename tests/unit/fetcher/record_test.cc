#include "fetcher/record.h"

#include "common/files/file.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace ofsearch {
namespace {

FetchedReport sample() {
  FetchedReport report;
  report.address = "https://files.example.org/v1/file/5001";
  report.provider = "80401";
  report.authority = "Northmere, City of";
  report.title = "=Inspection \"of\" services";
  report.published = "2024-07-15";
  report.type = "inspection";
  report.sha256 = "ab12";
  report.path = "northmere-80401/x.pdf";
  report.status = ReportStatus::kUnlisted;
  report.fetched = "2024-07-16";
  report.etag = "\"v1\"";
  report.modified = "Mon, 15 Jul 2024 00:00:00 GMT";
  return report;
}

TEST_CASE("a table is read as it was written") {
  test::TempFolder folder;
  Record record;
  record.reports = {sample()};
  REQUIRE(save_record(record, folder.path()));
  auto read = load_record(folder.path());
  REQUIRE(read);
  REQUIRE(read->reports.size() == 1);
  const FetchedReport &a = read->reports[0], b = sample();
  CHECK(a.address == b.address);
  CHECK(a.authority == b.authority);
  CHECK(a.title == b.title);
  CHECK(a.published == b.published);
  CHECK(a.path == b.path);
  CHECK(a.status == b.status);
  CHECK(a.etag == b.etag);
  CHECK(a.modified == b.modified);
  CHECK(read->find(b.address) == &read->reports[0]);
  CHECK(read->find("other") == nullptr);
}

TEST_CASE("no table is an empty one, a strange one is an error that names the line") {
  test::TempFolder folder;
  auto none = load_record(folder.path());
  REQUIRE(none);
  CHECK(none->reports.empty());
  Record record;
  record.reports = {sample()};
  REQUIRE(save_record(record, folder.path()));
  std::string text = *read_file(folder.path() / "reports.csv");
  text.replace(text.find("no longer listed"), 16, "gone");
  REQUIRE(write_file_atomically(folder.path() / "reports.csv", text));
  auto bad = load_record(folder.path());
  REQUIRE_FALSE(bad);
  CHECK(bad.error().message == "reports.csv:2: \"gone\" is no status");
}

TEST_CASE("a record is changed by what the site says anew, and only by that") {
  Record record;
  record.reports = {sample()};
  FetchedReport listed = sample();
  listed.status = ReportStatus::kListed;
  listed.published = "";  // the site gives none any more
  listed.sha256 = listed.path = "";
  record.update(listed);
  CHECK(record.changed);
  CHECK(record.reports[0].status == ReportStatus::kListed);
  CHECK(record.reports[0].published == "2024-07-15");
  CHECK(record.reports[0].path == sample().path);
  CHECK(record.listed_of("80401") == 1);

  record.changed = false;
  record.update(listed);
  listed.address = "https://files.example.org/v1/file/5002";  // not known
  record.update(listed);
  CHECK_FALSE(record.changed);
  CHECK(record.reports.size() == 1);

  record.put(listed);
  CHECK(record.changed);
  CHECK(record.listed_of("80401") == 2);
}

TEST_CASE("a row is marked as no longer listed once") {
  Record record;
  record.reports = {sample(), sample()};
  record.reports[0].address = "https://files.example.org/v1/file/5002";
  record.reports[0].status = ReportStatus::kNotFound;
  auto all = [](const FetchedReport&) { return true; };
  std::vector<FetchedReport> marked = record.unlist(all);
  REQUIRE(marked.size() == 1);
  CHECK(marked[0].address == record.reports[0].address);
  CHECK(record.changed);
  CHECK(record.listed_of("80401") == 0);
  CHECK(record.unlist(all).empty());
}

}  // namespace
}  // namespace ofsearch
