// Terms of the field that begin with a possessive, as a whole answer counts and marks them.
#include "tests/support/answer_over.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

constexpr const char* kTexts[] = {
    "The children’s home is registered.", "Plans to return a child home from care are weak.",
    "Children’s centres are open.", "Work is child-centred.", "Childrens homes are full."};

std::vector<Report> reports() {
  std::vector<Report> all;
  char number = '1';
  for (const char* text : kTexts)
    all.push_back(test::sample_report(std::string("dddddddddd0") + number++, "North", 2010, "sif",
                                      "good", {test::sample_passage(text)}));
  return all;
}

// The numbers of the texts that are counted.
std::string numbers(const SearchResults& found) {
  std::string all;
  for (const ReportHit& hit : found.hits)
    if (!hit.some) all += hit.report.id.back();
  std::sort(all.begin(), all.end());
  return all;
}

std::string numbers(const std::string& query) {
  return numbers(test::answer_over(reports(), query));
}

TEST_CASE("A term that begins with a possessive is found as it is written") {
  CHECK(numbers("children's homes") == "15");
  CHECK(numbers("childrens home") == "15");
  CHECK(numbers("children's centre") == "3");
}

TEST_CASE("Terms that the index does not mark are found as they are written, too") {
  const test::SampleIndex sample(reports());
  const auto own = Thesaurus::parse("children's homes = residential units\n", "own");
  REQUIRE(own);
  Searcher::Options options;
  options.thesaurus = &*own;
  auto searcher = Searcher::open(sample.path(), options);
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "residential units";
  const auto found = searcher->search(request);
  REQUIRE(found);
  CHECK(numbers(*found) == "15");
}

TEST_CASE("What is marked is what is counted") {
  const SearchResults found = test::answer_over(reports(), "children's homes");
  for (const ReportHit& hit : found.hits) {
    if (hit.some) continue;
    REQUIRE(hit.passages.size() == 1);
    const PassageHit& passage = hit.passages.front();
    REQUIRE(!passage.snippet_marks.empty());
    const auto [begin, end] = passage.snippet_marks.front();
    INFO(passage.snippet);
    CHECK(passage.snippet.substr(begin, end - begin).find(" home") != std::string::npos);
  }
}

}  // namespace
}  // namespace ofsearch
