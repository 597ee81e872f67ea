// Names that others are measured by.
#include "tests/support/understood_words.h"

#include <set>
#include <string>

namespace ofsearch {
namespace {

TEST_CASE("A name that others are compared with is no filter") {
  check_understood({
      {"kinship care better than Kent", "kinship care |"},
      {"adoption worse than in Kent", "adoption |"},
      {"neglect compared with Kent", "neglect |"},
      {"neglect compared to the south east", "neglect |"},
      {"caseloads in authorities similar to Kent", "caseloads in authorities |"},
      {"councils like Kent neglect", "councils neglect |"},
      {"adoption better than Kent and Leeds", "adoption |"},
      {"adoption better than Kent, Leeds", "adoption |"},
      {"adoption in Leeds better than Kent", "adoption | authority=Leeds"},
      {"adoption better in Leeds than in Kent", "adoption better | authority=Leeds"},
      {"Leeds compared with Kent", "| authority=Leeds"},
  });
}

TEST_CASE("Other names stay filters") {
  check_understood({
      {"neglect in Kent and Leeds", "neglect | authority=Kent authority=Leeds"},
      {"neglect other than Kent", "neglect | not authority=Kent"},
      {"what is neglect like in Kent", "neglect like | authority=Kent"},
      {"better adoption in Kent", "better adoption | authority=Kent"},
      {"no later than 2019 in Kent", "| year=..2019 authority=Kent"},
  });
}

}  // namespace
}  // namespace ofsearch
