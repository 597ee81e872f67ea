// What a search makes of things that are missing, of what is done without somebody, of numbers that
// are compared, and of names that are their own.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/short_ids.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using test::SampleIndex;

Passage passage_with(const std::string& text, Finding finding) {
  Passage passage = test::sample_passage(text);
  passage.finding = finding;
  passage.finding_score = finding == Finding::kStrength ? 0.9 : -0.9;
  return passage;
}

SearchResults search(const std::string& query) {
  static const SampleIndex sample({
      test::sample_report(
          "aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
          {passage_with("Pathway plans of care leavers are vague. Caseloads are over 30.",
                        Finding::kWeakness),
           passage_with("Entries are sporadic.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
          {passage_with("Pathway plans are made without the young person.", Finding::kWeakness),
           passage_with("Management oversight is not seen on files of children.",
                        Finding::kWeakness),
           passage_with("Sufficiency of foster carers is low.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
          {passage_with("Pathway plans are made with each young person. Caseloads are 16.",
                        Finding::kStrength),
           passage_with("Management oversight is strong, and children are in no hotels.",
                        Finding::kStrength),
           passage_with("Some parents are over-optimistic; remand is rare.", Finding::kStrength)}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::erase_if(results->hits, [](const ReportHit& hit) { return hit.some; });
  return std::move(*results);
}

std::string counted(const std::string& query) {
  return test::sorted_short_ids(search(query));
}

TEST_CASE("Without whom something was done is asked for, too") {
  CHECK(counted("pathway plans written without young person") == "2");
  CHECK(counted("pathway plans vague") == "1");
  CHECK(counted("pathway plans of young person") == "123");
}

TEST_CASE("No oversight counts no praise of it; no children in hotels may be praise") {
  CHECK(counted("no management oversight") == "2");
  CHECK(counted("no evidence of management oversight").find('3') == std::string::npos);
  CHECK(counted("no hotels") == "3");
  CHECK(search("never placed in hotels").not_counted == "without passages that find a weakness");
  CHECK(search("no children in hotels").not_counted == "without passages that find a weakness");
}

TEST_CASE("A note says that no is not searched for where it may be good or bad") {
  const SearchResults results = search("no parents remand");
  CHECK(results.notices ==
        std::vector<std::string>{
            "\"no\" is not searched for, only the words behind it: parents remand"});
  CHECK(results.not_counted.empty());
  CHECK(search("parents no longer on remand").notices ==
        std::vector<std::string>{
            "\"no longer\" is not searched for, only the words behind it: on remand"});
  CHECK(search("no management oversight").notices.empty());
  CHECK(search("plans no longer vague").notices.empty());
  CHECK(search("no vague plans").notices.empty());
  CHECK(search("parents remand").notices.empty());
}

TEST_CASE("No term of the field counts no praise of it, as a lack of it does") {
  for (const char* query : {"no pathway plan", "no foster carer", "no formal pathway planning"}) {
    INFO(query);
    const SearchResults results = search(query);
    CHECK(results.notices.empty());
    CHECK(results.not_counted == "without passages that find a strength");
  }
  CHECK(search("no care leavers").not_counted.empty());
  CHECK(search("no care leavers").notices ==
        std::vector<std::string>{
            "\"no\" is not searched for, only the words behind it: care leavers"});
}

TEST_CASE("What is held or done need not be said beside when") {
  const auto uses = [](const std::string& query, const std::string& word) {
    const auto all = search(query).concepts;
    return std::ranges::any_of(all, [&](const auto& use) { return use.shown == word; });
  };
  CHECK(search("pathway plans completed on time").not_counted ==
        "without passages that find a weakness");
  CHECK_FALSE(uses("pathway plans completed on time", "completed"));
  CHECK(uses("pathway plans completed", "completed"));
  CHECK_FALSE(uses("good work on pathway plans", "work"));
  CHECK_FALSE(uses("weak practice around pathway plans", "practice"));
  CHECK(uses("work on pathway plans", "work"));
  CHECK(uses("good work", "work"));
}

TEST_CASE("What finds nothing is no answer to how good something is") {
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
                          {passage_with("Pathway plans are poor.", Finding::kWeakness)}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
                          {passage_with("Pathway plans: poor to good.", Finding::kNeutral)}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "poor pathway plans";
  const auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_reports == 1);
  CHECK(results->not_counted == "without passages that find a strength or nothing");
}

TEST_CASE("How good something is needs no word of it in a passage, only the topic") {
  for (const char* query :
       {"weak pathway plans", "poor pathway plans", "pathway plans not good",
        "pathway plans not good enough", "pathway plans not effective",
        "insufficient pathway plans", "lack of pathway plans", "no pathway plans"}) {
    INFO(query);
    const SearchResults results = search(query);
    CHECK(test::sorted_short_ids(results) == "12");
    CHECK(results.not_counted.starts_with("without passages that find a strength"));
  }
  CHECK(counted("vague pathway plans") == "1");
  CHECK(counted("good pathway plans") == "3");
}

TEST_CASE("What no report denies so is given up like other words") {
  const SearchResults alone = search("not sporadic");
  CHECK(test::sorted_short_ids(alone) == "1");
  CHECK(alone.notices == std::vector<std::string>{
                             "no report says \"not sporadic\": what is counted has \"sporadic\""});
  CHECK(alone.some_reports == 0);
  CHECK(test::sorted_short_ids(search("children not sporadic")) == "1");
  CHECK(search("not forgotten").total_reports == 0);
  const SearchResults beside = search("no gaps in oversight");
  CHECK(test::sorted_short_ids(beside) == "3");
  CHECK(beside.not_counted == "without passages that find a weakness");
}

TEST_CASE("A meeting without those who should be there counts no praise") {
  for (const char* query : {"strategy meetings without health or police",
                            "core groups without parents", "reviews without parents"}) {
    INFO(query);
    CHECK(search(std::string(query) + " pathway plans").not_counted ==
          "without passages that find a strength");
  }
}

TEST_CASE("A saying that asks for a topic and its fault leaves out praise") {
  CHECK(search("shortage of foster carers").not_counted == "without passages that find a strength");
  CHECK(search("foster carers").not_counted.empty());
}

TEST_CASE("A note says that numbers are not compared") {
  const auto says = [](const std::string& query) {
    const SearchResults results = search(query);
    return std::ranges::find(results.notices,
                             "\"above 25\": numbers are not compared: look at the passages") !=
           results.notices.end();
  };
  CHECK(says("caseloads above 25"));
  CHECK(search("caseloads above 25").not_counted == "without passages that find a strength");
  CHECK(search("caseloads").notices.empty());
  CHECK_FALSE(says("caseloads 25"));
  CHECK(says("caseloads of young people above 25"));
  CHECK_FALSE(says("caseloads above 25 years"));
}

TEST_CASE("Nothing is another name of itself") {
  for (const char* query : {"over-optimistic", "remand", "over optimistic"})
    for (const AddedWords& added : search(query).added) {
      INFO(query);
      for (const std::string& word : added.words) {
        CHECK(word != added.term);
        CHECK(word != "over-optimistic");
      }
    }
}

// What is counted over passages on harm, on plans that are not clear, and on what is due.
std::string counted_of_denials(const std::string& query) {
  static const SampleIndex sample({
      test::sample_report(
          "aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
          {passage_with("No children were found to be unsafe during the visit.",
                        Finding::kWeakness),
           passage_with("Plans are not always sufficiently clear.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
          {passage_with("Some children live in unsafe homes.", Finding::kWeakness),
           passage_with("Plans are unclear. Annual reviews are overdue.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
          {passage_with("Inspectors did not find any child at immediate risk of harm.",
                        Finding::kMixed),
           passage_with("Plans need work, and clear timescales.", Finding::kWeakness),
           passage_with("Annual reviews are outstanding in quality.", Finding::kStrength),
           passage_with("Panels have targets and meet weekly.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa04", "Someshire", 2022, "sif", "good",
          {passage_with("Children at immediate risk wait for help.", Finding::kWeakness),
           passage_with("Carers are not well supported. Targets of panels are never met.",
                        Finding::kWeakness)}),
      test::sample_report("aaaaaaaaaa05", "Someshire", 2023, "sif", "good",
                          {passage_with("Unsupported carers gave up.", Finding::kWeakness),
                           passage_with("Targets of panels are unmet.", Finding::kWeakness),
                           passage_with("Carers want support from schools.", Finding::kMixed)}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::erase_if(results->hits, [](const ReportHit& hit) { return hit.some; });
  return test::sorted_short_ids(*results);
}

TEST_CASE("Harm that is denied is found where it is denied, whatever a passage finds") {
  CHECK(counted_of_denials("no child was unsafe") == "1");
  CHECK(counted_of_denials("did not find any children unsafe") == "1");
  CHECK(counted_of_denials("no children at immediate risk") == "3");
  CHECK(counted_of_denials("inspections did not find any children at immediate risk") == "3");
  CHECK(counted_of_denials("children at immediate risk") == "34");
}

TEST_CASE("What a prefix denies finds what a not denies, and the other way round") {
  CHECK(counted_of_denials("plans unclear") == "12");
  CHECK(counted_of_denials("plans not clear") == "12");
  CHECK(counted_of_denials("unclear plans") == "12");
  CHECK(counted_of_denials("+unclear") == "2");  // an operator's word is what it says
  CHECK(counted_of_denials("unmet targets") == "45");
  CHECK(counted_of_denials("targets not met") == "45");
  CHECK(counted_of_denials("targets not always met") == "45");
  CHECK(counted_of_denials("foster carers unsupported") ==
        counted_of_denials("foster carers not supported"));
}

TEST_CASE("What should have been done is overdue where it is outstanding") {
  CHECK(counted_of_denials("outstanding annual reviews") == "2");
  CHECK(counted_of_denials("outstanding quality") == "3");
}

}  // namespace
}  // namespace ofsearch
