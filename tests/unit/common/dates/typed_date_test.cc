#include "common/dates/typed_date.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

constexpr Date kToday{2024, 3, 31};  // a Sunday

std::string span(std::string_view typed) {
  auto found = parse_typed_date(typed, kToday);
  if (!found) return "none";
  std::string first = to_iso(found->first), last = to_iso(found->last);
  return first == last ? first : first + ".." + last;
}

TEST_CASE("Dates are read as people write them") {
  struct Case {
    const char *typed, *span;
  };
  for (const Case& each : {Case{"2022", "2022-01-01..2022-12-31"},
                           Case{"2023-04", "2023-04-01..2023-04-30"},
                           Case{"04/2023", "2023-04-01..2023-04-30"},
                           Case{"2023-04-01", "2023-04-01"},
                           Case{"01/04/2023", "2023-04-01"},
                           Case{"1.4.2023", "2023-04-01"},
                           Case{"April 2023", "2023-04-01..2023-04-30"},
                           Case{"1 April 2023", "2023-04-01"},
                           Case{"1st of Sept. 2023", "2023-09-01"},
                           Case{"today", "2024-03-31"},
                           Case{"Yesterday", "2024-03-30"},
                           Case{"1 week ago", "2024-03-24"},
                           Case{"a month ago", "2024-02-29"},
                           Case{"2 years ago", "2022-03-31"},
                           Case{"this week", "2024-03-25..2024-03-31"},
                           Case{"last month", "2024-02-01..2024-02-29"},
                           Case{"last year", "2023-01-01..2023-12-31"},
                           Case{"Q3 2023", "2023-07-01..2023-09-30"},
                           Case{"2024 q1", "2024-01-01..2024-03-31"},
                           Case{"last Tuesday", "2024-03-26"},
                           Case{"last sunday", "2024-03-24"},
                           Case{"last Monday", "2024-03-25"}}) {
    INFO(each.typed);
    CHECK(span(each.typed) == each.span);
  }
}

TEST_CASE("What is no date, or no day, is none") {
  for (const char* typed :
       {"", "soon", "31/02/2023", "2023-13", "12", "1/4/23", "2023-04/01", "April", "32 April 2023",
        "x weeks ago", "Q5 2023", "Q3 23", "this Tuesday", "99999 days ago", "1899"}) {
    INFO(typed);
    CHECK(span(typed) == "none");
  }
}

TEST_CASE("A day that the calendar does not have is told from what is no date") {
  for (const char* typed :
       {"31/02/2023", "2023-02-30", "1.13.2023", "31 Feb 2023", "February 30th 2023"}) {
    INFO(typed);
    CHECK(hint_for_typed_date(typed).starts_with("the calendar has no such day"));
  }
  for (const char* typed :
       {"", "soon", "2023-13", "2023-04/01", "1/4/23", "x/02/2023", "x Feb 2023", "Q5 2023"}) {
    INFO(typed);
    CHECK(hint_for_typed_date(typed).starts_with("write the date as in 2022"));
  }
}

TEST_CASE("A moment is written as the index has it") {
  CHECK(is_moment("2026-11-29T02:17:00Z"));
  for (const char* typed : {"", "2026-11-29", "2026-13-29T02:17:00Z", "2026-11-29T02:17:00",
                            "2026-11-29 02:17:00Z", "2026-11-29T02:17:00Z0"}) {
    INFO(typed);
    CHECK_FALSE(is_moment(typed));
  }
}

TEST_CASE("Every day is read back from its ISO form and from the form with the day first") {
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= days_in_month(2024, month); ++day) {
      Date date{2024, month, day};
      CHECK(span(to_iso(date)) == to_iso(date));
      CHECK(span(std::to_string(day) + "/" + std::to_string(month) + "/2024") == to_iso(date));
    }
}

}  // namespace
}  // namespace ofsearch
