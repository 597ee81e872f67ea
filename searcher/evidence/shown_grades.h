// Grades in the cells of a table, with signs for what must not be compared without a word.
#pragma once

#include "common/report/grade_columns.h"
#include "searcher/results/table.h"

#include <set>
#include <string_view>

namespace ofsearch {

class ShownGrades {
 public:
  // The grade, what changed, and the sign of a judgement of another scope or scale.
  TableCell cell_of(const ColumnGrade& grade);
  // The day that a document stands at, with the sign of one that is not of the inspection.
  TableCell day_cell(const Metadata& metadata);
  // Says below the table what the signs and short labels mean that cell_of() has used.
  void add_signs(Table* table) const;

 private:
  std::string mark_of(const ColumnGrade& grade);

  std::set<std::string_view> used_;
};

// What day_of() gives, for data: "inspection", "publication", "year"; or empty: nothing.
std::string_view date_of(const Metadata& metadata);

}  // namespace ofsearch
