// Bounds in time and findings that are denied.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("A bound in time that is denied is the other bound") {
  check_understood({
      {"supervision no later than 2018", "supervision | year=..2018"},
      {"supervision not later than 2018", "supervision | year=..2018"},
      {"supervision no earlier than 2020", "supervision | year=2020.."},
      {"supervision no older than 2019", "supervision | year=2019.."},
      {"nothing older than 2019 supervision", "supervision | not year=..2018"},
      {"supervision nothing before 2019", "supervision | not year=..2018"},
      {"supervision none before 2019", "supervision | not year=..2018"},
      {"supervision no later than March 2020", "supervision | to=2020-03-31"},
      {"supervision nothing before March 2020", "supervision | from=2020-03-01"},
      {"supervision since March 2015 but not after June 2018",
       "supervision | from=2015-03-01 to=2018-06-30"},
  });
}

TEST_CASE("No and nothing deny no other things") {
  check_understood({
      {"supervision no later visits", "supervision no later visits |"},
      {"no visits before 2019", "no visits | year=..2018"},
      {"nothing has changed since 2019", "nothing has changed | year=2019.."},
      {"no Kent reports", "no reports | authority=Kent"},
      {"supervision nothing in Kent", "supervision nothing | authority=Kent"},
  });
}

TEST_CASE("Non before a region excludes it") {
  check_understood({{"non London councils caseloads", "caseloads | not region=London"}});
}

TEST_CASE("A fault that is denied is praise, and praise that is denied a fault") {
  check_understood({
      {"no problem with caseloads", "caseloads | finding=strength"},
      {"no concerns about supervision", "supervision | finding=strength"},
      {"no criticism of the front door", "the front door | finding=strength"},
      {"no weaknesses in the front door", "the front door | finding=strength"},
      {"never criticised for supervision", "supervision | finding=strength"},
      {"no longer struggling with caseloads", "caseloads | finding=strength"},
      {"inspectors had no concerns about thresholds", "thresholds | finding=strength"},
      {"inspectors did not find any weaknesses in supervision", "supervision | finding=strength"},
      {"councils with no problems with caseloads", "caseloads | finding=strength"},
      {"councils without problems with caseloads", "caseloads | finding=strength"},
      {"strengths not weaknesses in supervision", "supervision | finding=strength"},
      {"not praised for supervision", "supervision | finding=weakness"},
      {"no strengths in supervision", "supervision | finding=weakness"},
      {"no example of good practice in supervision", "supervision | finding=weakness"},
  });
}

TEST_CASE("What is not denied, or not only, is asked for") {
  check_understood({
      {"problem with caseloads", "caseloads | finding=weakness"},
      {"concerns about no supervision", "no supervision | finding=weakness"},
      {"managers did not identify problems with plans",
       "managers did not identify plans | finding=weakness"},
      {"not only praised for supervision", "not only supervision | finding=strength"},
      {"nothing wrong with the LADO", "the LADO | finding=strength"},
      {"no delay in adoption", "no delay in adoption |"},
  });
}

}  // namespace
}  // namespace ofsearch
