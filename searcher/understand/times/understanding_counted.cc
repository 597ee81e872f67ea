#include "searcher/understand/times/understanding_counted.h"

#include "common/dates/days_in_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ofsearch::understanding {
namespace {

constexpr std::array<std::string_view, 21> kNumbers = {
    "",         "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

constexpr int kMost = 60;  // years or months that are counted

int number_in_words(const Words& words, std::size_t at) {
  const auto* named = std::find(kNumbers.begin() + 1, kNumbers.end(), words.folded(at));
  if (named != kNumbers.end()) return static_cast<int>(named - kNumbers.begin());
  const int number = number_of(words.folded(at));
  return number > 0 && number <= kMost ? number : 0;
}

// Whether "or" and this word stand at `*at`, which goes behind them.
bool pass_or(const Words& words, std::string_view word, std::size_t* at) {
  const bool stands = words.is_one_of(*at, "or") && words.is_one_of(*at + 1, word);
  if (stands) *at += 2;
  return stands;
}

FoundSpan counted(const Span& span, std::size_t count) {
  FoundSpan found{span, count};
  found.is_counted = true;
  return found;
}

Span months_of(const Date& day, int count) {
  return months(day.year, day.month, day.month + count - 1);
}

// The quarter or half that the month is in begins with this month.
int begins_with(int month, int length) {
  return (month - 1) / length * length + 1;
}

// "Last summer": the latest that is over.
Span latest_ended(const Part& part, const Date& today) {
  Span span = months(today.year, part.first, part.last);
  if (span.last >= today) span = months(today.year - 1, part.first, part.last);
  if (span.last >= today) span = months(today.year - 2, part.first, part.last);
  return span;
}

// "This summer", if it has begun. Of a winter it is not clear which is meant when it is over.
std::optional<Span> latest_begun(const Part& part, const Date& today) {
  for (const int year : {today.year - 1, today.year}) {
    const Span span = months(year, part.first, part.last);
    const bool is_now = span.first <= today && today <= span.last;
    if (is_now || (year == today.year && span.last < today)) return span;
  }
  return std::nullopt;
}

// "Last month", "this quarter", "this decade".
std::optional<Span> calendar_unit(const Words& words, std::size_t at, bool is_last,
                                  const Date& today) {
  const int back = is_last ? 1 : 0;
  if (words.is_one_of(at, "year")) return years(today.year - back, today.year - back);
  if (words.is_one_of(at + 1, "of")) return std::nullopt;  // "the last month of pregnancy"
  const Date first{today.year, today.month, 1};
  if (words.is_one_of(at, "month")) return months_of(months_before(first, back), 1);
  if (words.is_one_of(at, "quarter")) {
    const Date quarter{today.year, begins_with(today.month, 3), 1};
    return months_of(months_before(quarter, 3 * back), 3);
  }
  const int decade = today.year / 10 * 10;
  if (words.is_one_of(at, "decade") && !is_last) return years(decade, decade + 9);
  return std::nullopt;
}

std::optional<FoundSpan> this_or_last(const Words& words, std::size_t at, const Date& today) {
  const bool is_last = words.is_one_of(at, "last");
  if (!is_last && !words.is_one_of(at, "this")) return std::nullopt;
  if (is_last && at > 0 && words.is_one_of(at - 1, "the")) return std::nullopt;
  if (const auto span = calendar_unit(words, at + 1, is_last, today)) return counted(*span, 2);
  const auto part = month_or_season_at(words, at + 1);
  if (!part) return std::nullopt;
  if (is_last) return counted(latest_ended(*part, today), 1 + part->count);
  if (words.is_one_of(at + 1, "may march mar")) return std::nullopt;  // "this may help"
  const auto span = latest_begun(*part, today);
  return span ? std::optional(counted(*span, 1 + part->count)) : std::nullopt;
}

// The year, or the month, that was so long ago.
Span span_ago(const Length& length, const Date& today) {
  const Date point = months_before(today, length.months);
  return length.in_years ? years(point.year, point.year) : months_of(point, 1);
}

// "Five years ago".
std::optional<FoundSpan> ago(const Words& words, std::size_t at, const Date& today) {
  std::size_t end = at;
  if (words.is_one_of(end, "about around some roughly approximately nearly almost")) ++end;
  const auto length = length_at(words, end);
  if (!length) return std::nullopt;
  end += length->count;
  const bool or_more = pass_or(words, "more", &end) || length->or_more;
  pass_or(words, "so", &end);  // "a year or so ago"
  if (!words.is_one_of(end++, "ago")) return std::nullopt;
  pass_or(words, "so", &end);
  FoundSpan found = counted(span_ago(*length, today), end - at);
  found.or_more = or_more;
  found.point = months_before(today, length->months);
  return found;
}

// "Two to three years ago", "between three and five years ago".
std::optional<FoundSpan> range_ago(const Words& words, std::size_t at, const Date& today) {
  std::size_t end = at;
  if (words.is_one_of(end, "between from")) ++end;
  const int number = number_in_words(words, end++);
  if (number == 0) return std::nullopt;
  if (words.is_one_of(end, "to or and"))
    ++end;
  else if (words.begins_word(end))
    return std::nullopt;
  const int other = number_in_words(words, end);
  const auto unit = unit_at(words, end + 1);
  if (other == 0 || !unit || !words.is_one_of(end + 2, "ago")) return std::nullopt;
  if (unit->months * std::max(number, other) > kMost * kMonthsOfYear) return std::nullopt;
  const Span first = span_ago({unit->months * std::max(number, other), 0, unit->in_years}, today);
  const Span last = span_ago({unit->months * std::min(number, other), 0, unit->in_years}, today);
  return counted({first.first, last.last, unit->in_years}, end + 3 - at);
}

}  // namespace

std::optional<Length> unit_at(const Words& words, std::size_t at) {
  if (words.is_one_of(at, "year yr")) return Length{kMonthsOfYear, 1, true};
  if (words.is_one_of(at, "month")) return Length{1, 1, false};
  if (words.is_one_of(at, "quarter")) return Length{3, 1, false};
  if (words.is_one_of(at, "decade")) return Length{10 * kMonthsOfYear, 1, true};
  return std::nullopt;
}

std::optional<Length> length_at(const Words& words, std::size_t at) {
  std::size_t end = at;
  if (words.is_one_of(end, "a") && words.is_one_of(end + 1, "couple")) ++end;
  const int number = words.is_one_of(end, "a an")     ? 1
                     : words.is_one_of(end, "couple") ? 2
                                                      : number_in_words(words, end);
  if (number == 0) return std::nullopt;
  bool or_more = words.typed()[words.word_of(end++)].ends_with('+');
  if (words.is_one_of(end, "of")) ++end;
  or_more = pass_or(words, "more", &end) || or_more;
  auto length = unit_at(words, end);
  if (!length || length->months * number > kMost * kMonthsOfYear) return std::nullopt;
  length->or_more = or_more;
  length->months *= number;
  length->count = end + 1 - at;
  return length;
}

std::optional<FoundSpan> counted_span_at(const Words& words, std::size_t at,
                                         const Vocabulary& vocabulary) {
  const auto today = newest_day(vocabulary);
  if (!today) return std::nullopt;
  if (auto found = range_ago(words, at, *today)) return found;
  if (auto found = ago(words, at, *today)) return found;
  return this_or_last(words, at, *today);
}

std::optional<FoundSpan> last_ones_at(const Words& words, std::size_t at,
                                      const Vocabulary& vocabulary) {
  const auto today = newest_day(vocabulary);
  std::size_t end = at;
  const bool has_article = words.is_one_of(end, "the");
  if (has_article) ++end;
  if (!today || !words.is_one_of(end, "last past previous")) return std::nullopt;
  const bool is_bare = !has_article && words.is_one_of(end, "last");
  ++end;
  std::optional<Length> length = length_at(words, end);
  if (words.is_one_of(end, "few")) {
    length = unit_at(words, words.is_one_of(end + 1, "of") ? end + 2 : end + 1);
    if (length) {
      length->months *= 3;
      length->count = words.is_one_of(end + 1, "of") ? 3 : 2;
    }
  } else if (!length && (!is_bare || words.is_one_of(end, "decade"))) {
    length = unit_at(words, end);
    if (length && !length->in_years && words.is_one_of(end + 1, "of")) return std::nullopt;
  }
  if (!length) return std::nullopt;
  const Date first = months_before({today->year, today->month, 1}, length->months);
  return counted({first, {}, false}, end + length->count - at);
}

std::string recent_years(const Vocabulary& vocabulary) {
  constexpr int kYearsBack = 2;
  return vocabulary.newest.size() >= 4 ? fmt::format("{}..", newest_year(vocabulary) - kYearsBack)
                                       : "";
}

std::string counted_in_words(const std::string& text, const Vocabulary& vocabulary) {
  return fmt::format("\"{}\" is counted from the newest document, {}", text,
                     day_in_words(to_iso(*newest_day(vocabulary))));
}

void tell_counted(const Words& words, const Vocabulary& vocabulary, AllRecognised* times) {
  for (Recognised& time : *times) {
    if (time.filters.empty()) continue;
    const std::size_t end = time.first + time.count;
    for (std::size_t at = time.first; at < end; ++at) {
      const auto span = counted_span_at(words, at, vocabulary);
      const auto found = span ? span : last_ones_at(words, at, vocabulary);
      if (!found || at + found->count > end) continue;
      time.notes.push_back(counted_in_words(words.text(time.first, time.count), vocabulary));
      return;
    }
  }
}

}  // namespace ofsearch::understanding
