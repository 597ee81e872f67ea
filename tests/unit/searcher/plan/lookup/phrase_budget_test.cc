// Phrases that nobody quoted, in an index that does not mark them: which a query gives up.
#include "searcher/plan/lookup/phrase_budget.h"

#include "common/index/index.h"
#include "searcher/plan/planner.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <xapian.h>

#include <string>
#include <tuple>
#include <vector>

namespace ofsearch {
namespace {

using Notes = std::vector<std::string>;

TEST_CASE("The dearest phrase that only ranks is given up first, what was typed last",
          "[phrase-budget]") {
  PhraseBudget budget(10);
  const auto want = [&] {
    budget.plan_anew();
    for (const auto& [words, use, lists] : {std::tuple{"typed words", PhraseOf::kTyped, 8.0},
                                            {"dear name", PhraseOf::kOtherName, 6.0},
                                            {"cheap name", PhraseOf::kOtherName, 1.0},
                                            {"rank dear", PhraseOf::kRelated, 3.0},
                                            {"rank cheap", PhraseOf::kRelated, 1.0}})
      if (!budget.is_given_up(words)) budget.want(words, words, use, lists);
  };
  want();
  CHECK(budget.lists() == 19);
  REQUIRE(budget.give_up(0));
  want();
  // The cheap ones stay beside what was typed.
  CHECK(budget.lists() == 10);
  CHECK(budget.notices() == Notes{"without \"rank dear\" and \"dear name\", whose words too many "
                                  "passages have"});
  CHECK_FALSE(budget.give_up(0));
  REQUIRE(budget.give_up(9));
  want();
  CHECK(budget.lists() == 1);
  CHECK(budget.is_given_up("typed words"));
  CHECK(budget.is_given_up("rank cheap"));
  CHECK(budget.notices().back() ==
        "too many passages have the words of \"typed words\": they are looked for side by side or "
        "not");
}

TEST_CASE("A phrase that is wanted twice costs once, and is kept for its better use",
          "[phrase-budget]") {
  PhraseBudget budget(5);
  budget.want("a b", "a b", PhraseOf::kRelated, 4);
  budget.want("c d", "c d", PhraseOf::kOtherName, 4);
  budget.want("a b", "a b", PhraseOf::kTyped, 0);
  CHECK(budget.lists() == 8);
  REQUIRE(budget.give_up(0));
  CHECK(budget.is_given_up("c d"));
  CHECK_FALSE(budget.is_given_up("a b"));
}

TEST_CASE("Of many phrases that are given up a few are named", "[phrase-budget]") {
  PhraseBudget budget(0);
  for (int i = 1; i <= 6; ++i)
    budget.want(std::to_string(i), std::to_string(i), PhraseOf::kOtherName, 10 - i);
  REQUIRE(budget.give_up(0));
  CHECK(budget.notices() == Notes{"without \"1\", \"2\", \"3\", \"4\" and 2 more, whose words too "
                                  "many passages have"});
}

struct Plan {
  Notes notices;
  std::vector<std::string> added;
  size_t passages = 0;  // that have the concept
  std::string error;
};

// In an index of eight passages; a phrase of two of their words takes up to 16 lists of positions.
Plan planned(const std::string& typed, double most, double most_in_quotes = 100) {
  static const test::SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
      {test::sample_passage("Wide zebras ran."), test::sample_passage("Zebras are wide."),
       test::sample_passage("A large okapi slept."), test::sample_passage("An okapi is large."),
       test::sample_passage("Large okapis ate."), test::sample_passage("A herd of gnus."),
       test::sample_passage("Gnus met."), test::sample_passage("Nothing else.")})});
  static const auto thesaurus =
      Thesaurus::parse("wide zebra = large okapi\nwide zebra ~ herd of gnus\n", "test");
  REQUIRE(thesaurus);
  auto index = open_index(sample.path());
  REQUIRE(index);
  IndexTerms terms(index->database, false);
  Stemmer stemmer;
  PlanOptions options;
  options.limits.all_lists = most;
  options.limits.position_lists = most_in_quotes;
  auto plan = make_plan(parse_query(typed), &terms, *thesaurus, &stemmer, options);
  if (!plan) return {{}, {}, 0, plan.error().message};
  Plan found{plan->notices, {}, 0, ""};
  for (const AddedWords& each : plan->added) {
    found.added.insert(found.added.end(), each.words.begin(), each.words.end());
    found.added.insert(found.added.end(), each.ranked.begin(), each.ranked.end());
  }
  REQUIRE_FALSE(plan->concepts.empty());
  Xapian::Enquire enquire(index->database);
  enquire.set_query(plan->concepts.front().has);
  found.passages = enquire.get_mset(0, 100).size();
  return found;
}

TEST_CASE("Plain words are never refused for phrases that nobody quoted", "[phrase-budget]") {
  const std::string too_many = ", whose words too many passages have";
  const Plan all = planned("wide zebra", 100);
  CHECK(all.notices.empty());
  CHECK(all.added == Notes{"large okapi", "herd of gnus"});
  CHECK(all.passages == 3);

  // "Wide zebra" takes 4 lists, "large okapi" 6, "herd of gnus" 3.
  const Plan without_ranked = planned("wide zebra", 12);
  CHECK(without_ranked.notices == Notes{"without \"herd of gnus\"" + too_many});
  CHECK(without_ranked.added == Notes{"large okapi"});
  CHECK(without_ranked.passages == 3);

  const Plan without_names = planned("wide zebra", 5);
  CHECK(without_names.notices == Notes{"without \"herd of gnus\" and \"large okapi\"" + too_many});
  CHECK(without_names.added.empty());
  CHECK(without_names.passages == 1);

  const Plan apart = planned("wide zebra", 1);
  CHECK(apart.error.empty());
  CHECK(apart.notices.back() ==
        "too many passages have the words of \"wide zebra\": they are looked for side by side or "
        "not");
  CHECK(apart.passages == 2);
}

TEST_CASE("What is quoted is refused as ever, and takes from what plain words may read",
          "[phrase-budget]") {
  CHECK(planned("\"wide zebras\"", 100, 3).error ==
        "the query has too many phrases of words that most reports have");
  CHECK(planned("\"wide zebras\"", 1, 4).error.empty());
  CHECK(planned("wide zebra", 100, 0).error.empty());
  const Plan both = planned("wide zebra \"wide zebras\"", 14, 4);
  CHECK(both.error.empty());
  CHECK(both.added == Notes{"large okapi"});
}

}  // namespace
}  // namespace ofsearch
