#include "indexer/generation/index_check.h"

#include "common/index/checksums.h"
#include "common/index/schema.h"
#include "indexer/write/index_writer.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace ofsearch;

namespace {

// A generation of the sample reports in one shard, and the manifest that is right for it.
struct Sample {
  test::TempFolder folder;
  GenerationStore store{folder.path()};
  Generation generation;
  Manifest manifest;

  Sample() {
    const std::vector<Report> reports = test::sample_reports();
    auto begun = store.begin();
    REQUIRE(begun);
    generation = *begun;
    auto next = [&, at = reports.begin()]() mutable -> Result<std::optional<Report>> {
      return at == reports.end() ? std::optional<Report>() : std::optional(*at++);
    };
    REQUIRE(write_segment(generation.shard(0), "", next));
    manifest.shards = 1;
    for (const Report& report : reports)
      manifest.reports.push_back(
          {report.id, "", report.path, "", static_cast<int>(report.passages.size()), ""});
  }

  void publish() {
    manifest.schema = kSchemaVersion;
    REQUIRE(save_manifest(manifest, generation.manifest()));
    REQUIRE(write_checksums(generation.path, kManifestName));
    auto sealed = store.seal(generation);
    REQUIRE(sealed);
    generation = *sealed;
    REQUIRE(store.publish(generation, 1));
  }

  // What the thorough check says of the published generation.
  std::vector<std::string> problems() const {
    auto check = check_index(folder.path());
    if (!check) FAIL(check.error().text());
    return check->problems;
  }

  // What the quick check says; empty if it finds nothing wrong.
  std::string said() const {
    auto tried = try_generation(generation, manifest);
    return tried ? "" : tried.error().message;
  }
};

TEST_CASE("a generation that is as its manifest says passes the quick check") {
  CHECK(Sample().said().empty());
}

TEST_CASE("the quick check finds a passage that is missing, and one too many") {
  Sample sample;
  ++sample.manifest.reports[1].passages;
  CHECK(sample.said().find("documents where") != std::string::npos);
  sample.manifest.reports[1].passages -= 2;
  CHECK(sample.said().find("documents where") != std::string::npos);
}

TEST_CASE("the quick check finds a report that is missing though all documents are there") {
  Sample sample;
  --sample.manifest.reports[0].passages;
  sample.manifest.reports.push_back({"aaaaaaaaaa09", "", "absent.txt", "", 0, ""});
  CHECK(sample.said().find("reports where") != std::string::npos);
}

TEST_CASE("the thorough check names a report that is missing, even one without passages") {
  Sample sample;
  sample.manifest.reports.push_back({"aaaaaaaaaa09", "", "absent.txt", "", 0, ""});
  sample.publish();
  auto problems = sample.problems();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].ends_with("absent.txt is in it 0 times"));
}

TEST_CASE("the thorough check finds a byte that Xapian does not look at") {
  Sample sample;
  sample.publish();
  CHECK(sample.problems().empty());
  std::ofstream(sample.generation.shard(0) / "flintlock") << "x";
  auto problems = sample.problems();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].find("flintlock") != std::string::npos);
}

TEST_CASE("the quick check finds a shard that is missing") {
  Sample sample;
  sample.manifest.shards = 2;
  CHECK_FALSE(sample.said().empty());
}

}  // namespace
