// Which words say whom a query is about, and which say where.
#include "searcher/plan/clauses/settings.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("A term for people says whom a query is about") {
  for (const std::string term : {"children in care", "care leavers", "disabled children", "UASC",
                                 "foster carers", "social workers", "people leaving care",
                                 "children with disabilities", "parents", "unborn baby"})
    CHECK(names_who(term));
}

TEST_CASE("What befalls people, and what is done for them, is a matter") {
  for (const std::string term :
       {"missing children", "children missing education", "privately fostered", "family time",
        "child protection", "parental alcohol misuse", "family group conference", "restraint",
        "think family", "", "children's services", "voice of the child", "private fostering",
        "children looked"})
    CHECK_FALSE(names_who(term));
}

TEST_CASE("A word of place or time before a term says where") {
  CHECK(says_where({"language", "in", "case", "records"}, 2));
  CHECK(says_where({"language", "in", "the", "case", "records"}, 3));
  CHECK(says_where({"contact", "while", "in", "foster", "care"}, 3));
  CHECK_FALSE(says_where({"quality", "of", "case", "records"}, 2));
  CHECK_FALSE(says_where({"case", "records"}, 0));
  CHECK_FALSE(says_where({"the", "case", "records"}, 1));
}

}  // namespace
}  // namespace ofsearch
