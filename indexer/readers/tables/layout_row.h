// Rows that only place text on the page, and are none of a table; the same for all formats that
// have tables.
#pragma once

#include <cstddef>

namespace ofsearch {

class LayoutRow {
 public:
  // Adds a cell with so many bytes of text, whether that ends a sentence, and whether the cell
  // holds a table.
  void add_cell(size_t bytes, bool ends_sentence, bool holds_table);

  // Tells whether the row only places text: it has one cell with text, or one that holds a table or
  // as much as a page does.
  bool places_text() const { return filled_ <= 1 || large_; }
  // Paragraphs side by side: such a row places them too where it is its table's only one.
  bool has_only_paragraphs() const { return paragraphs_ == filled_; }

 private:
  size_t filled_ = 0, paragraphs_ = 0;  // cells
  bool large_ = false;
};

}  // namespace ofsearch
