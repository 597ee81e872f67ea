// Reads the parts of dates as people print them, "9 to 12 February 2018": days, months and years,
// and how each is joined to the next. printed_dates.h tells what they mean together.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ofsearch {

// The way in which a part is joined to the next one.
enum class DateJoin { kRange, kList, kComma, kSlash };

// One date as printed; 0 for what is not printed.
struct DatePart {
  size_t begin = 0, end = 0;
  int year = 0, month = 0, day = 0;
  bool year_printed = true;
  bool numeric = false;             // 03/06/2019, 03/06
  DateJoin join = DateJoin::kList;  // to the next part

  bool bare_day() const { return month == 0; }
  bool month_only() const { return day == 0; }
  bool lacks_year() const { return day != 0 && month != 0 && year == 0 && !numeric; }
};

// Returns the parts that begin at byte `pos` of `text` (UTF-8), as far as they are joined; empty if
// none does. Slashes join bare days only, commas days without a year: "8 July 2019, 12 July 2019"
// is two chains.
std::vector<DatePart> read_date_parts(std::string_view text, size_t pos);

}  // namespace ofsearch
