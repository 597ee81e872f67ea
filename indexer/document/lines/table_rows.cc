#include "indexer/document/lines/table_rows.h"

#include "indexer/document/lines/list_marks.h"

#include <algorithm>
#include <cmath>

namespace ofsearch {
namespace {

constexpr size_t kLongestCell = 6;      // lines; a longer cell is a column of text
constexpr double kCellGap = 0.5;        // ems between two cells at least
constexpr double kOverlap = 0.3;        // of a line's height that makes it stand beside another
constexpr double kGutter = 1.5;         // ems; pieces of one line that are further apart are cells
constexpr double kMarkGap = 6;          // ems between a number and its text at most
constexpr double kIndent = 24;          // points that the second line of a cell may be set in
constexpr double kPitch = 1.5;          // heights from one line of a cell to the next at most
constexpr double kAligned = 0.35;       // heights by which aligned cells may differ
constexpr double kFootnoteSize = 0.92;  // of the body's size, at most

double height(const Line& line) {
  return line.y1 - line.y0;
}
double middle(const Line& line) {
  return (line.y0 + line.y1) / 2;
}

bool is_small_number(const Line& line, double body_size) {
  return line.font_size <= body_size * kFootnoteSize && line.text.size() <= 3 &&
         std::all_of(line.text.begin(), line.text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// A run of lines [begin, end) and the box around them.
struct Cell {
  size_t begin = 0, end = 0;
  Line box;  // its text is joined
};

class RowJoiner {
 public:
  RowJoiner(const std::vector<Line>& lines, double body_size)
      : lines_(lines), body_size_(body_size) {}

  std::vector<Line> run() {
    merge_pieces();
    std::vector<Line> out;
    for (size_t i = 0; i < pieces_.size();) {
      std::vector<Cell> row = row_at(i);
      if (row.empty()) {
        out.push_back(pieces_[i++]);
        continue;
      }
      out.insert(out.end(), pieces_.begin() + static_cast<long>(i),
                 pieces_.begin() + static_cast<long>(row.front().begin));
      out.push_back(line_of(row));
      i = row.back().end;
    }
    return out;
  }

 private:
  // Pieces of one printed line become one.
  void merge_pieces() {
    for (const Line& line : lines_) {
      if (!pieces_.empty() && is_same_line(pieces_.back(), line))
        extend(&pieces_.back(), line);
      else
        pieces_.push_back(line);
    }
  }

  bool is_same_line(const Line& left, const Line& right) const {
    double overlap = std::min(left.y1, right.y1) - std::max(left.y0, right.y0);
    if (overlap < 0.5 * std::min(height(left), height(right))) return false;
    double em = std::max(left.font_size, right.font_size);
    double gap = right.x0 - left.x1;
    if (gap < -1) return false;
    if (is_lone_mark(left.text) || is_small_number(left, body_size_)) return gap < em * kMarkGap;
    if (gap > em * kCellGap && is_column(right.x0)) return false;
    return gap < em * kGutter;
  }

  // Other lines begin there too: not by chance, as the words of a line set wide do.
  bool is_column(double x0) const {
    constexpr long kEnough = 3;  // `x0` itself is one
    return std::count_if(lines_.begin(), lines_.end(),
                         [&](const Line& line) { return std::abs(line.x0 - x0) < 1; }) >= kEnough;
  }

  // Puts `line` behind or under `box`.
  static void extend(Line* box, const Line& line) {
    extend(box, line, between_lines(box->text, line.text));
  }

  static void extend(Line* box, const Line& line, std::string_view separator) {
    bool longer = line.text.size() > box->text.size();
    if (longer) {
      box->font_size = line.font_size;
      box->bold = line.bold;
    }
    box->x0 = std::min(box->x0, line.x0);
    box->y0 = std::min(box->y0, line.y0);
    box->x1 = std::max(box->x1, line.x1);
    box->y1 = std::max(box->y1, line.y1);
    box->text += separator;
    box->text += line.text;
  }

  Cell cell_at(size_t begin) const {
    Cell cell{begin, begin + 1, pieces_[begin]};
    while (cell.end < pieces_.size() && goes_on(cell, pieces_[cell.end]))
      extend(&cell.box, pieces_[cell.end++]);
    return cell;
  }

  bool goes_on(const Cell& cell, const Line& line) const {
    const Line& first = pieces_[cell.begin];
    const Line& last = pieces_[cell.end - 1];
    double pitch = line.y0 - last.y0;
    return std::abs(line.font_size - last.font_size) < 0.6 && line.x0 > first.x0 - 4 &&
           line.x0 < first.x0 + kIndent && pitch > 0.5 * height(last) &&
           pitch < kPitch * height(last) && mark_of(line.text).length == 0;
  }

  // To the right of those lines of `left` that it stands beside.
  bool is_beside(const Cell& left, const Line& right) const {
    double edge = -1;
    for (size_t i = left.begin; i < left.end; ++i) {
      const Line& line = pieces_[i];
      double overlap = std::min(line.y1, right.y1) - std::max(line.y0, right.y0);
      if (overlap > kOverlap * height(right)) edge = std::max(edge, line.x1);
    }
    return edge >= 0 && right.x0 >= edge + right.font_size * kCellGap;
  }

  // The cells of the row whose first cell begins at `begin` or a little behind it; none if there
  // is no row.
  std::vector<Cell> row_at(size_t begin) const {
    Cell first = cell_at(begin);
    if (first.end == pieces_.size() || is_lone_mark(first.box.text)) return {};
    if (!is_beside(first, pieces_[first.end])) return {};
    std::vector<Cell> row{first};
    while (row.back().end < pieces_.size() && is_beside(row.back(), pieces_[row.back().end]))
      row.push_back(cell_at(row.back().end));
    row.front() = aligned(row.front(), row[1]);
    bool columns = std::any_of(row.begin(), row.end(), [](const Cell& cell) {
      return cell.end - cell.begin > kLongestCell;
    });
    if (columns) return {};
    return row;
  }

  // The first cell without the lines of text above it: those are its own from which its top, its
  // middle or its foot meets that of its neighbour.
  Cell aligned(const Cell& cell, const Cell& neighbour) const {
    double tolerance = kAligned * height(pieces_[cell.begin]);
    size_t begin = cell.begin;
    for (; begin + 1 < cell.end; ++begin) {
      Cell part = slice(begin, cell.end);
      if (std::abs(part.box.y0 - neighbour.box.y0) < tolerance ||
          std::abs(middle(part.box) - middle(neighbour.box)) < tolerance)
        return part;
    }
    while (begin > cell.begin && is_one_label(pieces_[begin - 1], pieces_[begin])) --begin;
    return slice(begin, cell.end);
  }

  static bool is_one_label(const Line& upper, const Line& lower) {
    return upper.block == lower.block &&
           std::string_view(".:;!?").find(upper.text.back()) == std::string_view::npos;
  }

  Cell slice(size_t begin, size_t end) const {
    Cell cell{begin, begin + 1, pieces_[begin]};
    for (; cell.end < end; ++cell.end) extend(&cell.box, pieces_[cell.end]);
    return cell;
  }

  static Line line_of(const std::vector<Cell>& row) {
    Line line = row.front().box;
    bool bold = line.bold;
    double size = line.font_size;
    for (size_t i = 1; i < row.size(); ++i) extend(&line, row[i].box, "\t");
    line.bold = bold;
    line.font_size = size;
    return line;
  }

  const std::vector<Line>& lines_;
  double body_size_;
  std::vector<Line> pieces_;
};

}  // namespace

std::vector<Line> join_rows(const std::vector<Line>& lines, double body_size) {
  return RowJoiner(lines, body_size).run();
}

}  // namespace ofsearch
