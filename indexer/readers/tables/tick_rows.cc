#include "indexer/readers/tables/tick_rows.h"

#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace ofsearch {
namespace {

// One is the tick of the font Wingdings.
constexpr std::array<std::string_view, 10> kTicks = {"✓", "✔", "√",      "☑",   "☒",
                                                     "x", "X", "\uF0FC", "[x]", "[X]"};
constexpr std::array<std::string_view, 3> kDots = {"●", "•", "*"};  // in a cell they tick too
constexpr std::array<std::string_view, 3> kTickedBoxes = {"☒", "☑", "☑️"};
constexpr std::string_view kEmptyBox = "☐";

bool is_unticked(std::string_view cell) {
  return cell.empty() || cell == kEmptyBox || cell == "-" || cell == "–" || cell == "[ ]" ||
         cell == "[]";
}

struct Box {
  size_t begin = 0, end = 0;
  bool ticked = false;
};

std::optional<Box> next_box(std::string_view text, size_t from) {
  Box box{text.find(kEmptyBox, from), 0, false};
  box.end = box.begin + kEmptyBox.size();
  for (std::string_view sign : kTickedBoxes)
    if (size_t at = text.find(sign, from); at < box.begin) box = {at, at + sign.size(), true};
  if (box.begin == std::string_view::npos) return std::nullopt;
  return box;
}

// Returns what stands beside the one ticked box of a cell with several; nothing if it has no such
// boxes.
std::optional<std::string> ticked_choice(std::string_view cell) {
  std::vector<Box> boxes;
  for (size_t at = 0;;) {
    auto box = next_box(cell, at);
    if (!box) break;
    boxes.push_back(*box);
    at = box->end;
  }
  auto ticked =
      std::count_if(boxes.begin(), boxes.end(), [](const Box& box) { return box.ticked; });
  if (boxes.size() < 2 || ticked != 1) return std::nullopt;
  const bool before = boxes[0].begin == 0;  // else each box stands behind its words
  for (size_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i].ticked) continue;
    size_t begin = before ? boxes[i].end : i == 0 ? 0 : boxes[i - 1].end;
    size_t end = !before ? boxes[i].begin : i + 1 < boxes.size() ? boxes[i + 1].begin : cell.size();
    return std::string(trimmed(cell.substr(begin, end - begin)));
  }
  return std::nullopt;
}

}  // namespace

bool is_printed_grade(std::string_view text) {
  const std::string words = bare_words(text);
  return std::ranges::any_of(printed_grades(),
                             [&](const PrintedGrade& row) { return words == row.words; });
}

bool is_tick(std::string_view text) {
  return std::find(kTicks.begin(), kTicks.end(), text) != kTicks.end();
}

// The head's own grades are none of a judgement: they become one cell.
void TickRows::take_head(std::vector<std::string>* cells) {
  constexpr long kFewest = 3;
  if (std::count_if(cells->begin(), cells->end(),
                    [](const std::string& cell) { return is_printed_grade(cell); }) < kFewest)
    return;
  grades_ = *cells;
  for (std::string& grade : grades_)
    if (!is_printed_grade(grade)) grade.clear();
  std::string head;
  for (const std::string& cell : *cells)
    if (!cell.empty()) head += (head.empty() ? "" : " / ") + cell;
  *cells = {head};
}

void TickRows::take_ticks(std::vector<std::string>* cells) const {
  if (cells->size() != grades_.size()) return;
  std::string grade;
  for (size_t i = 0; i < cells->size(); ++i) {
    if (grades_[i].empty() || is_unticked((*cells)[i])) continue;
    const std::string& cell = (*cells)[i];
    if ((!is_tick(cell) && !std::ranges::count(kDots, cell)) || !grade.empty()) return;
    grade = grades_[i];
  }
  if (grade.empty()) return;
  for (size_t i = 0; i < cells->size(); ++i)
    if (!grades_[i].empty()) (*cells)[i].clear();
  cells->push_back(std::move(grade));
}

std::string TickRows::text_of(std::vector<std::string> cells) {
  for (std::string& cell : cells)
    if (auto choice = ticked_choice(cell)) cell = std::move(*choice);
  take_ticks(&cells);
  take_head(&cells);
  std::string text;
  for (const std::string& cell : cells)
    if (!cell.empty()) text += (text.empty() ? "" : "\t") + cell;
  return text;
}

}  // namespace ofsearch
