// What a period may begin or end with.
#pragma once

#include "searcher/understand/words/understanding_spans.h"

namespace ofsearch::understanding {

// What begins at piece `at`: "2019", "March 2020", "autumn of 2023", "early 2024", "Q3 2023",
// "first half of 2022", "2019/20", "financial year 2019/20", "late 2010s", "1 May 2023", "last
// summer", "five years ago".
std::optional<FoundSpan> span_at(const Words& words, std::size_t at, const Vocabulary& vocabulary);

// What begins at piece `at` and takes the rest of its date from `last`, before which it stands:
// "1 April to 31 March 2024", "12 to 16 June 2019", "early to mid 2010s".
std::optional<FoundSpan> span_before(const Words& words, std::size_t at, const FoundSpan& last);

// How many pieces at `at` write a day that the calendar does not have; 0: none do.
std::size_t length_of_no_day(const Words& words, std::size_t at, const Vocabulary& vocabulary);

}  // namespace ofsearch::understanding
