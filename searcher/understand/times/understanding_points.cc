#include "searcher/understand/times/understanding_points.h"

#include "searcher/understand/times/understanding_counted.h"
#include "searcher/understand/times/understanding_days.h"

namespace ofsearch::understanding {
namespace {

// "2019/20"; "2019-2020" is a range.
bool is_two_years(const Words& words, std::size_t at, int year) {
  const std::string& next = words.folded(at + 1);
  return next.size() == 2 && words.word_of(at) == words.word_of(at + 1) &&
         number_of(next) == (year + 1) % 100;
}

// The month that the years begin in which stand at `at`: "financial year", "academic year"; 0:
// none.
int first_month_of_years(const Words& words, std::size_t at) {
  if (!words.is_one_of(at + 1, "year")) return 0;
  if (words.is_one_of(at, "financial fiscal")) return 4;
  return words.is_one_of(at, "academic school") ? 9 : 0;
}

// "2019/20", "financial year 2019/20", "2019-20 academic year".
std::optional<FoundSpan> two_years(const Words& words, std::size_t at,
                                   const Vocabulary& vocabulary) {
  int month = first_month_of_years(words, at);
  const std::size_t year_from = month > 0 ? at + 2 : at;
  const auto year = year_at(words, year_from, vocabulary);
  if (!year || !is_two_years(words, year_from, year->year)) return std::nullopt;
  std::size_t end = year_from + 2;
  if (month == 0 && (month = first_month_of_years(words, end)) > 0) end += 2;
  if (month == 0) return FoundSpan{years(year->year, year->year + 1), end - at};
  return FoundSpan{months(year->year, month, month + kMonthsOfYear - 1), end - at};
}

// "March 2020", "early last year".
std::optional<FoundSpan> part_of_year(const Words& words, std::size_t at,
                                      const Vocabulary& vocabulary) {
  const auto part = part_at(words, at);
  if (!part) return std::nullopt;
  std::size_t end = at + part->count;
  if (words.is_one_of(end, "of in")) ++end;
  // "The end of March 2020" is that month.
  if (month_at(words, at) == 0 && month_at(words, end) > 0) {
    auto month = part_of_year(words, end, vocabulary);
    if (month) month->count += end - at;
    return month;
  }
  const auto year = year_at(words, end, vocabulary);
  if (!year || (year->count > 1 && words.is_one_of(at, "may"))) return std::nullopt;
  FoundSpan found{months(year->year, part->first, part->last), end + year->count - at};
  found.is_counted = year->count > 1;
  return found;
}

std::optional<FoundSpan> day_or_month(const FoundDay& day) {
  if (!day.span) return std::nullopt;
  FoundSpan found{*day.span, day.count};
  found.is_day = day.is_day;
  return found;
}

// The date of `year`, or of the year before where it would be after `last`.
std::optional<Date> not_after(const Date& last, int month, int day) {
  for (const int year : {last.year, last.year - 1}) {
    const Date date{year, month, day};
    if (is_valid(date) && date <= last) return date;
  }
  return std::nullopt;
}

}  // namespace

std::size_t length_of_no_day(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  const auto day = day_at(words, at, vocabulary);
  return day && !day->span ? day->count : 0;
}

std::optional<FoundSpan> span_at(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  if (auto both = two_years(words, at, vocabulary)) return both;
  if (const auto day = day_at(words, at, vocabulary)) return day_or_month(*day);
  if (auto part = part_of_year(words, at, vocabulary)) return part;
  if (auto decade = decade_at(words, at, vocabulary)) return decade;
  const auto year = year_at(words, at, vocabulary);
  if (!year) return counted_span_at(words, at, vocabulary);
  FoundSpan found{years(year->year, year->year), year->count};
  found.is_counted = year->count > 1;
  return found;
}

std::optional<FoundSpan> span_before(const Words& words, std::size_t at, const FoundSpan& last) {
  if (last.decade > 0) return part_of_decade_at(words, at, last.decade);
  if (last.span.whole_years) return std::nullopt;
  const Date& end = last.span.last;
  if (const int number = day_number_at(words, at); number > 0 && last.is_day) {
    const std::size_t month = words.is_one_of(at + 1, "of") ? at + 2 : at + 1;
    const bool has_month = month_at(words, month) > 0;
    const auto day = has_month ? not_after(end, month_at(words, month), number)
                               : std::optional(Date{end.year, end.month, number});
    if (!day || !is_valid(*day) || *day >= end) return std::nullopt;
    return FoundSpan{{*day, *day, false}, has_month ? month + 1 - at : 1};
  }
  const auto part = part_at(words, at);
  if (!part) return std::nullopt;
  Span span = months(end.year, part->first, part->last);
  if (span.first > last.span.first) span = months(end.year - 1, part->first, part->last);
  return FoundSpan{span, part->count};
}

}  // namespace ofsearch::understanding
