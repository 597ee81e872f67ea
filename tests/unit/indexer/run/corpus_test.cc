#include "indexer/run/corpus.h"

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

#include <filesystem>

namespace ofsearch {
namespace {

using test::TempFolder;
namespace fs = std::filesystem;

std::string paths(const Corpus& corpus) {
  std::string all;
  for (const CorpusFile& file : corpus.files)
    all += (all.empty() ? "" : " ") + file.path + (file.unsupported ? "!" : "");
  return all;
}

}  // namespace

TEST_CASE("a corpus is walked in sorted order, folders and all", "[corpus]") {
  TempFolder folder;
  for (const char* name : {"b.pdf", "a.txt", "2022/z.html", "2022/deep/y.docx", "c.md"})
    folder.write(name, "text");
  auto corpus = list_corpus({folder.path().string()});
  REQUIRE(corpus);
  CHECK(paths(*corpus) == "2022/deep/y.docx 2022/z.html a.txt b.pdf c.md");
  CHECK(corpus->ignored == 0);
  CHECK(corpus->problems.empty());
  CHECK(corpus->files[0].size == 4);
  CHECK(corpus->files[0].mtime_ns > 0);
}

TEST_CASE("hidden files, data and companions are no reports", "[corpus]") {
  TempFolder folder;
  for (const char* name : {"report.pdf", ".hidden.pdf", ".git/object.pdf", "table.csv", "map.png",
                           "README.md", "LICENSE", "~lock.docx"})
    folder.write(name, "text");
  auto corpus = list_corpus({folder.path().string()});
  REQUIRE(corpus);
  CHECK(paths(*corpus) == "report.pdf");
  CHECK(corpus->ignored == 6);
}

TEST_CASE("documents in formats that are not read are listed as such", "[corpus]") {
  TempFolder folder;
  for (const char* name : {"old.doc", "odd.rtf", "new.pdf", "download"}) folder.write(name, "text");
  auto corpus = list_corpus({folder.path().string()});
  REQUIRE(corpus);
  CHECK(paths(*corpus) == "download new.pdf odd.rtf old.doc!");
}

TEST_CASE("links to files are followed, links to folders are not", "[corpus]") {
  TempFolder folder;
  folder.write("elsewhere/report.pdf", "text");
  fs::create_directories(folder.path() / "corpus");
  fs::create_symlink(folder.path() / "elsewhere/report.pdf", folder.path() / "corpus/link.pdf");
  fs::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "corpus/folder");
  fs::create_symlink(folder.path() / "gone.pdf", folder.path() / "corpus/broken.pdf");
  auto corpus = list_corpus({(folder.path() / "corpus").string()});
  REQUIRE(corpus);
  CHECK(paths(*corpus) == "link.pdf");
  REQUIRE(corpus->problems.size() == 1);
  CHECK(corpus->problems[0].path == "broken.pdf");
  CHECK(corpus->problems[0].reason.find("broken.pdf") != std::string::npos);
  REQUIRE(corpus->warnings.size() == 1);
  CHECK(corpus->warnings[0].find("folder") != std::string::npos);
}

TEST_CASE("one path under two roots is listed twice, under two names", "[corpus]") {
  TempFolder folder;
  folder.write("one/report.pdf", "text");
  folder.write("two/report.pdf", "text");
  auto corpus = list_corpus({(folder.path() / "one").string(), (folder.path() / "two").string()});
  REQUIRE(corpus);
  REQUIRE(corpus->files.size() == 2);
  std::string other = (folder.path() / "two/report.pdf").generic_string();
  CHECK(paths(*corpus) == other + " report.pdf");
  CHECK(corpus->files[0].file == other);
}

TEST_CASE("a file given by itself has its name for a path", "[corpus]") {
  TempFolder folder;
  auto corpus = list_corpus({folder.write("deep/down/report.txt", "text").string()});
  REQUIRE(corpus);
  CHECK(paths(*corpus) == "report.txt");
}

TEST_CASE("a root that is not there is an error that names it", "[corpus]") {
  TempFolder folder;
  auto corpus = list_corpus({(folder.path() / "nowhere").string()});
  REQUIRE_FALSE(corpus);
  CHECK(corpus.error().code == ErrorCode::kNotFound);
  CHECK(corpus.error().message.find("nowhere") != std::string::npos);
}

TEST_CASE("an empty folder is an empty corpus", "[corpus]") {
  TempFolder folder;
  auto corpus = list_corpus({folder.path().string()});
  REQUIRE(corpus);
  CHECK(corpus->files.empty());
}

}  // namespace ofsearch
