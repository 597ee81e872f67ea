// Words that add little to the topic before them, and what is kept when not all can be.
#include "tests/support/answer_over.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// `each` passage stands in 12 reports, so that no concept is given up.
SearchResults found(const std::string& query, const std::vector<std::string>& each) {
  std::vector<Report> all;
  for (const std::string& text : each)
    for (int i = 0; i < 12; ++i)
      all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", all.size()), "North", 2010,
                                        "sif", "good", {test::sample_passage(text)}));
  return test::answer_over(all, query);
}

using Notes = std::vector<std::string>;

TEST_CASE("\"From home\" behind a term only ranks", "[tails]") {
  const std::vector<std::string> each = {"Children are placed at a distance from home.",
                                         "Children are placed at a distance.", "A home is warm."};
  const SearchResults all = found("children placed at a distance from home", each);
  CHECK(all.total_reports == 24);
  CHECK(all.notices == Notes{"counted whether or not with \"from home\""});
  CHECK(found("placed at a distance home", each).total_reports == 12);
  CHECK(found("letters from home", {"Letters come from home.", "Letters come."}).total_reports ==
        12);
}

TEST_CASE("\"Present\" behind \"without\" only ranks", "[tails]") {
  const std::vector<std::string> each = {"Strategy meetings take place without the police.",
                                         "Strategy meetings take place without the police present.",
                                         "Strategy meetings are held."};
  const SearchResults all = found("strategy meetings without police present", each);
  CHECK(all.total_reports == 24);
  CHECK(all.notices == Notes{"counted whether or not with \"present\""});
  CHECK(found("strategy meetings with police present", each).total_reports == 12);
  CHECK(found("strategy meetings without present police", each).total_reports == 12);
}

TEST_CASE("\"Up to date\" only ranks beside a term of the field", "[tails]") {
  const std::vector<std::string> each = {"Dental checks are up to date.", "Dental checks are done.",
                                         "Plans are up to date.", "Plans are made."};
  const SearchResults all = found("dental checks up to date", each);
  CHECK(all.total_reports == 24);
  CHECK(all.notices == Notes{"counted whether or not with \"up to date\""});
  CHECK(found("plans up to date", each).total_reports == 12);
  CHECK(found("up to date", each).total_reports == 24);
}

TEST_CASE("A word is not found by another meaning of its stem", "[told-apart]") {
  const std::vector<std::string> each = {"Presenting needs are known.", "The police are present.",
                                         "Needs are presented."};
  CHECK(found("police present", each).total_reports == 12);
  CHECK(found("presenting needs", each).total_reports == 24);
  const std::vector<std::string> managed = {"Moves are managed.", "Managers plan moves.",
                                            "Management plans moves.", "Staff manage moves."};
  CHECK(found("managed moves", managed).total_reports == 36);
  CHECK(found("managers moves", managed).total_reports == 24);
  CHECK(found("management moves", managed).total_reports == 48);
}

TEST_CASE("A numbered provision is not given up first", "[match]") {
  std::vector<Report> all;
  const auto add = [&](int count, const std::string& text) {
    for (int i = 0; i < count; ++i)
      all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", all.size()), "North", 2010,
                                        "sif", "good", {test::sample_passage(text)}));
  };
  add(3, "Kinship care is assessed under regulation 44.");
  add(30, "Kinship care is assessed.");
  add(20, "A regulation of 2011 has 44 pages.");
  const SearchResults few = test::answer_over(all, "kinship care assessed regulation 44");
  CHECK(few.total_reports == 3);
  CHECK(test::answer_over(all, "kinship care assessed in 44 days").total_reports == 33);
}

TEST_CASE("What another term is only ranked by is kept before it", "[apart]") {
  const SearchResults kept = found("use of neglect toolkit graded care profile",
                                   {"The neglect toolkit is used.", "The neglect toolkit helps.",
                                    "The graded care profile is used."});
  CHECK(kept.total_reports == 12);
  REQUIRE(kept.concepts.size() == 2);
  CHECK(kept.concepts[0].shown == "neglect toolkit");
  CHECK_FALSE(kept.concepts[0].required);
  CHECK(kept.concepts[1].required);
}

}  // namespace
}  // namespace ofsearch
