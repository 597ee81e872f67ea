#include "indexer/document/findings/denied_praise.h"

#include "tests/support/catch.h"

#include <string>

namespace {

using ofsearch::is_praise_denied;

}  // namespace

TEST_CASE("Praise is denied where the statement itself says that it is not so") {
  for (const std::string said : {
           "plans are not consistently clear",
           "effective oversight is not yet in place",
           "robust plans are not in place to keep children safe",
           "these plans do not reflect the views of young people well",
           "leaders have failed to ensure good help",
           "the trust has been unable to recruit enough skilled social workers",
           "assessments lack detail and purpose",
           "there is a lack of meaningful assessment",
           "there remains insufficient capacity to respond well",
       }) {
    CAPTURE(said);
    CHECK(is_praise_denied(said));
  }
}

TEST_CASE("Praise stands where something else is denied, or what is denied is no good") {
  for (const std::string said : {
           "",
           "children who are not always in school are well supported",
           "when progress is not evident, decisive action is taken",
           "when plans are not consistently clear, managers act",
           "managers see why assessments lack detail and purpose",
           "although not yet fully staffed, the team is effective",
           "children are not left in situations of risk",
           "workers do not give up on young people",
           "social workers do not have to buy in services",
           "reports set out well the reasons the family is unable to care for the child",
           "the lack of clarity was resolved quickly",
           "practice is not only timely but thorough",
       }) {
    CAPTURE(said);
    CHECK_FALSE(is_praise_denied(said));
  }
}
