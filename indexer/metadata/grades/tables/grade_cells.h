// Puts the grades in a table together from the cells that print them.
#pragma once

#include "indexer/metadata/view/view.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

inline constexpr double kSameRow = 3.5;  // points

// A grade, put together from the cells that print it.
struct GradeCell {
  std::string words;
  std::string text;
  std::string grade;  // empty: the words never became one
  double top = 0, bottom = 0;
  double x0 = 0, x1 = 0;
  int page = 0;
  size_t order = 0;  // the order of its first cell
  size_t last = 0;   // the order of its last cell
};

struct GradeCells {
  std::vector<GradeCell> grades;
  std::vector<bool> is_grade;  // by cell
};

// Grades are put together by their grammar: "requires" waits for "improvement", and
// "requires improvement" takes a following "to be good".
GradeCells collect_grades(const std::vector<Cell>& cells, bool has_layout);

}  // namespace ofsearch
