#include "common/field/authorities/abolished.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("what became of an authority is told as past or to come, by the day it is asked") {
  CHECK(what_became_of("cumbria county council", {2026, 11, 29}) ==
        "Cumbria was abolished after 31 March 2023; Cumberland and Westmorland and Furness took "
        "over");
  CHECK(what_became_of("Surrey", {2026, 11, 29}) ==
        "Surrey will be abolished after 31 March 2027; East Surrey and West Surrey will take over");
  CHECK(what_became_of("Surrey", {2027, 3, 31}).find("will be abolished") != std::string::npos);
  CHECK(what_became_of("Surrey", {2027, 4, 1}) ==
        "Surrey was abolished after 31 March 2027; East Surrey and West Surrey took over");
  CHECK(what_became_of("Leeds", {2026, 11, 29}).empty());
  CHECK(what_became_of("Nowhereshire", {2026, 11, 29}).empty());
}

TEST_CASE("when an authority begins is told as past or to come, by the day it is asked") {
  const Authority& authority = *Authorities::builtin().find("East Surrey");
  CHECK(begun_in_words(authority, {2026, 11, 29}) == "will take over on 1 April 2027");
  CHECK(begun_in_words(authority, {2027, 4, 1}) == "took over on 1 April 2027");
}

}  // namespace ofsearch
