// Judgements that a report prints beside its own: of another inspection, another authority, or of
// somebody who is no inspector.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ofsearch {

// The occasion of a report: whose judgements it gives, and of which inspection.
struct Occasion {
  std::string authority;  // empty: not known, so that no name is another's
  std::set<int> years;    // those of the inspection and its report; empty: not known
};

Occasion occasion_of(const Metadata& metadata);

// Tells whether `text` has a year in which the inspection did not take place. If the inspection's
// own year is not known, no year is another.
bool has_other_year(std::string_view text, const Occasion& occasion);

// Tells whether `line` stands above judgements that are not this inspection's: "Previous
// inspection:", "Judgements in 2018", "The last report said:", the name of another authority.
bool heads_other_judgements(std::string_view line, const Occasion& occasion);

// Tells whether `line` stands above those that are: "This inspection", "Current judgements".
bool heads_own_judgements(std::string_view line, const Occasion& occasion);

// Tells whether the words of `sentence` before `subject`, an offset in its bare words, make what it
// judges somebody's opinion or another year's: "Leaders feared that ...", "In 2018 inspectors wrote
// ...".
bool is_reported(std::string_view sentence, size_t subject, const Occasion& occasion);

// Tells whether a sentence judges another place: "... of services in Northmere is inadequate", in a
// report on another authority.
bool judges_another_place(std::string_view sentence, const Occasion& occasion);

// Tells whether `text` is the name of another place, or begins with it: "Northmere", "Northmere
// Council".
bool names_another_place(std::string_view text, const Occasion& occasion);

}  // namespace ofsearch
