// Reads dates as people write them on a command line: a day, or the days of a month or a year.
#pragma once

#include "common/dates/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

struct TypedDays {
  Date first, last;  // the same for one day
  bool operator==(const TypedDays&) const = default;
};

// Reads "2022", "2023-04", "2023-04-01", "01/04/2023" (day first), "April 2023", "1 April 2023",
// "Q3 2023", "today", "yesterday", "last Tuesday", "this week", "last month", "2 years ago", "a
// week ago". Weeks begin on Monday; "ago" means one day, counted back from `today`. Case is
// ignored. Returns nothing for any other form or a day that does not exist.
std::optional<TypedDays> parse_typed_date(std::string_view typed, const Date& today);

// Returns what to do about `typed` if parse_typed_date() does not read it: "write the date as in
// 2022, 2023-04, ...". For "31/02/2023" and "31 Feb 2023" it says that the calendar has no such
// day.
std::string hint_for_typed_date(std::string_view typed);

// Tells whether `typed` is a moment as the index and run reports have it: "2026-11-29T02:17:00Z".
bool is_moment(std::string_view typed);

// Returns today in the local time zone.
Date current_date();

}  // namespace ofsearch
