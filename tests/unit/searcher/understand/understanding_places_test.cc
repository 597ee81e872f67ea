// Regions beside authorities.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("A region and an authority of another are alternatives") {
  check_understood({
      {"neglect in London and Kent", "neglect | authority=region-of:London authority=Kent"},
      {"neglect in Kent, London", "neglect | authority=Kent authority=region-of:London"},
      {"neglect in Kent or the north west",
       "neglect | authority=Kent authority=region-of:North West"},
      {"caseloads in Kent or other London boroughs",
       "caseloads | authority=Kent authority=region-of:London"},
      {"caseloads in Leeds and the rest of Yorkshire",
       "caseloads | authority=Leeds authority=region-of:Yorkshire and The Humber"},
      {"neglect in Kent and the south east",
       "neglect | authority=Kent authority=region-of:South East"},
  });
}

TEST_CASE("A region that holds the authority narrows nothing") {
  check_understood({
      {"neglect in Kent in the south east", "neglect | authority=Kent region=South East"},
      {"neglect in London but not Camden", "neglect | region=London not authority=Camden"},
  });
}

TEST_CASE("A district that is named by a direction leads to its county") {
  check_understood({
      {"north west leicestershire caseloads", "caseloads | authority=Leicestershire"},
      {"caseloads in the north west and Leicestershire",
       "caseloads | authority=region-of:North West authority=Leicestershire"},
  });
}

TEST_CASE("Places that are excluded together") {
  check_understood({
      {"neglect outside London and Kent", "neglect | not region=London not authority=Kent"},
      {"neglect in Kent, not in London", "neglect | authority=Kent not region=London"},
      {"neglect in neither Kent nor Medway", "neglect | not authority=Kent not authority=Medway"},
      {"neglect neither Kent nor London", "neglect | not authority=Kent not region=London"},
  });
}

}  // namespace
}  // namespace ofsearch
