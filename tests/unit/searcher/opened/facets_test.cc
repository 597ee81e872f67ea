// The rules of facet counts, through the Searcher over a small index
// (tests/support/sample_index.cc).
#include "searcher/opened/facets.h"

#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

// "good 2, *outstanding 1" for one facet.
std::string counts(const SearchRequest& asked, const std::string& facet) {
  test::SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request = asked;
  request.facets = {facet};
  auto results = searcher->search(request);
  REQUIRE(results);
  REQUIRE(results->facets.size() == 1);
  std::string all;
  for (const FacetValue& value : results->facets.front().values)
    all += (all.empty() ? "" : ", ") + std::string(value.selected ? "*" : "") + value.value + " " +
           std::to_string(value.count);
  return all;
}

SearchRequest asking(const std::string& query,
                     std::vector<std::pair<std::string, std::string>> filters = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(filters);
  return request;
}

TEST_CASE("Counts are of reports, however many of their passages answer") {
  // "caseloads" stands in three reports, in one of them in two sentences of a passage.
  CHECK(counts(asking("caseloads"), "authority") == "Someshire 2, Otherbury 1");
  CHECK(counts(asking(""), "authority") == "Otherbury 2, Someshire 2, Thirdham 1");
}

TEST_CASE("Passages of a report are counted together wherever they stand") {
  Xapian::WritableDatabase one("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::WritableDatabase other("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [](Xapian::WritableDatabase* shard, const char* id) {
    Xapian::Document document;
    document.add_value(kReportIdSlot, id);
    document.add_boolean_term(std::string(kPassageTerm));
    shard->add_document(document);
  };
  for (const char* id : {"b", "b", "a", "b"}) add(&one, id);
  for (const char* id : {"c", "c"}) add(&other, id);
  const Xapian::Query passages{std::string(kPassageTerm)};
  CHECK(count_by_report(passages, one) == MatchesByReport{{"a", 1}, {"b", 3}});
  Xapian::Database both;
  both.add_database(one);
  both.add_database(other);
  CHECK(count_by_report(passages, both) == MatchesByReport{{"a", 1}, {"b", 3}, {"c", 2}});
}

TEST_CASE("A facet ignores its own filter and obeys all others") {
  CHECK(counts(asking("", {{"grade", "good"}}), "grade") ==
        "outstanding 1, *good 2, inadequate 1, none 1");
  CHECK(counts(asking("", {{"grade", "good"}}), "authority") == "Otherbury 1, Someshire 1");
  CHECK(counts(asking("", {{"grade", "good"}, {"authority", "someshire"}}), "grade") ==
        "*good 1, inadequate 1");
  CHECK(counts(asking("", {{"grade", "good"}, {"authority", "someshire"}}), "authority") ==
        "Otherbury 1, *Someshire 1");
}

TEST_CASE("A filter inside the query counts as one beside it") {
  CHECK(counts(asking("grade:good"), "grade") == "outstanding 1, *good 2, inadequate 1, none 1");
}

TEST_CASE("A selected value is kept at 0, once") {
  CHECK(counts(asking("foster", {{"grade", "adequate"}}), "grade") ==
        "outstanding 1, *adequate 0, inadequate 1");
  CHECK(counts(asking("", {{"authority", "SOMESHIRE"}}), "authority") ==
        "Otherbury 2, *Someshire 2, Thirdham 1");
}

TEST_CASE("Two selected values stand beside each other") {
  CHECK(counts(asking("", {{"grade", "good"}, {"grade", "outstanding"}}), "authority") ==
        "Otherbury 1, Someshire 1, Thirdham 1");
}

TEST_CASE("Grades are listed best first, years newest first, other values by count") {
  CHECK(counts(asking(""), "grade") == "outstanding 1, good 2, inadequate 1, none 1");
  CHECK(counts(asking(""), "year") == "2022 2, 2019 2, 2015 1");
  CHECK(counts(asking(""), "visit_type") ==
        "ilacs-standard 2, focused-visit 1, ilacs-short 1, sif 1");
}

TEST_CASE("A filter by section counts reports that have an answer there") {
  SearchRequest request = asking("caseloads");
  request.filters.emplace_back("section", "recommendations");
  CHECK(counts(request, "authority") == "Someshire 1");
}

TEST_CASE("An absent fact has no count, an unknown one is a value") {
  CHECK(counts(asking(""), "focus").empty());
  CHECK(counts(asking(""), "kind") == "report 5");
}

}  // namespace
}  // namespace ofsearch
