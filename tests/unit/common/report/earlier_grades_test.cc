#include "common/report/earlier_grades.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("a remark in brackets on a grade before is left out") {
  struct Case {
    const char* text;
    const char* now;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Overall effectiveness: good (2018: requires improvement)",
            "Overall effectiveness: good"},
           {"Overall effectiveness (2018: requires improvement to be good): good",
            "Overall effectiveness: good"},
           {"Good (previously Inadequate)", "Good"},
           {"Good [was inadequate in 2016] overall", "Good overall"},
           {"Good (up from RI)", "Good"},
           // Which of two grades is which, another remark, an open bracket.
           {"Good (requires improvement)", "Good (requires improvement)"},
           {"Loamshire (2018)", "Loamshire (2018)"},
           {"Good (last year's plan)", "Good (last year's plan)"},
           {"Good (2018: inadequate", "Good (2018: inadequate"},
           {"Good (carried out in 2018)", "Good (carried out in 2018)"}})
    CHECK(without_earlier_grades(c.text) == c.now);
}

TEST_CASE("a remark in brackets on a grade before is short, so that many brackets take no time") {
  const std::string filler(100, ' ');
  CHECK(without_earlier_grades("Good (was inadequate" + filler + ")") == "Good");
  const std::string longer = "Good (was inadequate" + filler + filler + ")";
  CHECK(without_earlier_grades(longer) == longer);
  const std::string brackets = std::string(200'000, '(') + "x)";
  CHECK(without_earlier_grades(brackets) == brackets);
}

}  // namespace
}  // namespace ofsearch
