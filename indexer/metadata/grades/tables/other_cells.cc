#include "indexer/metadata/grades/tables/other_cells.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

using Words = std::vector<std::string_view>;

bool is_label_head(std::string_view words) {
  static constexpr std::array<std::string_view, 6> kHeads = {"judgement", "judgements", "area",
                                                             "areas",     "category",   "service"};
  return std::ranges::find(kHeads, words) != kHeads.end();
}

// A line of text ends the rows; a line of a label that was broken does not, nor does a column's
// head.
bool ends_rows(const Words& words) {
  constexpr size_t kFewWords = 3;
  return words.size() > kFewWords && !begins_label(words) && !ends_label(words);
}

}  // namespace

bool OtherCells::is_head(const Cell& cell) const {
  return heads_other_judgements(cell.text, occasion_) ||
         (beside_head_ && cell.column == 1 && names_another_place(cell.text, occasion_));
}

bool OtherCells::take(const Cell& cell) {
  const Words words = split_words(without_numbers(cell.words));
  const bool row = !words.empty() && !match_labels(words, 0).empty();
  const bool grade = !words.empty() && is_grade_piece(cell.words);
  const bool head = !row && !grade && is_head(cell);
  beside_head_ = cell.column == 0 && is_label_head(cell.words);
  if (head) {
    has_rows_ = false;
    return below_head_ = true;
  }
  // "Previous inspection", "3 May 2018": the head was a label, and here is its value.
  const bool value = !has_rows_ && cell.words.find_first_of("0123456789") != std::string::npos;
  if (heads_own_judgements(cell.text, occasion_) || (!row && !grade && (value || ends_rows(words))))
    below_head_ = false;
  has_rows_ = has_rows_ || row;
  if (row) other_row_ = has_other_year(cell.words, occasion_);
  return (row || grade) && (below_head_ || other_row_);
}

}  // namespace ofsearch
