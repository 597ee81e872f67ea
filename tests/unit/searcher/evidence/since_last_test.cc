#include "searcher/evidence/since_last.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <algorithm>

namespace ofsearch {
namespace {

Passage asks(const std::string& text) {
  return test::sample_passage(text, "What needs to improve", SectionKind::kRecommendations);
}

Passage finds(const std::string& text, Finding finding) {
  Passage passage = test::sample_passage(text);
  passage.finding = finding;
  return passage;
}

// Two inspections, a visit after each, and an article that asks for something.
std::vector<Report> reports_on_someshire() {
  std::vector<Report> reports = {
      test::sample_report("aaaaaaaaaa01", "Someshire", 2018, "sif", "requires improvement",
                          {asks("Make private fostering known."), asks("Offer advocacy sooner.")}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2019, "focused-visit", "none",
                          {finds("Advocacy is offered to all.", Finding::kStrength)}),
      test::sample_report(
          "aaaaaaaaaa03", "Someshire", 2021, "ilacs-standard", "good",
          {asks("There are no areas for priority action."), asks("Things that must improve are:"),
           asks("Awareness of private fostering."), asks("The weather.")}),
      test::sample_report("aaaaaaaaaa04", "Someshire", 2022, "focused-visit", "none",
                          {finds("Private fostering is now well known.", Finding::kStrength),
                           finds("Private fostering was looked at.", Finding::kNeutral),
                           asks("The timeliness of pathway plans.")}),
      test::sample_report("aaaaaaaaaa05", "Someshire", 2023, "ilacs-short", "good",
                          {asks("Private fostering, says an article.")}),
  };
  reports.back().metadata.kind = "article";
  return reports;
}

SinceLast since_last_of(const std::vector<Report>& reports, const std::string& authority,
                        const SearchRequest& filters = {}) {
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto since = since_last(&*searcher, {authority, filters});
  if (!since) FAIL(since.error().text());
  return *since;
}

TEST_CASE("What must improve stands beside what was said before and found since") {
  const SinceLast since = since_last_of(reports_on_someshire(), "someshire");
  REQUIRE(since.last);
  REQUIRE(since.before);
  CHECK(since.documents[*since.last].id == "aaaaaaaaaa03");
  CHECK(since.documents[*since.before].id == "aaaaaaaaaa01");
  REQUIRE(since.must_improve.size() == 2);  // without lines that ask for nothing
  const Improvement& fostering = since.must_improve[0];
  REQUIRE(fostering.before.size() == 1);
  CHECK(since.passage(fostering.before[0]).text == "Make private fostering known.");
  REQUIRE(fostering.later.size() == 1);  // what finds nothing is left out, and so is the article
  CHECK(since.passage(fostering.later[0]).text == "Private fostering is now well known.");
  CHECK(since.must_improve[1].topics.empty());
  CHECK(since.must_improve[1].before.empty());
  REQUIRE(since.visits_add.size() == 1);
  CHECK(since.passage(since.visits_add[0].said).text == "The timeliness of pathway plans.");
  REQUIRE(since.not_named_again.size() == 1);
  REQUIRE(since.not_named_again[0].later.size() == 1);
  CHECK(since.report(since.not_named_again[0].later[0]).id == "aaaaaaaaaa02");
}

TEST_CASE("The items of a list stand behind the line that leads to them") {
  std::vector<Report> reports = reports_on_someshire();
  Passage opens = asks("The authority should improve:"), leads = asks("Improve advocacy to:");
  Passage first = asks("reach all;"), second = asks("listen to them."), next = asks("The weather.");
  first.bullet = second.bullet = true;
  reports[2] = test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "ilacs-standard", "good",
                                   {opens, leads, first, second, next});
  const SinceLast since = since_last_of(reports, "Someshire");
  REQUIRE(since.must_improve.size() == 3);
  CHECK(since.passage(since.must_improve[0].said).text == "Improve advocacy to: reach all;");
  CHECK(since.passage(since.must_improve[1].said).text == "Improve advocacy to: listen to them.");
  CHECK(since.passage(since.must_improve[2].said).text == "The weather.");

  // A line that opens the whole list says nothing of its items.
  reports[2] = test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "ilacs-standard", "good",
                                   {opens, first, second});
  const SinceLast plain = since_last_of(reports, "Someshire");
  REQUIRE(plain.must_improve.size() == 2);
  CHECK(plain.passage(plain.must_improve[0].said).text == "reach all;");
}

TEST_CASE("What a visit asks for again is not only in the report before") {
  std::vector<Report> reports = reports_on_someshire();
  Passage again = asks("Offer advocacy sooner.");
  again.n = 4;
  reports[3].passages.push_back(again);
  const SinceLast since = since_last_of(reports, "Someshire");
  CHECK(since.not_named_again.empty());
  REQUIRE(since.visits_add.size() == 2);
  CHECK(since.visits_add[1].before.size() == 1);
}

TEST_CASE("An inspection of special needs tells of what was asked about them only") {
  const auto later = [](const char* asked, const char* found) {
    return since_last_of({test::sample_report("aaaaaaaaaa01", "Someshire", 2021, "ilacs-standard",
                                              "good", {asks(asked)}),
                          test::sample_report("aaaaaaaaaa02", "Someshire", 2022, "area-send",
                                              "none", {finds(found, Finding::kWeakness)})},
                         "someshire")
        .must_improve[0]
        .later.size();
  };
  CHECK(later("The local offer for care leavers.", "The local offer is not well known.") == 0);
  CHECK(later("The local offer for disabled children.",
              "The local offer for disabled children is not well known.") == 1);
}

TEST_CASE("A visit is the last report where no inspection says what must improve") {
  SearchRequest filters;
  filters.filters = {{"visit_type", "focused-visit"}};
  const SinceLast since = since_last_of(reports_on_someshire(), "Someshire", filters);
  REQUIRE(since.last);
  CHECK(since.documents[*since.last].id == "aaaaaaaaaa04");
  CHECK(!since.before);
}

TEST_CASE("What a passage finds of a topic is told from the sentences that speak of it") {
  std::vector<Report> reports = reports_on_someshire();
  Passage passage = finds("Care is very good. Private fostering is poor.", Finding::kStrength);
  passage.n = 9;
  passage.sentences = {{0, 18}, {19, 45}};
  passage.sentence_findings = {0.9, -0.6};
  reports[3].passages = {passage};
  const SinceLast since = since_last_of(reports, "Someshire");
  REQUIRE(since.must_improve[0].later.size() == 1);
  CHECK(since.must_improve[0].later[0].finding == Finding::kWeakness);
}

TEST_CASE("A topic that there is not is an error, and no empty table") {
  test::SampleIndex sample(reports_on_someshire());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest filters;
  filters.filters = {{"topic", "private-fosterin"}};
  auto since = since_last(&*searcher, {"someshire", filters});
  REQUIRE_FALSE(since);
  CHECK(since.error().code == ErrorCode::kUsage);
  CHECK(since.error().hint.find("private-fostering") != std::string::npos);
}

TEST_CASE("A filter by section or finding is refused, as all that was found is shown") {
  test::SampleIndex sample(reports_on_someshire());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (const auto& [field, value] : {std::pair("finding", "weakness"), {"section", "care"}}) {
    SearchRequest filters;
    filters.filters.emplace_back(field, value);
    auto since = since_last(&*searcher, {"someshire", filters});
    REQUIRE_FALSE(since);
    CHECK(since.error().code == ErrorCode::kUsage);
    CHECK(since.error().message.ends_with(std::string("so --") + field + " has no meaning"));
  }
}

TEST_CASE("A filter by topic leaves what is of this topic") {
  SearchRequest filters;
  filters.filters = {{"topic", "private-fostering"}};
  const SinceLast since = since_last_of(reports_on_someshire(), "someshire", filters);
  REQUIRE(since.must_improve.size() == 1);
  CHECK(since.passage(since.must_improve[0].said).text == "Awareness of private fostering.");
  CHECK(since.must_improve[0].later.size() == 1);
  CHECK(since.visits_add.empty());
  CHECK(since.not_named_again.empty());
}

TEST_CASE("Where nothing must improve the table says so") {
  SearchRequest filters;
  filters.filters = {{"year", "2019"}};
  const SinceLast since = since_last_of(reports_on_someshire(), "Someshire", filters);
  CHECK(!since.last);
  const Table table = since_last_table(since, true);
  CHECK(table.rows.empty());
  CHECK(table.title == "Someshire: no document says what must improve");
  CHECK(table.notes.empty());
  CHECK(since_last_table(since, false).notes ==
        std::vector<std::string>{"no document says what must improve"});
}

TEST_CASE("For people each document has the passages that find most, data have them all") {
  std::vector<Report> reports = reports_on_someshire();
  for (int i = 0; i < 9; ++i) {
    Passage passage = finds("Private fostering has a leaflet.", Finding::kStrength);
    passage.n = 10 + i;
    passage.finding_score = 0.1 * i;
    reports[3].passages.push_back(passage);
  }
  // As in a whole report, most passages speak of other things.
  for (int i = 0; i < 30; ++i)
    reports[3].passages.push_back(finds("Children are at school.", Finding::kNeutral));
  for (size_t i = 0; i < reports[3].passages.size(); ++i)
    reports[3].passages[i].n = static_cast<int>(i) + 1;
  const SinceLast since = since_last_of(reports, "Someshire");
  auto rows = [&](bool for_people) {
    const Table table = since_last_table(since, for_people);
    return std::ranges::count_if(table.rows, [](const TableRow& row) {
      return row.group.starts_with("1. ") && row.cells[0].text == "found since";
    });
  };
  CHECK(rows(false) == 10);
  CHECK(rows(true) == 2);
}

}  // namespace
}  // namespace ofsearch
