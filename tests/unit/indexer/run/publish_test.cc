#include "indexer/run/publish.h"

#include "common/index/schema.h"
#include "common/records/report_record.h"
#include "indexer/workers/reading.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace ofsearch;

namespace {

// The sample reports as they have been read, ready to be published for the first time.
struct Reading {
  test::TempFolder folder;
  GenerationStore store{folder.path()};
  ReportCache cache{folder.path()};
  std::vector<SettledReport> reports;
  Changes changes;
  Manifest manifest;

  Reading() {
    manifest.schema = kSchemaVersion;
    manifest.shards = 1;
    for (Report& report : test::sample_reports()) {
      SettledReport settled;
      report.sha256 = report.id + std::string(64 - report.id.size(), '0');
      settled.key = reading_key(report.sha256, report.path);
      settled.passages = report.passages.size();
      REQUIRE(cache.store(settled.key, pack_report(report)));
      manifest.reports.push_back({report.id, report.sha256, report.path, report.indexed,
                                  static_cast<int>(settled.passages), ""});
      changes.to_write.insert(report.id);
      report.passages.clear();
      settled.report = std::move(report);
      reports.push_back(std::move(settled));
    }
  }

  Result<Generation> publish() {
    return publish_generation(store, {}, changes, reports, cache, 1, &manifest,
                              [](const Progress&) {});
  }
};

TEST_CASE("what was read is published") {
  Reading reading;
  auto published = reading.publish();
  if (!published) FAIL(published.error().text());
  auto current = reading.store.current();
  REQUIRE(current);
  REQUIRE(*current);
  CHECK((*current)->number == published->number);
}

TEST_CASE("a generation that is not what its manifest says is never published") {
  Reading reading;
  ++reading.manifest.reports[2].passages;
  auto published = reading.publish();
  REQUIRE_FALSE(published);
  CHECK(published.error().code == ErrorCode::kIndexDamaged);
  auto current = reading.store.current();
  REQUIRE(current);
  CHECK_FALSE(*current);
  CHECK(reading.store.finished().empty());
}

}  // namespace
