#include "indexer/feature_set.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {

TEST_CASE("The hash of a feature is put together from those of its parts") {
  const FeatureHash whole = FeatureHash::of("timely and proportionate");
  const FeatureHash parts = FeatureHash::of("timely") + FeatureHash::of(" and") +
                            FeatureHash::of("") + FeatureHash::of(" proportionate");
  CHECK(parts.value == whole.value);
  CHECK(parts.power == whole.power);
  CHECK(FeatureHash::of({"timely", " and", "", " proportionate"}).value == whole.value);
  CHECK(FeatureHash::of("a b").value != FeatureHash::of("b a").value);
}

TEST_CASE("A set of features holds what was added, however many, and nothing else") {
  FeatureSet set;
  CHECK_FALSE(set.may_hold(FeatureHash::of("feature 0")));
  constexpr int kMany = 5000;
  for (int i = 0; i < kMany; ++i) set.add("feature " + std::to_string(i));
  int held = 0, strangers = 0;
  for (int i = 0; i < kMany; ++i) {
    held += set.may_hold(FeatureHash::of("feature " + std::to_string(i)));
    strangers += set.may_hold(FeatureHash::of("other " + std::to_string(i)));
  }
  CHECK(held == kMany);
  CHECK(strangers == 0);
}

}  // namespace ofsearch
