// Dates as people print them in running text.
#pragma once

#include "common/dates/date.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace ofsearch {

// One printed day (start == end) or range of days; start <= end, both valid.
struct DateSpan {
  Date start, end;
  size_t begin_offset = 0, end_offset = 0;  // bytes of the text that print it

  // False if that side is printed without a day ("December 2018 to 11 January 2019"): it is then
  // the first (start) or last (end) day of the month, and only its month may be relied on. At least
  // one side is always exact.
  bool start_exact = true, end_exact = true;

  // False if no year is printed and the caller's default_year was used.
  bool year_printed = true;

  bool operator==(const DateSpan&) const = default;
};

// Returns all days and ranges of days printed in `text` (UTF-8), in order, without overlaps.
// British order: 01/12/2015 is in December.
//
// Knows day, month name (full or short) and year in either order, ISO and numeric dates, ranges
// written with to, until, dashes or "between ... and", weekday names, ordinals, and the spaces that
// some PDFs print inside numbers ("1 9 June 2019"). What is left out on one side of a range or list
// is taken from its right: "28 November to 9 January 2019" begins in 2018. Days in a list make one
// span where they follow each other ("6 and 7 February 2018") and separate spans where not. A range
// joined to another by "and" is a span of its own.
//
// A date without any year is reported only if `default_year` is given: the year of its last day. A
// range that cannot be (its end before its start) is left out, and so are all days that are printed
// together with one that does not exist.
std::vector<DateSpan> find_dates(std::string_view text, std::optional<int> default_year = {});

// Returns the first days printed in `text`, as printed, if one of them does not exist: "30 and 31
// April 2025".
std::optional<std::string> find_impossible_date(std::string_view text);

// Returns the only date of `text`, which ends it but for a bracket: "Focused visit, 20 July 2023
// (PDF, 300KB)". Offsets are of `text`.
std::optional<DateSpan> date_at_end(std::string_view text);

struct MonthYear {
  int year = 0;
  int month = 0;                            // 1-12
  size_t begin_offset = 0, end_offset = 0;  // bytes of the text that print it

  bool operator==(const MonthYear&) const = default;
};

// Returns all months printed with a year but no day ("March 2015"; both of "March and May 2015"),
// in order. Months that belong to a printed day or range of days are not among them.
std::vector<MonthYear> find_month_years(std::string_view text);

}  // namespace ofsearch
