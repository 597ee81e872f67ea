#include "indexer/metadata/grades/tables/table_cells.h"

#include "common/report/font_size.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ofsearch {
namespace {

constexpr int kFirstPages = 3;            // on which a title page's table may stand
constexpr double kPageOffset = 100000;    // puts one page below the other
constexpr double kSmallerThanText = 1.2;  // points: a footnote's letters are smaller by that
constexpr size_t kLongestStray = 60;      // bytes; a longer line inside a table ends it

// Tells whether without_numbers() may take these words from the front.
bool may_be_number(std::string_view words) {
  return (words[0] >= '0' && words[0] <= '9') || words.starts_with("grade ");
}

bool starts_or_is_inside_label(std::string_view words) {
  std::vector<std::string_view> split = split_words(without_numbers(words));
  return !split.empty() && !match_labels(split, 0).empty();
}

bool contains_ignoring_case(const std::string& text, std::string_view lower) {
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
         }) != text.end();
}

// Summary tables stand at the end of reports up to 2013.
bool has_summary_table(const Page& page) {
  return std::any_of(page.lines.begin(), page.lines.end(), [](const Line& line) {
    return line.text.size() < 80 && contains_ignoring_case(line.text, "record of main findings");
  });
}

// Tells whether words are the heading under which single-inspection reports list the judgements of
// the inspection before.
bool begins_earlier_judgements(std::string_view words) {
  return without_numbers(words) == "previous ofsted inspections";
}

}  // namespace

double top_of(const Cell& cell) {
  return cell.page * kPageOffset + cell.y0;
}

double bottom_of(const Cell& cell) {
  return cell.page * kPageOffset + cell.y1;
}

size_t grade_piece_at_end(std::string_view words, std::string* open) {
  constexpr size_t kLongestGrade = 40;  // bytes; no grade begins further from the end
  std::string_view core = without_numbers(words);
  size_t end = core.empty() ? 0 : static_cast<size_t>(core.data() + core.size() - words.data());
  for (const std::string& start : {*open, std::string()}) {
    if (!start.empty() && !grade_may_go_on(start)) continue;
    for (size_t at = 0; at < words.size();) {
      if (at + kLongestGrade < end && !may_be_number(words.substr(at))) {
        at = std::min(words.find(' ', at), words.size() - 1) + 1;
        continue;
      }
      std::string whole = start.empty() ? std::string(words.substr(at))
                                        : start + ' ' + std::string(words.substr(at));
      if (grade_from_words(whole) || grade_may_go_on(whole)) {
        *open = whole;
        return at;
      }
      size_t space = words.find(' ', at);
      at = space == std::string_view::npos ? words.size() : space + 1;
    }
  }
  return words.size();
}

bool breaks_off_before(const Cell& before, const Cell& cell, bool has_layout) {
  static constexpr std::array<std::string_view, 11> kUnfinished = {
      "is", "are", "was", "were", "be", "to", "require", "requires", "judged", "as", "not"};
  bool elsewhere = top_of(cell) - bottom_of(before) > kGradeLineGap ||
                   std::abs(cell.x0 - before.x0) > kSameColumn;
  if (has_layout && elsewhere) return false;
  size_t space = before.words.rfind(' ');
  std::string_view last = std::string_view(before.words).substr(space + 1);
  return std::find(kUnfinished.begin(), kUnfinished.end(), last) != kUnfinished.end();
}

bool may_belong(const Cell& cell) {
  if (cell.text.size() <= kLongestStray) return true;
  if (is_grade_piece(cell.words) || starts_or_is_inside_label(cell.words)) return true;
  std::string_view words = without_numbers(cell.words);
  std::string open;
  size_t at = grade_piece_at_end(words, &open);
  if (at == 0 || at == words.size()) return false;
  std::vector<std::string_view> before = split_words(words.substr(0, at));
  return begins_label(before) || ends_label(before);
}

std::vector<Cell> cells_for_tables(const View& view) {
  std::vector<Cell> cells;
  int after_summary = 0;
  const double usual = view.document.has_layout ? usual_font_size(view.document.pages) : 0;
  for (const Page& page : view.document.pages) {
    if (!view.in_first_report(page.number)) break;
    if (has_summary_table(page)) after_summary = 2;
    bool wanted = page.number <= kFirstPages || after_summary-- > 0;
    if (!wanted) continue;
    std::vector<Cell> found;
    for (const Line& line : page.lines) {
      std::vector<Cell> cells_of_line = cells_of(line, page.number);
      // In a text without pages the whole is looked at, but no further than there.
      if (page.number == 0 && !cells_of_line.empty() &&
          begins_earlier_judgements(cells_of_line.front().words))
        break;
      for (Cell& cell : cells_of_line) found.push_back(std::move(cell));
    }
    if (view.document.has_layout) {
      std::erase_if(found, [&](const Cell& c) { return c.font_size < usual - kSmallerThanText; });
      sort_by_place(&found);
    }
    for (Cell& cell : found) cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace ofsearch
