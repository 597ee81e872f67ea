#include "indexer/metadata/grades/words/judgement_labels.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("labels of every era have their keys") {
  struct Case {
    const char* words;
    const char* key;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"the impact of leaders on social work practice with children and families", "leaders"},
           {"the experiences and progress of children in care", "in_care"},
           {"the experiences and progress of children in care and care leavers",
            "care_and_leavers"},
           {"the experiences and progress of children care leavers", "care_leavers"},
           {"2 1 adoption performance", "adoption"},
           {"3 leadership management and governance", "leaders"},
           {"overall effectiveness", "overall"},
           {"capacity to improve", "other"}}) {
    INFO(c.words);
    auto key = label_of_heading(c.words);
    REQUIRE(key);
    CHECK(*key == c.key);
  }
  CHECK_FALSE(label_of_heading("the experiences of children in care in placements"));
  CHECK_FALSE(label_of_heading("adoption performance has improved"));
}

}  // namespace
}  // namespace ofsearch
