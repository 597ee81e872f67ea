// Which concepts of a query must be there, and that a filter does not change it.
#include "searcher/evidence/counts.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

using test::sample_passage;
using test::sample_report;

// Of 24 reports all speak of caseloads and of verandas, 12 of them in the same passage of hostels,
// and one of skylights too, which is of the south. Of the two of the west one speaks of hostels.
std::vector<Report> reports() {
  std::vector<Report> all;
  for (int i = 1; i <= 24; ++i) {
    std::string text = "Caseloads are as they were on verandas.";
    if (i <= 12) text = "Caseloads in hostels are as they were on verandas.";
    if (i == 1) text = "Caseloads in hostels and skylights are as they were on verandas.";
    const char* authority = i == 12 || i == 13 ? "West" : i % 2 == 0 ? "North" : "South";
    all.push_back(sample_report(fmt::format("aaaaaaaaaa{:02}", i), authority, 2000 + i % 4, "sif",
                                "good", {sample_passage(text)}));
  }
  return all;
}

SearchResults search(const std::string& query, const std::string& authority = "") {
  static const test::SampleIndex sample(reports());
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  request.facets = {"authority"};
  if (!authority.empty()) request.filters = {{"authority", authority}};
  auto results = searcher->search(request);
  REQUIRE(results);
  return std::move(*results);
}

size_t counted(const SearchResults& results, const std::string& value) {
  for (const FacetValue& each : results.facets.front().values)
    if (each.value == value) return each.count;
  return 0;
}

std::string asked_for(const SearchResults& results) {
  std::string names;
  for (const ConceptUse& use : results.concepts)
    if (use.required) names += (names.empty() ? "" : ", ") + use.shown;
  return names;
}

TEST_CASE("What a facet counts is what a filter by its value leaves") {
  for (const std::string query : {"caseloads hostels", "caseloads hostels skylights"}) {
    INFO(query);
    const SearchResults all = search(query);
    for (const std::string value : {"North", "South", "West"}) {
      INFO(value);
      const SearchResults of_value = search(query, value);
      CHECK(of_value.total_reports == counted(all, value));
      CHECK(asked_for(of_value) == asked_for(all));
    }
  }
}

TEST_CASE("How many reports have all of it is told where others are counted") {
  const SearchResults most = search("caseloads hostels skylights");
  CHECK(most.level == "most");
  CHECK(most.total_reports == 12);
  CHECK(most.whole_reports == 1);
  CHECK(most.whole_passages == 1);
  CHECK(counted_in_words(most) ==
        "1 report has all of it: counted are those with caseload and hostels, whether or not with "
        "skylights");
  const SearchResults north = search("caseloads hostels skylights", "North");
  CHECK(north.whole_reports == 0);
  CHECK(counted_in_words(north).starts_with("no report has all of it: counted are those with "));
  CHECK_FALSE(search("caseloads hostels").whole_reports);
}

TEST_CASE("A common word alone does not stand for a query") {
  for (const std::string query : {"verandas valve", "valve of verandas"}) {
    INFO(query);
    const SearchResults none = search(query);
    CHECK(none.total_reports == 0);
    CHECK(none.level == "all");
    CHECK(none.some_reports == 24);
    CHECK(none.hits.size() == 10);
    CHECK(none.hits.front().some);
  }
  // A rare word tells what is asked for.
  CHECK(search("skylights valve").total_reports == 1);
  // So does a term of the field.
  CHECK(search("caseloads valve").total_reports == 24);
}

TEST_CASE("A filter that leaves nothing of what is asked for gives up more of it") {
  const SearchResults north = search("caseloads hostels skylights", "North");
  CHECK(north.total_reports > 0);
  CHECK(north.level == "most");
}

TEST_CASE("The concepts of an answer can be asked for again") {
  static const test::SampleIndex sample(reports());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads hostels skylights";
  const Result<SearchRequest> same = to_be_counted(&*searcher, request, nullptr);
  REQUIRE(same);
  REQUIRE(same->concepts);
  CHECK(*same->concepts == std::vector<std::string>{"caseload", "hostels"});
  using Filters = std::vector<std::pair<std::string, std::string>>;
  for (const auto& [filters, expected] :
       {std::pair(Filters{{"year", "2001"}}, size_t{3}),
        // Nothing is given up where nothing has it all: a cell of a table may be empty.
        std::pair(Filters{{"year", "2001"}, {"authority", "North"}}, size_t{0})}) {
    SearchRequest narrower = *same;
    narrower.filters = filters;
    const Result<size_t> count = count_reports(&*searcher, narrower);
    REQUIRE(count);
    CHECK(*count == expected);
  }
}

// Of 24 reports all find fault with visits; 12 call them superficial, 12 say that plans are not
// robust, and 12 speak of teenagers.
std::vector<Report> described() {
  std::vector<Report> all;
  for (int i = 1; i <= 24; ++i) {
    std::string text =
        i <= 12 ? "Visits and plans are superficial in 2 homes." : "Visits and plans are late.";
    text += i % 2 == 0 ? " Plans are not robust." : " Plans are poor.";
    if (i > 12) text += " Teenagers wait.";
    Passage passage = sample_passage(text);
    passage.finding = Finding::kWeakness;
    all.push_back(sample_report(fmt::format("bbbbbbbbbb{:02}", i), "North", 2010, "sif", "good",
                                {std::move(passage)}));
  }
  return all;
}

size_t counted_of_described(const std::string& query) {
  static const test::SampleIndex sample(described());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  const auto results = searcher->search(request);
  REQUIRE(results);
  return results->total_reports;
}

TEST_CASE("What something is like is asked for, how good it is only pulls") {
  CHECK(counted_of_described("superficial visits") == 12);
  CHECK(counted_of_described("plans not robust") == 12);
  CHECK(counted_of_described("robust plans") == 12);
  CHECK(counted_of_described("plans that are robust") == 12);
  CHECK(counted_of_described("strong plans") == 24);
  CHECK(counted_of_described("visits are bad") == 24);
  CHECK(counted_of_described("unacceptable visits") == 24);
}

TEST_CASE("A report that is counted shows what is counted") {
  std::vector<Report> all = reports();
  all[1].passages.push_back(sample_passage("Caseloads in skylights are as skylights have them."));
  all[0].passages = {sample_passage("Caseloads in hostels are as they were on verandas.")};
  const test::SampleIndex sample(all);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads hostels skylights";
  request.limit = 12;
  request.passages = 2;
  const auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(asked_for(*results) == "caseload, hostels");
  size_t shown = 0;
  for (const ReportHit& hit : results->hits)
    for (const PassageHit& each : hit.passages) {
      CHECK_THAT(each.passage.text, Catch::Contains("hostels"));
      ++shown;
    }
  CHECK(shown == results->total_passages);
}

TEST_CASE("Numbers are given up first") {
  static const test::SampleIndex sample(described());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "2 plans teenagers";
  const auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(asked_for(*results) == "plans, teenagers");
}

TEST_CASE("Whom a question is about is asked for") {
  CHECK(counted_of_described("plans for teenagers") == 12);
  CHECK(counted_of_described("plans for people") == 24);
}

TEST_CASE("What is set apart is not counted, and the answer says so") {
  CHECK(counted_of_described("visits other than superficial") == 12);
  static const test::SampleIndex sample(described());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "plans other than teenagers";
  const auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_reports == 12);
  CHECK(results->notices ==
        std::vector<std::string>{
            "without what speaks of teenagers, as \"other than teenagers\" says"});
}

TEST_CASE("Words that only turn others are looked for where there are no others") {
  CHECK(search("no never").total_reports == 0);
  CHECK(search("no lack").total_reports == 0);
  CHECK(search("as were").total_reports == 24);
}

}  // namespace
}  // namespace ofsearch
