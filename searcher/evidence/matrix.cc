#include "searcher/evidence/matrix.h"

#include "common/report/values.h"
#include "common/text/nearest.h"
#include "searcher/evidence/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace ofsearch {
namespace {

struct CellCounts {
  size_t reports = 0, speak = 0, strengths = 0, weaknesses = 0;
};

// By the value of the field that is looped over, then by that of the field that is counted.
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
  // In the field's order.
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

// One letter, as high as the share.
std::string_view small_bar(size_t part, size_t whole) {
  static constexpr std::array<std::string_view, 8> kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const size_t height = whole == 0 ? 0 : part * kBars.size() / whole;
  return kBars[std::min(height, kBars.size() - 1)];
}

std::string grid_text(const CellCounts& cell) {
  if (cell.speak == 0) return cell.reports == 0 ? "" : "0";
  return fmt::format("{} {}/{} +{} -{}", small_bar(cell.speak, cell.reports), cell.speak,
                     cell.reports, cell.strengths, cell.weaknesses);
}

constexpr std::string_view kGridNote =
    "reports that speak of it / all reports (▁ few to █ all), + those with a strength, - those "
    "with a weakness";

// What a strength is, since it differs: a topic has sentences of its own in a passage, words have
// none.
std::string finding_note(bool of_topics) {
  return fmt::format(
      "a report has a strength or weakness if {}; they are told from words and can be wrong, and "
      "mixed {} count as neither",
      of_topics ? "the sentences about the topic in one of its passages say so"
                : "a passage that speaks of it says so as a whole",
      of_topics ? "ones" : "passages");
}

constexpr std::string_view kNothingFound = "nothing found: no report speaks of it";

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

void fill_grid(const Axes& axes, Table* table) {
  table->columns_together = true;
  table->columns = {{std::string(axes.row_field.name), std::string(axes.row_field.printed)}};
  for (const std::string& column : axes.columns) table->columns.push_back({column, column});
  for (const std::string& row : axes.rows) {
    TableRow cells{{}, {text_cell(row)}};
    bool any = false;
    for (const std::string& column : axes.columns) {
      const CellCounts counts = axes.at(row, column);
      any = any || counts.speak > 0;
      cells.cells.push_back(text_cell(grid_text(counts)));
    }
    if (any) table->rows.push_back(std::move(cells));
  }
  if (!table->rows.empty()) table->notes.emplace_back(kGridNote);
}

void fill_list(const Axes& axes, Table* table) {
  using Kind = TableColumn::Kind;
  table->columns = {{std::string(axes.row_field.name), std::string(axes.row_field.printed)},
                    {std::string(axes.column_field.name), std::string(axes.column_field.printed)},
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
           {text_cell(row), text_cell(column), number(c.reports), number(c.speak),
            share_cell(c.speak, c.reports), number(c.strengths), number(c.weaknesses)}});
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
  if (request.as_grid)
    fill_grid(axes, &table);
  else
    fill_list(axes, &table);
  const Field* topic = find_field("topic");
  if (table.rows.empty())
    table.notes.emplace_back(kNothingFound);
  else
    table.notes.push_back(
        finding_note(row == topic || column == topic || filters_by(search, *topic)));
  if (!table.rows.empty()) {
    OF_CHECK(tell_left_out(searcher, search, *row, "row", &table.notes));
    OF_CHECK(tell_left_out(searcher, search, *column, "column", &table.notes));
  }
  table.missing_shards = searcher->missing_shards();
  return table;
}

namespace {

struct Span {
  std::string name;
  SearchRequest within;
};

// The quarters of a year, as searches.
void add_quarters(const std::string& year, const SearchRequest& search, std::vector<Span>* spans) {
  static constexpr std::pair<std::string_view, std::string_view> kQuarters[] = {
      {"01-01", "03-31"}, {"04-01", "06-30"}, {"07-01", "09-30"}, {"10-01", "12-31"}};
  for (size_t i = 0; i < 4; ++i) {
    Span span{fmt::format("{} Q{}", year, i + 1), search};
    span.within.from = fmt::format("{}-{}", year, kQuarters[i].first);
    span.within.to = fmt::format("{}-{}", year, kQuarters[i].second);
    if (search.from && *search.from > *span.within.from) span.within.from = search.from;
    if (search.to && *search.to < *span.within.to) span.within.to = search.to;
    if (*span.within.from <= *span.within.to) spans->push_back(std::move(span));
  }
}

// Oldest first, of the years that the search selects; reports without a year are left out.
Result<std::vector<Span>> spans_of(Searcher* searcher, Period period, const SearchRequest& search) {
  const Field& year = *find_field("year");
  ValueCounts years = OF_TRY(counts_by(searcher, of_whole_reports(search), year));
  std::ranges::reverse(years);
  std::vector<Span> spans;
  for (const ValueCount& count : years) {
    if (count.value == "unknown" || count.reports == 0) continue;
    if (period == Period::kYear)
      spans.push_back({count.value, with_only(search, year, count.value)});
    else
      add_quarters(count.value, search, &spans);
  }
  return spans;
}

// "12 ilacs-short, 3 focused-visit" for programs, "12 ILACS short, 3 focused visit" for people.
std::string kinds_in_words(const ValueCounts& kinds, bool for_people) {
  std::string text;
  for (const ValueCount& kind : kinds) {
    if (kind.reports == 0) continue;
    const VisitType* type = for_people ? find_visit_type(kind.value) : nullptr;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", kind.reports,
                        type == nullptr ? kind.value : type->label);
  }
  return text;
}

void add_counts(const ValueCounts& more, ValueCounts* counts) {
  for (const ValueCount& count : more) {
    auto it = std::ranges::find(*counts, count.value, &ValueCount::value);
    if (it == counts->end())
      counts->push_back(count);
    else
      it->reports += count.reports;
  }
}

// "10 (37 %)": of the reports that speak of it.
TableCell part_cell(size_t part, size_t whole) {
  TableCell cell = number_cell(static_cast<double>(part));
  if (whole > 0)
    cell.short_text = fmt::format("{} ({:.0f} %)", part,
                                  100 * static_cast<double>(part) / static_cast<double>(whole));
  return cell;
}

std::vector<TableColumn> trend_columns(Period period) {
  using Kind = TableColumn::Kind;
  const std::string name = period == Period::kYear ? "year" : "quarter";
  return {{name, name},
          {"reports", "reports", Kind::kNumber},
          {"speak", "speak of it", Kind::kNumber},
          {"share", "share", Kind::kShare},
          {"strengths", "strengths", Kind::kNumber},
          {"share_strengths", "of those", Kind::kShare, TableColumn::Use::kData},
          {"weaknesses", "weaknesses", Kind::kNumber},
          {"share_weaknesses", "of those", Kind::kShare, TableColumn::Use::kData},
          {"counted", "counted", Kind::kText, TableColumn::Use::kData}};
}

}  // namespace

Result<Table> trend(Searcher* searcher, Period period, const SearchRequest& request) {
  Table table;
  const SearchRequest search = OF_TRY(to_be_counted(searcher, request, &table.notes));
  table.name = "trend";
  table.title =
      fmt::format("{} by {}", about(search), period == Period::kYear ? "year" : "quarter");
  table.columns = trend_columns(period);
  table.bars_of = "share";
  const Field& type = *find_field("visit_type");
  size_t in_rows = 0;
  ValueCounts counted_kinds;
  for (const Span& span : OF_TRY(spans_of(searcher, period, search))) {
    const Views views = views_of(span.within);
    const ValueCounts kinds = OF_TRY(counts_by(searcher, of_whole_reports(span.within), type));
    const size_t reports = OF_TRY(count_reports(searcher, of_whole_reports(span.within)));
    if (reports == 0) continue;
    in_rows += reports;
    add_counts(kinds, &counted_kinds);
    const size_t speak = OF_TRY(count_reports(searcher, views.all));
    const size_t strengths = OF_TRY(count_reports(searcher, views.strengths));
    const size_t weaknesses = OF_TRY(count_reports(searcher, views.weaknesses));
    auto number = [](size_t count) { return number_cell(static_cast<double>(count)); };
    table.rows.push_back(
        {{},
         {text_cell(span.name), number(reports), number(speak), share_cell(speak, reports),
          part_cell(strengths, speak), share_cell(strengths, speak), part_cell(weaknesses, speak),
          share_cell(weaknesses, speak), text_cell(kinds_in_words(kinds, false))}});
  }
  const size_t all = OF_TRY(count_reports(searcher, of_whole_reports(search)));
  table.missing_shards = searcher->missing_shards();
  std::ranges::sort(counted_kinds, {}, &ValueCount::value);
  std::ranges::stable_sort(counted_kinds, std::greater(), &ValueCount::reports);
  if (!table.rows.empty())
    table.notes.push_back("counted: " + kinds_in_words(counted_kinds, true) +
                          "; each era has other kinds of report, so compare shares");
  if (all > in_rows)
    table.notes.push_back(
        left_out_note(all - in_rows, period == Period::kYear ? "year" : "date", "row"));
  const auto speaks = [](const TableRow& row) { return row.cells[2].number != 0; };
  if (std::ranges::none_of(table.rows, speaks)) {
    table.notes.emplace_back(kNothingFound);
    return table;
  }
  if (!asks_of_passages(search))
    table.notes.emplace_back("there are no words and no topic, so every report speaks of it");
  table.notes.push_back(finding_note(filters_by(search, *find_field("topic"))));
  return table;
}

}  // namespace ofsearch
