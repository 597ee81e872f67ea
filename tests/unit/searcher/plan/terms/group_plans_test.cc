// Whom a question is about, under the names that reports have for them.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// Of 24 reports all speak of disabled children and of custody, 6 of girls, 6 of young women, and
// one of boys.
std::vector<Report> reports() {
  std::vector<Report> all;
  for (int i = 1; i <= 24; ++i) {
    std::string text = "Disabled children leave custody.";
    if (i <= 12) text += i % 2 == 0 ? " Girls have plans." : " A young woman has a plan.";
    if (i == 13) text += " Boys have plans.";
    all.push_back(test::sample_report(fmt::format("cccccccccc{:02}", i), "North", 2010, "sif",
                                      "good", {test::sample_passage(text)}));
  }
  return all;
}

// "12: disabled girls, girls": how many reports are counted, and what they have; in brackets what
// is given up.
std::string counted(const std::string& query) {
  static const test::SampleIndex sample(reports());
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  const auto results = searcher->search(request);
  REQUIRE(results);
  std::string text = fmt::format("{}:", results->total_reports);
  for (const ConceptUse& use : results->concepts)
    text += use.required ? " " + use.shown : " (" + use.shown + ")";
  return text;
}

TEST_CASE("The words for a group are one thing, under every name that reports have for it") {
  CHECK(counted("girls") == "12: girls");
  CHECK(counted("teenage girls") == "12: teenage girls");
  CHECK(counted("young women custody") == "12: young women custody");
  CHECK(counted("custody of older girls") == "12: custody older girls");
  CHECK(counted("Young women") == "12: Young women");
}

TEST_CASE("A group that a saying names is asked for beside it") {
  CHECK(counted("disabled girls") == "12: disabled girls girls");
}

TEST_CASE("A group that few reports have beside the topic is given up, and told") {
  CHECK(counted("custody of young men") == "24: custody (young men)");
  CHECK(counted("disabled boys") == "24: disabled boys (boys)");
}

TEST_CASE("Men and older women are no boys and girls, and are asked for") {
  CHECK(counted("custody of older women") == "6: custody women");
  CHECK(counted("men").starts_with("0:"));
}

}  // namespace
}  // namespace ofsearch
