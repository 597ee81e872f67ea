// Years, months and seasons as people write them: the parts of periods.
#pragma once

#include "searcher/understand/understanding_words.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ofsearch::understanding {

// Months in a row, both included, each as year * 12 + month - 1 with January 1; 0: open.
struct Span {
  int first = 0, last = 0;
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

struct FoundSpan {
  Span span;
  std::size_t count = 0;  // pieces
};

inline constexpr int kFirstYearInWords = 1990;  // earlier numbers are no years

// What begins at piece `at`: "2019", "March 2020", "autumn of 2023", "early 2024", "Q3 2023",
// "first half of 2022", "2019/20".
std::optional<FoundSpan> span_at(const Words& words, std::size_t at, const Vocabulary& vocabulary);

// Months of `year` that piece `at` names by itself: "March", "autumn".
std::optional<Span> named_span(const Words& words, std::size_t at, int year);

}  // namespace ofsearch::understanding
