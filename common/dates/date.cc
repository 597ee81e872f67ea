#include "common/dates/date.h"

#include "common/text/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ofsearch {
namespace {

// Returns the number that `digits`, which are digits only, stand for.
int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::sys_days day_number(const Date& date) {
  return std::chrono::year(date.year) / static_cast<unsigned>(date.month) /
         static_cast<unsigned>(date.day);
}

}  // namespace

bool is_valid(const Date& date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int days_in_month(int year, int month) {
  const auto last = std::chrono::year(year) / static_cast<unsigned>(month) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::optional<Date> parse_iso_date(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  auto fits = [](char c, char form) { return form == '0' ? is_ascii_digit(c) : c == form; };
  if (!std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(), fits)) return std::nullopt;
  const Date date{number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(const Date& date) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer.data();
}

int days_between(const Date& from, const Date& to) {
  return static_cast<int>((day_number(to) - day_number(from)).count());
}

Date days_before(const Date& date, int count) {
  const std::chrono::year_month_day day(day_number(date) - std::chrono::days(count));
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

Date months_before(const Date& date, int count) {
  const int all = date.year * 12 + date.month - 1 - count;
  Date before{all / 12, all % 12 + 1, date.day};
  before.day = std::min(before.day, days_in_month(before.year, before.month));
  return before;
}

}  // namespace ofsearch
