#include "indexer/readers/tables/tick_rows.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("a tick below a grade is that grade", "[tick_rows]") {
  TickRows rows;
  CHECK(rows.text_of({"Judgement", "Outstanding", "Good", "Requires improvement", "Inadequate"}) ==
        "Judgement / Outstanding / Good / Requires improvement / Inadequate");
  CHECK(rows.text_of({"Leaders", "", "✓", "", ""}) == "Leaders\tGood");
  CHECK(rows.text_of({"Help", "☐", "☐", "☐", "☒"}) == "Help\tInadequate");
  CHECK(rows.text_of({"Care", "x", "", "", "x"}) == "Care\tx\tx");
  CHECK(rows.text_of({"Care", "", "", "", ""}) == "Care");
  CHECK(rows.text_of({"Leavers", "x", ""}) == "Leavers\tx");
  CHECK(rows.text_of({"Number", "", "12", "", ""}) == "Number\t12");
}

TEST_CASE("the ticked box of a cell is what it says", "[tick_rows]") {
  TickRows rows;
  CHECK(rows.text_of({"Leaders", "☐ Outstanding ☒ Good ☐ Inadequate"}) == "Leaders\tGood");
  CHECK(rows.text_of({"Leaders", "Outstanding ☐ Good ☑ Inadequate ☐"}) == "Leaders\tGood");
  CHECK(rows.text_of({"Leaders", "☒ Good ☒ Inadequate"}) == "Leaders\t☒ Good ☒ Inadequate");
}

TEST_CASE("a row without ticks is its cells", "[tick_rows]") {
  TickRows rows;
  CHECK(rows.text_of({"Judgement", "Grade"}) == "Judgement\tGrade");
  CHECK(rows.text_of({"", "Leaders", "", "Good"}) == "Leaders\tGood");
  CHECK(rows.text_of({}).empty());
}

}  // namespace ofsearch
