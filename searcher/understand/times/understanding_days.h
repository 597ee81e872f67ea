// Days of the calendar where they stand in a query's words.
#pragma once

#include "searcher/understand/words/understanding_spans.h"

namespace ofsearch::understanding {

// What is written as a day or, in numbers, as a month. A day that the calendar does not have has no
// span: "31 June 2023".
struct FoundDay {
  std::optional<Span> span;
  std::size_t count = 0;  // pieces
  bool is_day = true;     // else a month: "2023-05"
};

// "1 May 2023", "the 1st of May 2023", "May 1 2023", "01/05/2023" (day first), "2023-05-01".
std::optional<FoundDay> day_at(const Words& words, std::size_t at, const Vocabulary& vocabulary);

// The day of a month that piece `at` writes: "1", "21st"; 0: it is none, as in "section 20".
int day_number_at(const Words& words, std::size_t at);

}  // namespace ofsearch::understanding
