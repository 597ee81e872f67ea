// Questions whether something has got better or worse, and statements that it has.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("A statement that a topic got worse or better keeps its judgement") {
  check_understood({
      {"leadership got worse", "leadership got worse |"},
      {"supervision got better", "supervision got better |"},
      {"early help deteriorated", "early help deteriorated |"},
      {"leadership has deteriorated", "leadership has deteriorated |"},
      {"fostering getting worse", "fostering getting worse |"},
      {"leadership is getting worse", "leadership is getting worse |"},
      {"Rochdale leadership got worse", "leadership got worse | authority=Rochdale"},
      {"leadership in Rochdale is improving", "leadership is improving | authority=Rochdale"},
      {"supervision improved", "supervision improved |"},
      {"support is worse in Kent", "support is worse | authority=Kent"},
      {"planning is still poor in Kent", "planning is still poor | authority=Kent"},
      {"early help in Kent has improved since 2019",
       "early help has improved | authority=Kent year=2019.."},
  });
}

TEST_CASE("Whether a topic got worse without a place asks for what says so") {
  check_understood({
      {"has leadership got worse", "has leadership got worse |"},
      {"did adoption get worse", "did adoption get worse |"},
      {"is supervision getting better", "is supervision getting better |"},
  });
}

TEST_CASE("Whether a place got better is answered newest first") {
  check_understood({
      {"is Kent getting better at adoption", "adoption | authority=Kent sort=newest"},
      {"has early help in Kent improved", "has early help | authority=Kent sort=newest"},
      {"is adoption in Kent getting better", "is adoption | authority=Kent sort=newest"},
      {"has Kent got better", "has | authority=Kent sort=newest"},
      {"Kent getting worse", "| authority=Kent sort=newest"},
      {"has it got better since 2018", "| sort=newest year=2018.."},
      {"has adoption got better since 2018", "has adoption | year=2018.. sort=newest"},
      {"adoption improved or not", "adoption | sort=newest"},
      {"are things getting better for care leavers", "care leavers | sort=newest"},
      {"how has adoption in Kent improved", "adoption | authority=Kent sort=newest"},
      {"how has it improved since 2018", "| sort=newest year=2018.."},
      {"councils getting worse", "getting worse | sort=newest"},
  });
}

TEST_CASE("What got worse, and who did, asks for what says so") {
  check_understood({
      {"what has got worse in Kent", "what has got worse | authority=Kent"},
      {"why has Kent got worse", "why has got worse | authority=Kent"},
      {"which councils have improved", "improved |"},
      {"councils that improved", "improved | sort=newest"},
      {"which councils got worse for leadership", "got worse for leadership |"},
      {"what is new in Kent", "| sort=newest authority=Kent"},
      {"how has Kent improved", "| authority=Kent sort=newest"},
  });
}

}  // namespace
}  // namespace ofsearch
