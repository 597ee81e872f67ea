#include "searcher/plan/clauses/describing.h"

#include "common/words/words.h"
#include "searcher/plan/direction/direction.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// Whether some word of the query asks for weaknesses.
bool asks_for_faults(const std::string& query) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  for (size_t i = 0; i < words.size(); ++i)
    if (direction_of(words, i).finding == Finding::kWeakness) return true;
  return false;
}

TEST_CASE("A clause that says which people are meant judges nothing", "[direction]") {
  for (const char* query :
       {"children who cannot return home", "families who do not speak English",
        "interpreters used when family doesn't speak English", "children not in school",
        "young people not in education", "parents who do not engage",
        "teenagers in care who won't attend school", "support for parents that don't read",
        "children whose parents cannot look after them", "where birth parents do not consent",
        "children who are not looked after", "young people who are not in education",
        "carers who are not related to the child", "if a mother does not agree to share",
        "children who have never lived with their family", "parents who do not have capacity",
        "families who have not been known to services", "pupils not attending school",
        "children who are not yet ready to return"}) {
    INFO(query);
    CHECK_FALSE(asks_for_faults(query));
  }
}

TEST_CASE("What people are not given is a fault, and what things and staff are not",
          "[direction]") {
  for (const char* query : {"plans that are not child centred",
                            "visits that were not done",
                            "children who are not seen alone",
                            "children who do not have a social worker",
                            "care leavers who do not know their rights",
                            "social workers who do not visit",
                            "managers in the team who don't challenge",
                            "when visits are not recorded",
                            "where social workers do not know the children",
                            "children not visited",
                            "assessments which do not analyse risk",
                            "children who were not listened to",
                            "carers who do not receive respite",
                            "young people who do not feel safe",
                            "families not offered help",
                            "children not in suitable homes",
                            "schools that do not share information",
                            "agencies who do not attend",
                            "children who are not protected",
                            "parents not told what happens"}) {
    INFO(query);
    CHECK(asks_for_faults(query));
  }
}

TEST_CASE("What is judged behind such a clause keeps its finding", "[direction]") {
  CHECK_FALSE(asks_for_faults("good support for children who do not attend school"));
  CHECK_FALSE(asks_for_faults("help for children not in school is effective"));
  CHECK(asks_for_faults("poor support for children who do not attend school"));
  CHECK(asks_for_faults("interpreters late when family doesn't speak English"));
}

}  // namespace
}  // namespace ofsearch
