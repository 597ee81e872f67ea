#include "common/index/listed_values.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

using Values = std::vector<std::string>;

TEST_CASE("Only judgements are joined by a plus") {
  const Field& judgements = *find_field("judgements");
  CHECK(values_together(judgements, "leaders:good + in_care:good") ==
        Values{"leaders:good", "in_care:good"});
  CHECK(values_together(*find_field("grade"), "leaders:good+in_care:good").size() == 2);
  CHECK(values_together(*find_field("authority"), "Tyne+Wear") == Values{"Tyne+Wear"});
  CHECK(together_in_words(judgements, "leaders:good+in_care:good") ==
        "leaders:good and in_care:good");
}

TEST_CASE("What alternatives have in common is said once") {
  CHECK(any_in_words({"good", "inadequate"}) == "good or inadequate");
  CHECK(any_in_words({"inadequate to good"}) == "inadequate to good");
  CHECK(any_in_words({"inadequate to good", "inadequate to outstanding"}) ==
        "inadequate to good or outstanding");
  CHECK(any_in_words({"good to inadequate", "outstanding to inadequate"}) ==
        "good or outstanding to inadequate");
  CHECK(any_in_words({"leaders:good and in_care:good", "leaders:good and looked_after:good"}) ==
        "leaders:good and in_care:good or looked_after:good");
  CHECK(any_in_words({"leaders:good and in_care:good", "adoption:good and in_care:good"}) ==
        "leaders:good and in_care:good or adoption:good and in_care:good");
  CHECK(any_in_words({"good to inadequate", "outstanding to good"}) ==
        "good to inadequate or outstanding to good");
  CHECK(any_in_words({}).empty());
}

}  // namespace
}  // namespace ofsearch
