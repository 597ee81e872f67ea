// Grades that are compared, denied or said of the whole beside a judgement.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("A grade that others are compared with stands for those") {
  check_understood({
      {"less than good councils early help",
       "early help | grade=requires improvement grade=adequate grade=inadequate"},
      {"councils below good early help",
       "early help | grade=requires improvement grade=adequate grade=inadequate"},
      {"worse than good councils", "| grade=requires improvement grade=adequate grade=inadequate"},
      {"councils not yet good", "| grade=requires improvement grade=adequate grade=inadequate"},
      {"authorities rated less than good",
       "| grade=requires improvement grade=adequate grade=inadequate"},
      {"councils rated requires improvement or worse",
       "| grade=requires improvement grade=adequate grade=inadequate"},
      {"at least good councils", "| grade=outstanding grade=good"},
      {"councils good or better", "| grade=outstanding grade=good"},
      {"no worse than good councils", "| grade=outstanding grade=good"},
      {"better than inadequate councils",
       "| grade=outstanding grade=good grade=requires improvement grade=adequate"},
      {"councils judged at least good for leadership",
       "leadership | grade=leaders:outstanding grade=leaders:good"},
      {"outstanding or better councils", "| grade=outstanding"},
      {"better than outstanding councils", "better than | grade=outstanding"},
      {"councils rated good or outstanding", "| grade=good grade=outstanding"},
  });
}

TEST_CASE("A grade beside a kind of inspection is a grade") {
  check_understood({
      {"ILACS requires improvement corporate parenting board",
       "corporate parenting board | visit_type=ilacs grade=requires improvement"},
      {"RI ILACS care leavers", "care leavers | grade=requires improvement visit_type=ilacs"},
      {"ILACS inadequate front door", "front door | visit_type=ilacs grade=inadequate"},
      {"good ILACS care leavers", "care leavers | grade=good visit_type=ilacs"},
      {"ILACS good practice sharing", "good practice sharing | visit_type=ilacs"},
      {"JTAI inadequate response to neglect", "inadequate response to neglect | visit_type=jtai"},
      {"what do good councils do about school exclusions",
       "do about school exclusions | grade=good"},
  });
}

TEST_CASE("What is compared with good work is no grade") {
  check_understood({
      {"less than good practice", "less than good practice |"},
      {"plans below good", "plans below good |"},
      {"good or better outcomes for care leavers", "good or better outcomes for care leavers |"},
      {"councils above average caseloads", "councils above average caseloads |"},
  });
}

TEST_CASE("A denied grade is excluded, however it is denied") {
  check_understood({
      {"non inadequate councils caseloads", "caseloads | not grade=inadequate"},
      {"non-inadequate councils caseloads", "caseloads | not grade=inadequate"},
      {"not inadequate councils caseloads", "caseloads | not grade=inadequate"},
      {"councils that are not inadequate caseloads", "caseloads | not grade=inadequate"},
      {"councils not rated good caseloads", "caseloads | not grade=good"},
      {"boroughs that have never been judged inadequate", "| not grade=inadequate"},
      {"Kent non-inadequate", "| authority=Kent not grade=inadequate"},
      {"councils rated good or not", "| grade=good"},
      {"non-statutory guidance", "non-statutory guidance |"},
  });
}

TEST_CASE("A grade never awarded is told to be one of each report") {
  for (const char* query :
       {"councils never rated inadequate", "never rated inadequate", "never inadequate",
        "has never been inadequate", "councils that have never been inadequate",
        "which councils were never judged inadequate"}) {
    INFO(query);
    const Understood found = understand(parse_query(query), vocabulary_of_today());
    CHECK(understood_words(query).ends_with("| not grade=inadequate"));
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0] ==
          "\"never\" is asked of each report: an authority may have had the grade in another; "
          "--history tells");
  }
  for (const char* query : {"never inadequate support", "children never judged by good carers",
                            "councils not rated inadequate", "never outstanding debts"}) {
    INFO(query);
    CHECK(understand(parse_query(query), vocabulary_of_today()).notes.empty());
  }
  CHECK(understood_words("never inadequate support") == "never inadequate support |");
}

TEST_CASE("Good but not outstanding is good") {
  check_understood({
      {"good but not outstanding councils", "| grade=good"},
      {"councils rated good but not yet outstanding", "| grade=good"},
      {"councils rated good but not outstanding for leadership", "leadership | grade=leaders:good"},
      {"good but not outstanding practice", "good but not outstanding practice |"},
      {"councils rated good but not in London", "| grade=good not region=London"},
  });
}

TEST_CASE("Nothing is left of a grade that is said to be the overall one") {
  check_understood({
      {"rated good overall", "| grade=good"},
      {"graded good overall", "| grade=good"},
      {"councils rated outstanding overall", "| grade=outstanding"},
      {"judged inadequate overall", "| grade=inadequate"},
      {"got good overall", "| grade=good"},
      {"councils that got good overall since 2019", "| grade=good year=2019.."},
      {"good overall", "| grade=good"},
      {"inspectors got good overall support", "inspectors got good overall support |"},
  });
}

std::string with_notes(const char* query) {
  std::string out = understood_words(query) + " |";
  for (const std::string& note : understand(parse_query(query), vocabulary_of_today()).notes)
    out += " " + note;
  return out;
}

TEST_CASE("A number of judgements is told, and any of them is searched") {
  const std::string any = understood_words("at least one inadequate judgement");
  CHECK(any.starts_with("| grade=leaders:inadequate grade=help_protection:inadequate "));
  CHECK(understood_words("at least one inadequate judgement adoption") == "adoption " + any);
  CHECK(understood_words("councils with any inadequate judgements") == any);
  CHECK(with_notes("two or more inadequate judgements") ==
        any + " | not asked for: two or more judgements of grade inadequate; one is enough");
  CHECK(understood_words("inadequate judgements") == "| grade=inadequate");
  CHECK(understood_words("two or more good homes") == "two or more good homes |");
}

TEST_CASE("Of all judgements the overall grade is searched, and a note says so") {
  check_understood(
      {{"councils graded outstanding for every judgement",
        "| grade=outstanding | not asked for: that every judgement is outstanding; only the "
        "overall grade is"},
       {"all judgements good care leavers",
        "care leavers | grade=good | not asked for: that every judgement is good; only the overall "
        "grade is"},
       {"councils rated good in all areas",
        "| grade=good | not asked for: that every judgement is good; only the overall grade is"},
       {"good in all areas of practice", "good in all areas of practice | |"}},
      with_notes);
}

TEST_CASE("A judgement and the overall grade beside it are two filters") {
  check_understood({
      {"good for care leavers but requires improvement overall",
       "care leavers | grade=care_leavers:good grade=care_and_leavers:good grade=requires "
       "improvement"},
      {"inadequate overall but good for care leavers",
       "care leavers | grade=inadequate grade=care_leavers:good grade=care_and_leavers:good"},
      {"good leaders but inadequate overall", "leaders | grade=leaders:good grade=inadequate"},
      {"inadequate overall but good practice in supervision",
       "supervision | grade=inadequate finding=strength"},
      {"good for care leavers", "good for care leavers |"},
      {"good leaders but late plans", "good leaders but late plans |"},
  });
}

}  // namespace
}  // namespace ofsearch
