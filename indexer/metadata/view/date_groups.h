// Tells which of the dates of a sentence are those of one visit, and whether both ends of it were
// read.
#pragma once

#include "indexer/metadata/view/printed_dates.h"

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns false for a span too long for a visit: a misreading.
bool is_possible(const DateSpan& span);

// Keeps the first of the dates of a sentence, and those that a mere "and" joins to it: two periods
// on site, but not "on 4 May 2018, following a letter of 3 March 2018". Keeps none if that cannot
// be told.
void keep_first_group(std::vector<DateSpan>* spans, std::string_view sentence);

// Opens weeks: "Week commencing 6 March 2023" tells the first day of a visit, and its last is not
// exact.
void open_weeks(std::vector<DateSpan>* spans, std::string_view text);

// Tells whether one end of a span could not be read and stands beside what was: "2x July to 5 July
// 2019" is not the 5th, "25 November 2019 to 6 Dxcember 2019" not the 25th.
bool is_half_read(std::string_view text, const DateSpan& span);

}  // namespace ofsearch
