// Finds the labels in a table: which judgement each row is of.
#pragma once

#include "indexer/metadata/view/view.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

struct LabelCell {
  std::string key;
  std::string part;
  std::string text;
  double top = 0, bottom = 0;
  int page = 0;
  size_t order = 0;
  size_t last = 0;
  int grade = -1;  // index of its grade
};

// Labels are looked for in the words of all cells that are no grades, each word knowing its
// cell. A label begins where a cell begins and ends where one ends.
std::vector<LabelCell> collect_labels(const std::vector<Cell>& cells,
                                      const std::vector<bool>& is_grade);

}  // namespace ofsearch
