// Reads judgement tables without cells, whose grades are columns: what a tick stands below tells
// its grade. TickRows does the same for tables with cells.
#pragma once

#include "common/report/report.h"

#include <string>
#include <string_view>

namespace ofsearch {

// Returns a text, whose columns are made of spaces, with grades for ticks. Each tick below a head
// of three grades or more becomes the grade that it stands below. One that stands between two stays
// as it is.
std::string with_ticked_columns(std::string_view text);

// Does the same for the lines of a page with boxes.
void read_ticked_columns(Page* page);

}  // namespace ofsearch
