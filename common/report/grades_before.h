// Tells what an authority's grades were before an inspection, and what got better or worse since.
#pragma once

#include "common/report/grade_columns.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace ofsearch {

// Returns the day by which documents are told to be earlier or later: of the end of the inspection,
// else of publication, else the year (ISO 8601); empty if nothing is known.
std::string day_of(const Metadata& metadata);

// The longest that may lie between an inspection that awards grades and the next, in years. An
// authority is inspected every three or four years; the longest break, of 2020 and 2021, made not
// quite six of them. Both grades are known here, so that the longest is allowed;
// indexer/metadata/grades/standing/standing_grades.cc states the earlier one alone and allows less.
constexpr int kLongestBetween = 6;

class GradesBefore {
 public:
  // Takes the documents of one authority, the oldest first. Sets `change` and `before` in `grades`,
  // those of `document`. A grade is compared with the one before it in the same column and of the
  // same part of the services. "adequate" and "requires improvement", which are of different
  // scales, are no change.
  // Articles, and documents without a day, are not compared; nor are inspections between which one
  // is missing, since more than six years lie there, or a document told another standing grade.
  //
  // Returns false if that is why nothing is compared.
  bool take(const Metadata& document, ColumnGrades* grades);

 private:
  struct Before {
    std::string grade, day;
    bool replaced = false;  // by an inspection that is missing
  };

  void find_replaced(const std::string& standing_grade);

  // Holds the grades before, by the part of the services and the column.
  std::map<std::pair<std::string_view, std::string_view>, Before> before_;
};

}  // namespace ofsearch
