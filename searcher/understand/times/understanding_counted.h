// Periods that are counted back from the newest report.
#pragma once

#include "searcher/understand/words/understanding_spans.h"

#include <string>

namespace ofsearch::understanding {

// How long something is: "three years", "18 months", "a decade".
struct Length {
  int months = 0;
  std::size_t count = 0;  // pieces
  bool in_years = false;
  bool or_more = false;  // "5+ years"
};

std::optional<Length> length_at(const Words& words, std::size_t at);
// Of a unit by itself, "year" or "quarter".
std::optional<Length> unit_at(const Words& words, std::size_t at);

// "Last year", "this month", "last summer", "last quarter", "five years ago", "two to three years
// ago": each is a year, a season or a month, and ended before the newest report unless it is "this"
// one. "The last year" is none, see last_ones_at().
std::optional<FoundSpan> counted_span_at(const Words& words, std::size_t at,
                                         const Vocabulary& vocabulary);

// "Last three years", "the past 18 months", "the last year", "last decade": up to now.
std::optional<FoundSpan> last_ones_at(const Words& words, std::size_t at,
                                      const Vocabulary& vocabulary);

// The years that "recent" stands for, "2024..": the newest report's and the two before; empty if
// that is unknown.
std::string recent_years(const Vocabulary& vocabulary);

// Adds a note on those of `times` that are counted from the newest report.
void tell_counted(const Words& words, const Vocabulary& vocabulary, AllRecognised* times);

// The note on `text`, where Vocabulary::newest is known.
std::string counted_in_words(const std::string& text, const Vocabulary& vocabulary);

}  // namespace ofsearch::understanding
