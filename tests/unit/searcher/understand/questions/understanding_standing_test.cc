#include "searcher/understand/questions/understanding_standing.h"

#include "common/field/authorities/authorities.h"
#include "searcher/understand/understanding.h"
#include "tests/support/catch.h"
#include "tests/support/understood_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

Understood understood(const char* query) {
  Vocabulary vocabulary;
  for (const char* name : {"Bradford", "Leeds", "Kent"})
    vocabulary.authorities.insert(normalise_authority_name(name));
  vocabulary.newest = "20260412";
  return understand(parse_query(query), vocabulary, {});
}

bool says_no_ranking(const char* query) {
  return std::ranges::any_of(understood(query).notes, [](const std::string& note) {
    return note.starts_with("authorities are not ranked");
  });
}

TEST_CASE("How an authority stands is answered by all its documents, whatever grade is named") {
  for (const char* query :
       {"is Bradford still inadequate", "is Bradford any good", "How is Bradford doing?",
        "is Bradford outstanding", "does Bradford require improvement", "how good is Bradford",
        "is Bradford good or not", "is Bradford now rated good"}) {
    INFO(query);
    const Understood result = understood(query);
    CHECK(result.asks_standing);
    CHECK(result.query.root.children.empty());
    CHECK(result.order == SortOrder::kNewest);
    REQUIRE(result.filters.size() == 2);
    CHECK(std::ranges::none_of(result.filters,
                               [](const UnderstoodWords& each) { return each.field == "grade"; }));
  }
}

TEST_CASE("What asks for more than how an authority stands is no such question") {
  for (const char* query :
       {"is Kent good at early help", "Bradford inadequate", "still inadequate", "is neglect good",
        "is Kent inadequate for care leavers", "is Leeds or Kent good",
        "how is Leeds doing on neglect", "which councils are inadequate", "Leeds good practice"}) {
    INFO(query);
    CHECK_FALSE(understood(query).asks_standing);
  }
}

TEST_CASE("A note says that authorities are not ranked where the best are asked for") {
  CHECK(says_no_ranking("best authorities for early help"));
  CHECK(says_no_ranking("worst councils at care leavers"));
  CHECK(says_no_ranking("which council is the best"));
  CHECK(says_no_ranking("top performing councils"));
  CHECK_FALSE(says_no_ranking("best interests of the child"));
  CHECK_FALSE(says_no_ranking("best practice in councils"));
  CHECK_FALSE(says_no_ranking("outstanding councils"));
}

TEST_CASE("Kinds of authority are a group; one council of the county is none") {
  const Understood result = understood("neglect in metropolitan boroughs");
  REQUIRE(result.filters.size() == 1);
  CHECK(result.filters[0].value == "kind-of:metropolitan");
  CHECK(understood("the county council is slow").filters.empty());
}

}  // namespace
}  // namespace ofsearch
