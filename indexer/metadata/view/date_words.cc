#include "indexer/metadata/view/date_words.h"

#include "common/dates/date.h"
#include "common/report/values.h"
#include "indexer/metadata/view/date_parts.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 18> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",     "weds",      "thu",      "thur",   "thurs",    "fri",    "sat", "sun"};

constexpr std::array<std::string_view, 4> kOrdinals = {"st", "nd", "rd", "th"};

// Reads "Marchto", whose space was lost.
bool is_glued_month(std::string_view word, std::string_view month) {
  if (word.size() <= month.size() || !is_ascii_upper(word[0]) ||
      !equal_ignoring_ascii_case(word.substr(0, month.size()), month))
    return false;
  std::string_view behind = word.substr(month.size());
  return behind == "to" || behind == "and";
}

}  // namespace

std::optional<int> read_month(Cursor& cursor) {
  const std::string_view word = cursor.letters();
  if (word.empty()) return std::nullopt;
  for (size_t i = 0; i < months().size(); ++i) {
    const Month& month = months()[i];
    const bool whole = equal_ignoring_ascii_case(word, month.name);
    if (!whole && is_glued_month(word, month.name)) {
      cursor.advance(month.name.size());
      return static_cast<int>(i) + 1;
    }
    if (!whole && std::ranges::none_of(month.short_forms, [&](std::string_view form) {
          return equal_ignoring_ascii_case(word, form);
        }))
      continue;
    // A short form, and "may", are words too: only with a capital.
    if ((!whole || month.also_word) && !is_ascii_upper(word[0])) return std::nullopt;
    cursor.advance(word.size());
    if (!whole) cursor.skip('.');
    return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool skip_weekday(Cursor& cursor) {
  for (std::string_view weekday : kWeekdays) {
    if (!is_ascii_upper(cursor.peek()) || !cursor.skip_word(weekday)) continue;
    cursor.skip('.');
    cursor.skip(',');
    cursor.skip_spaces();
    if (cursor.skip_word("the")) cursor.skip_spaces();
    return true;
  }
  return false;
}

bool skip_ordinal(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) {
    at.skip_spaces();
    const std::string_view word = at.letters();
    if (word.size() < 2) return false;
    for (std::string_view ordinal : kOrdinals) {
      const bool ends = word.size() == 2 || (is_ascii_upper(word[2]) && !is_ascii_upper(word[1]));
      if (!equal_ignoring_ascii_case(word.substr(0, 2), ordinal) || !ends) continue;
      at.advance(2);
      return true;
    }
    return false;
  });
}

std::optional<int> read_day(Cursor& cursor) {
  const auto split = attempt(cursor, [](Cursor& at) -> std::optional<int> {
    const auto tens = at.number(1, 1);
    if (!tens || *tens < 1 || *tens > 3 || !at.skip_one_space()) return std::nullopt;
    const auto ones = at.number(1, 1);
    if (!ones || *tens * 10 + *ones > 31) return std::nullopt;
    return *tens * 10 + *ones;
  });
  if (split) return split;
  return attempt(cursor, [](Cursor& at) -> std::optional<int> {
    const auto day = at.number(1, 2);
    return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
  });
}

std::optional<int> valid_year(std::optional<int> year) {
  return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

std::optional<int> read_year(Cursor& cursor) {
  const auto whole = attempt(cursor, [](Cursor& at) { return valid_year(at.number(4, 4)); });
  if (whole) return whole;
  return attempt(cursor, [](Cursor& at) -> std::optional<int> {
    int value = 0;
    size_t digits = 0;
    while (digits < 4) {
      const size_t begin = at.pos();
      const auto part = at.number(1, 4 - digits);
      if (!part) return std::nullopt;
      for (size_t i = begin; i < at.pos(); ++i) value *= 10;
      value += *part;
      digits += at.pos() - begin;
      if (digits < 4 && !at.skip_one_space()) return std::nullopt;
    }
    // "20 19-year-olds", "20 19 children"
    Cursor after = at;
    after.skip_spaces();
    if (is_ascii_alnum(after.peek()) || at.skip_dash()) return std::nullopt;
    return valid_year(value);
  });
}

}  // namespace ofsearch
