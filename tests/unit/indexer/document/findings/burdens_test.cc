#include "indexer/document/findings/burdens.h"

#include "common/text/text.h"
#include "tests/support/catch.h"

using namespace ofsearch;

TEST_CASE("A burden that is said to be high is, whatever is done about it") {
  for (const char* high :
       {"Caseloads are high.", "For a small number of advisers, caseloads are high.",
        "Although reducing, caseloads remain too high for some workers.",
        "Leaders know that caseloads for some staff are higher than they would want.",
        "Staff turnover continues to be very high.", "Their workloads are unmanageable."})
    CHECK(is_said_high(search_form(high)));
  for (const char* otherwise :
       {"When caseloads are high, managers help.", "Teams in which caseloads are high get help.",
        "Caseloads are not high.", "Caseloads are manageable and standards are high.",
        "Caseloads were high at the last inspection.", "Aspirations are high.",
        "Leaders reduced high caseloads.", "Caseloads would be higher without this team.",
        "Managers check whether workloads are too high."})
    CHECK_FALSE(is_said_high(search_form(otherwise)));
}

TEST_CASE("High caseloads are a burden where nothing is said to be done about them") {
  CHECK(bears_a_burden(search_form("High caseloads affect relationships with children.")));
  CHECK_FALSE(bears_a_burden(search_form("Investment reduced high caseloads.")));
  CHECK_FALSE(bears_a_burden(search_form("Low caseloads and high aspirations help children.")));
}
