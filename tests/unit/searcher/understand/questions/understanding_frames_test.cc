// Questions that stand around their topic.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("Who does something well asks for strengths of it") {
  check_understood({
      {"who does life story work well", "life story work | finding=strength"},
      {"which councils do early help really well", "early help | finding=strength"},
      {"who gets contextual safeguarding right", "contextual safeguarding | finding=strength"},
      {"which areas run edge of care effectively", "edge of care | finding=strength"},
      {"where is early help working well", "early help | finding=strength"},
      {"where has supervision worked best", "supervision | finding=strength"},
      {"where is placement stability strongest", "placement stability | finding=strength"},
      {"which councils in London do early help well",
       "early help | region=London finding=strength"},
      {"which RI councils do early help well",
       "early help | grade=requires improvement finding=strength"},
      {"who is doing well at fostering recruitment", "fostering recruitment | finding=strength"},
      {"which LAs excel in adoption", "adoption | finding=strength"},
      {"who has cracked social worker retention", "social worker retention | finding=strength"},
      {"who is really good with SEND", "SEND | finding=strength"},
      {"who can we learn from on early help", "early help | finding=strength"},
      {"best practice examples of life story work", "life story work | finding=strength"},
      {"exemplars of return home interviews", "return home interviews | finding=strength"},
  });
}

TEST_CASE("Who does it badly, or where it goes wrong, asks for weaknesses") {
  check_understood({
      {"who does supervision badly", "supervision | finding=weakness"},
      {"which councils do not do supervision well", "supervision | finding=weakness"},
      {"who gets thresholds wrong", "thresholds | finding=weakness"},
      {"where does planning for children go wrong", "planning for children | finding=weakness"},
      {"where is early help not working well", "early help | finding=weakness"},
      {"where is supervision weakest", "supervision | finding=weakness"},
      {"who struggles with placement sufficiency", "placement sufficiency | finding=weakness"},
      {"which RI councils struggle with permanence",
       "which permanence | grade=requires improvement finding=weakness"},
      {"which councils fail care leavers", "care leavers | finding=weakness"},
      {"which councils fall short on PEPs", "PEPs | finding=weakness"},
      {"who is worst at placement stability", "placement stability | finding=weakness"},
      {"where have things gone wrong with supervision", "supervision | finding=weakness"},
      {"worst practice in neglect", "neglect | finding=weakness"},
  });
}

TEST_CASE("Children who do well, and who does something at all, are no question for a finding") {
  for (const char* query : {"which children do well at school", "children who do well",
                            "where children go well after care"}) {
    INFO(query);
    CHECK(understood_words(query) == query + std::string(" |"));
  }
  CHECK(understood_words("who is struggling at school") == "struggling at school |");
  CHECK(understood_words("who does assessments") == "assessments |");
  CHECK(understood_words("where do things go wrong") == "things go wrong |");
  CHECK(understood_words("who does well") == "well |");
}

TEST_CASE("The words of such a question are told whole") {
  const Understood result =
      understand(parse_query("who does life story work well"), vocabulary_of_today());
  REQUIRE(result.filters.size() == 1);
  CHECK(result.filters.front().words == "who does life story work well");
  CHECK(result.dropped.empty());
}

}  // namespace
}  // namespace ofsearch
