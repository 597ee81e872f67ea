#include "indexer/metadata/view/date_parts.h"

#include "common/dates/date.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "indexer/metadata/view/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ofsearch {
namespace {

struct JoinWord {
  std::string_view word;
  DateJoin join;
};

constexpr std::array<JoinWord, 6> kJoinWords = {{{"to", DateJoin::kRange},
                                                 {"until", DateJoin::kRange},
                                                 {"till", DateJoin::kRange},
                                                 {"til", DateJoin::kRange},
                                                 {"through", DateJoin::kRange},
                                                 {"and", DateJoin::kList}}};

// ---- Parts of a date expression -----------------------------------------------------------

// 2019-06-03, 2019/06/03
std::optional<DatePart> read_iso(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DatePart> {
    DatePart part{at.pos()};
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
std::optional<DatePart> read_numeric(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DatePart> {
    DatePart part{at.pos()};
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
std::optional<DatePart> read_day_first(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DatePart> {
    DatePart part{at.pos()};
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
std::optional<DatePart> read_month_first(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DatePart> {
    DatePart part{at.pos()};
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

std::optional<DatePart> read_part(Cursor& cursor) {
  for (auto read : {read_iso, read_numeric, read_day_first, read_month_first})
    if (auto part = read(cursor)) return part;
  return std::nullopt;
}

std::optional<DateJoin> read_join(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DateJoin> {
    at.skip_spaces(2);
    std::optional<DateJoin> join;
    for (const JoinWord& entry : kJoinWords)
      if (!join && at.skip_word(entry.word)) join = entry.join;
    if (!join && at.skip_dash()) join = DateJoin::kRange;
    if (!join && (at.skip('&') || at.skip('+'))) join = DateJoin::kList;
    if (!join && at.skip(',')) {
      join = DateJoin::kComma;
      at.skip_spaces();
      if (at.skip_word("and")) join = DateJoin::kList;
    }
    if (!join && at.skip('/')) join = DateJoin::kSlash;
    if (!join) return std::nullopt;
    at.skip_spaces(2);
    if (*join == DateJoin::kList && at.skip_word("on")) at.skip_spaces();
    if (at.skip_word("the")) at.skip_spaces();
    return join;
  });
}

// ---- Chains: "6, 7 and 9 to 12 February 2018" ---------------------------------------------

// "June 3 and 4, 2019", "September 26 to 27 2017": two days of one month behind its name.
std::vector<DatePart> read_days_behind_month(Cursor& cursor) {
  const auto pair = attempt(cursor, [](Cursor& at) -> std::optional<std::array<DatePart, 2>> {
    std::array<DatePart, 2> parts{DatePart{at.pos()}, DatePart{}};
    const auto month = read_month(at);
    at.skip_spaces();
    const auto first = at.number(1, 2);
    skip_ordinal(at);
    parts[0].end = at.pos();
    const auto join = month && first ? read_join(at) : std::nullopt;
    if (!join || *join == DateJoin::kComma || *join == DateJoin::kSlash) return std::nullopt;
    parts[1].begin = at.pos();
    const auto second = at.number(1, 2);
    skip_ordinal(at);
    skip_gap(at, true);
    const auto year = valid_year(at.number(4, 4));
    if (!second || !year || *first < 1 || *second <= *first) return std::nullopt;
    parts[0].day = *first, parts[1].day = *second, parts[0].join = *join;
    parts[1].end = at.pos();
    for (DatePart& part : parts) part.month = *month, part.year = *year;
    return parts;
  });
  return pair ? std::vector<DatePart>(pair->begin(), pair->end()) : std::vector<DatePart>();
}

}  // namespace

std::vector<DatePart> read_date_parts(std::string_view text, size_t pos) {
  Cursor cursor(text, pos);
  std::vector<DatePart> chain = read_days_behind_month(cursor);
  if (!chain.empty()) return chain;
  auto part = read_part(cursor);
  while (part) {
    chain.push_back(*part);
    part = attempt(cursor, [&chain](Cursor& at) -> std::optional<DatePart> {
      DatePart& last = chain.back();
      const auto join = read_join(at);
      const bool may_go_on = last.bare_day() || (join == DateJoin::kComma && last.lacks_year());
      if (!join || ((*join == DateJoin::kComma || *join == DateJoin::kSlash) && !may_go_on))
        return std::nullopt;
      last.join = *join;
      return read_part(at);
    });
  }
  return chain;
}

}  // namespace ofsearch
