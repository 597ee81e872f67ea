#include "indexer/readers/tables/layout_row.h"

namespace ofsearch {
namespace {

constexpr size_t kLongestCell = 1500;      // bytes; what holds more is a column, not a cell
constexpr size_t kShortestParagraph = 60;  // bytes

}  // namespace

void LayoutRow::add_cell(size_t bytes, bool ends_sentence, bool holds_table) {
  filled_ += bytes > 0 ? 1 : 0;
  paragraphs_ += bytes >= kShortestParagraph && ends_sentence ? 1 : 0;
  large_ = large_ || bytes > kLongestCell || holds_table;
}

}  // namespace ofsearch
