// What must stand before what, through the Searcher: the weights may change, these orders may not.
#include "searcher/ranking/ranking.h"

#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// The numbers of the one-passage reports that `query` finds, best first.
std::string order(const std::vector<const char*>& passages, const std::string& query) {
  std::vector<Report> reports;
  for (size_t i = 0; i < passages.size(); ++i)
    reports.push_back(test::sample_report("cccccccccc0" + std::to_string(i + 1), "Someshire", 2020,
                                          "sif", "good", {test::sample_passage(passages[i])}));
  // Others, so that the words asked for are rare enough to tell something.
  for (int i = 0; i < 20; ++i)
    reports.push_back(test::sample_report("dddddddddd" + std::to_string(10 + i), "Otherbury", 2021,
                                          "sif", "good",
                                          {test::sample_passage("Leaders know their services.")}));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  request.match = MatchMode::kAny;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::string ids;
  for (const ReportHit& hit : results->hits) ids += hit.report.id.back();
  return ids;
}

TEST_CASE("A passage with all words stands before one with some") {
  CHECK(order({"Visits are late.", "Visits to foster homes are late.", "Foster homes are warm."},
              "late visits foster")
            .front() == '2');
}

TEST_CASE("Words that stand together stand before the same words apart") {
  CHECK(order({"Return to the matter of the home later, in an interview with many other people.",
               "A return home interview is offered."},
              "return home interview") == "21");
}

TEST_CASE("The words typed stand before what stands for them") {
  CHECK(order({"Checks by the Disclosure and Barring Service were late for some staff.",
               "Checks by the DBS were late for some staff."},
              "DBS") == "21");
}

TEST_CASE("A rare word tells more than one that every report has") {
  CHECK(order({"Leaders are known to all.", "Caseloads are known to all."}, "leaders caseloads")
            .front() == '2');
}

TEST_CASE("A report with more answers stands before one with a single equal answer") {
  RankingSettings settings;
  CHECK(report_score({2.0, 1.0}, settings) > report_score({2.0}, settings));
  CHECK(report_score({2.0}, settings) > report_score({1.0}, settings));
  CHECK(report_score({}, settings) == 0);
}

TEST_CASE("A word of a passage answers by its stem, however irregular") {
  SearchPlan plan;
  plan.terms.push_back({"die", 1, false});
  plan.patterns.push_back({{"die"}, false, {0}, 1, ""});
  Stemmer stemmer;
  RankingSettings settings;
  PassageMatcher matcher(plan, settings, &stemmer);
  for (const char* form : {"Dying", "dies", "died", "DIE", "diet"}) {
    INFO(form);
    StoredPassage stored;
    stored.passage.text = "They find a parent is " + std::string(form) + " here.";
    bool answers = std::string(form) != "diet";
    CHECK(matcher.answer(*view_passage(encode_passage(stored))).marks.size() == (answers ? 1 : 0));
  }
}

// The score for weaknesses of `topic` of a passage with these sentences' findings.
double weakness_score(const std::string& topic, const std::string& text,
                      const std::vector<double>& findings, Answer* answer = nullptr) {
  SearchPlan plan;
  plan.direction = -1;
  plan.terms.push_back({topic, 1, false});
  plan.patterns.push_back({{topic}, false, {0}, 1, ""});
  Stemmer stemmer;
  RankingSettings settings;
  PassageMatcher matcher(plan, settings, &stemmer);
  StoredPassage stored;
  stored.passage.text = text;
  stored.passage.sentence_findings = findings;
  std::string record = encode_passage(stored);
  if (answer != nullptr) *answer = matcher.answer(*view_passage(record));
  return matcher.score(*view_passage(record));
}

TEST_CASE("The sentence that has the topic decides what a passage finds") {
  const std::string text = "Visits are late. Plans are clear.";
  CHECK(weakness_score("visit", text, {-1, 1}) > weakness_score("visit", text, {0, 0}));
  CHECK(weakness_score("plan", text, {-1, 1}) < weakness_score("plan", text, {0, 0}));
}

TEST_CASE("The telling sentence has most of the topic, and of two the finding asked for") {
  Answer answer;
  weakness_score("visit", "Plans are clear. Visits are on time. Visits are late.", {1, 1, -1},
                 &answer);
  CHECK(answer.telling == std::pair<size_t, size_t>(37, 53));
  weakness_score("carer", "Plans are clear.", {1}, &answer);
  CHECK(answer.telling.first == answer.telling.second);
}

TEST_CASE("The newer of two equal reports stands first, by little") {
  RankingSettings settings;
  CHECK(age_factor(0, settings) == 1);
  CHECK(age_factor(5, settings) < 1);
  CHECK(age_factor(50, settings) > 0.8);
}

TEST_CASE("A query for no delay finds what is timely") {
  CHECK(order({"There is delay in adoption.", "Adoption is timely."}, "no delay in adoption")
            .front() == '2');
}

TEST_CASE("A report that has only a phrase which stands for the query is found and counted") {
  test::SampleIndex sample(
      {test::sample_report("cccccccccc01", "Someshire", 2020, "sif", "good",
                           {test::sample_passage("The Disclosure and Barring Service is asked.")}),
       test::sample_report("cccccccccc02", "Otherbury", 2021, "sif", "good",
                           {test::sample_passage("Leaders know their services.")})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "DBS";
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->hits.size() == 1);
  CHECK(results->total_reports == 1);
}

TEST_CASE("What one everyday word is taken for stands before the word itself") {
  CHECK(order({"The service hit its targets.", "Concerns about physical harm are shared."}, "hit")
            .front() == '2');
}

// `count` reports that say `text`, their ids from `first`.
void add_reports(int first, int count, const char* text, std::vector<Report>* reports) {
  for (int i = first; i < first + count; ++i)
    reports->push_back(test::sample_report("eeeeeeeee" + std::to_string(100 + i), "Otherbury", 2021,
                                           "sif", "good", {test::sample_passage(text)}));
}

TEST_CASE("What hardly one of the best answers has is given up before the rest") {
  std::vector<Report> reports;
  add_reports(0, 24, "Private fostering is known, and private foster carers too.", &reports);
  add_reports(30, 3, "Every DBS form was checked.", &reports);
  add_reports(40, 24, "Leaders know their services.", &reports);
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "private fostering DBS";
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->level == "most");
  CHECK(results->total_reports == 24);
}

TEST_CASE("Where filters leave nothing that answers a saying, its words are looked for") {
  std::vector<Report> reports;
  add_reports(0, 5, "Turnover is high.", &reports);
  reports.push_back(
      test::sample_report("cccccccccc01", "Someshire", 2020, "sif", "good",
                          {test::sample_passage("Some are leaving soon, as social workers say.")}));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "social workers leaving";
  request.filters = {{"authority", "Someshire"}};
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_reports == 1);
  CHECK(results->level == "any");
  REQUIRE_FALSE(results->notices.empty());
  CHECK(results->notices.front().find("no report there has it all") == 0);
  request.match = MatchMode::kAll;
  results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_reports == 0);
}

TEST_CASE("A saying that says more than the term of the field in it is taken for what it says") {
  CHECK(order({"Children in care are well.", "Children understand why they are in care."},
              "children who ask why they are in care")
            .front() == '2');
}

}  // namespace
}  // namespace ofsearch
