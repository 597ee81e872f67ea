#include "searcher/plan/direction/judging_verbs.h"

#include "common/words/words.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// What the first word that judges finds.
Finding found(const std::string& query) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  for (size_t at = 0; at < words.size(); ++at)
    if (const Finding finding = verb_of(words, at).finding; finding != Finding::kNeutral)
      return finding;
  return Finding::kNeutral;
}

TEST_CASE("A verb says what went wrong", "[direction]") {
  for (const char* query : {"lost confidence in leaders",
                            "lost contact with care leavers",
                            "records lost",
                            "families let down by services",
                            "refused a school place",
                            "referrals refused",
                            "foster carers refused support",
                            "rejected by CAMHS",
                            "schools refuse places",
                            "GPs refuse to attend",
                            "housing refused to care leavers",
                            "allegations dismissed",
                            "kept waiting",
                            "left waiting for therapy",
                            "turned away by housing",
                            "special measures",
                            "special measures for children removed from home",
                            "takes too long",
                            "taking far too long",
                            "services falling short",
                            "short of foster carers"}) {
    CAPTURE(query);
    CHECK(found(query) == Finding::kWeakness);
  }
}

TEST_CASE("A verb says what went well", "[direction]") {
  for (const char* query :
       {"enough adopters", "enough time to reflect", "sufficient placements",
        "parents kept informed", "children listened to", "children believed", "taken seriously",
        "special measures lifted", "special measures have been removed",
        "removed from special measures", "left special measures"}) {
    CAPTURE(query);
    CHECK(found(query) == Finding::kStrength);
  }
}

TEST_CASE("What only tells what happened judges nothing", "[direction]") {
  for (const char* query :
       {"lost children", "lost a parent", "refused asylum", "refused to engage",
        "mother refused help", "carers refuse placements", "rejected by birth parents",
        "staff dismissed", "dismissed from his post", "believed to be at risk",
        "good enough parenting", "short breaks", "taken into care", "left care", "kept safe",
        "out of special measures", "special guardianship", "denied pregnancy"}) {
    CAPTURE(query);
    CHECK(found(query) == Finding::kNeutral);
  }
}

}  // namespace
}  // namespace ofsearch
