#include "searcher/results/table.h"

#include "common/text/characters.h"
#include "searcher/results/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ofsearch {

std::string percent(double share) {
  constexpr double kLeast = 1e-9;  // 57 of 200 as a double is a little less than 28.5 %
  return fmt::format("{:.0f} %", std::floor(share * 100 + 0.5 + kLeast));
}

bool is_grouped(const Table& table) {
  return std::ranges::any_of(table.rows, [](const TableRow& row) { return !row.group.empty(); });
}

namespace {

bool has_sign(const TableRow& row, const TableSign& sign) {
  return std::ranges::any_of(row.cells, [&](const TableCell& cell) {
    return cell.short_text == sign.sign || contains(", " + cell.mark + ",", ", " + sign.sign + ",");
  });
}

// Its signs and its notes, without what is said of shards.
std::vector<std::string> own_notes(const Table& table, bool for_people) {
  std::vector<std::string> notes;
  for (const TableSign& sign : table.signs)
    if (const std::string& word = for_people ? sign.sign : sign.data; !word.empty())
      notes.push_back(sign.note.starts_with(word) ? sign.note
                                                  : fmt::format("{}: {}", word, sign.note));
  notes.insert(notes.end(), table.notes.begin(), table.notes.end());
  return notes;
}

}  // namespace

Table rows_of(const Table& table, size_t offset, size_t most) {
  Table part = table;
  offset = std::min(offset, part.rows.size());
  most = std::min(most, part.rows.size() - offset);
  const auto begin = part.rows.begin() + static_cast<std::ptrdiff_t>(offset);
  part.rows = {begin, begin + static_cast<std::ptrdiff_t>(most)};
  std::erase_if(part.signs, [&](const TableSign& sign) {
    return std::ranges::none_of(part.rows,
                                [&](const TableRow& row) { return has_sign(row, sign); });
  });
  return part;
}

void hide_empty_columns(Table* table) {
  if (table->rows.empty()) return;
  for (size_t i = 0; i < table->columns.size(); ++i)
    if (std::ranges::all_of(table->rows,
                            [&](const TableRow& row) { return row.cells[i].text.empty(); }))
      table->columns[i].use = TableColumn::Use::kData;
}

std::vector<std::string> all_notes(const Table& table, bool for_people) {
  std::vector<std::string> notes;
  for (const std::string& shard : table.missing_shards) notes.push_back(partial_in_words(shard));
  for (std::string& note : own_notes(table, for_people)) notes.push_back(std::move(note));
  return notes;
}

std::vector<std::string> notes_of_data(const Table& table) {
  return own_notes(table, false);
}

std::string shown(const TableCell& cell, const TableColumn& column, bool for_people) {
  if (for_people && !cell.short_text.empty()) return cell.short_text;
  if (!cell.has_number) return cell.text;
  if (column.kind == TableColumn::Kind::kNumber) return fmt::format("{:.0f}", cell.number);
  return for_people ? percent(cell.number) : fmt::format("{:.4f}", cell.number);
}

}  // namespace ofsearch
