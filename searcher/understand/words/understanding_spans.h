// Years, months and seasons as people write them: the parts of periods.
#pragma once

#include "common/dates/date.h"
#include "searcher/understand/words/understanding_words.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ofsearch::understanding {

// Days in a row, both included; a day of the year 0 is open.
struct Span {
  Date first, last;
  bool whole_years = true;
};

inline constexpr int kMonthsOfYear = 12;

Span years(int first, int last);
// Of `year`; a month above 12 is of the next year.
Span months(int year, int first, int last);

// The number that `piece` writes in at most four digits; -1: it is none.
int number_of(const std::string& piece);

// The year of Vocabulary::newest; 2100 if that is unknown.
int newest_year(const Vocabulary& vocabulary);

// Vocabulary::newest, which "last" and "ago" count back from; nothing if it is unknown.
std::optional<Date> newest_day(const Vocabulary& vocabulary);

struct FoundSpan {
  Span span;
  std::size_t count = 0;  // pieces
  int decade = 0;         // the first year of the decade that it is or is part of
  bool is_day = false;
  bool is_counted = false;  // back from the newest report
  std::optional<Date> point =
      std::nullopt;      // of "five years ago", which span is the year or month of
  bool or_more = false;  // "five or more years ago"
};

inline constexpr int kFirstYearInWords = 1990;  // earlier numbers are no years

struct FoundYear {
  int year = 0;
  std::size_t count = 0;  // pieces
};

// "2019", "last year", "this year".
std::optional<FoundYear> year_at(const Words& words, std::size_t at, const Vocabulary& vocabulary);

// 1 to 12 if piece `at` is the name of a month; else 0.
int month_at(const Words& words, std::size_t at);

// Months of a year, 1 to 12; 14 is February of the next year.
struct Part {
  int first = 0, last = 0;
  std::size_t count = 0;  // pieces
};

// "March", "summer", "autumn term": what has its own name.
std::optional<Part> month_or_season_at(const Words& words, std::size_t at);
// The same, "early", and what is counted: "Q3", "first quarter", "second half".
std::optional<Part> part_at(const Words& words, std::size_t at);

// "2010s", "early 2010s", "second half of the 2010s".
std::optional<FoundSpan> decade_at(const Words& words, std::size_t at,
                                   const Vocabulary& vocabulary);

// Years of the decade that begins with `year` that pieces at `at` name by themselves: "early".
std::optional<FoundSpan> part_of_decade_at(const Words& words, std::size_t at, int year);

}  // namespace ofsearch::understanding
