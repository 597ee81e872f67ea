// Reads, writes and reckons with calendar dates.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ofsearch {

// A day of the Gregorian calendar; ordered by time. It may be a day that does not exist: see
// is_valid().
struct Date {
  int year = 0;
  int month = 0;  // 1-12
  int day = 0;    // 1-31

  // clang-tidy 14 sees a null pointer in a defaulted comparison.
  auto operator<=>(const Date&) const = default;  // NOLINT(modernize-use-nullptr)
};

// The first and last year that are accepted; any other number was misread.
inline constexpr int kFirstYear = 1900, kLastYear = 2099;

// Tells whether the day exists and lies in kFirstYear to kLastYear.
bool is_valid(const Date& date);

// Returns the days of a month, 28 to 31; `month` is 1-12.
int days_in_month(int year, int month);

// Reads "2019-06-03" exactly. Returns nothing for any other form or a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

// Returns a date as "2019-06-03".
std::string to_iso(const Date& date);

// Returns the days from `from` to `to`: 0 for the same day, negative if `to` is earlier. Both are
// valid.
int days_between(const Date& from, const Date& to);

// Returns the day `count` days before a valid day; a negative count is counted on.
Date days_before(const Date& date, int count);
// Returns the day `count` months before; the last day of the month if it has no such day.
Date months_before(const Date& date, int count);

}  // namespace ofsearch
