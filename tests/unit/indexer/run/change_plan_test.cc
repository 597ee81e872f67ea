#include "indexer/run/change_plan.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

using namespace ofsearch;

namespace {

CorpusFile file(const std::string& path, unsigned long long size = 100, long long mtime = 7) {
  return {"/reports/" + path, path, size, mtime, false};
}

ManifestEntry entry(const std::string& path, uint64_t size = 100, int64_t mtime = 7) {
  ManifestEntry entry;
  entry.path = path;
  entry.size = size;
  entry.mtime_ns = mtime;
  entry.sha256 = "hash of " + path;
  return entry;
}

ManifestEntry bad_entry(const std::string& path, bool retry) {
  ManifestEntry bad = entry(path);
  bad.error = "it is broken";
  bad.retry = retry;
  return bad;
}

std::vector<std::string> paths(const std::vector<const ManifestEntry*>& entries) {
  std::vector<std::string> paths;
  for (const ManifestEntry* entry : entries) paths.push_back(entry->path);
  return paths;
}

std::vector<std::string> paths_to_read(const ChangePlan& plan) {
  std::vector<std::string> paths;
  for (const FileToRead& file : plan.to_read) paths.push_back(file.file->path);
  return paths;
}

using Paths = std::vector<std::string>;

Corpus corpus_of(std::vector<CorpusFile> files) {
  Corpus corpus;
  corpus.files = std::move(files);
  return corpus;
}

Manifest manifest_of(std::vector<ManifestEntry> entries) {
  Manifest manifest;
  manifest.entries = std::move(entries);
  return manifest;
}

}  // namespace

TEST_CASE("what has another size or time is read, what is gone is told, the rest is left") {
  Corpus corpus = corpus_of(
      {file("same"), file("new"), file("larger", 101), file("later", 100, 8), file("doubtful")});
  Manifest before = manifest_of(
      {entry("doubtful", 100, 0), entry("gone"), entry("larger"), entry("later"), entry("same")});
  ChangePlan plan = plan_changes(corpus, before, false);
  CHECK(paths_to_read(plan) == Paths{"new", "larger", "later", "doubtful"});
  CHECK(paths(plan.unchanged) == Paths{"same"});
  CHECK(paths(plan.gone) == Paths{"gone"});
  CHECK(plan.out_of_sight.empty());
}

TEST_CASE("a file that has an entry is compared with the content that it had") {
  Corpus corpus = corpus_of({file("new"), file("later", 100, 8)});
  Manifest before = manifest_of({entry("later")});
  ChangePlan plan = plan_changes(corpus, before, false);
  REQUIRE(plan.to_read.size() == 2);
  CHECK(plan.to_read[0].known_sha256.empty());
  CHECK(plan.to_read[0].before == nullptr);
  CHECK(plan.to_read[1].known_sha256 == "hash of later");
}

TEST_CASE("a bad document is tried again if the fault may have passed, or when asked") {
  Corpus corpus = corpus_of({file("broken"), file("unlucky")});
  Manifest before = manifest_of({bad_entry("broken", false), bad_entry("unlucky", true)});
  CHECK(paths_to_read(plan_changes(corpus, before, false)) == Paths{"unlucky"});
  ChangePlan plan = plan_changes(corpus, before, true);
  CHECK(paths_to_read(plan) == Paths{"broken", "unlucky"});
  for (const FileToRead& file : plan.to_read) CHECK(file.known_sha256.empty());
}

TEST_CASE("what lies under a folder that cannot be opened is not gone") {
  Corpus corpus = corpus_of({file("a")});
  corpus.problems = {{"closed", "no permission"}};
  Manifest before =
      manifest_of({entry("a"), entry("closed"), entry("closed/b"), entry("closed-not/c")});
  ChangePlan plan = plan_changes(corpus, before, false);
  CHECK(paths(plan.out_of_sight) == Paths{"closed", "closed/b"});
  CHECK(paths(plan.gone) == Paths{"closed-not/c"});
}

TEST_CASE("more than half of the documents may not vanish") {
  struct Case {
    std::string what;
    std::vector<CorpusFile> files;
    bool allowed;
  };
  Manifest before = manifest_of({entry("a", 1), entry("b", 2), entry("c", 3), entry("d", 4)});
  const std::vector<Case> cases = {
      {"all there", {file("a", 1), file("b", 2), file("c", 3), file("d", 4)}, true},
      {"half gone", {file("a", 1), file("b", 2)}, true},
      {"more than half gone", {file("a", 1)}, false},
      {"nothing left", {}, false},
      {"all renamed", {file("w", 1), file("x", 2), file("y", 3), file("z", 4)}, true},
      {"others in their place", {file("w", 5), file("x", 6), file("y", 7), file("z", 8)}, false},
      {"one for many", {file("w", 1), file("x", 1), file("y", 1), file("z", 1)}, false},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    Corpus corpus = corpus_of(c.files);
    auto result = check_shrinking(corpus, before, plan_changes(corpus, before, false));
    CHECK(static_cast<bool>(result) == c.allowed);
    if (!result) CHECK(result.error().code == ErrorCode::kRefused);
  }
}

TEST_CASE("a first run needs at least one report") {
  Corpus corpus = corpus_of({file("a")});
  Manifest before;
  CHECK(check_shrinking(corpus, before, plan_changes(corpus, before, false)));
  Corpus empty;
  CHECK_FALSE(check_shrinking(empty, before, plan_changes(empty, before, false)));
}
