#include "indexer/metadata/grades/tables/judgement_table.h"

#include "indexer/metadata/grades/tables/grade_cells.h"
#include "indexer/metadata/grades/tables/joined_cells.h"
#include "indexer/metadata/grades/tables/label_cells.h"
#include "indexer/metadata/grades/tables/other_cells.h"
#include "indexer/metadata/grades/tables/table_cells.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

// Reads one run of cells that holds nothing but labels, grades and strays.
class TableReader {
 public:
  TableReader(std::vector<Cell> cells, bool has_layout)
      : cells_(std::move(cells)), has_layout_(has_layout) {}

  JudgementTable run() {
    trim_grade_cells(&cells_);
    joined_ = split_joined_cells(&cells_);
    if (has_layout_) sort_by_place(&cells_);
    GradeCells found = collect_grades(cells_, has_layout_);
    grades_ = std::move(found.grades);
    labels_ = collect_labels(cells_, found.is_grade);
    pair();
    return table();
  }

 private:
  void pair() {
    bool whole = std::none_of(grades_.begin(), grades_.end(),
                              [](const GradeCell& grade) { return grade.grade.empty(); });
    if (whole && labels_.size() == grades_.size())
      pair_in_order();
    else if (has_layout_)
      pair_by_place();
    else
      pair_neighbours();
  }

  // Pairs as many grades as labels in their order: the first grade is the first label's, however
  // the lines between them lie. If places are known they may veto: a grade beside another label is
  // not this one's.
  void pair_in_order() {
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (has_layout_ && lies_beside_another(grades_[i], i)) {
        warnings_.push_back(fmt::format("the grade of \"{}\" cannot be told from its place",
                                        excerpt(labels_[i].text)));
        continue;
      }
      labels_[i].grade = static_cast<int>(i);
    }
  }

  static double middle(double top, double bottom) { return (top + bottom) / 2; }

  static bool beside(const GradeCell& grade, const LabelCell& label) {
    double at = middle(grade.top, grade.bottom);
    return at >= label.top - 2 && at <= label.bottom + 2;
  }

  bool lies_beside_another(const GradeCell& grade, size_t own) const {
    if (beside(grade, labels_[own])) return false;
    for (size_t i = 0; i < labels_.size(); ++i)
      if (i != own && beside(grade, labels_[i])) return true;
    return false;
  }

  // More grades than labels or fewer: only a grade right beside a label is taken.
  void pair_by_place() {
    for (size_t g = 0; g < grades_.size(); ++g) {
      int found = -1;
      bool several = false;
      for (size_t i = 0; i < labels_.size(); ++i) {
        if (!beside(grades_[g], labels_[i])) continue;
        several = several || found >= 0;
        found = static_cast<int>(i);
      }
      if (found < 0 || several || grades_[g].grade.empty()) continue;
      LabelCell& label = labels_[static_cast<size_t>(found)];
      if (label.grade >= 0 && grades_[static_cast<size_t>(label.grade)].grade != grades_[g].grade) {
        contested_.push_back(static_cast<size_t>(found));
        continue;
      }
      label.grade = static_cast<int>(g);
    }
    for (size_t i : contested_) labels_[i].grade = -1;
    warn_of_missing();
  }

  // Pairs more grades than labels, or fewer, without places: a grade is a label's if it comes right
  // behind it and no grade comes before the first label.
  void pair_neighbours() {
    if (!labels_.empty() && !grades_.empty() && grades_.front().order < labels_.front().order) {
      warn_of_missing();
      return;
    }
    for (size_t i = 0; i < labels_.size(); ++i) {
      size_t end = i + 1 < labels_.size() ? labels_[i + 1].order : cells_.size();
      int found = -1, count = 0;
      for (size_t g = 0; g < grades_.size(); ++g) {
        if (grades_[g].order < labels_[i].order || grades_[g].order >= end) continue;
        ++count;
        found = static_cast<int>(g);
      }
      if (count == 1 && !grades_[static_cast<size_t>(found)].grade.empty())
        labels_[i].grade = found;
    }
    warn_of_missing();
  }

  void warn_of_missing() {
    if (grades_.empty()) return;
    for (const LabelCell& label : labels_)
      if (label.grade < 0 && label.key != kOtherJudgement)
        warnings_.push_back(fmt::format("no grade was found beside \"{}\"", excerpt(label.text)));
  }

  JudgementTable table() {
    JudgementTable out;
    bool any = false;
    for (const LabelCell& label : labels_) {
      JudgementRow row;
      row.key = label.key;
      row.part = label.part;
      row.evidence = {excerpt(label.text), label.page, "judgement-table"};
      if (label.grade >= 0) {
        const GradeCell& grade = grades_[static_cast<size_t>(label.grade)];
        row.grade = grade.grade;
        row.evidence.text = excerpt(label.text + ": " + grade.text);
        any = true;
      }
      out.rows.push_back(std::move(row));
    }
    if (!labels_.empty()) out.page = labels_.front().page;
    out.rows_in_one_piece = joined_;
    if (any) out.warnings = std::move(warnings_);
    return out;
  }

  std::vector<Cell> cells_;
  bool has_layout_;
  std::vector<GradeCell> grades_;
  std::vector<LabelCell> labels_;
  std::vector<size_t> contested_;
  size_t joined_ = 0;
  std::vector<std::string> warnings_;
};

}  // namespace

JudgementTable read_judgement_table(const std::vector<Cell>& cells, bool has_layout) {
  return TableReader(cells, has_layout).run();
}

std::vector<JudgementTable> find_judgement_tables(const View& view, const Occasion& occasion) {
  std::vector<JudgementTable> tables;
  std::vector<Cell> run;
  auto close = [&] {
    if (run.size() > 1) {
      JudgementTable table = read_judgement_table(run, view.document.has_layout);
      bool graded = std::any_of(table.rows.begin(), table.rows.end(),
                                [](const JudgementRow& row) { return !row.grade.empty(); });
      // One label and its grade in one piece is a section's heading.
      bool heading = table.rows.size() == 1 && table.rows_in_one_piece == 1;
      if (graded && !heading) tables.push_back(std::move(table));
    }
    run.clear();
  };
  const std::vector<Cell> cells = cells_for_tables(view);
  OtherCells other(occasion);
  for (size_t i = 0; i < cells.size(); ++i) {
    bool ends_sentence = run.empty() && i > 0 && is_grade_piece(cells[i].words) &&
                         breaks_off_before(cells[i - 1], cells[i], view.document.has_layout);
    if (other.take(cells[i])) continue;
    if (!may_belong(cells[i]))
      close();
    else if (!ends_sentence)
      run.push_back(cells[i]);
  }
  close();
  return tables;
}

}  // namespace ofsearch
