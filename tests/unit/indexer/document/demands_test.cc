#include "indexer/document/demands.h"

#include "tests/support/catch.h"

using namespace ofsearch;

TEST_CASE("A demand says who must do what") {
  for (const char* demand : {"The local authority should make plans clear.",
                             "Leaders across the partnership must share what they know.",
                             "The board and its partners should review the thresholds."})
    CHECK(is_demand(demand));
  for (const char* other :
       {"This should help leaders to make plans clear.", "They should be seen by managers.",
        "Children should be seen alone.", "The local authority makes plans clear.",
        "It is for the board to say who should be told.", ""})
    CHECK_FALSE(is_demand(other));
}

TEST_CASE("A sentence that goes on with a demand is none of its own") {
  CHECK_FALSE(is_demand("This authority should tell the other what it decides."));
  CHECK_FALSE(is_demand("For these children the authority should make plans at once."));
  CHECK_FALSE(is_demand("Such leaders must be seen to act."));
}
