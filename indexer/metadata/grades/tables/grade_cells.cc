#include "indexer/metadata/grades/tables/grade_cells.h"

#include "indexer/metadata/grades/tables/table_cells.h"
#include "indexer/metadata/grades/words/grade_words.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

bool is_only_number(std::string_view words) {
  if (words.starts_with("grade ")) words.remove_prefix(6);
  return std::all_of(words.begin(), words.end(),
                     [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
}

bool may_begin_grade(std::string_view words) {
  return grade_from_words(words).has_value() || grade_may_go_on(words);
}

class GradeCollector {
 public:
  GradeCollector(const std::vector<Cell>& cells, bool has_layout)
      : cells_(cells), has_layout_(has_layout) {}

  GradeCells run() {
    is_grade_.assign(cells_.size(), false);
    for (size_t i = 0; i < cells_.size(); ++i) {
      const Cell& cell = cells_[i];
      if (is_only_number(cell.words) || !is_grade_piece(cell.words)) continue;
      bool goes_on = !grades_.empty() && continues(grades_.back(), cell);
      if (!goes_on && (!may_begin_grade(cell.words) || ends_a_sentence(i))) continue;
      is_grade_[i] = true;
      if (goes_on)
        extend(i);
      else
        begin_grade(i);
    }
    for (GradeCell& grade : grades_) grade.grade = grade_from_words(grade.words).value_or("");
    return {std::move(grades_), std::move(is_grade_)};
  }

 private:
  // "Children's services in Loamshire are" / "good": the last line of a sentence is no grade.
  bool ends_a_sentence(size_t i) const {
    return i > 0 && !is_grade_[i - 1] && breaks_off_before(cells_[i - 1], cells_[i], has_layout_);
  }

  bool continues(const GradeCell& open, const Cell& cell) const {
    std::string together = open.words + ' ' + std::string(without_numbers(cell.words));
    if (!grade_may_go_on(open.words)) return false;
    if (!grade_from_words(together) && !grade_may_go_on(together)) return false;
    if (!has_layout_ || cell.page != open.page) return true;
    double gap = top_of(cell) - open.bottom;
    bool beneath = cell.x0 < open.x1 + 5 && cell.x1 > open.x0 - 5;
    bool beside = std::abs(top_of(cell) - open.top) < kSameRow;
    return beside || (beneath && gap < kGradeLineGap);
  }

  void begin_grade(size_t i) {
    const Cell& cell = cells_[i];
    grades_.push_back({std::string(without_numbers(cell.words)), cell.text, "", top_of(cell),
                       bottom_of(cell), cell.x0, cell.x1, cell.page, i, i});
  }

  void extend(size_t i) {
    const Cell& cell = cells_[i];
    GradeCell& grade = grades_.back();
    grade.words += ' ' + std::string(without_numbers(cell.words));
    grade.text += ' ' + cell.text;
    grade.bottom = std::max(grade.bottom, bottom_of(cell));
    grade.x0 = std::min(grade.x0, cell.x0), grade.x1 = std::max(grade.x1, cell.x1);
    grade.last = i;
  }

  const std::vector<Cell>& cells_;
  bool has_layout_;
  std::vector<bool> is_grade_;
  std::vector<GradeCell> grades_;
};

}  // namespace

GradeCells collect_grades(const std::vector<Cell>& cells, bool has_layout) {
  return GradeCollector(cells, has_layout).run();
}

}  // namespace ofsearch
