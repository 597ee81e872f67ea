// Judgements of several sections in one query.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("Judgements of two sections that are joined must both be so") {
  const std::string both =
      "leadership care leavers | grade=leaders:outstanding+care_leavers:inadequate "
      "grade=leaders:outstanding+care_and_leavers:inadequate";
  for (const char* query : {"outstanding leadership but inadequate care leavers",
                            "outstanding leadership and inadequate care leavers",
                            "outstanding leadership yet inadequate care leavers",
                            "outstanding leadership with inadequate care leavers",
                            "outstanding leadership although inadequate care leavers",
                            "outstanding leadership while care leavers are inadequate",
                            "leadership is outstanding but care leavers are inadequate",
                            "outstanding for leadership but inadequate for care leavers"}) {
    INFO(query);
    CHECK(understood_words(query) == both);
  }
}

TEST_CASE("The words of judgements that must both be so are told together") {
  const Understood result = understand(
      parse_query("outstanding leadership but inadequate care leavers"), vocabulary_of_today());
  REQUIRE(result.filters.size() == 2);
  CHECK(result.filters.front().words == "outstanding leadership but inadequate care leavers");
  CHECK(result.notes.empty());
}

TEST_CASE("One grade may be said of two judgements") {
  check_understood({
      {"inadequate for leadership and help and protection",
       "leadership help and protection | grade=leaders:inadequate+help_protection:inadequate"},
      {"councils good for leadership or adoption",
       "leadership adoption | grade=leaders:good grade=adoption:good"},
      {"councils judged good for leadership and adoption support",
       "leadership and adoption support | grade=leaders:good"},
  });
}

TEST_CASE("The second judgement may be \"only\" so") {
  CHECK(understood_words("councils outstanding for adoption but only good for leadership") ==
        "adoption leadership | grade=adoption:outstanding+leaders:good");
}

TEST_CASE("Three judgements must all be so") {
  CHECK(understood_words("good leadership but inadequate help and protection and good adoption") ==
        "leadership help and protection adoption | "
        "grade=leaders:good+help_protection:inadequate+adoption:good");
}

TEST_CASE("Judgements of one section, and those that \"or\" joins, are alternatives") {
  check_understood({
      {"good or outstanding for leadership",
       "leadership | grade=leaders:good grade=leaders:outstanding"},
      {"outstanding for leadership or inadequate for leadership",
       "leadership or leadership | grade=leaders:outstanding grade=leaders:inadequate"},
      {"outstanding for leadership or outstanding for adoption",
       "leadership or adoption | grade=leaders:outstanding grade=adoption:outstanding"},
  });
}

TEST_CASE("What is denied of one judgement is no condition of both") {
  CHECK(understood_words("outstanding for leadership but not inadequate for adoption") ==
        "leadership adoption | grade=leaders:outstanding not grade=adoption:inadequate");
}

TEST_CASE("A judgement may stand before its grade") {
  check_understood({
      {"councils where leadership was judged inadequate", "leadership | grade=leaders:inadequate"},
      {"adoption rated good", "adoption | grade=adoption:good"},
      {"leadership was inadequate", "leadership | grade=leaders:inadequate"},
      {"councils where help and protection requires improvement",
       "help and protection | grade=help_protection:requires improvement"},
      {"inadequate leadership of audits", "inadequate leadership of audits |"},
      {"visits where leadership inadequate", "visits where leadership inadequate |"},
      {"leadership is good", "leadership is good |"},
      {"support for care leavers is good but housing is inadequate",
       "support for care leavers is good but housing is inadequate |"},
      {"good leadership and good supervision", "good leadership and good supervision |"},
  });
}

}  // namespace
}  // namespace ofsearch
