#include "common/report/count_sentences.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

TEST_CASE("a sentence that only counts children of a kind is told from one that says more") {
  for (const char* sentence :
       {"There has been a significant rise in the number of children who are electively home "
        "educated "
        "(EHE) in Loamshire over the last 12 months.",
        "The number of children subject to a child protection plan continues to rise in Loamshire.",
        "Currently, 1,153 pupils are educated at home.",
        "An increasing number of parents\u2019 children are home-educated.",
        "A very small number of children live in unregistered children\u2019s homes.",
        "The number of known private fostering arrangements remains extremely low.",
        "The number of children in care has reduced steadily over recent years."})
    CHECK(tells_count(sentence));
  for (const char* sentence :
       {"The number of children who wait for an assessment has fallen.",
        "A growing number of care leavers are in work.",
        "The number of children who live in unregistered homes has risen.",
        "The number of children in care with a PEP has increased.",
        "An increasing number of children in care live close to home.",
        "The number of children in care has risen, which puts pressure on social workers.",
        "Children who are educated at home are known to the local authority.",
        "Monitoring of children who are educated at home is slow.", "There are several.", ""})
    CHECK_FALSE(tells_count(sentence));
}

}  // namespace
}  // namespace ofsearch
