#include "indexer/metadata/grades/judgement_table.h"

#include "common/text/text.h"
#include "indexer/metadata/grades/grade_words.h"
#include "indexer/metadata/grades/judgement_labels.h"
#include "indexer/metadata/grades/table_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace ofsearch {
namespace {

constexpr double kSameRow = 3.5;  // points

// A grade, put together from the cells that print it.
struct GradeCell {
  std::string words;
  std::string text;
  std::string grade;  // empty: the words never became one
  double top = 0, bottom = 0;
  double x0 = 0, x1 = 0;
  int page = 0;
  size_t order = 0;  // of its first cell
  size_t last = 0;   // of its last cell
};

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

bool is_table_head(std::string_view words) {
  return words == "judgement" || words == "grade" || words == "judgement grade" ||
         words == "judgements" || words == "grades";
}

bool is_only_number(std::string_view words) {
  if (words.starts_with("grade ")) words.remove_prefix(6);
  return std::all_of(words.begin(), words.end(),
                     [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
}

// Reads one run of cells that holds nothing but labels, grades and strays.
// One class of some length, since each step needs the grades and labels that the others found.
class TableReader {
 public:
  TableReader(std::vector<Cell> cells, bool has_layout)
      : cells_(std::move(cells)), has_layout_(has_layout) {}

  JudgementTable run() {
    trim_grade_cells();
    split_joined_cells();
    if (has_layout_) sort_by_place(&cells_);
    collect_grades();
    collect_labels();
    pair();
    return table();
  }

 private:
  // A cell beside a label that begins with a grade and goes on with a stray word or two.
  void trim_grade_cells() {
    for (size_t i = 1; i < cells_.size(); ++i) {
      Cell& cell = cells_[i];
      bool beside_label = cell.column == 1 && cells_[i - 1].column == 0 &&
                          label_of_heading(cells_[i - 1].words).has_value();
      size_t end = 0;
      if (beside_label && grade_at_start(cell.words, &end) && is_stray(cell.words.substr(end)))
        cell.words.resize(end);
    }
  }

  // Words behind a grade that neither change it nor speak of another.
  static bool is_stray(std::string_view words) {
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

  // "Overall effectiveness: Good" printed as one piece becomes a label and a grade in its place,
  // also where both go on in the next lines: "... need help and protection Requires" /
  // "improvement to be good". In a table whose grades have cells of their own, "...: good" is the
  // heading of a section below it.
  void split_joined_cells() {
    constexpr long kSeveral = 2;
    bool own_cells = std::count_if(cells_.begin(), cells_.end(), [](const Cell& cell) {
                       return grade_from_words(cell.words).has_value();
                     }) >= kSeveral;
    std::vector<Cell> out;
    std::string open;                 // the last grade, which may go on
    std::vector<std::string> before;  // label lines up to here
    for (Cell& cell : cells_) {
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
      ++joined_;
      out.push_back(std::move(label));
      out.push_back(std::move(value));
    }
    cells_ = std::move(out);
  }

  // The words, or they and the lines before them, end a label or break off inside one.
  static bool is_label(const std::vector<std::string>& lines, std::string words) {
    constexpr size_t kLabelLines = 3;
    for (size_t taken = 0;; ++taken) {
      if (ends_a_label(words) || begins_label(split_words(words))) return true;
      if (taken == kLabelLines || taken == lines.size()) return false;
      words = lines[lines.size() - 1 - taken] + ' ' + words;
    }
  }

  static bool ends_a_label(std::string_view words) {
    std::vector<std::string_view> split = split_words(words);
    for (size_t from = 0; from < split.size(); ++from)
      for (const LabelMatch& match : match_labels(split, from))
        if (from + match.words == split.size()) return true;
    return false;
  }

  // Grades are put together by their grammar: "requires" waits for "improvement", and
  // "requires improvement" takes a following "to be good".
  void collect_grades() {
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
  }

  static bool may_begin_grade(std::string_view words) {
    return grade_from_words(words).has_value() || grade_may_go_on(words);
  }

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

  // Labels are looked for in the words of all cells that are no grades, each word knowing its
  // cell. A label begins where a cell begins and ends where one ends.
  void collect_labels() {
    std::vector<std::string_view> words;
    std::vector<size_t> cell_of, last_of;  // by word: its cell; the last word of that cell
    std::string_view part;
    std::vector<std::string_view> part_at;
    for (size_t i = 0; i < cells_.size(); ++i) {
      if (is_grade_[i] || is_table_head(cells_[i].words)) continue;
      if (std::string_view found = part_of(cells_[i].words); !found.empty()) part = found;
      for (std::string_view word : split_words(without_numbers(cells_[i].words))) {
        words.push_back(word);
        cell_of.push_back(i);
        part_at.push_back(part);
      }
      last_of.resize(words.size(), words.empty() ? 0 : words.size() - 1);
    }
    for (size_t at = 0; at < words.size();) {
      bool begins_cell =
          at == 0 || (cell_of[at - 1] != cell_of[at] && !leads_on(words[at - 1]));
      size_t taken = 0;
      for (const LabelMatch& match :
           begins_cell ? match_labels(words, at) : std::vector<LabelMatch>{}) {
        size_t last = at + match.words - 1;
        if (last_of[last] != last) continue;
        add_label(match.key, part_at[at], cell_of[at], cell_of[last]);
        taken = match.words;
        break;
      }
      at += taken > 0 ? taken : 1;
    }
  }

  // "Services for children in need of" / "help and protection": no label begins in the second line.
  static bool leads_on(std::string_view last_word) {
    return last_word == "of" || last_word == "for" || last_word == "need" || last_word == "who";
  }

  void add_label(std::string_view key, std::string_view part, size_t first, size_t last) {
    LabelCell label;
    label.key = key;
    label.part = part;
    label.order = first;
    label.last = last;
    label.page = cells_[first].page;
    label.top = top_of(cells_[first]);
    label.bottom = bottom_of(cells_[last]);
    for (size_t i = first; i <= last; ++i) {
      if (is_grade_[i]) continue;
      if (!label.text.empty()) label.text.push_back(' ');
      label.text += cells_[i].text;
    }
    labels_.push_back(std::move(label));
  }

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

  // As many grades as labels: the first grade is the first label's, however the lines between
  // them lie. Where places are known they may veto: a grade beside another label is not this one's.
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

  // Without places, and more grades than labels or fewer: a grade is a label's if it comes right
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
  std::vector<bool> is_grade_;
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

std::vector<JudgementTable> find_judgement_tables(const View& view) {
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
  for (size_t i = 0; i < cells.size(); ++i) {
    bool ends_sentence = run.empty() && i > 0 && is_grade_piece(cells[i].words) &&
                         breaks_off_before(cells[i - 1], cells[i], view.document.has_layout);
    if (!may_belong(cells[i]))
      close();
    else if (!ends_sentence)
      run.push_back(cells[i]);
  }
  close();
  return tables;
}

}  // namespace ofsearch
