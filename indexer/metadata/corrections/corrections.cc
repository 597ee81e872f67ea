#include "indexer/metadata/corrections/corrections.h"

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"
#include "common/files/csv.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"
#include "indexer/metadata/corrections/corrected_fields.h"
#include "indexer/metadata/grades/frameworks.h"
#include "indexer/readers/charset.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

constexpr std::string_view kRule = "correction", kSiteRule = "site";
constexpr std::string_view kSiteColumns[] = {"published", "url"};

using Values = std::vector<std::pair<std::string, std::string>>;

bool gives(const Values& values, std::string_view field) {
  return std::any_of(values.begin(), values.end(),
                     [&](const auto& value) { return value.first == field; });
}

// An authority's code and region: those that it had on the day of the inspection.
void derive_code_and_region(const Values& values, Metadata* metadata) {
  if (!gives(values, "authority") && !gives(values, "inspection_end")) return;
  // If the authority stays the same, they stay as they were corrected before.
  const auto is_settled = [&](const std::string& field) {
    const auto evidence = metadata->evidence.find(field);
    const bool corrected = evidence != metadata->evidence.end() && evidence->second.rule == kRule;
    return gives(values, field) || (corrected && !gives(values, "authority"));
  };
  std::optional<std::string_view> on;
  if (metadata->inspection_end) on = *metadata->inspection_end;
  const Authority* known = Authorities::builtin().find(metadata->authority, on);
  if (known == nullptr && !gives(values, "authority")) return;
  if (!is_settled("authority_code"))
    metadata->authority_code = known == nullptr ? std::string() : known->code;
  if (!is_settled("region")) metadata->region = known == nullptr ? std::string() : known->region;
}

// The year and the length of an inspection, of corrected dates.
void derive_year_and_length(const Values& values, const Evidence& evidence, Metadata* metadata) {
  if (!metadata->inspection_end) return;
  const std::optional<Date> end = parse_iso_date(*metadata->inspection_end);
  if (gives(values, "inspection_end") && !gives(values, "year") && end) {
    metadata->year = end->year;
    metadata->evidence["year"] = evidence;
  }
  const bool dates = gives(values, "inspection_start") || gives(values, "inspection_end");
  if (!dates || gives(values, "visit_type") || !metadata->visit_type.starts_with("ilacs")) return;
  std::optional<Date> start;
  if (metadata->inspection_start) start = parse_iso_date(*metadata->inspection_start);
  if (start && end) metadata->visit_type = ilacs_by_days(days_between(*start, *end) + 1);
}

// ---- A file that people write ----------------------------------------------------------------

using Warn = std::function<void(size_t line, const std::string& message)>;

std::string bare_path(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

bool is_key_column(std::string_view name) {
  return name == "path" || name == "sha256";
}

std::vector<std::string> column_names() {
  std::vector<std::string> names = corrected_fields();
  names.insert(names.begin(), {"path", "sha256"});
  return names;
}

// Empties the names of columns that come twice or are none.
void drop_strange_columns(size_t line, const Warn& warn, std::vector<std::string>* columns) {
  std::set<std::string> known;
  for (std::string& column : *columns) {
    if (!column.empty() && !known.insert(column).second) {
      warn(line, fmt::format("there are two columns \"{}\"; the second is left out", column));
      column.clear();
    } else if (!is_key_column(column) && !is_corrected_field(column)) {
      const std::vector<std::string> meant = nearest(column, column_names(), 1);
      warn(line,
           fmt::format("no field is called \"{}\"{}; the column is left out", column,
                       meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant.front())));
      column.clear();
    }
  }
}

void warn_of_unknown(size_t line, const std::string& authority, const Warn& warn) {
  if (authority == kTakeAway || Authorities::builtin().find(authority) != nullptr) return;
  const std::vector<std::string> meant = Authorities::builtin().nearest(authority, 1);
  warn(line,
       fmt::format("\"{}\" is not in the table of authorities{}; it is taken as written", authority,
                   meant.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", meant.front())));
}

// The fields that a row gives, with the values to set.
Values read_values(const CsvRow& row, const std::vector<std::string>& columns, const Warn& warn) {
  Values values;
  for (size_t i = 0; i < columns.size() && i < row.cells.size(); ++i) {
    const std::string &column = columns[i], &cell = row.cells[i];
    if (column.empty() || cell.empty() || is_key_column(column)) continue;
    const std::optional<std::string> value = corrected_value(column, cell);
    if (!value) {
      warn(row.line, fmt::format("\"{}\" is no value of {}; it must be {}", cell, column,
                                 allowed_values(column)));
      continue;
    }
    values.emplace_back(column, *value);
    if (column == "authority") warn_of_unknown(row.line, cell, warn);
  }
  return values;
}

// The cell of that column; empty if there is none.
std::string cell_of(const CsvRow& row, const std::vector<std::string>& columns,
                    std::string_view name) {
  for (size_t i = 0; i < columns.size() && i < row.cells.size(); ++i)
    if (columns[i] == name) return row.cells[i];
  return {};
}

}  // namespace

Result<Corrections> Corrections::parse(std::string_view csv, std::string_view file_name) {
  // Spreadsheets often save in windows-1252; other bytes than UTF-8 could not be written as JSON.
  std::vector<CsvRow> rows = OF_TRY(read_csv(decode(csv), file_name));
  Corrections out;
  if (rows.empty())
    return Error{ErrorCode::kUnreadable, fmt::format("{} has no header row", file_name),
                 "begin it with a row such as path,authority,grade"};
  std::vector<std::string> columns = rows.front().cells;
  for (std::string& column : columns) column = to_ascii_lower(trimmed(column));
  if (std::none_of(columns.begin(), columns.end(), is_key_column))
    return Error{
        ErrorCode::kUnreadable,
        fmt::format("{}:{}: no column \"path\" or \"sha256\" says which report a row is about",
                    file_name, rows.front().line),
        "add one"};
  const Warn warn = [&](size_t line, const std::string& message) {
    out.warnings_.push_back(fmt::format("{}:{}: {}", file_name, line, message));
  };
  drop_strange_columns(rows.front().line, warn, &columns);
  for (size_t r = 1; r < rows.size(); ++r) {
    const CsvRow& cells = rows[r];
    if (cells.cells.size() > columns.size())
      warn(cells.line,
           fmt::format("the row has {} cells, the header {}", cells.cells.size(), columns.size()));
    Row row;
    row.line = cells.line;
    row.file = file_name;
    row.path = bare_path(cell_of(cells, columns, "path"));
    row.sha256 = to_ascii_lower(cell_of(cells, columns, "sha256"));
    row.values = read_values(cells, columns, warn);
    if (row.path.empty() && row.sha256.empty())
      warn(row.line, "the row names no report");
    else
      out.rows_.push_back(std::move(row));
  }
  return out;
}

Result<Corrections> Corrections::parse_fetched(std::string_view csv, std::string_view file_name) {
  std::vector<CsvRow> rows = OF_TRY(read_csv(decode(csv), file_name));
  Corrections out;
  if (rows.empty()) return out;
  const std::vector<std::string>& columns = rows.front().cells;
  if (std::find(columns.begin(), columns.end(), "sha256") == columns.end())
    return Error{ErrorCode::kUnreadable,
                 fmt::format("{}:{}: no column \"sha256\" says which file a row is about",
                             file_name, rows.front().line),
                 "offetch writes this file; if it is another one, give it another name"};
  for (size_t r = 1; r < rows.size(); ++r) {
    Row row;
    row.line = rows[r].line;
    row.file = file_name;
    row.from_site = true;
    for (size_t i = 0; i < columns.size() && i < rows[r].cells.size(); ++i) {
      const std::string& cell = rows[r].cells[i];
      bool taken = std::find(std::begin(kSiteColumns), std::end(kSiteColumns), columns[i]) !=
                   std::end(kSiteColumns);
      if (columns[i] == "sha256") row.sha256 = to_ascii_lower(cell);
      if (!taken || cell.empty() || !is_corrected_field(columns[i])) continue;
      if (std::optional<std::string> value = corrected_value(columns[i], cell))
        row.values.emplace_back(columns[i], *value);
      else
        out.warnings_.push_back(
            fmt::format("{}:{}: \"{}\" is no value of {}", file_name, row.line, cell, columns[i]));
    }
    if (!row.sha256.empty() && !row.values.empty()) out.rows_.push_back(std::move(row));
  }
  return out;
}

void Corrections::put_below(Corrections weaker) {
  std::move(rows_.begin(), rows_.end(), std::back_inserter(weaker.rows_));
  std::move(warnings_.begin(), warnings_.end(), std::back_inserter(weaker.warnings_));
  *this = std::move(weaker);
}

void Corrections::apply(Report* report) {
  for (Row& row : rows_) {
    const bool has_path =
        std::any_of(report->paths.begin(), report->paths.end(),
                    [&](const std::string& each) { return row.path == bare_path(each); });
    if (row.sha256.empty() ? !has_path : row.sha256 != report->sha256) continue;
    row.matched = true;
    Evidence evidence{fmt::format("{}:{}", row.file, row.line), 0,
                      std::string(row.from_site ? kSiteRule : kRule)};
    for (const auto& [field, value] : row.values)
      set_corrected_value(field, value, evidence, &report->metadata);
    derive_code_and_region(row.values, &report->metadata);
    derive_year_and_length(row.values, evidence, &report->metadata);
    const Metadata& m = report->metadata;
    if (m.inspection_start && m.inspection_end && *m.inspection_end < *m.inspection_start)
      warnings_.push_back(fmt::format("{}:{}: the inspection ends on {}, before it starts on {}",
                                      row.file, row.line, *m.inspection_end, *m.inspection_start));
  }
}

std::vector<std::string> Corrections::unmatched() const {
  std::vector<std::string> out;
  for (const Row& row : rows_)
    if (!row.matched && !row.from_site)
      out.push_back(fmt::format("{}:{}: no report matches \"{}\"", row.file, row.line,
                                row.sha256.empty() ? row.path : row.sha256));
  return out;
}

}  // namespace ofsearch
