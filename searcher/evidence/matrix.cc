#include "searcher/evidence/matrix.h"

#include "common/report/values.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

struct CellCounts {
  size_t reports = 0, speak = 0, strengths = 0, weaknesses = 0;
};

// Counts by the value of the field that is looped over, then by that of the field that is counted.
using Counts = std::map<std::pair<std::string, std::string>, CellCounts>;

Result<const Field*> field_of(const std::string& name) {
  if (const Field* field = find_field(name)) return field;
  std::vector<std::string> names;
  for (const Field& field : fields()) names.emplace_back(field.option);
  const std::vector<std::string> near = nearest(name, names, 1);
  return Error{ErrorCode::kUsage, fmt::format("there is no field \"{}\" for a table", name),
               near.empty() ? fmt::format("it takes {}", list_in_words(names))
                            : fmt::format("did you mean {}?", near.front())};
}

// Counts one search a value of `looped`, by facets of `counted`.
class Counter {
 public:
  Counter(Searcher* searcher, const Field& looped, const Field& counted,
          const SearchRequest& search)
      : searcher_(searcher), looped_(looped), counted_(counted), search_(search) {}

  Result<Counts> run() {
    loop_values_ = OF_TRY(values_of(looped_));
    counted_values_ = OF_TRY(values_of(counted_));
    for (const std::string& value : loop_values_) OF_CHECK(count_value(value));
    return std::move(counts_);
  }

  const std::vector<std::string>& loop_values() const { return loop_values_; }
  const std::vector<std::string>& counted_values() const { return counted_values_; }

 private:
  // Returns the values in the field's order.
  Result<std::vector<std::string>> values_of(const Field& field) {
    std::vector<std::string> values;
    for (const ValueCount& count : OF_TRY(counts_by(searcher_, search_, field)))
      values.push_back(count.value);
    return values;
  }

  Result<void> count_value(const std::string& value) {
    const Views views = views_of(with_only(search_, looped_, typed_for(looped_, value)));
    OF_CHECK(add(value, of_whole_reports(views.all), &CellCounts::reports));
    OF_CHECK(add(value, views.all, &CellCounts::speak));
    OF_CHECK(add(value, views.strengths, &CellCounts::strengths));
    return add(value, views.weaknesses, &CellCounts::weaknesses);
  }

  Result<void> add(const std::string& value, const SearchRequest& request,
                   size_t CellCounts::*member) {
    if (counted_.level == FieldLevel::kReport) {
      for (const ValueCount& count : OF_TRY(counts_by(searcher_, request, counted_)))
        counts_[{value, count.value}].*member = count.reports;
      return {};
    }
    for (const std::string& other : counted_values_)
      counts_[{value, other}].*member =
          OF_TRY(count_reports(searcher_, with_only(request, counted_, other)));
    return {};
  }

  Searcher* searcher_;
  const Field& looped_;
  const Field& counted_;
  const SearchRequest& search_;
  std::vector<std::string> loop_values_, counted_values_;
  Counts counts_;
};

// Returns one letter, which is as high as the share.
std::string_view small_bar(size_t part, size_t whole) {
  static constexpr std::array<std::string_view, 8> kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const size_t height = whole == 0 ? 0 : part * kBars.size() / whole;
  return kBars[std::min(height, kBars.size() - 1)];
}

// Returns the text of a cell of the grid. Shares are left out if nothing is asked that reports
// could speak of, as all of them would do so.
std::string grid_text(const CellCounts& cell, bool asks) {
  if (cell.speak == 0) return cell.reports == 0 ? "" : "0";
  if (!asks) return fmt::format("{} +{} -{}", cell.reports, cell.strengths, cell.weaknesses);
  return fmt::format("{} {}/{} +{} -{}", small_bar(cell.speak, cell.reports), cell.speak,
                     cell.reports, cell.strengths, cell.weaknesses);
}

constexpr std::string_view kGridNote =
    "reports that speak of it / all reports (▁ few to █ all), + those with a strength, - those "
    "with a weakness";
constexpr std::string_view kGridNoteOfAll =
    "reports, + those with a strength, - those with a weakness";

struct Axes {
  const Field& row_field;
  const Field& column_field;
  std::vector<std::string> rows, columns;
  bool rows_looped;
  const Counts& counts;

  CellCounts at(const std::string& row, const std::string& column) const {
    auto it = counts.find(rows_looped ? std::pair(row, column) : std::pair(column, row));
    return it == counts.end() ? CellCounts() : it->second;
  }
};

void fill_grid(const Axes& axes, bool asks, Table* table) {
  table->columns_together = true;
  table->columns = {{std::string(axes.row_field.name), std::string(axes.row_field.printed)}};
  for (const std::string& column : axes.columns) table->columns.push_back({column, column});
  for (const std::string& row : axes.rows) {
    TableRow cells{{}, {text_cell(row)}};
    bool any = false;
    for (const std::string& column : axes.columns) {
      const CellCounts counts = axes.at(row, column);
      any = any || counts.speak > 0;
      cells.cells.push_back(text_cell(grid_text(counts, asks)));
    }
    if (any) table->rows.push_back(std::move(cells));
  }
  if (!table->rows.empty()) table->notes.emplace_back(asks ? kGridNote : kGridNoteOfAll);
}

void fill_list(const Axes& axes, Table* table) {
  using Kind = TableColumn::Kind;
  table->columns = {value_column(axes.row_field),
                    value_column(axes.column_field),
                    {"reports", "reports", Kind::kNumber},
                    {"speak", "speak of it", Kind::kNumber},
                    {"share", "share", Kind::kShare},
                    {"strengths", "strengths", Kind::kNumber},
                    {"weaknesses", "weaknesses", Kind::kNumber}};
  for (const std::string& row : axes.rows)
    for (const std::string& column : axes.columns) {
      const CellCounts c = axes.at(row, column);
      if (c.reports == 0 && c.speak == 0) continue;
      auto number = [](size_t count) { return number_cell(static_cast<double>(count)); };
      table->rows.push_back(
          {{},
           {value_cell(axes.row_field, row), value_cell(axes.column_field, column),
            number(c.reports), number(c.speak), share_cell(c.speak, c.reports), number(c.strengths),
            number(c.weaknesses)}});
    }
}

}  // namespace

Result<Table> matrix(Searcher* searcher, const MatrixRequest& request) {
  const Error two_fields{ErrorCode::kUsage, "rows and columns of a table are two fields",
                         "as in: ofsearch --matrix authority,year"};
  const Field* row = OF_TRY(field_of(request.rows));
  if (request.columns.empty()) return two_fields;
  const Field* column = OF_TRY(field_of(request.columns));
  if (row == column) return two_fields;
  // Facets count reports by their own facts, so a field of passages is asked value by value.
  if (row == find_field("finding") || column == find_field("finding"))
    return Error{ErrorCode::kUsage, "every cell counts strengths and weaknesses already",
                 "choose another field than finding"};
  Table table;
  const SearchRequest search = OF_TRY(to_be_counted(searcher, request.search, &table.notes));
  const bool rows_looped = row->level == FieldLevel::kPassage;
  Counter counter(searcher, rows_looped ? *row : *column, rows_looped ? *column : *row, search);
  const Counts counts = OF_TRY(counter.run());
  const Axes axes{*row,
                  *column,
                  rows_looped ? counter.loop_values() : counter.counted_values(),
                  rows_looped ? counter.counted_values() : counter.loop_values(),
                  rows_looped,
                  counts};
  table.name = "matrix";
  table.title = fmt::format("{} by {} and {}", about(search), row->printed, column->printed);
  const bool asks = asks_of_passages(search) || row->level == FieldLevel::kPassage ||
                    column->level == FieldLevel::kPassage;
  if (request.as_grid)
    fill_grid(axes, asks, &table);
  else
    fill_list(axes, &table);
  const Field* topic = find_field("topic");
  if (table.rows.empty())
    table.notes.emplace_back(kNothingFound);
  else
    table.notes.push_back(
        finding_note(row == topic || column == topic || filters_by(search, *topic), asks));
  if (!table.rows.empty()) {
    OF_CHECK(tell_left_out(searcher, search, *row, "row", &table.notes));
    OF_CHECK(tell_left_out(searcher, search, *column, "column", &table.notes));
  }
  table.missing_shards = searcher->missing_shards();
  return table;
}

}  // namespace ofsearch
