#include "common/field/authorities/neighbours.h"

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"
#include "common/files/file.h"
#include "common/options/cli.h"
#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

constexpr std::string_view kName = "neighbours.tsv";
constexpr const char* kOfEverybody = "/etc/ofsearch/neighbours.tsv";
constexpr size_t kColumns = 4;

using Cells = std::vector<std::string_view>;

// Returns what is wrong with a row, or empty. Fills in `name` and `set`.
std::string read_row(const Cells& cells, std::string* name, NeighbourSet* set) {
  if (cells.size() != kColumns)
    return fmt::format("a row has {} cells, this one {}", kColumns, cells.size());
  const Authorities& table = Authorities::builtin();
  *name = table.usual_name(cells[0]);
  if (name->empty()) return fmt::format("there is no authority \"{}\"", cells[0]);
  for (std::string_view part : split(cells[1], ';')) {
    const std::string neighbour = table.usual_name(trimmed(part));
    if (neighbour.empty()) return fmt::format("there is no authority \"{}\"", trimmed(part));
    if (neighbour == *name) return fmt::format("{} is no neighbour of itself", *name);
    set->names.push_back(neighbour);
  }
  set->source = cells[2];
  set->date = cells[3];
  if (set->source.empty()) return "it does not say its source";
  if (!parse_iso_date(set->date))
    return fmt::format("\"{}\" is not a date like 2019-04-01", set->date);
  return {};
}

Result<Neighbours> read_table() {
  for (const std::filesystem::path& path :
       {own_neighbours_path(), std::filesystem::path(kOfEverybody)}) {
    std::error_code error;
    if (!path.empty() && std::filesystem::exists(path, error))
      return Neighbours::parse(OF_TRY(read_file(path)), path.string());
  }
  return Neighbours();
}

}  // namespace

std::filesystem::path own_neighbours_path() {
  return configuration_path(kName);
}

Result<Neighbours> Neighbours::parse(std::string_view tsv, std::string_view file_name) {
  Neighbours table;
  int number = 0;
  bool headed = false;
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    if (!std::exchange(headed, true)) continue;
    Cells cells = split(line, '\t');
    std::ranges::transform(cells, cells.begin(), trimmed);
    std::string name;
    NeighbourSet set;
    std::string fault = read_row(cells, &name, &set);
    if (fault.empty() && !table.sets_.emplace(name, std::move(set)).second)
      fault = fmt::format("{} stands there twice", name);
    if (!fault.empty())
      return Error{ErrorCode::kUnreadable, fmt::format("{} line {}: {}", file_name, number, fault),
                   "correct that line of the table"};
  }
  return table;
}

const Result<Neighbours>& Neighbours::of_this_machine() {
  static const Result<Neighbours> table = read_table();
  return table;
}

const NeighbourSet* Neighbours::find(const std::string& authority) const {
  auto it = sets_.find(authority);
  return it == sets_.end() ? nullptr : &it->second;
}

}  // namespace ofsearch
