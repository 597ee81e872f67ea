#include "common/dates/typed_date.h"

#include "common/report/values.h"
#include "common/text/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <string>
#include <vector>

namespace ofsearch {

namespace {

using Words = std::vector<std::string>;

// Letters in lower case; digits and letters are words, what parts them is not kept but for signs.
Words words_of(std::string_view text) {
  Words words;
  for (size_t i = 0; i < text.size();) {
    auto same = is_ascii_digit(text[i]) ? is_ascii_digit : is_ascii_letter;
    size_t end = i;
    while (end < text.size() && same(text[end])) ++end;
    if (end == i) {
      if (text[i] != ' ' && text[i] != ',') words.emplace_back(1, text[i]);
      end = i + 1;
    } else {
      words.push_back(to_ascii_lower(text.substr(i, end - i)));
    }
    i = end;
  }
  return words;
}

std::optional<int> number(const std::string& word) {
  int value = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  bool whole = error == std::errc() && end == word.data() + word.size();
  return whole ? std::optional(value) : std::nullopt;
}

std::optional<int> month_number(const std::string& word) {
  auto is_called = [&](std::string_view name) {
    return !name.empty() && equal_ignoring_ascii_case(name, word);
  };
  for (size_t i = 0; i < months().size(); ++i)
    if (is_called(months()[i].name) || std::ranges::any_of(months()[i].short_forms, is_called))
      return static_cast<int>(i) + 1;
  return std::nullopt;
}

std::optional<TypedDays> checked(const Date& first, const Date& last) {
  return is_valid(first) && is_valid(last) ? std::optional(TypedDays{first, last}) : std::nullopt;
}

std::optional<TypedDays> one_day(const Date& day) {
  return checked(day, day);
}

std::optional<TypedDays> month_of(int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  return checked({year, month, 1}, {year, month, days_in_month(year, month)});
}

std::optional<TypedDays> year_of(int year) {
  return checked({year, 1, 1}, {year, 12, 31});
}

// ---- Days of the calendar ------------------------------------------------------------------

struct NumbersWithSigns {
  std::vector<int> numbers;
  bool year_first, year_last;
};

// "2023-04-01", "01/04/2023", "2023": numbers with one and the same sign between them.
std::optional<NumbersWithSigns> numbers_with_signs(const Words& words) {
  auto is_sign = [](const std::string& word) { return word == "-" || word == "/" || word == "."; };
  std::vector<int> numbers;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i % 2 == 1) {
      if (!is_sign(words[i]) || words[i] != words[1]) return std::nullopt;
      continue;
    }
    std::optional<int> value = number(words[i]);
    if (!value) return std::nullopt;
    numbers.push_back(*value);
  }
  if (words.size() % 2 == 0) return std::nullopt;
  return NumbersWithSigns{numbers, words[0].size() == 4, words.back().size() == 4};
}

std::optional<TypedDays> with_signs(const Words& words) {
  const std::optional<NumbersWithSigns> typed = numbers_with_signs(words);
  if (!typed) return std::nullopt;
  const auto& [numbers, year_first, year_last] = *typed;
  if (numbers.size() == 1 && year_first) return year_of(numbers[0]);
  if (numbers.size() == 2 && year_first) return month_of(numbers[0], numbers[1]);
  if (numbers.size() == 2 && year_last) return month_of(numbers[1], numbers[0]);
  if (numbers.size() == 3 && year_first) return one_day({numbers[0], numbers[1], numbers[2]});
  if (numbers.size() == 3 && year_last) return one_day({numbers[2], numbers[1], numbers[0]});
  return std::nullopt;
}

struct MonthAndDay {
  int year, month;
  std::optional<int> day;
};

// "april 2023", "1 april 2023", "1st april 2023", "april 1 2023"; the day may be none of the month.
std::optional<MonthAndDay> month_and_day(Words words) {
  std::erase_if(words, [](const std::string& word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of" ||
           word == ".";
  });
  if (words.size() < 2 || words.size() > 3 || words.back().size() != 4) return std::nullopt;
  std::optional<int> year = number(words.back()), month, day;
  for (size_t i = 0; i + 1 < words.size(); ++i)
    if (auto named = month_number(words[i]))
      month = named;
    else
      day = number(words[i]);
  if (!year || !month || (words.size() == 3 && !day)) return std::nullopt;
  return MonthAndDay{*year, *month, day};
}

std::optional<TypedDays> with_month(const Words& words) {
  const std::optional<MonthAndDay> read = month_and_day(words);
  if (!read) return std::nullopt;
  return read->day ? one_day({read->year, read->month, *read->day})
                   : month_of(read->year, read->month);
}

// "Q3 2023", "2023 Q3": a quarter of a calendar year.
std::optional<TypedDays> quarter_of(const Words& words) {
  if (words.size() != 3) return std::nullopt;
  const bool year_first = words[0].size() == 4;
  const size_t at = year_first ? 1 : 0;
  if (words[at] != "q") return std::nullopt;
  const std::optional<int> quarter = number(words[at + 1]);
  const std::string& year_word = year_first ? words[0] : words[2];
  const std::optional<int> year = number(year_word);
  if (!quarter || *quarter < 1 || *quarter > 4 || !year || year_word.size() != 4)
    return std::nullopt;
  const int month = 3 * *quarter;
  return checked({*year, month - 2, 1}, {*year, month, days_in_month(*year, month)});
}

// ---- Counted from today --------------------------------------------------------------------

std::string singular(std::string unit) {
  if (unit.size() > 1 && unit.ends_with('s')) unit.pop_back();
  return unit;
}

std::optional<TypedDays> ago(const Words& words, const Date& today) {
  if (words.size() != 3 || words[2] != "ago") return std::nullopt;
  const bool single = words[0] == "a" || words[0] == "an" || words[0] == "one";
  std::optional<int> count = single ? std::optional(1) : number(words[0]);
  constexpr int kMost = 5000;
  if (!count || *count > kMost) return std::nullopt;
  const std::string unit = singular(words[1]);
  if (unit == "day") return one_day(days_before(today, *count));
  if (unit == "week") return one_day(days_before(today, 7 * *count));
  if (unit == "month") return one_day(months_before(today, *count));
  if (unit == "year") return one_day(months_before(today, 12 * *count));
  return std::nullopt;
}

int days_since_monday(const Date& today) {
  const Date some_monday{2024, 1, 1};
  return (days_between(some_monday, today) % 7 + 7) % 7;
}

// 0 of Monday.
std::optional<int> weekday_number(const std::string& word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  const auto* it = std::ranges::find(kDays, word);
  return it == kDays.end() ? std::nullopt : std::optional(static_cast<int>(it - kDays.begin()));
}

// "Last Tuesday" is the latest before today.
std::optional<TypedDays> this_or_last(const Words& words, const Date& today) {
  if (words.size() != 2 || (words[0] != "this" && words[0] != "last")) return std::nullopt;
  const int back = words[0] == "last" ? 1 : 0;
  if (words[1] == "year") return year_of(today.year - back);
  if (words[1] == "month") {
    const Date in = months_before({today.year, today.month, 1}, back);
    return month_of(in.year, in.month);
  }
  const int since_monday = days_since_monday(today);
  if (words[0] == "last")
    if (auto weekday = weekday_number(words[1]))
      return one_day(days_before(today, (since_monday - *weekday + 6) % 7 + 1));
  if (words[1] != "week") return std::nullopt;
  const Date monday = days_before(today, since_monday + 7 * back);
  return checked(monday, days_before(monday, -6));
}

}  // namespace

std::string hint_for_typed_date(std::string_view typed) {
  const Words words = words_of(typed);
  const std::optional<NumbersWithSigns> day = numbers_with_signs(words);
  const bool has_signs = day && day->numbers.size() == 3 && (day->year_first || day->year_last);
  const std::optional<MonthAndDay> in_words = month_and_day(words);
  if (has_signs || (in_words && in_words->day))
    return "the calendar has no such day; days are written as in 2023-04-01 or 01/04/2023";
  return "write the date as in 2022, 2023-04, 2023-04-01, 01/04/2023, April 2023, Q3 2023, today "
         "or "
         "\"1 week ago\"";
}

std::optional<TypedDays> parse_typed_date(std::string_view typed, const Date& today) {
  const Words words = words_of(typed);
  if (words.empty()) return std::nullopt;
  if (words == Words{"today"}) return one_day(today);
  if (words == Words{"yesterday"}) return one_day(days_before(today, 1));
  if (auto span = with_signs(words)) return span;
  if (auto span = with_month(words)) return span;
  if (auto span = quarter_of(words)) return span;
  if (auto span = ago(words, today)) return span;
  return this_or_last(words, today);
}

bool is_moment(std::string_view typed) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  const bool same = std::ranges::equal(
      typed, kForm, [](char c, char form) { return form == '0' ? is_ascii_digit(c) : c == form; });
  return same && parse_typed_date(typed.substr(0, kForm.find('T')), {}).has_value();
}

Date current_date() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace ofsearch
