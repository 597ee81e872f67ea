#include "searcher/plan/direction/comparisons.h"

#include "common/text/text.h"
#include "tests/support/catch.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  for (std::string_view word : split_words(query)) words.emplace_back(word);
  return words;
}

// The comparisons in `query`, with "; " between.
std::string compared(std::string_view query) {
  const std::vector<std::string> words = words_of(query);
  std::string all;
  for (const Comparison& each : comparisons_in(words)) {
    all += all.empty() ? "" : "; ";
    for (size_t i = each.first; i <= each.last; ++i) all += (i > each.first ? " " : "") + words[i];
  }
  return all;
}

TEST_CASE("Numbers are compared by words before and behind them", "[direction]") {
  CHECK(compared("social care caseloads above 25") == "above 25");
  CHECK(compared("caseloads more than 25 or fewer than 10") == "more than 25; fewer than 10");
  CHECK(compared("at least 3 social workers") == "at least 3");
  CHECK(compared("3 or more placements") == "3 or more");
  CHECK(compared("visits below 80%") == "below 80%");
  CHECK(compared("no more than 18 cases") == "no more than 18");
}

TEST_CASE("Ages, times, years and grades are not compared", "[direction]") {
  for (const char* query :
       {"care leavers over 21", "children under 5 neglect", "aged over 16", "over 2 years in care",
        "waiting more than two years", "since over 2015", "above good", "over time", "under plans",
        "16 and 17 year olds", "children in 25 homes", "more than one council"}) {
    INFO(query);
    CHECK(compared(query).empty());
  }
}

TEST_CASE("What is above or below a number is good or bad by what is measured", "[direction]") {
  const auto finding = [](std::string_view query, size_t at) {
    return finding_of_comparison(words_of(query), at);
  };
  CHECK(finding("caseloads above 25", 1) == Finding::kWeakness);
  CHECK(finding("caseloads above 25", 2) == Finding::kNeutral);
  CHECK(finding("caseloads fewer than 18", 1) == Finding::kStrength);
  CHECK(finding("caseloads 25 or more", 2) == Finding::kWeakness);
  CHECK(finding("caseloads no more than 18", 1) == Finding::kStrength);
  CHECK(finding("attendance below 90%", 1) == Finding::kWeakness);
  CHECK(finding("homes above 25", 1) == Finding::kNeutral);
  CHECK(compares(words_of("caseloads more than 25"), 2));
  CHECK_FALSE(compares(words_of("caseloads more than 25"), 3));
  CHECK_FALSE(compares(words_of("caseloads more than 25"), 0));
}

}  // namespace
}  // namespace ofsearch
