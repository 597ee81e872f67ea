#include "searcher/plan/direction/absence.h"

#include "common/words/words.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("No and few are told with what is missing", "[direction]") {
  CHECK(with_what_is_missing({"no", "management", "oversight"}, 0) == "no management oversight");
  CHECK(with_what_is_missing({"assessments", "few", "visits"}, 1) == "few visits");
  CHECK(with_what_is_missing({"no", "evidence", "of", "supervision"}, 0) ==
        "no evidence of supervision");
  CHECK(with_what_is_missing({"No", "chronologies"}, 0) == "No chronologies");
}

TEST_CASE("What is not there may be good", "[direction]") {
  CHECK(with_what_is_missing({"no", "children", "in", "hotels"}, 0) == "no children in hotels");
  CHECK(with_what_is_missing({"no", "evidence", "of", "harm"}, 0) == "no evidence of harm");
  CHECK(with_what_is_missing({"no", "longer", "in", "special", "measures"}, 0) ==
        "no longer in special measures");
  CHECK(with_what_is_missing({"no", "longer", "supervision"}, 0) == "no");
  CHECK(with_what_is_missing({"not", "a", "plan"}, 0) == "not");
  CHECK(with_what_is_missing({"no"}, 0) == "no");
}

Finding absence(const std::string& query) {
  Words words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  return finding_of_absence(words, 0);
}

TEST_CASE("Nothing of what is bad to have is a strength", "[direction]") {
  CHECK(absence("no agency social workers") == Finding::kStrength);
  CHECK(absence("never used bed and breakfast") == Finding::kStrength);
  CHECK(absence("no unaccompanied children in hotels") == Finding::kStrength);
  CHECK(absence("no placements out of area") == Finding::kStrength);
  CHECK(absence("few complaints") == Finding::kStrength);
  CHECK(absence("few sibling groups split up") == Finding::kStrength);
  CHECK(absence("not homeless") == Finding::kStrength);
  CHECK(absence("never puts children in hotels") == Finding::kStrength);
  CHECK(absence("never use unregistered children's homes") == Finding::kStrength);
}

TEST_CASE("Nothing of what is needed is a weakness", "[direction]") {
  CHECK(absence("few adopters") == Finding::kWeakness);
  CHECK(absence("no match for sibling groups") == Finding::kWeakness);
  CHECK(absence("no evidence of challenge") == Finding::kWeakness);
  CHECK(absence("no school places for homeless families") == Finding::kWeakness);
  CHECK(absence("no placements for homeless children") == Finding::kWeakness);
  CHECK(absence("no exploitation strategy") == Finding::kWeakness);
  CHECK(absence("no risk assessment") == Finding::kWeakness);
  CHECK(absence("no help with housing") == Finding::kWeakness);
  CHECK(absence("no ambition") == Finding::kWeakness);
  CHECK(absence("few managers visible") == Finding::kWeakness);
  CHECK(absence("no permanent managers") == Finding::kWeakness);
}

TEST_CASE("Few changes of what is needed are no lack of it", "[direction]") {
  CHECK(absence("few changes of managers") == Finding::kNeutral);
  CHECK(absence("no moves between foster carers") == Finding::kNeutral);
  CHECK(absence("no reduction in support") == Finding::kNeutral);
}

TEST_CASE("What is bad to have is not denied behind other words", "[direction]") {
  CHECK(absence("not protected from harm") == Finding::kNeutral);
  CHECK(absence("no harm reduction") == Finding::kNeutral);
  CHECK(absence("no investigation of neglect") == Finding::kNeutral);
  CHECK(absence("never visited in care") == Finding::kNeutral);
  CHECK(absence("children in hotels") == Finding::kNeutral);
}

TEST_CASE("That nothing is looked for by no is told where it may be good or bad", "[direction]") {
  CHECK(told_of_absence({"no", "siblings", "in", "school"}, 0) ==
        "\"no\" is not searched for, only the words behind it: siblings in school");
  CHECK(told_of_absence({"no", "longer", "visited"}, 0) ==
        "\"no longer\" is not searched for, only the words behind it: visited");
  CHECK(told_of_absence({"few", "boys"}, 0) ==
        "\"few\" is not searched for, only the words behind it: boys");
  CHECK(told_of_absence({"no", "children", "in", "hotels"}, 0).empty());
  CHECK(told_of_absence({"no", "supervision"}, 0).empty());
  CHECK(told_of_absence({"not", "seen"}, 0).empty());
  CHECK(told_of_absence({"no"}, 0).empty());
}

TEST_CASE("Nobody is no denial of what is behind it", "[direction]") {
  CHECK(told_of_absence({"no", "one", "sees", "boys"}, 0).empty());
  CHECK(absence("no children missing education") == Finding::kNeutral);
}

TEST_CASE("What is missed where it is not there is no person and no harm", "[direction]") {
  CHECK(may_be_missed({"life", "story", "work"}));
  CHECK(may_be_missed({"health", "passports"}));
  CHECK(may_be_missed({"early", "permanence"}));
  CHECK(may_be_missed({"family", "time"}));
  CHECK(may_be_missed({"children", "in", "care", "council"}));
  CHECK(may_be_missed({"exploitation", "strategy"}));
  CHECK_FALSE(may_be_missed({"care", "leavers"}));
  CHECK_FALSE(may_be_missed({"children", "in", "care"}));
  CHECK_FALSE(may_be_missed({"domestic", "abuse"}));
  CHECK_FALSE(may_be_missed({"private", "fostering"}));
  CHECK_FALSE(may_be_missed({"bed", "and", "breakfast"}));
  CHECK_FALSE(may_be_missed({"poor", "practice"}));
  CHECK_FALSE(may_be_missed({}));
  CHECK(leads_to_missed("formal"));
  CHECK(leads_to_missed("direct"));
  CHECK_FALSE(leads_to_missed("in"));
  CHECK_FALSE(leads_to_missed("parents"));
}

TEST_CASE("What something was done without is known by its word", "[direction]") {
  const Words words = {"plans", "without", "the", "young", "person", "and", "parents"};
  CHECK(is_left_without(words, 3));
  CHECK(is_left_without(words, 4));
  CHECK_FALSE(is_left_without(words, 6));
  CHECK_FALSE(is_left_without(words, 0));
  CHECK_FALSE(is_left_without({"without", "a", "plan", "children"}, 3));
}

}  // namespace
}  // namespace ofsearch
