#include "fetcher/record.h"

#include "common/files/csv.h"
#include "common/files/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace ofsearch {
namespace {

constexpr const char* kFileName = "reports.csv";

struct Column {
  const char* name;
  std::string FetchedReport::*target;
};
constexpr std::array<Column, 11> kColumns = {{{"url", &FetchedReport::address},
                                              {"provider", &FetchedReport::provider},
                                              {"authority", &FetchedReport::authority},
                                              {"title", &FetchedReport::title},
                                              {"published", &FetchedReport::published},
                                              {"type", &FetchedReport::type},
                                              {"sha256", &FetchedReport::sha256},
                                              {"path", &FetchedReport::path},
                                              {"fetched", &FetchedReport::fetched},
                                              {"etag", &FetchedReport::etag},
                                              {"modified", &FetchedReport::modified}}};
constexpr const char* kStatusColumn = "status";

struct StatusName {
  ReportStatus status;
  const char* name;
};
constexpr StatusName kStatuses[] = {{ReportStatus::kListed, "listed"},
                                    {ReportStatus::kUnlisted, "no longer listed"},
                                    {ReportStatus::kNotFound, "not found"}};

Error bad_table(size_t line, const std::string& what) {
  return {ErrorCode::kUnreadable, fmt::format("{}:{}: {}", kFileName, line, what),
          "mend the table, or move it away to have every report fetched anew"};
}

// Returns a cell as it was written: takes off what csv_line() puts in front of one that looks like
// a formula.
std::string written(const std::string& cell) {
  bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                 std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

// A path that leads out of the folder is none.
bool is_inside(const std::string& path) {
  std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  return !normal.is_absolute() && (normal.empty() || *normal.begin() != "..");
}

Result<FetchedReport> report_of(const CsvRow& row, const std::map<std::string, size_t>& places) {
  auto cell = [&](const char* name) {
    size_t place = places.at(name);
    return place < row.cells.size() ? written(row.cells[place]) : std::string();
  };
  FetchedReport report;
  for (const Column& column : kColumns) report.*column.target = cell(column.name);
  std::string status = cell(kStatusColumn);
  auto known = std::find_if(std::begin(kStatuses), std::end(kStatuses),
                            [&](const StatusName& each) { return each.name == status; });
  if (known == std::end(kStatuses))
    return bad_table(row.line, fmt::format("\"{}\" is no status", status));
  report.status = known->status;
  if (report.address.empty()) return bad_table(row.line, "the row has no url");
  if (!is_inside(report.path))
    return bad_table(row.line, fmt::format("\"{}\" is no path in the folder", report.path));
  return report;
}

std::string status_name(ReportStatus status) {
  return std::find_if(std::begin(kStatuses), std::end(kStatuses),
                      [&](const StatusName& each) { return each.status == status; })
      ->name;
}

std::vector<std::string> header() {
  std::vector<std::string> cells;
  for (const Column& column : kColumns) cells.emplace_back(column.name);
  cells.emplace_back(kStatusColumn);
  return cells;
}

auto order_of(const FetchedReport& report) {
  return std::tie(report.provider, report.published, report.address);
}

}  // namespace

FetchedReport* Record::find(const std::string& address) {
  auto found = std::find_if(reports.begin(), reports.end(),
                            [&](const FetchedReport& each) { return each.address == address; });
  return found == reports.end() ? nullptr : &*found;
}

void Record::put(const FetchedReport& row) {
  changed = true;
  if (FetchedReport* known = find(row.address); known != nullptr)
    *known = row;
  else
    reports.push_back(row);
}

void Record::update(const FetchedReport& listed) {
  FetchedReport* known = find(listed.address);
  if (known == nullptr) return;
  FetchedReport now = *known;
  now.provider = listed.provider;
  now.authority = listed.authority;
  now.title = listed.title;
  if (!listed.published.empty()) now.published = listed.published;
  now.type = listed.type;
  if (now.status == ReportStatus::kUnlisted) now.status = ReportStatus::kListed;
  auto state = [](const FetchedReport& row) {
    return std::tie(row.provider, row.authority, row.title, row.published, row.type, row.status);
  };
  if (state(now) == state(*known)) return;
  *known = now;
  changed = true;
}

bool Record::is_of_other_content(const std::string& path, const FetchedReport& row) const {
  return std::ranges::any_of(reports, [&](const FetchedReport& each) {
    return each.path == path && each.address != row.address && each.sha256 != row.sha256;
  });
}

size_t Record::listed_of(const std::string& provider) const {
  return static_cast<size_t>(
      std::count_if(reports.begin(), reports.end(), [&](const FetchedReport& row) {
        return row.provider == provider && row.status != ReportStatus::kUnlisted;
      }));
}

std::vector<FetchedReport> Record::unlist(
    const std::function<bool(const FetchedReport&)>& is_gone) {
  std::vector<FetchedReport> marked;
  for (FetchedReport& row : reports) {
    if (row.status == ReportStatus::kUnlisted || !is_gone(row)) continue;
    row.status = ReportStatus::kUnlisted;
    changed = true;
    marked.push_back(row);
  }
  return marked;
}

Result<Record> load_record(const std::filesystem::path& folder) {
  auto text = read_file(folder / kFileName);
  if (!text && text.error().code == ErrorCode::kNotFound) return Record();
  if (!text) return text.error();
  std::vector<CsvRow> rows = OF_TRY(read_csv(*text, kFileName));
  Record record;
  if (rows.empty()) return record;
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < rows.front().cells.size(); ++i) places[rows.front().cells[i]] = i;
  for (const std::string& name : header())
    if (!places.contains(name)) return bad_table(1, fmt::format("there is no column \"{}\"", name));
  for (size_t i = 1; i < rows.size(); ++i)
    record.reports.push_back(OF_TRY(report_of(rows[i], places)));
  return record;
}

Result<void> save_record(const Record& record, const std::filesystem::path& folder) {
  std::vector<FetchedReport> sorted = record.reports;
  std::stable_sort(
      sorted.begin(), sorted.end(),
      [](const FetchedReport& a, const FetchedReport& b) { return order_of(a) < order_of(b); });
  std::string text = csv_line(header());
  for (const FetchedReport& report : sorted) {
    std::vector<std::string> cells;
    for (const Column& column : kColumns) cells.push_back(report.*column.target);
    cells.push_back(status_name(report.status));
    text += csv_line(cells);
  }
  return write_file_atomically(folder / kFileName, text);
}

}  // namespace ofsearch
