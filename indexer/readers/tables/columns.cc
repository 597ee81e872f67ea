#include "indexer/readers/tables/columns.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <vector>

namespace ofsearch {
namespace {

constexpr size_t kNearest = 15, kFarthest = 120;  // code points; where the right column may begin
constexpr size_t kGutter = 2;                     // spaces at least, before it

// A line and where each of its code points begins, as far as a column may.
struct PrintedLine {
  explicit PrintedLine(std::string_view line) : text(line) {
    for (size_t at = 0; at < text.size() && offsets.size() <= kFarthest;) {
      offsets.push_back(at);
      next_code_point(text, &at);
    }
  }

  size_t width() const { return offsets.size(); }
  bool is_blank(size_t column) const {
    return column >= width() || text[offsets[column]] == ' ' || text[offsets[column]] == '\t';
  }
  std::string_view left(size_t column) const {
    return trimmed(column >= width() ? text : text.substr(0, offsets[column]));
  }
  std::string_view right(size_t column) const {
    return column >= width() ? std::string_view() : trimmed(text.substr(offsets[column]));
  }
  bool crosses(size_t column) const {
    if (column >= width()) return false;
    for (size_t i = column - kGutter; i < column; ++i)
      if (!is_blank(i)) return true;
    return false;
  }
  bool begins_at(size_t column) const {
    return column < width() && !is_blank(column) && !crosses(column);
  }

  std::string_view text;
  std::vector<size_t> offsets;
};

bool begins_lower(std::string_view text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text[0])) != 0;
}

// The lines of a page to both sides of a column.
struct Sides {
  Sides(const std::vector<PrintedLine>& lines, size_t column) {
    constexpr size_t kFilled = 18;  // code points of a side
    for (const PrintedLine& line : lines) {
      std::string_view left = line.left(column), right = line.right(column);
      if (left.empty() && right.empty()) continue;
      ++all;
      begin += line.begins_at(column);
      across += line.crosses(column);
      if (line.crosses(column) || left.empty() || right.empty()) continue;
      ++both;
      lower_left += begins_lower(left);
      lower_right += begins_lower(right);
      filled += length(left) >= kFilled && length(right) >= kFilled;
    }
  }

  // Tells whether the gap between them is hardly ever crossed.
  bool are_apart() const { return across * 5 <= all; }
  // Do both hold sentences that go on from line to line?
  bool are_sentences() const {
    constexpr size_t kEnough = 10;  // lines
    return both >= kEnough && both * 2 >= all && lower_left * 4 >= both &&
           lower_right * 4 >= both && filled * 2 >= both;
  }
  // Tells whether there are enough lines for the column that another page has.
  bool may_be_columns() const {
    constexpr size_t kEnough = 4;  // lines
    return begin >= kEnough;
  }

  size_t all = 0, both = 0, begin = 0, across = 0, lower_left = 0, lower_right = 0, filled = 0;
};

// The column at which most lines begin anew behind a gap that few lines cross.
std::optional<size_t> right_column(const std::vector<PrintedLine>& lines) {
  long best = 0;
  std::optional<size_t> column;
  for (size_t c = kNearest; c <= kFarthest; ++c) {
    long count = 0;
    for (const PrintedLine& line : lines) count += line.begins_at(c) ? 1 : line.crosses(c) ? -1 : 0;
    if (count > best) best = count, column = c;
  }
  if (!column) return std::nullopt;
  Sides sides(lines, *column);
  return sides.are_apart() && sides.are_sentences() ? column : std::nullopt;
}

// The two columns between lines that cross them.
class Columns {
 public:
  void add(std::string_view left, std::string_view right) {
    left_.push_back(left);
    right_.push_back(right);
  }

  void print(std::string* out) {
    if (!left_.empty() && left_.front().empty() && right_.front().empty()) out->push_back('\n');
    trim(&left_);
    trim(&right_);
    for (std::string_view line : left_) out->append(line).push_back('\n');
    bool goes_on = !left_.empty() && !right_.empty() && begins_lower(right_.front()) &&
                   std::string_view(".:;!?").find(left_.back().back()) == std::string_view::npos;
    if (!left_.empty() && !goes_on) out->push_back('\n');
    for (std::string_view line : right_) out->append(line).push_back('\n');
    if (!right_.empty()) out->push_back('\n');
    left_.clear();
    right_.clear();
  }

 private:
  static void trim(std::vector<std::string_view>* lines) {
    while (!lines->empty() && lines->back().empty()) lines->pop_back();
    auto text = std::find_if(lines->begin(), lines->end(),
                             [](std::string_view line) { return !line.empty(); });
    lines->erase(lines->begin(), text);
  }

  std::vector<std::string_view> left_, right_;
};

std::string page_in_one_column(const std::vector<PrintedLine>& lines, size_t column) {
  std::string out;
  Columns columns;
  for (const PrintedLine& line : lines) {
    if (!line.crosses(column)) {
      columns.add(line.left(column), line.right(column));
      continue;
    }
    columns.print(&out);
    out.append(line.text).push_back('\n');
  }
  columns.print(&out);
  return out;
}

struct PrintedPage {
  std::string_view text;
  std::vector<PrintedLine> lines;
  std::optional<size_t> column;
};

// A page of lists or headings has the column of the pages of sentences.
void share_column(std::vector<PrintedPage>* pages) {
  std::map<size_t, size_t> counts;
  for (const PrintedPage& page : *pages)
    if (page.column) ++counts[*page.column];
  auto most = std::max_element(counts.begin(), counts.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end()) return;
  for (PrintedPage& page : *pages) {
    if (page.column) continue;
    Sides sides(page.lines, most->first);
    if (sides.are_apart() && sides.may_be_columns()) page.column = most->first;
  }
}

}  // namespace

std::string in_one_column(std::string_view text) {
  std::vector<PrintedPage> pages;
  for (std::string_view page : split(text, '\f')) {
    pages.push_back({page, {}, std::nullopt});
    for (std::string_view line : split(page, '\n')) pages.back().lines.emplace_back(line);
    pages.back().column = right_column(pages.back().lines);
  }
  share_column(&pages);
  std::string out;
  for (const PrintedPage& page : pages) {
    if (&page != &pages.front()) out.push_back('\f');
    if (page.column)
      out += page_in_one_column(page.lines, *page.column);
    else
      out += page.text;
  }
  return out;
}

}  // namespace ofsearch
