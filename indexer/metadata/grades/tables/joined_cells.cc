#include "indexer/metadata/grades/tables/joined_cells.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/tables/table_cells.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

// Words behind a grade that neither change it nor speak of another.
bool is_stray(std::string_view words) {
  static constexpr std::array<std::string_view, 12> kTelling = {
      "to", "was", "were", "from", "in", "at", "but", "not", "previously", "last", "and", "or"};
  constexpr size_t kFew = 2;
  std::vector<std::string_view> split = split_words(words);
  return !split.empty() && split.size() <= kFew &&
         std::none_of(split.begin(), split.end(), [](std::string_view word) {
           size_t end = 0;
           return std::find(kTelling.begin(), kTelling.end(), word) != kTelling.end() ||
                  word.find_first_of("0123456789") != std::string_view::npos ||
                  grade_at_start(word, &end).has_value() || is_grade_piece(word);
         });
}

bool ends_a_label(std::string_view words) {
  std::vector<std::string_view> split = split_words(words);
  for (size_t from = 0; from < split.size(); ++from)
    for (const LabelMatch& match : match_labels(split, from))
      if (from + match.words == split.size()) return true;
  return false;
}

// The words, or they and the lines before them, end a label or break off inside one.
bool is_label(const std::vector<std::string>& lines, std::string words) {
  constexpr size_t kLabelLines = 3;
  for (size_t taken = 0;; ++taken) {
    if (ends_a_label(words) || begins_label(split_words(words))) return true;
    if (taken == kLabelLines || taken == lines.size()) return false;
    words = lines[lines.size() - 1 - taken] + ' ' + words;
  }
}

}  // namespace

void trim_grade_cells(std::vector<Cell>* found) {
  std::vector<Cell>& cells = *found;
  for (size_t i = 1; i < cells.size(); ++i) {
    Cell& cell = cells[i];
    bool beside_label = cell.column == 1 && cells[i - 1].column == 0 &&
                        label_of_heading(cells[i - 1].words).has_value();
    size_t end = 0;
    if (beside_label && grade_at_start(cell.words, &end) && is_stray(cell.words.substr(end)))
      cell.words.resize(end);
  }
}

size_t split_joined_cells(std::vector<Cell>* found) {
  std::vector<Cell>& cells = *found;
  size_t joined = 0;
  constexpr long kSeveral = 2;
  bool own_cells = std::count_if(cells.begin(), cells.end(), [](const Cell& cell) {
                     return grade_from_words(cell.words).has_value();
                   }) >= kSeveral;
  std::vector<Cell> out;
  std::string open;                 // the last grade, which may go on
  std::vector<std::string> before;  // label lines up to here
  for (Cell& cell : cells) {
    std::string words(without_numbers(cell.words));
    size_t at = grade_piece_at_end(words, &open);
    bool heading = own_cells && cell.text.find(':') != std::string::npos;
    std::string label_words = words.substr(0, at == 0 ? 0 : at - 1);
    if (at == words.size() || at == 0 || heading || !is_label(before, label_words)) {
      if (at > 0) before.push_back(words);
      out.push_back(std::move(cell));
      continue;
    }
    before.push_back(label_words);
    Cell label = cell, value = cell;
    value.words = words.substr(at);
    value.x0 = (cell.x0 + cell.x1) / 2;
    label.words = std::move(label_words);
    ++joined;
    out.push_back(std::move(label));
    out.push_back(std::move(value));
  }
  cells = std::move(out);
  return joined;
}

}  // namespace ofsearch
