// Writes grades in the cells of a table, with signs for what must not be compared without a word.
#pragma once

#include "common/report/grade_columns.h"
#include "searcher/results/table.h"

#include <set>
#include <string_view>

namespace ofsearch {

class ShownGrades {
 public:
  // Returns a cell with the grade, what changed, and the sign of a judgement of another scope or
  // scale.
  TableCell cell_of(const ColumnGrade& grade);
  // Returns a cell with the day that a document stands at. A day that is not of the inspection has
  // a sign.
  TableCell day_cell(const Metadata& metadata);
  // Adds to the table what the signs and short labels mean that cell_of() and day_cell() have used.
  void add_signs(Table* table) const;

 private:
  std::string mark_of(const ColumnGrade& grade);

  std::set<std::string_view> used_;
};

// Returns what day_of() gives, for data: "inspection", "publication", "year", or empty if it gives
// nothing.
std::string_view date_of(const Metadata& metadata);

}  // namespace ofsearch
