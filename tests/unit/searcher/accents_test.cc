// Letters with accents and without are one.
#include "searcher/options/completion_values.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

namespace ofsearch {
namespace {

std::vector<Report> reports_of_names() {
  std::vector<Report> reports;
  const std::pair<const char*, const char*> kReports[] = {
      {"Máire Atherton", "The school of Máire is a café for all."},
      {"Maire Atherton", "The school of Maire is a cafe for all."},
      {"Maire Atherton", "The school of MAIRE is closed."},
      {"Una Hill", "The school is closed."}};
  for (const auto& [inspector, text] : kReports) {
    reports.push_back(test::sample_report("aaaaaaaaaa0" + std::to_string(reports.size()),
                                          "Someshire", 2020, "sif", "good",
                                          {test::sample_passage(text)}));
    reports.back().metadata.lead_inspector = inspector;
  }
  return reports;
}

SearchResults found(const test::SampleIndex& sample, const SearchRequest& request) {
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->search(request);
  REQUIRE(results);
  return *results;
}

TEST_CASE("Words and phrases are found with accents and without, and marked as printed") {
  const test::SampleIndex sample(reports_of_names());
  for (const auto& [query, count] : {std::pair("maire", 3),
                                     {"Máire", 3},
                                     {"\"of máire is\"", 3},
                                     {"\"maire is a cafe\"", 2},
                                     {"café", 2},
                                     {"cafe", 2},
                                     {"caf*", 2},
                                     {"maire +café", 2}}) {
    INFO(query);
    SearchRequest request;
    request.query = query;
    request.literal = true;
    CHECK(found(sample, request).total_reports == static_cast<size_t>(count));
  }
  SearchRequest request;
  request.query = "maire";
  for (const ReportHit& hit : found(sample, request).hits) {
    const PassageHit& passage = hit.passages.at(0);
    REQUIRE(passage.snippet_marks.size() == 1);
    const auto [begin, end] = passage.snippet_marks[0];
    const std::string marked = passage.snippet.substr(begin, end - begin);
    CHECK((marked == "Máire" || marked == "Maire" || marked == "MAIRE"));
  }
}

TEST_CASE("A facet has one row for one person, whichever way the name is spelt") {
  const test::SampleIndex sample(reports_of_names());
  SearchRequest request;
  request.facets = {"lead_inspector"};
  for (const char* filter : {"", "máire", "Maire Atherton"}) {
    if (*filter != 0) request.filters = {{"inspector", filter}};
    const std::vector<FacetValue> values = found(sample, request).facets.at(0).values;
    REQUIRE(values.size() == 2);
    CHECK(values[0].value == "Maire Atherton");
    CHECK(values[0].count == 3);
    CHECK(values[0].selected == (*filter != 0));
  }
}

TEST_CASE("A name is completed with its accents and without") {
  const std::vector<std::string> names = {"Máire Atherton", "Maire Bell", "Una Hill"};
  using Names = std::vector<std::string>;
  CHECK(completion_values("inspector", "mai", names) == Names{"Máire Atherton", "Maire Bell"});
  CHECK(completion_values("inspector", "Máire ", names) == Names{"Máire Atherton", "Maire Bell"});
  CHECK(completion_values("inspector", "maire a", names) == Names{"Máire Atherton"});
  CHECK(completion_values("inspector", "maire  ", {"Mairead Bell"}).empty());
}

}  // namespace
}  // namespace ofsearch
