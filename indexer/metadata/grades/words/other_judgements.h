// Judgements that a report prints beside its own: of another inspection, another authority, or of
// somebody who is no inspector.
#pragma once

#include "common/report/report.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ofsearch {

// Whose judgements a report gives, and of which inspection.
struct Occasion {
  std::string authority;  // empty: not known, so that no name is another's
  std::set<int> years;    // of the inspection and its report; empty: not known
};

Occasion occasion_of(const Metadata& metadata);

// `text` has a year in which the inspection did not take place. None is another's where its own
// is not known.
bool has_other_year(std::string_view text, const Occasion& occasion);

// `line` stands above judgements that are not this inspection's: "Previous inspection:",
// "Judgements in 2018", "The last report said:", the name of another authority.
bool heads_other_judgements(std::string_view line, const Occasion& occasion);

// `line` stands above those that are: "This inspection", "Current judgements".
bool heads_own_judgements(std::string_view line, const Occasion& occasion);

// The words of `sentence` before `subject`, an offset in its bare words, make what it judges
// somebody's opinion or another year's: "Leaders feared that ...", "In 2018 inspectors wrote ...".
bool is_reported(std::string_view sentence, size_t subject, const Occasion& occasion);

// "... of services in Northmere is inadequate", in a report on another authority.
bool judges_another_place(std::string_view sentence, const Occasion& occasion);

// `text` is the name of another place, or begins with it: "Northmere", "Northmere Council".
bool names_another_place(std::string_view text, const Occasion& occasion);

}  // namespace ofsearch
