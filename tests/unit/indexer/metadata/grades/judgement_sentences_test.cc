#include "indexer/metadata/grades/judgement_sentences.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("sentences state judgements") {
  struct Case {
    const char* sentence;
    const char* key;
    const char* grade;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The overall judgement is that children’s services are inadequate", "overall",
            "inadequate"},
           {"The overall judgement is requires improvement.", "overall", "requires improvement"},
           {"Children’s services in Loamshire require improvement to be good", "overall",
            "requires improvement"},
           {"Children’s services in the Royal Borough of Marl upon Loam are good", "overall",
            "good"},
           {"The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "lscb",
            "good"},
           {"The judgement for the effectiveness of the Local Safeguarding Children Board (LSCB) "
            "is requires improvement",
            "lscb", "requires improvement"},
           {"The Loamshire Safeguarding Children Board (LSCB) is inadequate", "lscb", "inadequate"},
           {"The LSCB is inadequate because:", "lscb", "inadequate"},
           {"The graded judgement for adoption performance is that it requires improvement",
            "adoption", "requires improvement"},
           {"The graded judgement about the experience and progress of care leavers is that it is "
            "requires improvement to be good",
            "care_leavers", "requires improvement"},
           {"The overall effectiveness of the arrangements to protect children in Loamshire is "
            "judged to be adequate.",
            "overall", "adequate"}}) {
    INFO(c.sentence);
    auto row = read_judgement_sentence(c.sentence, true);
    REQUIRE(row);
    CHECK(row->key == c.key);
    CHECK(row->grade == c.grade);
  }
}

TEST_CASE("sentences about other times and other things state no judgement") {
  for (const char* sentence :
       {"At the last inspection the overall effectiveness of services was good.",
        "Children’s services in Loamshire were judged to be inadequate in 2016.",
        "Children’s services in Loamshire are good at finding homes for teenagers.",
        "The LSCB is good at learning from reviews.",
        "Since then, children’s services in Loamshire are good.",
        "A local authority that is inadequate does not do these things.",
        "Overall effectiveness Inadequate Requires improvement",
        "An LSCB that is inadequate does not demonstrate that it meets its duties."}) {
    INFO(sentence);
    CHECK_FALSE(read_judgement_sentence(sentence, true));
  }
}

}  // namespace
}  // namespace ofsearch
