#include "searcher/understood_request.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

// Answers with these scores, inspected in 2019, 2020 and so on; the years of them in the order of
// `request`.
std::vector<int> years_in_order(const SearchRequest& request, const std::vector<double>& scores) {
  SearchResults results;
  int year = 2019;
  for (const double score : scores) {
    ReportHit hit;
    hit.score = score;
    hit.report.metadata.year = year++;
    results.hits.push_back(std::move(hit));
  }
  put_in_order(SortOrder::kNewest, request, &results);
  std::vector<int> years;
  for (const ReportHit& hit : results.hits) years.push_back(hit.report.metadata.year.value_or(0));
  return years;
}

TEST_CASE("The newest come first among the answers that are nearly as good as the best") {
  CHECK(years_in_order({}, {10, 7, 5}) == std::vector{2020, 2019, 2021});
}

TEST_CASE("Of one authority's reports the newest that speaks of the topic comes first") {
  SearchRequest request;
  request.filters = {{"authority", "Northmere"}};
  CHECK(years_in_order(request, {10, 7, 5, 1}) == std::vector{2021, 2020, 2019, 2022});
}

TEST_CASE("A long list has the same answers first as a short one") {
  const std::vector<double> scores(50, 10);  // all are good, and the last are the newest
  SearchRequest all;
  all.limit = kAll;
  const std::vector<int> whole = years_in_order(all, scores);
  CHECK(whole.front() == 2019 + 39);
  CHECK(whole.back() == 2019 + 49);
  CHECK(request_for_order(all).limit == kAll);
  all.offset = 3;
  CHECK(request_for_order(all).limit == kAll);
}

TEST_CASE("Of several periods the whole between the first and the last day is searched") {
  Vocabulary vocabulary;
  vocabulary.newest = "20260412";
  for (const char* query :
       {"neglect in June 2021 and in March 2020", "neglect in March 2020 and in June 2021"}) {
    SearchRequest request;
    request.query = query;
    const UnderstoodRequest understood =
        understand_request(request, parse_query(request.query), false, vocabulary);
    CHECK(understood.request.from == "2020-03-01");
    CHECK(understood.request.to == "2021-06-30");
  }
}

// Filters of a query, with those given beside it.
std::string filters_of(const std::string& query,
                       std::vector<std::pair<std::string, std::string>> given = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(given);
  const UnderstoodRequest understood = understand_request(request, parse_query(query), false, {});
  std::string out = understood.request.query + " |";
  for (const auto& [field, value] : understood.request.filters) out += " " + field + "=" + value;
  return out;
}

TEST_CASE("Where the visits asked for award no grade, the one in force is meant") {
  CHECK(filters_of("focused visits to inadequate councils neglect") ==
        "to neglect | visit_type=focused-visit standing_grade=inadequate");
  CHECK(filters_of("good councils jtai neglect") ==
        "neglect | standing_grade=good visit_type=jtai");
  CHECK(filters_of("inadequate councils neglect", {{"type", "focused-visit"}}) ==
        "neglect | type=focused-visit standing_grade=inadequate");
  CHECK(filters_of("type:jtai inadequate councils neglect") ==
        "neglect | type=jtai standing_grade=inadequate");
  CHECK(filters_of("jtai not in inadequate councils neglect") ==
        "neglect -standing-grade:\"inadequate\" | visit_type=jtai");
  CHECK(filters_of("focused visits rated good neglect") ==
        "neglect | visit_type=focused-visit standing_grade=good");
}

TEST_CASE("That reports without a grade are among those of which one is denied is told") {
  const auto notes_of = [](const std::string& query) {
    SearchRequest request;
    request.query = query;
    return understand_request(request, parse_query(query), false, {}).notes;
  };
  CHECK(notes_of("not graded good neglect") ==
        std::vector<std::string>{"reports that award no grade are among those not graded good; "
                                 "-grade:none leaves them out"});
  CHECK(notes_of("non-inadequate councils neglect").size() == 1);
  CHECK(notes_of("councils graded good neglect").empty());
  CHECK(notes_of("-grade:good neglect").empty());
  CHECK(notes_of("not graded good neglect -grade:none").empty());
  CHECK(notes_of("councils not rated good or inadequate neglect").size() == 1);
}

TEST_CASE("A grade beside a board that was reviewed is the board's own") {
  CHECK(filters_of("LSCB reviews judged inadequate neglect") == "neglect | grade=lscb:inadequate");
  CHECK(filters_of("LSCB reviews neglect") == "neglect | visit_type=lscb-review");
  // Who selects the reviews themselves gets them.
  CHECK(filters_of("inadequate councils neglect", {{"type", "lscb-review"}}) ==
        "neglect | type=lscb-review standing_grade=inadequate");
}

TEST_CASE(
    "Where the visits asked for award no grade, a change is not asked for, and a note says so") {
  CHECK(filters_of("focused visits to councils that went from inadequate to good") ==
        " | visit_type=focused-visit standing_grade=good");
  CHECK(filters_of("focused visits to downgraded councils") == " | visit_type=focused-visit");
  SearchRequest request;
  request.query = "focused visits to councils that are no longer inadequate";
  const auto understood = understand_request(request, parse_query(request.query), false, {});
  CHECK(
      understood.notes ==
      std::vector<std::string>{
          "not asked for: a change of grade, as these visits award none",
          "these visits award no grade: that of the council at the time of the visit is searched"});
}

TEST_CASE("Visits are a topic where nothing but a finding on them is asked for") {
  CHECK(filters_of("which councils do visits well") == "visits | finding=strength");
  CHECK(filters_of("weaknesses in inspection reports") == " | finding=weakness");
  CHECK(filters_of("focused visits weaknesses in visits") ==
        " | visit_type=focused-visit finding=weakness");
}

TEST_CASE("A grade is the one awarded where some visits award it, or reports are graded") {
  CHECK(filters_of("inadequate councils neglect") == "neglect | grade=inadequate");
  CHECK(filters_of("short inspections inadequate councils neglect") ==
        "neglect | visit_type=ilacs-short grade=inadequate");
  CHECK(filters_of("ilacs inadequate councils neglect") ==
        "neglect | visit_type=ilacs grade=inadequate");
  CHECK(filters_of("focused visits and ilacs inadequate councils neglect") ==
        "neglect | visit_type=focused-visit visit_type=ilacs grade=inadequate");
  CHECK(filters_of("focused visits councils with inadequate leadership") ==
        "leadership | visit_type=focused-visit grade=leaders:inadequate");
}

TEST_CASE("Words of an action plan that are left out are told") {
  SearchRequest request;
  request.query = "Due: pathway plans (Owner: Head of Service)";
  const UnderstoodRequest understood =
      understand_request(request, parse_query(request.query), false, {});
  CHECK(understood.request.query == "pathway plans");
  CHECK(understood.notes ==
        std::vector<std::string>{
            "not looked for, as words around an action in a plan: Due and Owner Head of Service"});
}

TEST_CASE("What could be a topic is told where filters alone are searched") {
  const auto notes = [](const char* query) {
    SearchRequest request;
    request.query = query;
    return understand_request(request, parse_query(query), false, {}).notes;
  };
  CHECK(notes("visits 2019") ==
        std::vector<std::string>{"not looked for, as it names no topic: visits"});
  CHECK(notes("children's services 2019").empty());
  CHECK(notes("the inspection of 2019").empty());
  CHECK(notes("visits").empty());
}

TEST_CASE("A question of counts alone lists all reports, the newest first") {
  SearchRequest request;
  request.query = "which councils have had the most inspections";
  const UnderstoodRequest understood =
      understand_request(request, parse_query(request.query), false, {});
  CHECK(understood.request.query.empty());
  CHECK(understood.request.sort == SortOrder::kNewest);
  REQUIRE(understood.notes.size() == 1);
  CHECK(understood.notes.front().ends_with("--facets authority"));
}

}  // namespace
}  // namespace ofsearch
