#include "common/date.h"

#include "common/scan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ofsearch {
namespace {

// ---- Words and numbers --------------------------------------------------------------------

struct MonthName {
  std::string_view name;
  int month;
  bool short_form;  // may have a full stop
  bool also_word;   // a word of the language too: only with a capital
};

constexpr std::array<MonthName, 24> kMonthNames = {{
    {"january", 1, false, false},  {"february", 2, false, false},  {"march", 3, false, true},
    {"april", 4, false, false},    {"may", 5, false, true},        {"june", 6, false, false},
    {"july", 7, false, false},     {"august", 8, false, true},     {"september", 9, false, false},
    {"october", 10, false, false}, {"november", 11, false, false}, {"december", 12, false, false},
    {"jan", 1, true, true},        {"feb", 2, true, true},         {"mar", 3, true, true},
    {"apr", 4, true, true},        {"jun", 6, true, true},         {"jul", 7, true, true},
    {"aug", 8, true, true},        {"sep", 9, true, true},         {"sept", 9, true, true},
    {"oct", 10, true, true},       {"nov", 11, true, true},        {"dec", 12, true, true},
}};

constexpr std::array<std::string_view, 18> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",     "weds",      "thu",      "thur",   "thurs",    "fri",    "sat", "sun"};

constexpr std::array<std::string_view, 4> kOrdinals = {"st", "nd", "rd", "th"};

// How a date is joined to the next one.
enum class Join { kRange, kList, kComma, kSlash };

struct JoinWord {
  std::string_view word;
  Join join;
};

constexpr std::array<JoinWord, 6> kJoinWords = {{{"to", Join::kRange},
                                                 {"until", Join::kRange},
                                                 {"till", Join::kRange},
                                                 {"til", Join::kRange},
                                                 {"through", Join::kRange},
                                                 {"and", Join::kList}}};

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

// A longer time between two days of which one has no year is taken for a misprint or for two
// unrelated dates, rather than for a range over the year's end.
constexpr int kLongestCrossing = 183;

// A reader at a place of the text. Its functions return false, or nothing, and stay where they
// are if what they look for is not there.
class Cursor {
 public:
  Cursor(std::string_view text, size_t pos) : text_(text), pos_(pos) {}

  size_t pos() const { return pos_; }
  bool at_end() const { return pos_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[pos_]; }

  // Any number of spaces, over `line_ends` line ends at most.
  void skip_spaces(int line_ends = 1) {
    while (const size_t length = space_at(text_, pos_)) {
      if (text_[pos_] == '\n' && line_ends-- == 0) break;
      pos_ += length;
    }
  }

  bool skip_one_space() {
    const size_t length = peek() == '\n' ? 0 : space_at(text_, pos_);
    pos_ += length;
    return length > 0;
  }

  bool skip(char c) {
    if (peek() != c) return false;
    ++pos_;
    return true;
  }

  bool skip_dash() {
    const size_t length = dash_at(text_, pos_);
    pos_ += length;
    return length > 0;
  }

  // The run of letters from here, without moving.
  std::string_view letters() const {
    size_t end = pos_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    return text_.substr(pos_, end - pos_);
  }

  bool skip_word(std::string_view word) {
    if (!equal_ignoring_ascii_case(letters(), word)) return false;
    pos_ += word.size();
    return true;
  }

  // A whole run of digits, if it has between `least` and `most` of them.
  std::optional<int> number(size_t least, size_t most) {
    size_t end = pos_;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    if (end - pos_ < least || end - pos_ > most) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data() + pos_, text_.data() + end, value);
    pos_ = end;
    return value;
  }

  void advance(size_t bytes) { pos_ += bytes; }

 private:
  std::string_view text_;
  size_t pos_;
};

// Runs `read` on a copy of the cursor and moves the cursor only if it succeeds.
template <typename Read>
auto attempt(Cursor& cursor, Read read) {
  Cursor copy = cursor;
  auto result = read(copy);
  if (result) cursor = copy;
  return result;
}

std::optional<int> read_month(Cursor& cursor) {
  const std::string_view word = cursor.letters();
  for (const MonthName& entry : kMonthNames) {
    if (!equal_ignoring_ascii_case(word, entry.name)) continue;
    if (entry.also_word && !is_ascii_upper(word[0])) return std::nullopt;
    cursor.advance(word.size());
    if (entry.short_form) cursor.skip('.');
    return entry.month;
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

// "st" in "1st", also where the PDF sets it apart ("1 st").
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

// One or two digits; or two with a space printed between them, "1 9" for 19.
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

// Four digits; or four with a space printed among them, "20 19".
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

// ---- Parts of a date expression -----------------------------------------------------------

// One date as printed; 0 for what is not printed.
struct Part {
  size_t begin = 0, end = 0;
  int year = 0, month = 0, day = 0;
  bool year_printed = true;
  bool numeric = false;     // 03/06/2019, 03/06
  Join join = Join::kList;  // to the next part

  bool bare_day() const { return month == 0; }
  bool month_only() const { return day == 0; }
};

// 2019-06-03, 2019/06/03
std::optional<Part> read_iso(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Part> {
    Part part{at.pos()};
    const auto year = valid_year(at.number(4, 4));
    const char separator = at.peek();
    if (!year || (separator != '-' && separator != '/')) return std::nullopt;
    at.advance(1);
    const auto month = at.number(2, 2);
    if (!month || !at.skip(separator)) return std::nullopt;
    const auto day = at.number(2, 2);
    if (!day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
    part.year = *year, part.month = *month, part.day = *day, part.end = at.pos();
    return part;
  });
}

// 03/06/2019, 3.6.2019, 03-06-2019, 03/06/19; 03/06 without a year
std::optional<Part> read_numeric(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Part> {
    Part part{at.pos()};
    const auto day = at.number(1, 2);
    const char separator = at.peek();
    if (!day || (separator != '/' && separator != '.' && separator != '-')) return std::nullopt;
    at.advance(1);
    const auto month = at.number(1, 2);
    if (!month || *day < 1 || *month < 1 || *month > 12) return std::nullopt;
    part.day = *day, part.month = *month, part.numeric = true, part.end = at.pos();
    if (at.peek() != separator) {
      Cursor after = at;
      after.skip_spaces();
      const bool two_days = read_month(after).has_value();  // 7/8 November
      return separator == '/' && !two_days ? std::optional(part) : std::nullopt;
    }
    at.advance(1);
    std::optional<int> year = attempt(at, [](Cursor& here) { return here.number(4, 4); });
    if (!year && separator == '/')
      if (const auto short_year = at.number(2, 2)) year = 2000 + *short_year;
    if (!valid_year(year)) return std::nullopt;
    part.year = *year, part.end = at.pos();
    return part;
  });
}

// A gap inside one date: spaces or nothing, a comma where allowed, or one hyphen ("3-Jun-2019").
void skip_gap(Cursor& cursor, bool comma) {
  if (cursor.skip('-')) return;
  if (comma) {
    attempt(cursor, [](Cursor& at) {
      at.skip_spaces();
      return at.skip(',');
    });
  }
  cursor.skip_spaces();
}

// 3 June 2019, Monday 3rd of June, 3
std::optional<Part> read_day_first(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Part> {
    Part part{at.pos()};
    skip_weekday(at);
    const auto day = read_day(at);
    if (!day) return std::nullopt;
    skip_ordinal(at);
    part.day = *day, part.end = at.pos();
    const auto month = attempt(at, [](Cursor& here) {
      skip_gap(here, false);
      if (here.skip_word("of")) here.skip_spaces();
      return read_month(here);
    });
    if (!month) return part;
    part.month = *month, part.end = at.pos();
    const auto year = attempt(at, [](Cursor& here) {
      skip_gap(here, true);
      return read_year(here);
    });
    if (year) part.year = *year, part.end = at.pos();
    return part;
  });
}

// June 3, 2019; June 2019; June
std::optional<Part> read_month_first(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Part> {
    Part part{at.pos()};
    skip_weekday(at);
    const auto month = read_month(at);
    if (!month) return std::nullopt;
    part.month = *month, part.end = at.pos();
    const auto year = attempt(at, [](Cursor& here) {
      skip_gap(here, true);
      return valid_year(here.number(4, 4));
    });
    if (year) {
      part.year = *year, part.end = at.pos();
      return part;
    }
    attempt(at, [&part](Cursor& here) {
      skip_gap(here, false);
      const auto day = here.number(1, 2);
      skip_ordinal(here);
      skip_gap(here, true);
      const auto after = valid_year(here.number(4, 4));
      if (!day || *day < 1 || !after) return false;
      part.day = *day, part.year = *after, part.end = here.pos();
      return true;
    });
    return part;
  });
}

std::optional<Part> read_part(Cursor& cursor) {
  for (auto read : {read_iso, read_numeric, read_day_first, read_month_first})
    if (auto part = read(cursor)) return part;
  return std::nullopt;
}

std::optional<Join> read_join(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Join> {
    at.skip_spaces(2);
    std::optional<Join> join;
    for (const JoinWord& entry : kJoinWords)
      if (!join && at.skip_word(entry.word)) join = entry.join;
    if (!join && at.skip_dash()) join = Join::kRange;
    if (!join && at.skip('&')) join = Join::kList;
    if (!join && at.skip(',')) join = Join::kComma;
    if (!join && at.skip('/')) join = Join::kSlash;
    if (!join) return std::nullopt;
    at.skip_spaces(2);
    if (at.skip_word("the")) at.skip_spaces();
    return join;
  });
}

// ---- Chains: "6, 7 and 9 to 12 February 2018" ---------------------------------------------

// "June 3 and 4, 2019", "September 26 to 27 2017": two days of one month behind its name.
std::vector<Part> read_days_behind_month(Cursor& cursor) {
  const auto pair = attempt(cursor, [](Cursor& at) -> std::optional<std::array<Part, 2>> {
    std::array<Part, 2> parts{Part{at.pos()}, Part{}};
    const auto month = read_month(at);
    at.skip_spaces();
    const auto first = at.number(1, 2);
    skip_ordinal(at);
    parts[0].end = at.pos();
    const auto join = month && first ? read_join(at) : std::nullopt;
    if (!join || *join == Join::kComma || *join == Join::kSlash) return std::nullopt;
    parts[1].begin = at.pos();
    const auto second = at.number(1, 2);
    skip_ordinal(at);
    skip_gap(at, true);
    const auto year = valid_year(at.number(4, 4));
    if (!second || !year || *first < 1 || *second <= *first) return std::nullopt;
    parts[0].day = *first, parts[1].day = *second, parts[0].join = *join;
    parts[1].end = at.pos();
    for (Part& part : parts) part.month = *month, part.year = *year;
    return parts;
  });
  return pair ? std::vector<Part>(pair->begin(), pair->end()) : std::vector<Part>();
}

// The parts from here as far as they are joined; the cursor stands behind the last. Commas and
// slashes join bare days only: "8 July 2019, 12 July 2019" is two chains.
std::vector<Part> read_chain(Cursor& cursor) {
  std::vector<Part> chain = read_days_behind_month(cursor);
  if (!chain.empty()) return chain;
  auto part = read_part(cursor);
  while (part) {
    chain.push_back(*part);
    part = attempt(cursor, [&chain](Cursor& at) -> std::optional<Part> {
      Part& last = chain.back();
      const auto join = read_join(at);
      if (!join || ((*join == Join::kComma || *join == Join::kSlash) && !last.bare_day()))
        return std::nullopt;
      last.join = *join;
      return read_part(at);
    });
  }
  return chain;
}

// Takes away at the end what no month or year can follow for: "12 July 2019 and 5 ...".
void drop_loose_end(std::vector<Part>& chain) {
  while (!chain.empty()) {
    const Part& last = chain.back();
    const bool loose = last.bare_day() || (last.month_only() && last.year == 0) ||
                       (last.numeric && last.year == 0);
    if (!loose) return;
    chain.pop_back();
  }
}

// A comma between bare days needs one more day after it ("6, 7 and 8 February"): in "section 5,
// 12 July" the first is no day. What stands before such a comma is dropped.
void drop_before_comma(std::vector<Part>& chain) {
  for (size_t i = chain.size(); i-- > 1;) {
    if (chain[i - 1].join == Join::kComma && !chain[i].bare_day()) {
      chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

bool later_in_year(const Part& a, const Part& b) {
  if (a.month != b.month) return a.month > b.month;
  return !a.month_only() && !b.month_only() && a.day > b.day;
}

// Days of the span over the year's end, from `a` in one year to `b` in the next.
bool plausible_crossing(const Part& a, const Part& b, int year_of_b) {
  const auto day = [](const Part& part) { return part.day == 0 ? 1 : part.day; };
  const Date from{year_of_b - 1, a.month, day(a)}, to{year_of_b, b.month, day(b)};
  return is_valid(from) && is_valid(to) && days_between(from, to) <= kLongestCrossing;
}

// Fills in the month and year that `part` takes from `next`, as far as they can be told.
void take_from_next(Part& part, const Part& next) {
  if (part.bare_day()) {
    if (next.month_only()) return;
    part.month = next.month;
    // In "28 to 4 March" a month is missing: no telling which.
    if (part.join == Join::kRange && part.day > next.day) return;
    part.year = next.year;
    part.year_printed = next.year_printed;
    return;
  }
  // "3/4" is a date only beside one like it.
  if (part.year != 0 || next.year == 0 || part.numeric != next.numeric) return;
  part.year_printed = next.year_printed;
  if (!later_in_year(part, next))
    part.year = next.year;
  else if (part.join == Join::kRange && plausible_crossing(part, next, next.year))
    part.year = next.year - 1;
}

// "8 July 2019 to 12 July": the year of the last part, from the one before it.
void take_year_from_before(const Part& before, Part& last) {
  if (before.year == 0 || before.join != Join::kRange) return;
  if (!later_in_year(before, last))
    last.year = before.year;
  else if (plausible_crossing(before, last, before.year + 1))
    last.year = before.year + 1;
}

void fill_in(std::vector<Part>& chain, std::optional<int> default_year) {
  Part& last = chain.back();
  if (last.year == 0 && chain.size() > 1) take_year_from_before(chain[chain.size() - 2], last);
  if (last.year == 0 && default_year) last.year = *default_year, last.year_printed = false;
  for (size_t i = chain.size() - 1; i-- > 0;) take_from_next(chain[i], chain[i + 1]);
}

// ---- Spans --------------------------------------------------------------------------------

Date first_day(const Part& part) {
  return {part.year, part.month, part.month_only() ? 1 : part.day};
}

Date last_day(const Part& part) {
  if (!part.month_only()) return first_day(part);
  return {part.year, part.month, days_in_month(part.year, part.month)};
}

std::optional<DateSpan> span_of(const Part& first, const Part& last) {
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

bool complete(const Part& part) {
  return part.day != 0 && part.month != 0 && part.year != 0 && part.year_printed;
}

bool follow_each_other(const Part& a, const Part& b) {
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
std::vector<DateSpan> spans_of(const std::vector<Part>& chain, const std::vector<Part>& printed,
                               bool between) {
  std::vector<DateSpan> spans;
  const auto add = [&spans](const Part& first, const Part& last) {
    const auto span = span_of(first, last);
    if (span) spans.push_back(*span);
    return span.has_value();
  };
  const auto is_range = [&](size_t i) {
    if (i + 1 >= chain.size()) return false;
    return chain[i].join == Join::kRange || (between && i == 0 && chain[i].join == Join::kList);
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

struct Findings {
  std::vector<DateSpan> spans;
  std::vector<MonthYear> months;
};

void add_months(const std::vector<Part>& chain, const std::vector<DateSpan>& spans,
                std::vector<MonthYear>& months) {
  for (const Part& part : chain) {
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
    Cursor cursor(text, pos);
    std::vector<Part> chain = may_begin_at(text, pos) ? read_chain(cursor) : std::vector<Part>();
    pos = chain.empty() ? skip_run(text, pos) : chain.back().end;
    drop_loose_end(chain);
    drop_before_comma(chain);
    if (chain.empty()) continue;
    const std::vector<Part> printed = chain;
    fill_in(chain, default_year);
    const auto spans = spans_of(chain, printed, opened_by_between(text, chain.front().begin));
    findings.spans.insert(findings.spans.end(), spans.begin(), spans.end());
    add_months(chain, spans, findings.months);
  }
  return findings;
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
  if (text.size() != 10 || text[4] != '-') return std::nullopt;
  Cursor cursor(text, 0);
  const auto part = read_iso(cursor);
  if (!part || !cursor.at_end()) return std::nullopt;
  const Date date{part->year, part->month, part->day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(const Date& date) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer.data();
}

int days_between(const Date& from, const Date& to) {
  const auto day_number = [](const Date& date) {
    return std::chrono::sys_days(std::chrono::year(date.year) / static_cast<unsigned>(date.month) /
                                 static_cast<unsigned>(date.day));
  };
  return static_cast<int>((day_number(to) - day_number(from)).count());
}

std::vector<DateSpan> find_dates(std::string_view text, std::optional<int> default_year) {
  return scan(text, default_year).spans;
}

std::vector<MonthYear> find_month_years(std::string_view text) {
  return scan(text, std::nullopt).months;
}

}  // namespace ofsearch
