#include "searcher/ranking/passage_reasons.h"

#include "common/words/stemmer.h"
#include "searcher/ranking/ranking.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

using Reasons = std::vector<std::string>;

Reasons reasons_for(const std::string& text, int direction, std::vector<double> findings = {}) {
  SearchPlan plan;
  plan.direction = direction;
  plan.terms = {{"late", 1, true}, {"visits", 1, false}};
  plan.patterns = {{{"late"}, false, {0}, 1, ""},
                   {{"delay"}, false, {0}, 0.5, "", false},
                   {{"visit"}, false, {1}, 1, ""}};
  Stemmer stemmer;
  RankingSettings settings;
  settings.few_words = 5;
  PassageMatcher matcher(plan, settings, &stemmer);
  StoredPassage stored;
  stored.passage.text = text;
  stored.passage.sentence_findings = std::move(findings);
  const std::string record = encode_passage(stored);
  return matcher.reasons(*view_passage(record));
}

TEST_CASE("Reasons say which words a term was found by, and in which sentences") {
  CHECK(reasons_for("Visits are late. There are delays. A visit is late.", 0) ==
        Reasons{"late: \"delays\" in sentence 2 and \"late\" in sentences 1 and 3",
                "visits: \"visit\" in sentence 3 and \"visits\" in sentence 1"});
  CHECK(reasons_for("Late. LATE. It is late.", 0).front() ==
        "late: \"late\" in sentences 1, 2 and 3");
  CHECK(reasons_for("All children are seen by somebody.", 0) ==
        Reasons{"late: not there", "visits: not there"});
}

TEST_CASE("Reasons name each factor") {
  Reasons reasons = reasons_for("Visits are late.", -1, {-1});
  REQUIRE(reasons.size() == 4);
  CHECK(reasons[2].starts_with("asked for weaknesses: times 1."));
  CHECK(reasons[3] == "few words: times 0.90");
  CHECK(reasons_for("Visits\t12\tlate and more than that", 0).back() ==
        "rows of a table: times 0.50");
}

}  // namespace
}  // namespace ofsearch
