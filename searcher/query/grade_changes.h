// Changes of a grade from one inspection of an authority to the next, as filters name them:
// "inadequate to good", "leaders:inadequate to good", "better than before"; "good to good" is none.
#pragma once

#include "common/index/fields.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct GradeChange {
  std::string judgement;  // empty: the overall grade
  std::string before, now;
  int direction = 0;  // 1: any that got better, -1: any that got worse; then without grades
};

// The change that `typed`, a value of the grade or of the judgements, names: "ri-to-good". Nothing
// if it names none.
std::optional<GradeChange> grade_change(const Field& field, std::string_view typed);

// As grade_change() reads it.
std::string value_of(const GradeChange& change);

// Whether `change`, which names its grades, is among those that `wanted` names.
bool is_among(const GradeChange& change, const GradeChange& wanted);

// A report with what its grades were in the inspection before it, where the index has that.
struct ChangesOfReport {
  std::string id;
  std::vector<GradeChange> changes;  // of each judgement that it may be compared as
};

// Of all reports of the index that award a grade, as the history of an authority tells changes
// (grades_before.h). Reads a few lists, whatever the number of reports. May throw Xapian::Error.
std::vector<ChangesOfReport> changes_of_grades(const Xapian::Database& database);

}  // namespace ofsearch
