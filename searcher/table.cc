#include "searcher/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ofsearch {

bool is_grouped(const Table& table) {
  return std::ranges::any_of(table.rows, [](const TableRow& row) { return !row.group.empty(); });
}

std::string shown(const TableCell& cell, const TableColumn& column, bool for_people) {
  if (for_people && !cell.short_text.empty()) return cell.short_text;
  if (!cell.has_number) return cell.text;
  if (column.kind == TableColumn::Kind::kNumber) return fmt::format("{:.0f}", cell.number);
  return for_people ? fmt::format("{:.0f} %", std::round(cell.number * 100))
                    : fmt::format("{:.4f}", cell.number);
}

}  // namespace ofsearch
