// Grades that are compared, denied or said of the whole beside a judgement.
#include "tests/support/understood_words.h"

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

TEST_CASE("The words of a long grade are not looked for beside the one before it") {
  check_understood({
      {"short inspections that went from good to requires improvement",
       "that went from good to | visit_type=ilacs-short grade=requires improvement"},
      {"councils that went from inadequate to good",
       "councils that went from inadequate to good | grade=good"},
  });
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
