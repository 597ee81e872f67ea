// Judgements of several sections in one query.
#include "common/text/text.h"
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

// "care_leavers" with each grade of `grades`, and with `lead` before it.
std::string judgements_of(const std::string& lead, const std::string& names,
                          const std::vector<std::string>& grades) {
  std::string all;
  for (const std::string_view name : split_words(names))
    for (const std::string& grade : grades)
      all += " grade=" + lead + (lead.empty() ? "" : "+") + std::string(name) + ":" + grade;
  return all;
}

const std::vector<std::string> kBelowGood = {"requires improvement", "adequate", "inadequate"};
const std::vector<std::string> kBelowOutstanding = {"good", "requires improvement", "adequate",
                                                    "inadequate"};
const std::string kLeavers = "care_leavers care_and_leavers";

TEST_CASE("A judgement that is not good is one below good") {
  const std::string below = "care leavers |" + judgements_of("", kLeavers, kBelowGood);
  for (const char* query :
       {"less than good for care leavers", "care leavers not good", "care leavers not yet good",
        "care leavers below good", "not good for care leavers", "care leavers were not judged good",
        "care leavers judged not good", "councils where care leavers are not good",
        "councils not good for care leavers", "care leavers aren't good",
        "councils not rated good for care leavers"}) {
    INFO(query);
    CHECK(understood_words(query) == below);
  }
  CHECK(understood_words("Kent care leavers not yet good") ==
        "care leavers | authority=Kent" + judgements_of("", kLeavers, kBelowGood));
}

TEST_CASE("Beside another judgement one that is denied must hold too") {
  const std::string both = judgements_of("help_protection:outstanding", kLeavers, kBelowGood);
  for (const char* query : {"outstanding help and protection but care leavers not good",
                            "outstanding help and protection but not good for care leavers",
                            "outstanding help and protection but care leavers below good",
                            "outstanding help and protection but not good care leavers",
                            "outstanding help and protection but less than good care leavers",
                            "outstanding help and protection but care leavers are not yet good"}) {
    INFO(query);
    CHECK(understood_words(query) == "help and protection care leavers |" + both);
  }
  CHECK(understood_words("good leadership but not outstanding care leavers") ==
        "leadership care leavers |" + judgements_of("leaders:good", kLeavers, kBelowOutstanding));
  CHECK(understood_words("outstanding for leadership but not inadequate for adoption") ==
        "leadership adoption |" +
            judgements_of("leaders:outstanding", "adoption",
                          {"outstanding", "good", "requires improvement", "adequate"}));
}

TEST_CASE("A judgement that is denied has another grade") {
  const std::vector<std::string> above = {"outstanding", "good", "requires improvement",
                                          "adequate"};
  CHECK(understood_words("leadership not inadequate") ==
        "leadership |" + judgements_of("", "leaders", above));
  CHECK(understood_words("not inadequate for leadership") ==
        "leadership |" + judgements_of("", "leaders", above));
  CHECK(understood_words("not outstanding for care leavers") ==
        "care leavers |" + judgements_of("", kLeavers, kBelowOutstanding));
  CHECK(understood_words("excluding inadequate for leadership") ==
        "leadership | not grade=leaders:inadequate");
}

TEST_CASE("A judgement behind \"but not\" has another grade than the one before") {
  const std::string below = judgements_of("", kLeavers, kBelowGood);
  CHECK(understood_words("good overall but not for care leavers") ==
        "care leavers | grade=good" + below);
  CHECK(understood_words("councils judged good but not for care leavers") ==
        "care leavers | grade=good" + below);
  CHECK(understood_words("good overall but not care leavers") ==
        "care leavers | grade=good" + below);
  CHECK(understood_words("outstanding for leadership but not for care leavers") ==
        "leadership care leavers |" +
            judgements_of("leaders:outstanding", kLeavers, kBelowOutstanding));
  CHECK(understood_words("inadequate but not for leadership") ==
        "leadership | grade=inadequate" +
            judgements_of("", "leaders",
                          {"outstanding", "good", "requires improvement", "adequate"}));
  CHECK(understood_words("inadequate councils but leadership not inadequate") ==
        "leadership | grade=inadequate" +
            judgements_of("", "leaders",
                          {"outstanding", "good", "requires improvement", "adequate"}));
  check_understood({
      {"good but not for long", "good but not for long |"},
      {"councils judged good but not for care leavers' housing",
       "not for care leavers' housing | grade=good"},
      {"good support but not for care leavers", "good support but not for care leavers |"},
  });
}

TEST_CASE("What is compared or limited before a judgement is its grade") {
  CHECK(understood_words("less than good leadership") ==
        "leadership |" + judgements_of("", "leaders", kBelowGood));
  CHECK(understood_words("good but not outstanding leadership") ==
        "leadership | grade=leaders:good");
  CHECK(understood_words("councils that failed to get good for care leavers") ==
        "care leavers |" + judgements_of("", kLeavers, kBelowGood));
  CHECK(understood_words("care leavers yet to be good") ==
        "care leavers |" + judgements_of("", kLeavers, kBelowGood));
  check_understood({
      {"good but not outstanding", "| grade=good"},
      {"not yet good", "| grade=requires improvement grade=adequate grade=inadequate"},
      {"Kent not yet outstanding",
       "| authority=Kent grade=good grade=requires improvement grade=adequate grade=inadequate"},
      {"good but not outstanding leadership of audits",
       "good but not outstanding leadership of audits |"},
      {"not good", "not good |"},
      {"failed to get good support", "failed to get good support |"},
      {"less than good leadership training", "less than good leadership training |"},
  });
}

TEST_CASE("What is not good for somebody, or not good enough, is no grade") {
  check_understood({
      {"care leavers not good enough", "care leavers not good enough |"},
      {"not good enough for care leavers", "not good enough for care leavers |"},
      {"support for care leavers not good", "support for care leavers not good |"},
      {"hostels are not good for care leavers", "hostels are not good for care leavers |"},
      {"care leavers not in good health", "care leavers not in good health |"},
      {"leadership is good", "leadership is good |"},
      {"care leavers not good at budgeting", "care leavers budgeting | finding=weakness"},
      {"care leavers not outstanding invoices", "care leavers not outstanding invoices |"},
  });
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
