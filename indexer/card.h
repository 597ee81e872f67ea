// Prints what `ofindex --inspect FILE` shows to people.
#pragma once

#include "common/report/report.h"

#include <iosfwd>

namespace ofsearch {

// Writes what the report is taken for: a line a field, names aligned, each value followed by the
// words that decided it, their page and the rule; then the number of passages and the warnings.
// Fields without a value are shown as "-". With `colour`, ANSI codes stand around names and values.
void write_card(const Report& report, bool colour, std::ostream& out);

}  // namespace ofsearch
