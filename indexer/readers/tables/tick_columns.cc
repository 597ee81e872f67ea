#include "indexer/readers/tables/tick_columns.h"

#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/readers/tables/blank_parts.h"
#include "indexer/readers/tables/tick_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

constexpr size_t kFewestGrades = 3;  // that make a head

// A grade in a head, and where it stands.
struct Column {
  std::string grade;
  double begin = 0, end = 0;

  double middle() const { return (begin + end) / 2; }
};

using Columns = std::vector<Column>;

// The grade that something in the middle `at` stands below: within its column, or far nearer to it
// than to the next.
std::optional<std::string> grade_above(const Columns& columns, double at) {
  constexpr double kShare = 0.4;  // of the distance between two columns, at most
  if (columns.empty()) return std::nullopt;
  for (const Column& column : columns)
    if (at >= column.begin && at <= column.end) return column.grade;
  const auto far = [at](const Column& column) { return std::abs(column.middle() - at); };
  const auto nearest =
      std::min_element(columns.begin(), columns.end(),
                       [&](const Column& a, const Column& b) { return far(a) < far(b); });
  double room = INFINITY;
  for (const Column& column : columns)
    if (&column != &*nearest) room = std::min(room, std::abs(column.middle() - nearest->middle()));
  if (far(*nearest) > room * kShare) return std::nullopt;
  return nearest->grade;
}

// ---- Text ----------------------------------------------------------------------------------

// "Requires" above "improvement" is one grade too.
std::string grade_of(std::string_view text) {
  const std::string words = bare_words(text);
  if (words == "requires") return "Requires improvement";
  return is_printed_grade(text) ? std::string(text) : "";
}

Columns columns_of(const std::vector<BlankPart>& parts) {
  Columns columns;
  for (const BlankPart& part : parts)
    if (std::string grade = grade_of(part.text); !grade.empty())
      columns.push_back({std::move(grade), part.begin, part.end});
  return columns.size() < kFewestGrades ? Columns() : columns;
}

// Tells whether a line only goes on with the heads of columns.
bool is_rest_of_head(const std::vector<BlankPart>& parts) {
  return !parts.empty() && std::ranges::all_of(parts, [](const BlankPart& part) {
    const std::string words = bare_words(part.text);
    return words == "improvement" || words == "to be good" || words == "improvement to be good";
  });
}

// The line with the grade in the tick's place; nothing unless it has one tick, below a grade.
std::optional<std::string> ticked_line(std::string_view line, const std::vector<BlankPart>& parts,
                                       const Columns& columns) {
  const BlankPart* tick = nullptr;
  for (const BlankPart& part : parts) {
    if (!is_tick(part.text)) continue;
    if (tick != nullptr) return std::nullopt;
    tick = &part;
  }
  if (tick == nullptr || tick == parts.data()) return std::nullopt;
  const std::optional<std::string> grade = grade_above(columns, (tick->begin + tick->end) / 2);
  if (!grade) return std::nullopt;
  const size_t at = static_cast<size_t>(tick->text.data() - line.data());
  return std::string(line.substr(0, at)) + *grade;
}

// The names of the columns as one part of the line, which is no row with a grade.
std::string joined_head(const std::vector<BlankPart>& parts) {
  std::string out;
  for (const BlankPart& part : parts) out.append(out.empty() ? "" : " / ").append(part.text);
  return out;
}

}  // namespace

std::string with_ticked_columns(std::string_view text) {
  constexpr size_t kLongestTable = 40;  // lines
  std::vector<std::string> lines;
  std::vector<BlankPart> head_parts;
  Columns columns;
  size_t head = 0;
  for (std::string_view line : split(text, '\n')) {
    lines.emplace_back(line);
    const std::vector<BlankPart> parts = blank_parts(line);
    if (Columns found = columns_of(parts); !found.empty()) {
      columns = std::move(found);
      head = lines.size() - 1;
      head_parts = parts;
    } else if (!columns.empty() && lines.size() - head <= kLongestTable) {
      const std::optional<std::string> ticked = ticked_line(line, parts, columns);
      if (!ticked) continue;
      lines.back() = *ticked;
      lines[head] = joined_head(head_parts);
      if (is_rest_of_head(blank_parts(lines[head + 1]))) lines[head + 1].clear();
    }
  }
  std::string out;
  for (const std::string& line : lines) out.append(line).push_back('\n');
  out.pop_back();
  return out;
}

// ---- Boxes ---------------------------------------------------------------------------------

namespace {

bool side_by_side(const Line& a, const Line& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > (a.y1 - a.y0) / 2;
}

// The lines that make a head with `line`, by their numbers; none unless there are enough.
std::vector<size_t> head_with(const Line& line, const std::vector<Line>& lines) {
  std::vector<size_t> head;
  for (size_t i = 0; i < lines.size(); ++i)
    if (side_by_side(line, lines[i]) && !grade_of(lines[i].text).empty()) head.push_back(i);
  return head.size() < kFewestGrades ? std::vector<size_t>() : head;
}

// The names of columns are no grades of a row: they become one line, and the others empty.
void join_head(const std::vector<size_t>& parts, std::vector<Line>* lines) {
  Line& first = (*lines)[parts.front()];
  for (size_t part : parts)
    if (Line& line = (*lines)[part]; &line != &first)
      first.text.append(" / ").append(std::exchange(line.text, {}));
}

// Tells whether a text may be what is left of a tick whose font has no table of its letters: the
// letter at its place in Wingdings, Wingdings 2 or Webdings, or what stands for an unknown one.
bool may_be_tick(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kLeft = {"\uFFFD", "ü", "þ",     "P",
                                                            "R",      "a", "\uF050"};
  return std::ranges::count(kLeft, text) > 0;
}

// A tick, or what is left of the only one in its row.
bool ticks_in(const std::vector<Line>& lines, const Line& line) {
  if (is_tick(line.text)) return true;
  return may_be_tick(line.text) && std::ranges::none_of(lines, [&](const Line& other) {
           return &other != &line && side_by_side(line, other) &&
                  (may_be_tick(other.text) || is_tick(other.text));
         });
}

}  // namespace

void read_ticked_columns(Page* page) {
  std::vector<Line>& lines = page->lines;
  if (std::ranges::none_of(
          lines, [](const Line& line) { return is_tick(line.text) || may_be_tick(line.text); }))
    return;
  std::vector<size_t> head;
  std::vector<std::vector<size_t>> ticked_heads;
  Columns columns;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (ticks_in(lines, lines[i])) {
      const std::optional<std::string> grade =
          grade_above(columns, (lines[i].x0 + lines[i].x1) / 2);
      if (!grade) continue;
      lines[i].text = *grade;
      if (ticked_heads.empty() || ticked_heads.back() != head) ticked_heads.push_back(head);
    } else if (std::vector<size_t> found; !grade_of(lines[i].text).empty() &&
                                          !std::ranges::count(head, i) &&
                                          !(found = head_with(lines[i], lines)).empty()) {
      head = std::move(found);
      columns.clear();
      for (size_t part : head)
        columns.push_back({grade_of(lines[part].text), lines[part].x0, lines[part].x1});
    }
  }
  for (const std::vector<size_t>& parts : ticked_heads) join_head(parts, &lines);
  std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
}

}  // namespace ofsearch
