// Which concepts are given up where no passage, or hardly one, has them all.
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

// Of 100 reports nearly all speak of foster carers, and four of restraint alone.
std::vector<Report> reports() {
  std::vector<Report> all;
  for (int i = 1; i <= 100; ++i) {
    std::string text = "Foster carers and plans are as they were.";
    if (i == 1) text = "Foster carers know of age assessments.";
    if (i == 3) text = "A mapping exercise is under way.";
    if (i >= 5 && i <= 40) text += " Brothers and sisters agree.";
    if (i >= 30) text += " Mediation helps.";
    if (i >= 80) text += " Bullying is rare.";
    if (i % 2 == 0 && i <= 8) text = "Restraint is recorded.";
    if (i >= 10 && i <= 13) text += " Dog kennels are offered.";
    if (i == 14) text += " A rabbit was fed.";
    if (i >= 15 && i <= 29) text += " Care leavers agree.";
    if (i >= 50 && i <= 53) text = "Sepia ink is used.";
    if (i >= 60 && i <= 90) text += " Waits declined.";
    if (i > 90) text += " Children are seen.";
    all.push_back(sample_report(fmt::format("aaaaaaaaa{:03}", i), "North", 2010, "sif", "good",
                                {sample_passage(text)}));
  }
  return all;
}

SearchResults search(const std::string& query) {
  static const test::SampleIndex sample(reports());
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  return std::move(*results);
}

std::string asked_for(const SearchResults& results) {
  std::string names;
  for (const ConceptUse& use : results.concepts)
    if (use.required) names += (names.empty() ? "" : ", ") + use.shown;
  return names;
}

TEST_CASE("What few reports have together is told beside what is counted") {
  const SearchResults both = search("foster carers age assessment");
  CHECK(both.level == "most");
  CHECK(both.whole_reports == 1);
  CHECK(asked_for(both) == "foster carer");
}

TEST_CASE("Whom a query is about, and where, is given up before the matter") {
  CHECK(asked_for(search("dog kennels of foster carers")) == "dog, kennels");
  CHECK(asked_for(search("sepia ink in mediation")) == "sepia, ink");
  // What hardly a report has is no matter.
  CHECK(asked_for(search("rabbit mediation foster carers")) == "mediation, foster carer");
}

TEST_CASE("How something went is given up before what did") {
  CHECK(asked_for(search("care leavers got worse")) == "care leaver");
}

TEST_CASE("A topic that hardly a report has is not given up for one that many have") {
  CHECK(asked_for(search("foster carers restraint")) == "restraint");
  CHECK(asked_for(search("restraint of foster carers")) == "restraint");
  // No report says it in these words.
  CHECK(asked_for(search("foster carers exploitation mapping")) == "foster carer");
}

TEST_CASE("Of what is given up, that comes back which enough reports have with the rest") {
  CHECK(asked_for(search("foster carers restraint plans mediation")) == "restraint");
  CHECK(asked_for(search("bullying foster carers agree mediation")) ==
        "bullying, foster carer, mediation");
}

TEST_CASE("A plain verb is given up before other words") {
  CHECK(asked_for(search("foster carers agree bullying")) == "foster carer, bullying");
  CHECK(asked_for(search("mediation agree verandas")) == "mediation, agree");
}

TEST_CASE("What a query denies of people is asked for, if that is all it says") {
  CHECK(asked_for(search("children not seen")) == "children, seen");
}

TEST_CASE("What there is not enough of may stand behind") {
  CHECK(asked_for(search("foster carers not enough mediation")) == "foster carer, mediation");
}

}  // namespace
}  // namespace ofsearch
