// What a searcher bears: stubs of others, odd words in one report, a long life, large numbers.
#include "searcher/answer.h"
#include "searcher/query/limits.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/temp_folder.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

namespace fs = std::filesystem;

// An index whose generations are put in by hand, as ofindex publishes them.
class PublishedIndex {
 public:
  void publish(const std::vector<Report>& reports) {
    const std::string name = "shard" + std::to_string(++generations_);
    const test::SampleIndex written(reports);
    fs::copy(written.path(), path() / name, fs::copy_options::recursive);
    const fs::path stub = path() / "XAPIANDB";
    std::ofstream(stub.string() + ".new") << "auto " << name << "\n";
    fs::rename(stub.string() + ".new", stub);
  }
  const fs::path& path() const { return folder_.path(); }

 private:
  test::TempFolder folder_;
  int generations_ = 0;
};

size_t reports_with(const std::string& query, Searcher* searcher) {
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  return results->total_reports;
}

}  // namespace

TEST_CASE("A searcher that lives long answers from what was published last") {
  std::vector<Report> reports = test::sample_reports();
  PublishedIndex index;
  index.publish(reports);
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  const std::string before = searcher->generation();
  CHECK(reports_with("caseloads", &*searcher) == 3);
  reports.erase(reports.begin());
  index.publish(reports);
  CHECK(reports_with("caseloads", &*searcher) == 2);
  CHECK(searcher->generation() != before);
  CHECK_FALSE(searcher->report("aaaaaaaaaa01"));
}

TEST_CASE("A searcher goes on with what it has where the new generation cannot be opened") {
  PublishedIndex index;
  index.publish(test::sample_reports());
  auto searcher = Searcher::open(index.path());
  REQUIRE(searcher);
  std::ofstream(index.path() / "XAPIANDB") << "auto nowhere\n";
  CHECK(reports_with("caseloads", &*searcher) == 3);
}

TEST_CASE("A question of as many words as are allowed is answered though abbreviations grow") {
  const test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads of cyp yp";
  for (size_t i = 4; i < kQueryLimits.words; ++i) request.query += " w" + std::to_string(i);
  CHECK(answer(&*searcher, request));
}

TEST_CASE(
    "Of a long question what says nothing is left out first, then the last words, which are told") {
  const test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads";
  for (size_t i = 1; i < kQueryLimits.words; ++i) request.query += " w" + std::to_string(i);
  const auto notes_of = [&](const std::string& query) {
    request.query = query;
    const auto results = answer(&*searcher, request);
    REQUIRE(results);
    std::string notes;
    for (const std::string& notice : results->notices) notes += notice + "\n";
    return notes;
  };
  const std::string words = request.query;
  CHECK_THAT(notes_of(words + " Owner: Head of Service. RAG rating amber."),
             !Catch::Contains("not searched"));
  CHECK_THAT(notes_of(words + " one more"),
             Catch::Contains("not searched, as a query has 64 words at most: one more\n"));
  request.literal = true;
  CHECK_FALSE(answer(&*searcher, request));
}

TEST_CASE("An offset beyond 32 bits is behind the last result, not the first page again") {
  const test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (const char* query : {"", "caseloads"})
    for (size_t offset : {size_t{1} << 32, size_t{1} << 33, SIZE_MAX - 5}) {
      SearchRequest request;
      request.query = query;
      request.offset = offset;
      INFO("\"" << query << "\" from " << offset);
      auto results = searcher->search(request);
      REQUIRE(results);
      CHECK(results->hits.empty());
      CHECK(results->total_reports > 0);
    }
}

TEST_CASE("A stub names folders below it, each once, and nothing else is opened or run") {
  PublishedIndex index;
  index.publish(test::sample_reports());
  const test::SampleIndex elsewhere;
  fs::create_directory_symlink(elsewhere.path(), index.path() / "linked");
  std::ofstream(index.path() / "other-stub") << "auto shard1\n";
  const std::string evil = (index.path() / "evil.sh").string();
  std::ofstream(evil) << "#!/bin/sh\ntouch " << evil << ".ran\n";
  fs::permissions(evil, fs::perms::owner_all);
  for (const std::string& stub :
       {"remote :" + evil + " x\n", std::string("auto XAPIANDB\n"),
        std::string("auto other-stub\n"), std::string("auto .\n"),
        "auto " + elsewhere.path().string() + "\n", std::string("auto ../index\n"),
        std::string("auto shard1/../../index\n"), std::string("auto shard1\nauto shard1\n"),
        std::string("auto shard1\nauto ./shard1\n"), std::string("inmemory\n"),
        std::string("shard1\n"), std::string("")}) {
    std::ofstream(index.path() / "XAPIANDB") << stub;
    INFO(stub);
    auto searcher = Searcher::open(index.path());
    REQUIRE_FALSE(searcher);
    CHECK_FALSE(searcher.error().message.empty());
    CHECK_FALSE(fs::exists(evil + ".ran"));
  }
  std::ofstream(index.path() / "XAPIANDB") << "# a comment\nauto shard1\n";
  CHECK(Searcher::open(index.path()));
}

TEST_CASE("A stub names a server by a port that there can be") {
  PublishedIndex index;
  index.publish(test::sample_reports());
  for (const char* port :
       {"0", "65536", "131073", "-1", "", "x", "18499xyz", "18499 ", "+18499", " 18499"}) {
    std::ofstream(index.path() / "XAPIANDB") << "remote 127.0.0.1:" << port << "\n";
    INFO(port);
    auto searcher = Searcher::open(index.path());
    REQUIRE_FALSE(searcher);
    CHECK(searcher.error().message.ends_with("not a line that names a database"));
  }
}

TEST_CASE("A word that one report breaks with a hyphen is found beside others as before") {
  std::vector<Report> reports = test::sample_reports();
  const test::SampleIndex before(reports);
  reports.push_back(test::sample_report(
      "aaaaaaaaaa06", "Thirdham", 2023, "focused-visit", "none",
      {test::sample_passage("Vis-its to fos-tered children, and case-loads, are as planned.")}));
  const test::SampleIndex with_broken(reports);
  auto first = Searcher::open(before.path());
  auto second = Searcher::open(with_broken.path());
  REQUIRE(first);
  REQUIRE(second);
  for (const char* query : {"visits NEAR/5 late", "fostered NEAR children", "caseloads NEAR/2 high",
                            "\"fostered children\"", "\"caseloads are\"", "visits AND late"}) {
    INFO(query);
    CHECK(reports_with(query, &*first) > 0);
    CHECK(reports_with(query, &*second) >= reports_with(query, &*first));
  }
}

}  // namespace ofsearch
