// Sayings that mean less than the field's term for them: "optician" is less than health needs.
#include "tests/support/answer_over.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// 12 reports speak of health needs, and the first `said` of them of opticians.
std::vector<Report> reports(int said) {
  std::vector<Report> all;
  for (int i = 1; i <= 12; ++i) {
    std::string text = "Health needs are met.";
    if (i <= said) text += " Children see opticians.";
    all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", i), "North", 2010, "sif",
                                      "good", {test::sample_passage(text)}));
  }
  return all;
}

SearchResults found(const std::string& query, int said) {
  return test::answer_over(reports(said), query);
}

TEST_CASE("A wider term does not count where some report says what was typed") {
  const SearchResults some = found("optician", 1);
  CHECK(some.total_reports == 1);
  CHECK(some.some_reports == 11);
  CHECK(some.notices.empty());
  CHECK(found("eye tests", 2).total_reports == 2);
}

TEST_CASE("Where only a wider term is there it is counted, and the answer says so") {
  const SearchResults none = found("optician", 0);
  CHECK(none.total_reports == 12);
  CHECK(none.notices ==
        std::vector<std::string>{"no report says \"optician\": what is counted speaks of health "
                                 "needs, which is wider"});
}

TEST_CASE("Words of a saying that stand apart in reports do not say it") {
  // "Eye" and "test" are in a report, "eye test" is in none.
  std::vector<Report> all = reports(0);
  all[0].passages.push_back(test::sample_passage("An eye was kept on every test."));
  const test::SampleIndex sample(all);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "eye test";
  const auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_reports == 12);
  CHECK(results->notices.size() == 1);
}

TEST_CASE("The wider term itself counts as ever") {
  CHECK(found("health needs", 1).total_reports == 12);
  CHECK(found("health needs", 1).notices.empty());
}

}  // namespace
}  // namespace ofsearch
