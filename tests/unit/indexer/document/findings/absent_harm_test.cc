#include "indexer/document/findings/absent_harm.h"

#include "tests/support/catch.h"

#include <string>

namespace {

using ofsearch::is_harm_absent;

}  // namespace

TEST_CASE("Harm is absent where it is prevented, rare or falling") {
  for (const std::string said : {
           "panels meet often to avoid any unnecessary delay",
           "this flexibility contributes to the avoidance of delay",
           "a reduction in staff vacancies has followed",
           "children are matched with minimal delay",
           "there is little drift and delay in care planning",
           "there are no delays in young people receiving the help they need",
           "there are few formal complaints",
           "reviews ensure that plans do not drift",
           "children do not experience unnecessary placement moves",
           "staff turnover has significantly reduced",
           "turnover rates of social workers have fallen",
           "delays in finding families are rare",
           "waiting times are low",
           "re-referrals have decreased",
       }) {
    CAPTURE(said);
    CHECK(is_harm_absent(said));
  }
}

TEST_CASE("Harm is not absent where that is doubted, asked for, or so for some only") {
  for (const std::string said : {
           "",
           "reviews do not prevent drift",
           "a few delays remain",
           "few children experience delays",
           "there is no complaints procedure",
           "turnover of staff has reduced the effectiveness of training",
           "ensure that delays are avoided",
           "work with schools to ensure that children do not experience delay",
           "plans need to be tighter to avoid delay",
           "there remains more work to do so that children do not experience delay",
           "some plans were changed to avoid delay",
           "children do not experience good help",
           "delays are common",
           "turnover is high and caseloads are low",
       }) {
    CAPTURE(said);
    CHECK_FALSE(is_harm_absent(said));
  }
}
