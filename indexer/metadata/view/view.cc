#include "indexer/metadata/view/view.h"

#include "common/report/earlier_grades.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr int kOpeningPages = 2;
constexpr size_t kOpeningLines = 160;  // where there are no pages
constexpr size_t kOpeningParagraphs = 60;
constexpr size_t kLongestExcerpt = 300;  // bytes

bool belongs_to_opening(int page) {
  return page <= kOpeningPages;
}

// A later page that has a title page's two marks: an inspection's name in a heading, and a line
// that begins with "Inspection date".
int find_second_report(const CleanDocument& document) {
  for (const Page& page : document.pages) {
    if (page.number <= kOpeningPages + 1) continue;
    bool title = false, dates = false;
    size_t first_lines = std::min<size_t>(page.lines.size(), 14);
    for (size_t i = 0; i < first_lines; ++i) {
      const std::string& text = page.lines[i].text;
      if (text.size() > 120) continue;
      std::string words = bare_words(text);
      dates =
          dates ||
          ((words.starts_with("inspection date") || words.starts_with("dates of inspection")) &&
           std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }));
      title = title || words.starts_with("inspection of") ||
              words.starts_with("focused visit to") || words.starts_with("monitoring visit") ||
              words.starts_with("area send inspection");
    }
    if (title && dates) return page.number;
  }
  return 0;
}

}  // namespace

View::View(const CleanDocument& source, const std::vector<Section>& found)
    : document(source), sections(found) {
  size_t lines = 0;
  int row = 0;
  for (const Page& page : document.pages) {
    if (!belongs_to_opening(page.number)) break;
    for (const Line& line : page.lines) {
      if (page.number == 0 && ++lines > kOpeningLines) break;
      ++row;
      for (Cell& cell : cells_of(line, page.number, row)) opening.push_back(std::move(cell));
    }
  }
  if (document.has_layout) sort_by_place(&opening);
  for (const Paragraph& paragraph : document.paragraphs) {
    if (!belongs_to_opening(paragraph.page) || opening_paragraphs.size() == kOpeningParagraphs)
      break;
    opening_paragraphs.push_back(&paragraph);
  }
  second_report_page = find_second_report(document);
}

bool View::is_ocr(int page) const {
  return std::any_of(document.pages.begin(), document.pages.end(),
                     [page](const Page& each) { return each.ocr && each.number == page; });
}

void sort_by_place(std::vector<Cell>* cells) {
  constexpr double kSameRow = 3.5;  // points
  std::stable_sort(cells->begin(), cells->end(), [](const Cell& a, const Cell& b) {
    return a.page != b.page ? a.page < b.page : a.y0 < b.y0;
  });
  for (auto begin = cells->begin(); begin != cells->end();) {
    auto end = std::find_if(begin, cells->end(), [&](const Cell& cell) {
      return cell.page != begin->page || cell.y0 - begin->y0 >= kSameRow;
    });
    std::stable_sort(begin, end, [](const Cell& a, const Cell& b) { return a.x0 < b.x0; });
    begin = end;
  }
}

std::vector<Cell> cells_of(const Line& line, int page, int row) {
  std::vector<Cell> cells;
  int column = 0;
  std::string_view text = line.text;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min({text.find('\t', begin), text.find('|', begin), text.size()});
    Cell cell;
    cell.text = without_markup(text.substr(begin, end - begin));
    begin = end + 1;
    cell.words = bare_words(without_earlier_grades(cell.text));
    cell.column = column++;
    cell.row = row;
    if (cell.words.empty()) continue;
    cell.page = page;
    cell.x0 = line.x0, cell.y0 = line.y0, cell.x1 = line.x1, cell.y1 = line.y1;
    cell.font_size = line.font_size;
    cell.bold = line.bold;
    cells.push_back(std::move(cell));
  }
  return cells;
}

const Cell* cell_above(const std::vector<Cell>& cells, size_t at, bool has_layout) {
  constexpr double kSameColumn = 20, kNextRow = 30;  // points
  const Cell& cell = cells[at];
  for (size_t i = at; i-- > 0;) {
    const Cell& above = cells[i];
    if (above.page != cell.page) return nullptr;
    if (!has_layout) {
      if (above.row == cell.row - 1 && above.column == cell.column) return &above;
      if (above.row < cell.row - 1) return nullptr;
    } else {
      bool same_column = above.x0 - cell.x0 < kSameColumn && cell.x0 - above.x0 < kSameColumn;
      if (same_column && above.y0 < cell.y0)
        return cell.y0 - above.y0 < kNextRow ? &above : nullptr;
    }
  }
  return nullptr;
}

std::string without_markup(std::string_view text) {
  constexpr std::string_view kMarks = "#*_ \t";
  size_t begin = text.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return {};
  size_t end = text.find_last_not_of("*_ \t");
  std::string out(text.substr(begin, end - begin + 1));
  for (size_t at = out.find("**"); at != std::string::npos; at = out.find("**", at))
    out.erase(at, 2);
  return out;
}

bool has_three_cells(const Paragraph& paragraph) {
  return std::count(paragraph.text.begin(), paragraph.text.end(), '\t') > 1;
}

bool begins_with_any_of(std::string_view words, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return words.starts_with(start) && (words.size() == start.size() || words[start.size()] == ' ');
  });
}

bool breaks_off(std::string_view words) {
  static constexpr std::array<std::string_view, 16> kUnfinished = {
      "in", "of",  "the", "that", "is",   "are",  "be",      "and",
      "to", "for", "at",  "by",   "with", "upon", "require", "requires"};
  std::string_view last = words.substr(words.rfind(' ') + 1);
  return std::find(kUnfinished.begin(), kUnfinished.end(), last) != kUnfinished.end();
}

std::string excerpt(std::string_view text) {
  if (text.size() <= kLongestExcerpt) return std::string(text);
  size_t end = text.rfind(' ', kLongestExcerpt);
  if (end == std::string_view::npos) end = cut_at_character(text, kLongestExcerpt);
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace ofsearch
