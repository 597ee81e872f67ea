#include "indexer/run/corpus.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using test::TempFolder;
namespace fs = std::filesystem;

Corpus corpus_in(const fs::path& root, const fs::path& index = "") {
  return list_corpus({root.string()}, index);
}

// Relative to `root`.
std::string names(const Corpus& corpus, const fs::path& root) {
  std::string all;
  for (const CorpusFile& file : corpus.files)
    all += (all.empty() ? "" : " ") + file.name.substr(root.string().size() + 1);
  return all;
}

std::string left_out(const Corpus& corpus, const fs::path& root) {
  std::string all;
  for (const LeftOut& file : corpus.left_out)
    all += (all.empty() ? "" : " ") + file.name.substr(root.string().size() + 1);
  return all;
}

}  // namespace

TEST_CASE("a corpus is walked in sorted order, folders and all", "[corpus]") {
  TempFolder folder;
  for (const char* name : {"b.pdf", "a.txt", "2022/z.html", "2022/deep/y.docx", "c.md"})
    folder.write(name, "text");
  Corpus corpus = corpus_in(folder.path());
  CHECK(names(corpus, folder.path()) == "2022/deep/y.docx 2022/z.html a.txt b.pdf c.md");
  CHECK(corpus.left_out.empty());
  CHECK(corpus.problems.empty());
  CHECK(corpus.files[0].size == 4);
  CHECK(corpus.files[0].mtime_ns > 0);
}

TEST_CASE("what is passed over is named with the reason", "[corpus]") {
  TempFolder folder;
  for (const char* name : {"report.pdf", ".git/object.pdf", ".hidden.txt", "~lock.docx", "map.png"})
    folder.write(name, "text");
  Corpus corpus = corpus_in(folder.path());
  CHECK(names(corpus, folder.path()) == "map.png report.pdf");  // the content tells, later
  CHECK(left_out(corpus, folder.path()) == ".git .hidden.txt ~lock.docx");
  for (const LeftOut& file : corpus.left_out) CHECK_FALSE(file.reason.empty());
}

TEST_CASE("a link is followed to a file of its root, and no other", "[corpus]") {
  TempFolder folder;
  folder.write("elsewhere/secret.txt", "text");
  folder.write("corpus/report.pdf", "text");
  auto link = [&](const fs::path& to, const std::string& name) {
    fs::create_symlink(to, folder.path() / "corpus" / name);
  };
  link(folder.path() / "elsewhere/secret.txt", "outside.txt");
  link("../elsewhere/secret.txt", "dots.txt");
  link(folder.path() / "corpus/report.pdf", "inside.pdf");
  link(folder.path() / "elsewhere", "folder");
  link(folder.path() / "gone.pdf", "broken.pdf");
  fs::path root = folder.path() / "corpus";
  Corpus corpus = corpus_in(root);
  CHECK(names(corpus, root) == "inside.pdf report.pdf");
  CHECK(left_out(corpus, root) == "dots.txt folder outside.txt");
  REQUIRE(corpus.problems.size() == 1);
  CHECK(corpus.problems[0].name == (root / "broken.pdf").string());
}

TEST_CASE("the index is no part of a root that it lies in", "[corpus]") {
  TempFolder folder;
  folder.write("report.pdf", "text");
  folder.write("ix/cache/x", "text");
  Corpus corpus = corpus_in(folder.path(), folder.path() / "ix");
  CHECK(names(corpus, folder.path()) == "report.pdf");
  CHECK(left_out(corpus, folder.path()) == "ix");
}

TEST_CASE("names that UTF-8 cannot tell apart are one file and one sentence", "[corpus]") {
  TempFolder folder;
  folder.write("\xE9.txt", "one");
  folder.write("\\xE9.txt", "two");
  Corpus corpus = corpus_in(folder.path());
  CHECK(corpus.files.size() == 1);
  CHECK(left_out(corpus, folder.path()) == "\\xE9.txt");
}

TEST_CASE("a root that is not there keeps what the index has of it", "[corpus]") {
  TempFolder folder;
  Corpus corpus = corpus_in(folder.path() / "nowhere");
  CHECK(corpus.files.empty());
  REQUIRE(corpus.problems.size() == 1);
  CHECK(corpus.problems[0].name == (folder.path() / "nowhere").string());
}

TEST_CASE("the paths shown depend on the files, not on their order", "[corpus]") {
  std::vector<PlacedFile> files = {{"/one", "/one/a.pdf"},
                                   {"/two", "/two/a.pdf"},
                                   {"/two", "/two/b.pdf"},
                                   {"/x/b.pdf", "/x/b.pdf"}};
  CHECK(shown_paths(files) == std::vector<std::string>{"a.pdf", "/two/a.pdf", "b.pdf", "/x/b.pdf"});
  std::reverse(files.begin(), files.end());
  CHECK(shown_paths(files) == std::vector<std::string>{"/x/b.pdf", "b.pdf", "/two/a.pdf", "a.pdf"});
}

TEST_CASE("a root is remembered in one form", "[corpus]") {
  CHECK(absolute_root("/a/b/../c/") == "/a/c");
  CHECK(absolute_root("/") == "/");
  CHECK(absolute_root("x") == (fs::current_path() / "x").string());
  CHECK(lies_in("/a/b", "/a"));
  CHECK(lies_in("/a", "/"));
  CHECK_FALSE(lies_in("/ab", "/a"));
}

}  // namespace ofsearch
