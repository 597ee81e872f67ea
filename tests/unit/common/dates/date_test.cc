#include "common/dates/date.h"

#include "tests/support/catch.h"

namespace ofsearch {

TEST_CASE("a day is valid only if the calendar has it", "[date]") {
  CHECK(is_valid({2020, 2, 29}));
  CHECK_FALSE(is_valid({2019, 2, 29}));
  CHECK_FALSE(is_valid({1900, 2, 29}));
  CHECK(is_valid({2000, 2, 29}));
  CHECK_FALSE(is_valid({2019, 6, 31}));
  CHECK_FALSE(is_valid({2019, 0, 1}));
  CHECK_FALSE(is_valid({2019, 13, 1}));
  CHECK_FALSE(is_valid({2019, 1, 0}));
  CHECK_FALSE(is_valid({1899, 12, 31}));
  CHECK_FALSE(is_valid({2100, 1, 1}));
}

TEST_CASE("ISO dates are read and written exactly", "[date]") {
  CHECK(parse_iso_date("2019-06-03") == Date{2019, 6, 3});
  CHECK(to_iso({2019, 6, 3}) == "2019-06-03");
  for (const char* text : {"", "2019-6-3", "2019-06-31", "2019-06-03 ", " 2019-06-03", "2019/06/03",
                           "03-06-2019", "2019-06", "20190603", "2019-06-03T10:00", "2O19-06-03"}) {
    INFO(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("days are ordered and counted", "[date]") {
  CHECK(Date{2019, 6, 3} < Date{2019, 7, 1});
  CHECK(Date{2018, 12, 31} < Date{2019, 1, 1});
  CHECK(days_between({2019, 6, 3}, {2019, 6, 3}) == 0);
  CHECK(days_between({2020, 2, 28}, {2020, 3, 1}) == 2);
  CHECK(days_between({2019, 1, 1}, {2018, 12, 31}) == -1);
  CHECK(days_before({2020, 3, 1}, 1) == Date{2020, 2, 29});
  CHECK(days_before({2018, 12, 31}, -1) == Date{2019, 1, 1});
  CHECK(months_before({2020, 3, 31}, 1) == Date{2020, 2, 29});
  CHECK(months_before({2020, 1, 15}, 13) == Date{2018, 12, 15});
  CHECK(months_before({2020, 12, 1}, -2) == Date{2021, 2, 1});
}

}  // namespace ofsearch
