#include "indexer/readers/tables/blank_tables.h"

#include "common/text/characters.h"
#include "common/text/lines.h"
#include "common/text/text.h"
#include "indexer/readers/tables/blank_parts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

constexpr double kNear = 3;  // letters from where a column begins

bool is_of_grades(const BlankPart& part) {
  const std::string words = bare_words(part.text);
  return std::ranges::any_of(split_words(words), [](std::string_view word) {
    return word == "judgement" || word == "judgements" || word == "grade" || word == "grades";
  });
}

// Returns where the columns below a head begin, in letters; none if it is no head of three. The
// column of what is judged may have no name: then the others are set in.
std::vector<double> columns_below(const std::vector<BlankPart>& parts) {
  constexpr size_t kFewest = 3, kLongestName = 60;
  constexpr double kSetIn = 15;
  const long of_grades = std::count_if(parts.begin(), parts.end(), is_of_grades);
  const bool short_names = std::ranges::all_of(
      parts, [](const BlankPart& part) { return part.text.size() <= kLongestName; });
  if (of_grades == 0 || !short_names) return {};
  std::vector<double> columns;
  const bool nameless = parts.front().begin >= kSetIn && of_grades > 1;
  if (nameless) columns.push_back(0);
  for (const BlankPart& part : parts) columns.push_back(part.begin);
  return columns.size() < kFewest ? std::vector<double>() : columns;
}

// The cells of a line by column; nothing if one of them stands in none.
std::optional<std::vector<std::string>> cells_of_row(const std::vector<BlankPart>& parts,
                                                     const std::vector<double>& columns) {
  std::vector<std::string> cells(columns.size());
  for (const BlankPart& part : parts) {
    size_t at = columns.size();
    for (size_t i = 0; i < columns.size(); ++i)
      if (std::abs(part.begin - columns[i]) <= kNear) at = i;
    // It may be as wide as it likes, but not reach below the next column's name.
    const bool too_wide = at + 1 < columns.size() && part.end > columns[at + 1];
    if (at == columns.size() || too_wide || !cells[at].empty()) return std::nullopt;
    cells[at] = part.text;
  }
  return cells;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells)
    if (!cell.empty()) out.append(out.empty() ? "" : "\t").append(cell);
  return out;
}

// One table, line by line.
class Table {
 public:
  explicit Table(std::vector<double> columns) : columns_(std::move(columns)) {}

  // Takes the next line; false if the table has ended above it.
  bool take(const std::vector<BlankPart>& parts) {
    std::optional<std::vector<std::string>> cells = cells_of_row(parts, columns_);
    if (!cells) return false;
    const bool label = !cells->front().empty();
    const bool alone = label && parts.size() == 1;
    const bool goes_on = !rows_.empty() && (!label || begins_lower(cells->front()));
    // A line that begins anew and has nothing beside it is below the table.
    if (!goes_on && (alone || !label)) return false;
    if (!goes_on) {
      rows_.push_back(std::move(*cells));
      return true;
    }
    for (size_t i = 0; i < columns_.size(); ++i) {
      if ((*cells)[i].empty()) continue;
      std::string& cell = rows_.back()[i];
      cell.append(cell.empty() ? "" : " ").append((*cells)[i]);
    }
    return true;
  }

  const std::vector<std::vector<std::string>>& rows() const { return rows_; }

 private:
  std::vector<double> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace

std::string with_rows_by_blanks(std::string_view text) {
  constexpr size_t kFewestRows = 2;
  const std::vector<std::string_view> lines = split(text, '\n');
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::vector<BlankPart> head = blank_parts(lines[i]);
    const std::vector<double> columns =
        head.size() < 2 ? std::vector<double>() : columns_below(head);
    Table table(columns);
    size_t end = i + 1;
    for (size_t at = end; !columns.empty() && at < lines.size(); ++at) {
      const std::vector<BlankPart> parts = blank_parts(lines[at]);
      if (!parts.empty() && !table.take(parts)) break;
      if (!parts.empty()) end = at + 1;
    }
    if (table.rows().size() < kFewestRows) {
      out.append(lines[i]).push_back('\n');
      continue;
    }
    std::vector<std::string> names(head.size());
    std::ranges::transform(head, names.begin(),
                           [](const BlankPart& part) { return std::string(part.text); });
    out.append(joined(names)).push_back('\n');
    for (const std::vector<std::string>& row : table.rows())
      out.append(joined(row)).push_back('\n');
    i = end - 1;
  }
  out.pop_back();
  return out;
}

}  // namespace ofsearch
