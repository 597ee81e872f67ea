#include "indexer/metadata/view/printed_dates.h"

#include "common/text/characters.h"
#include "indexer/metadata/view/date_parts.h"

#include <algorithm>

namespace ofsearch {
namespace {

// A longer time between two days, one without a year, is taken for a misprint or for two unrelated
// dates, rather than for a range over the year's end.
constexpr int kLongestCrossing = 183;

// ---- Chains of parts ----------------------------------------------------------------------

// Takes away at the end what no month or year can follow for: "12 July 2019 and 5 ...".
void drop_loose_end(std::vector<DatePart>& chain) {
  while (!chain.empty()) {
    const DatePart& last = chain.back();
    const bool loose = last.bare_day() || (last.month_only() && last.year == 0) ||
                       (last.numeric && last.year == 0);
    if (!loose) return;
    chain.pop_back();
  }
}

// The month of the first part from `at` on that has one; 0 if none has.
int month_from(const std::vector<DatePart>& chain, size_t at) {
  while (at < chain.size() && chain[at].bare_day()) ++at;
  return at < chain.size() ? chain[at].month : 0;
}

// Whether a comma joins the parts before and at `i`: bare days of which one more follows ("6, 7 and
// 8 February") or that follow each other ("6, 7 February"), or a day of the same month or of the
// one before ("31 March, 1 and 2 April"). In "section 5, 12 July" the first is no day.
bool is_list_at(const std::vector<DatePart>& chain, size_t i) {
  const DatePart &before = chain[i - 1], &part = chain[i];
  if (part.month_only()) return false;
  if (before.bare_day()) return part.bare_day() || before.day + 1 == part.day;
  const int month = month_from(chain, i);
  if (month == 0) return false;
  if (before.month == month) return before.day < part.day;
  return before.month % 12 + 1 == month;
}

// Drops what stands before a comma that joins no days.
void drop_before_comma(std::vector<DatePart>& chain) {
  for (size_t i = chain.size(); i-- > 1;) {
    if (chain[i - 1].join == DateJoin::kComma && !is_list_at(chain, i)) {
      chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

bool later_in_year(const DatePart& a, const DatePart& b) {
  if (a.month != b.month) return a.month > b.month;
  return !a.month_only() && !b.month_only() && a.day > b.day;
}

// Whether the span over the year's end, from `a` in one year to `b` in the next, is no longer than
// `longest` days.
bool plausible_crossing(const DatePart& a, const DatePart& b, int year_of_b,
                        int longest = kLongestCrossing) {
  const auto day = [](const DatePart& part) { return part.day == 0 ? 1 : part.day; };
  const Date from{year_of_b - 1, a.month, day(a)}, to{year_of_b, b.month, day(b)};
  return is_valid(from) && is_valid(to) && days_between(from, to) <= longest;
}

int longest_crossing(DateJoin join) {
  constexpr int kLongestInList = 4;  // "31 December, 2 and 3 January"
  if (join == DateJoin::kRange) return kLongestCrossing;
  return join == DateJoin::kComma ? kLongestInList : 0;
}

// Fills in the month and year that `part` takes from `next`, as far as they can be told.
void take_from_next(DatePart& part, const DatePart& next) {
  if (part.bare_day()) {
    if (next.month_only()) return;
    part.month = next.month;
    // A month is missing in "28 to 4 March": no telling which.
    if (part.join == DateJoin::kRange && part.day > next.day) return;
    part.year = next.year;
    part.year_printed = next.year_printed;
    return;
  }
  // "3/4" is a date only beside one like it.
  if (part.year != 0 || next.year == 0 || part.numeric != next.numeric) return;
  part.year_printed = next.year_printed;
  if (!later_in_year(part, next))
    part.year = next.year;
  else if (plausible_crossing(part, next, next.year, longest_crossing(part.join)))
    part.year = next.year - 1;
}

// "8 July 2019 to 12 July": the year of the last part, from the one before it.
void take_year_from_before(const DatePart& before, DatePart& last) {
  if (before.year == 0 || before.join != DateJoin::kRange) return;
  if (!later_in_year(before, last))
    last.year = before.year;
  else if (plausible_crossing(before, last, before.year + 1))
    last.year = before.year + 1;
}

void fill_in(std::vector<DatePart>& chain, std::optional<int> default_year) {
  DatePart& last = chain.back();
  if (last.year == 0 && chain.size() > 1) take_year_from_before(chain[chain.size() - 2], last);
  if (last.year == 0 && default_year) last.year = *default_year, last.year_printed = false;
  for (size_t i = chain.size() - 1; i-- > 0;) take_from_next(chain[i], chain[i + 1]);
}

// ---- Spans --------------------------------------------------------------------------------

Date first_day(const DatePart& part) {
  return {part.year, part.month, part.month_only() ? 1 : part.day};
}

Date last_day(const DatePart& part) {
  if (!part.month_only()) return first_day(part);
  return {part.year, part.month, days_in_month(part.year, part.month)};
}

std::optional<DateSpan> span_of(const DatePart& first, const DatePart& last) {
  if (first.month_only() && last.month_only()) return std::nullopt;
  if (first.year == 0 || first.month == 0 || last.year == 0) return std::nullopt;
  const DateSpan span{first_day(first),
                      last_day(last),
                      first.begin,
                      last.end,
                      !first.month_only(),
                      !last.month_only(),
                      first.year_printed && last.year_printed};
  if (!is_valid(span.start) || !is_valid(span.end) || span.start > span.end) return std::nullopt;
  return span;
}

bool complete(const DatePart& part) {
  return part.day != 0 && part.month != 0 && part.year != 0 && part.year_printed;
}

bool follow_each_other(const DatePart& a, const DatePart& b) {
  if (a.month_only() || b.month_only() || a.month == 0 || a.year == 0 || b.year == 0) return false;
  const Date first = first_day(a), second = first_day(b);
  return is_valid(first) && is_valid(second) && days_between(first, second) == 1;
}

bool opened_by_between(std::string_view text, size_t begin) {
  std::string_view before = text.substr(0, begin);
  const auto strip = [&before](std::string_view word) {
    while (!before.empty() && (before.back() == ' ' || before.back() == '\n' ||
                               before.back() == '\xA0' || before.back() == '\xC2'))
      before.remove_suffix(1);
    if (before.size() < word.size()) return false;
    if (!equal_ignoring_ascii_case(before.substr(before.size() - word.size()), word)) return false;
    before.remove_suffix(word.size());
    return true;
  };
  strip("the");
  return strip("between");
}

// The spans of a chain whose parts are filled in.
std::vector<DateSpan> spans_of(const std::vector<DatePart>& chain,
                               const std::vector<DatePart>& printed, bool between) {
  std::vector<DateSpan> spans;
  const auto add = [&spans](const DatePart& first, const DatePart& last) {
    const auto span = span_of(first, last);
    if (span) spans.push_back(*span);
    return span.has_value();
  };
  const auto is_range = [&](size_t i) {
    if (i + 1 >= chain.size()) return false;
    return chain[i].join == DateJoin::kRange ||
           (between && i == 0 && chain[i].join == DateJoin::kList);
  };
  for (size_t i = 0; i < chain.size(); ++i) {
    if (is_range(i)) {
      // Two whole dates that make no range are still two dates.
      if (!add(chain[i], chain[i + 1]) && complete(printed[i]) && complete(printed[i + 1]))
        add(chain[i], chain[i]), add(chain[i + 1], chain[i + 1]);
      ++i;
      continue;
    }
    const size_t first = i;
    while (i + 1 < chain.size() && !is_range(i + 1) && follow_each_other(chain[i], chain[i + 1]))
      ++i;
    add(chain[first], chain[i]);
  }
  return spans;
}

// Whether a number or word may begin here: not inside a longer word, number, amount or time.
bool may_begin_at(std::string_view text, size_t pos) {
  if (pos == 0) return true;
  const char before = text[pos - 1];
  if (is_ascii_alnum(before)) return is_ascii_letter(text[pos]) && is_ascii_digit(before);
  if (before == '/' || before == '$' || before == '#' || before == '_') return false;
  if (text.substr(0, pos).ends_with("\xC2\xA3")) return false;  // pound sign
  const bool inside_number = before == '.' || before == ',' || before == ':' || before == '-';
  return !(inside_number && is_ascii_digit(text[pos]) && pos > 1 && is_ascii_digit(text[pos - 2]));
}

size_t skip_run(std::string_view text, size_t pos) {
  const bool digits = is_ascii_digit(text[pos]);
  while (pos < text.size() && (digits ? is_ascii_digit(text[pos]) : is_ascii_letter(text[pos])))
    ++pos;
  return pos;
}

// "30 and 31 April": one of them was misprinted, and no telling which.
bool has_impossible_day(const std::vector<DatePart>& chain) {
  constexpr int kLeapYear = 2000;  // any
  return std::ranges::any_of(chain, [](const DatePart& part) {
    if (part.day == 0 || part.month == 0) return false;
    return part.day > days_in_month(part.year == 0 ? kLeapYear : part.year, part.month);
  });
}

struct Findings {
  std::vector<DateSpan> spans;
  std::optional<std::string_view> impossible;  // the first
  std::vector<MonthYear> months;
};

void add_months(const std::vector<DatePart>& chain, const std::vector<DateSpan>& spans,
                std::vector<MonthYear>& months) {
  for (const DatePart& part : chain) {
    const bool in_span = std::any_of(spans.begin(), spans.end(), [&part](const DateSpan& span) {
      return span.begin_offset <= part.begin && part.end <= span.end_offset;
    });
    if (part.month_only() && part.year != 0 && !in_span)
      months.push_back({part.year, part.month, part.begin, part.end});
  }
}

Findings scan(std::string_view text, std::optional<int> default_year) {
  Findings findings;
  for (size_t pos = 0; pos < text.size();) {
    if (!is_ascii_alnum(text[pos])) {
      ++pos;
      continue;
    }
    std::vector<DatePart> chain =
        may_begin_at(text, pos) ? read_date_parts(text, pos) : std::vector<DatePart>();
    pos = chain.empty() ? skip_run(text, pos) : chain.back().end;
    drop_loose_end(chain);
    drop_before_comma(chain);
    if (chain.empty()) continue;
    const std::vector<DatePart> printed = chain;
    fill_in(chain, default_year);
    if (has_impossible_day(chain)) {
      const size_t begin = chain.front().begin;
      if (!findings.impossible) findings.impossible = text.substr(begin, chain.back().end - begin);
      continue;
    }
    const auto spans = spans_of(chain, printed, opened_by_between(text, chain.front().begin));
    findings.spans.insert(findings.spans.end(), spans.begin(), spans.end());
    add_months(chain, spans, findings.months);
  }
  return findings;
}

}  // namespace

std::vector<DateSpan> find_dates(std::string_view text, std::optional<int> default_year) {
  return scan(text, default_year).spans;
}

std::optional<std::string> find_impossible_date(std::string_view text) {
  const std::optional<std::string_view> printed = scan(text, std::nullopt).impossible;
  return printed ? std::optional<std::string>(*printed) : std::nullopt;
}

std::optional<DateSpan> date_at_end(std::string_view text) {
  if (text.ends_with(')')) text = trimmed(text.substr(0, text.rfind('(')));
  const std::vector<DateSpan> dates = find_dates(text);
  const bool ends = dates.size() == 1 && dates[0].end_offset == text.size();
  return ends ? std::optional(dates[0]) : std::nullopt;
}

std::vector<MonthYear> find_month_years(std::string_view text) {
  return scan(text, std::nullopt).months;
}

}  // namespace ofsearch
