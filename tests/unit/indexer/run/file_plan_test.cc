#include "indexer/run/file_plan.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

using namespace ofsearch;

namespace {

using Names = std::vector<std::string>;

CorpusFile file(const std::string& name, uint64_t size = 100, int64_t mtime = 7) {
  return {name, name, "/r", size, mtime};
}

FileEntry entry(const std::string& name, uint64_t size = 100, int64_t mtime = 7) {
  FileEntry entry;
  entry.file = name;
  entry.root = "/r";
  entry.size = size;
  entry.mtime_ns = mtime;
  entry.sha256 = "hash of " + name;
  return entry;
}

FileEntry bad_entry(const std::string& name, bool retry) {
  FileEntry bad = entry(name);
  bad.error = "it is broken";
  bad.retry = retry;
  return bad;
}

Corpus corpus_of(std::vector<CorpusFile> files) {
  Corpus corpus;
  corpus.files = std::move(files);
  return corpus;
}

Manifest manifest_of(std::vector<FileEntry> files) {
  Manifest manifest;
  manifest.files = std::move(files);
  return manifest;
}

FilePlanOptions all_cached() {
  FilePlanOptions options;
  options.visited = options.roots = {"/r"};
  options.is_cached = [](const FileEntry&) { return true; };
  return options;
}

Names names(const FilePlan& plan) {
  Names names;
  for (const FileEntry& entry : plan.files) names.push_back(entry.file);
  return names;
}

Names to_read(const FilePlan& plan) {
  Names names;
  for (const FileToRead& file : plan.to_read) {
    CHECK(plan.files.at(file.entry).file == file.file->name);
    names.push_back(file.file->name);
  }
  return names;
}

}  // namespace

TEST_CASE("a file whose time is not known is read, though nothing else of it has changed") {
  const Corpus corpus = corpus_of({file("a.txt", 100, 0), file("b.txt")});
  FilePlan plan =
      plan_files(corpus, manifest_of({entry("a.txt", 100, 0), entry("b.txt")}), all_cached());
  CHECK(to_read(plan) == Names{"a.txt"});
}

TEST_CASE("what has another size or time is read, what is gone is not there, the rest stays") {
  Corpus corpus = corpus_of({file("/r/doubtful"), file("/r/larger", 101), file("/r/later", 100, 8),
                             file("/r/new"), file("/r/same")});
  Manifest before = manifest_of({entry("/r/doubtful", 100, 0), entry("/r/gone"), entry("/r/larger"),
                                 entry("/r/later"), entry("/r/same")});
  FilePlan plan = plan_files(corpus, before, all_cached());
  CHECK(to_read(plan) == Names{"/r/doubtful", "/r/larger", "/r/later", "/r/new"});
  CHECK(names(plan) == Names{"/r/doubtful", "/r/larger", "/r/later", "/r/new", "/r/same"});
  CHECK(plan.files[4].sha256 == "hash of /r/same");
  CHECK(plan.files[1].sha256.empty());
}

TEST_CASE("what the cache lacks is read again, and all where that is asked for") {
  Corpus corpus = corpus_of({file("/r/a"), file("/r/b")});
  Manifest before = manifest_of({entry("/r/a"), entry("/r/b")});
  FilePlanOptions options = all_cached();
  options.is_cached = [](const FileEntry& entry) { return entry.file != "/r/b"; };
  CHECK(to_read(plan_files(corpus, before, options)) == Names{"/r/b"});
  options.read_all = true;
  CHECK(to_read(plan_files(corpus, before, options)) == Names{"/r/a", "/r/b"});
}

TEST_CASE("a bad document is tried again if the fault may have passed, or when asked") {
  Corpus corpus = corpus_of({file("/r/broken"), file("/r/unlucky")});
  Manifest before = manifest_of({bad_entry("/r/broken", false), bad_entry("/r/unlucky", true)});
  FilePlanOptions options = all_cached();
  CHECK(to_read(plan_files(corpus, before, options)) == Names{"/r/unlucky"});
  options.retry_failed = true;
  CHECK(to_read(plan_files(corpus, before, options)) == Names{"/r/broken", "/r/unlucky"});
}

TEST_CASE("what lies under a folder that cannot be opened, or a root not asked for, stays") {
  Corpus corpus = corpus_of({file("/r/a")});
  corpus.problems = {{"/r/closed", "no permission"}};
  FileEntry other = entry("/s/x"), forgotten = entry("/t/y");
  other.root = "/s", forgotten.root = "/t";
  Manifest before = manifest_of({entry("/r/a"), entry("/r/closed"), entry("/r/closed-not/c"),
                                 entry("/r/closed/b"), other, forgotten});
  FilePlanOptions options = all_cached();
  options.roots = {"/r", "/s"};
  FilePlan plan = plan_files(corpus, before, options);
  CHECK(names(plan) == Names{"/r/a", "/r/closed", "/r/closed/b", "/s/x"});
  CHECK(plan.to_read.empty());
}
