#include "indexer/document/passage_shape.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

std::optional<uint64_t> shape(std::string text, Finding finding = Finding::kNeutral) {
  Passage passage;
  passage.text = std::move(text);
  passage.finding = finding;
  return passage_shape(passage);
}

}  // namespace

TEST_CASE("passages that differ in authority, date and number have one shape", "[passage_shape]") {
  auto one = shape("At 31 March 2013, 437 children in Leeds were the subject of a plan.");
  REQUIRE(one);
  CHECK(
      shape("At 3 May 2017 1,203 children in North East Lincolnshire were the subject of a plan") ==
      one);
  CHECK(shape("At 31 March 2013, 437 children in Leeds were the subject of no plan.") != one);
  CHECK(shape("437 children were the subject of a plan at Leeds in March") != one);
}

TEST_CASE("direction, words of form and young people beside children do not part figures",
          "[passage_shape]") {
  const auto one = shape(
      "At 31 March 2013, 437 children and young people were the subject of a child protection "
      "plan. This is an increase from 293 at 31 March 2012.");
  REQUIRE(one);
  CHECK(shape("At 3 May 2015, 75 children are subject of a child protection plan. This is a "
              "reduction from 89 at 31 March 2014.") == one);
  CHECK(shape("At 3 May 2015, 75 children are subject of no child protection plan. This is a "
              "reduction from 89 at 31 March 2014.") != one);
  CHECK(shape("At 3 May 2015, 75 young people are subject of a child protection plan. This is a "
              "reduction from 89 at 31 March 2014.") != one);
}

TEST_CASE("what an authority was judged to be has no shape", "[passage_shape]") {
  CHECK_FALSE(
      shape("The previous inspection of services for children looked after was in July "
            "2012. The local authority was judged to be good."));
  CHECK_FALSE(shape("The Local Safeguarding Children Board of Loamshire requires improvement"));
  CHECK(shape("Inspectors looked at a good number of cases of children in Loamshire."));
}

TEST_CASE("names of people part shapes", "[passage_shape]") {
  CHECK(shape("Inspectors who went to Leeds on this visit were Ada Brook.") !=
        shape("Inspectors who went to Leeds on this visit were Bo Nemo."));
}

TEST_CASE("findings, tables, title pages and short lines have no shape", "[passage_shape]") {
  const std::string text = "Leaders know their services well and see children often.";
  CHECK(shape(text));
  CHECK_FALSE(shape(text, Finding::kStrength));
  CHECK_FALSE(shape(text, Finding::kWeakness));
  CHECK_FALSE(shape("The experiences and progress of children in care\tGood"));
  CHECK_FALSE(shape("Inspection dates: 4 to 8 March 2024 and of the previous inspection of all"));
  CHECK_FALSE(shape("87 of 120 children in Leeds"));
  CHECK_FALSE(shape("The director of children's services has been in post since May 2013."));
}

}  // namespace ofsearch
