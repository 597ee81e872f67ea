// Finds the cells of tables that are no part of this inspection's judgements.
#pragma once

#include "indexer/metadata/grades/words/other_judgements.h"
#include "indexer/metadata/view/view.h"

namespace ofsearch {

// Is shown the cells in their order, and tells those below a head of other judgements and the rows
// that bear another year.
class OtherCells {
 public:
  explicit OtherCells(const Occasion& occasion) : occasion_(occasion) {}

  // Returns true if `cell` is such a row, its grade, or their head.
  bool take(const Cell& cell);

 private:
  bool is_head(const Cell& cell) const;

  const Occasion& occasion_;
  bool below_head_ = false;
  bool has_rows_ = false;  // that head
  bool other_row_ = false;
  bool beside_head_ = false;  // the cell before heads the column of labels: "Area"
};

}  // namespace ofsearch
