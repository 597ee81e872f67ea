#include "searcher/plan/clauses/phrases.h"

#include "common/words/words.h"
#include "searcher/plan/direction/direction.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> words_of(const std::string& query) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  return words;
}

bool says_overdue(const std::string& query) {
  const std::vector<std::string> words = words_of(query);
  for (size_t i = 0; i < words.size(); ++i)
    if (is_overdue(words, i)) return true;
  return false;
}

// The sum of the directions of its words, as a sign.
int direction(const std::string& query) {
  const std::vector<std::string> words = words_of(query);
  int sum = 0;
  for (size_t i = 0; i < words.size(); ++i) sum += sign_of(direction_of(words, i).finding);
  return std::clamp(sum, -1, 1);
}

TEST_CASE("What is due may be outstanding, and practice may be") {
  for (const char* query :
       {"outstanding annual reviews", "annual reviews outstanding",
        "outstanding health assessments", "visits still outstanding",
        "outstanding statutory visits", "no outstanding actions", "actions remain outstanding",
        "outstanding DBS checks", "outstanding referrals"}) {
    INFO(query);
    CHECK(says_overdue(query));
  }
  for (const char* query :
       {"outstanding practice", "outstanding leadership", "rated outstanding",
        "outstanding support", "outstanding early help", "outstanding councils visits",
        "visits to outstanding councils", "what makes practice outstanding", "outstanding",
        "outstanding for care leavers"}) {
    INFO(query);
    CHECK_FALSE(says_overdue(query));
  }
}

TEST_CASE("Names and mottoes deny nothing") {
  CHECK(direction("no wrong door") == 0);
  CHECK(direction("no wrong door approach in Kent") == 0);
  CHECK(direction("never too late") == 0);
  CHECK(direction("it is never too late to help") == 0);
  CHECK(direction("visits never too late") == 1);
  CHECK(direction("no child left behind") == 0);
  CHECK(direction("wrong decisions") == -1);
  CHECK(direction("help comes too late") == -1);
  CHECK(direction("no late visits") == 1);
  CHECK(direction("too late") == -1);
}

TEST_CASE("Reliance on agency staff is a fault, and less of it is none") {
  CHECK(direction("reliance on agency social workers") == -1);
  CHECK(direction("relying on agency staff") == -1);
  CHECK(direction("heavily dependent on temporary workers") == -1);
  CHECK(direction("high reliance on agency staff") == -1);
  CHECK(direction("reduced reliance on agency social workers") == 1);
  CHECK(direction("less reliant on agency staff") == 1);
  CHECK(direction("no longer relies on agency staff") == 1);
  CHECK(direction("reliance on agency staff has fallen") == 1);
  CHECK(direction("use of agency social workers") == 0);
  CHECK(direction("reliance on family support") == 0);
  CHECK(direction("multi-agency working") == 0);
}

}  // namespace
}  // namespace ofsearch
