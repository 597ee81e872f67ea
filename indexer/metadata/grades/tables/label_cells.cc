#include "indexer/metadata/grades/tables/label_cells.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/tables/table_cells.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

bool is_table_head(std::string_view words) {
  return words == "judgement" || words == "grade" || words == "judgement grade" ||
         words == "judgements" || words == "grades";
}

// "Services for children in need of" / "help and protection": no label begins in the second line.
bool leads_on(std::string_view last_word) {
  return last_word == "of" || last_word == "for" || last_word == "need" || last_word == "who";
}

// The label that the cells from `first` to `last` print, without its key.
LabelCell label_over(const std::vector<Cell>& cells, const std::vector<bool>& is_grade,
                     size_t first, size_t last) {
  LabelCell label;
  label.order = first;
  label.last = last;
  label.page = cells[first].page;
  label.top = top_of(cells[first]);
  label.bottom = bottom_of(cells[last]);
  for (size_t i = first; i <= last; ++i) {
    if (is_grade[i]) continue;
    if (!label.text.empty()) label.text.push_back(' ');
    label.text += cells[i].text;
  }
  return label;
}

}  // namespace

std::vector<LabelCell> collect_labels(const std::vector<Cell>& cells,
                                      const std::vector<bool>& is_grade) {
  std::vector<LabelCell> labels;
  std::vector<std::string_view> words;
  std::vector<size_t> cell_of, last_of;  // by word: its cell; the last word of that cell
  std::string_view part;
  std::vector<std::string_view> part_at;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (is_grade[i] || is_table_head(cells[i].words)) continue;
    if (std::string_view found = part_of(cells[i].words); !found.empty()) part = found;
    for (std::string_view word : split_words(without_numbers(cells[i].words))) {
      words.push_back(word);
      cell_of.push_back(i);
      part_at.push_back(part);
    }
    last_of.resize(words.size(), words.empty() ? 0 : words.size() - 1);
  }
  for (size_t at = 0; at < words.size();) {
    bool begins_cell = at == 0 || (cell_of[at - 1] != cell_of[at] && !leads_on(words[at - 1]));
    size_t taken = 0;
    for (const LabelMatch& match :
         begins_cell ? match_labels(words, at) : std::vector<LabelMatch>{}) {
      size_t last = at + match.words - 1;
      if (last_of[last] != last) continue;
      LabelCell label = label_over(cells, is_grade, cell_of[at], cell_of[last]);
      label.key = match.key;
      label.part = part_at[at];
      labels.push_back(std::move(label));
      taken = match.words;
      break;
    }
    at += taken > 0 ? taken : 1;
  }
  return labels;
}

}  // namespace ofsearch
