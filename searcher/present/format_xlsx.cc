// Spreadsheets: what was found with typed cells, the counts, and where it all comes from.
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"
#include "searcher/present/words/answer_notes.h"
#include "searcher/present/words/interpreted.h"
#include "searcher/present/workbook/workbook.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace ofsearch {
namespace {

using Kind = ExportColumn::Kind;

void add_results(const SearchResults& results, Workbook* book) {
  Sheet sheet = book->add_sheet("results");
  std::vector<std::string> heads;
  for (const ExportColumn& column : export_columns()) heads.emplace_back(column.name);
  sheet.heads(heads);
  for_each_export_row(results, [&](const ReportHit& hit, const PassageHit* passage) {
    sheet.begin_row();
    for (const ExportColumn& column : export_columns()) {
      const std::string value = column.value(hit, passage);
      if (column.kind == Kind::kNumber)
        sheet.number(value);
      else if (column.kind == Kind::kDate)
        sheet.date(value);
      else if (column.kind == Kind::kLink)
        sheet.link(value);
      else
        sheet.text(value);
    }
  });
}

void add_counts(const SearchResults& results, Workbook* book) {
  Sheet sheet = book->add_sheet("counts");
  sheet.heads({"field", "value", "count", "selected"});
  auto row = [&](std::string_view field, const std::string& value, size_t count, bool selected) {
    sheet.begin_row();
    sheet.text(field);
    sheet.text(value);
    sheet.number(std::to_string(count));
    sheet.text(selected ? "yes" : "");
  };
  row("total", "reports", results.total_reports, false);
  row("total", "passages", results.total_passages, false);
  for (const Facet& facet : results.facets)
    for (const FacetValue& value : facet.values)
      row(facet.name, value.value, value.count, value.selected);
}

struct Fact {
  std::string name, value;
  bool is_number = false;
};

void add_about(const std::vector<Fact>& facts, Workbook* book) {
  Sheet sheet = book->add_sheet("about");
  for (const auto& [name, value, is_number] : facts) {
    sheet.begin_row();
    sheet.text(name);
    if (is_number)
      sheet.number(value);
    else
      sheet.text(value);
  }
}

std::string now() {
  return fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(std::time(nullptr)));
}

std::string licence() {
  std::string text(kAttribution);
  text.resize(text.find_last_not_of('\n') + 1);
  return text;
}

}  // namespace

void format_xlsx(const SearchResults& results, const OutputOptions& options, std::ostream& out) {
  Workbook book(options.most_in_memory);
  add_results(results, &book);
  add_counts(results, &book);
  const std::string left_out = what_is_left_out(results);
  const bool complete = left_out.empty() && results.missing_shards.empty();
  const bool has_others = results.some_reports.value_or(0) > 0;
  std::vector<Fact> about = {
      {"query", results.query},
      {"searched", interpreted(results)},
      {"index", options.index},
      {"when", now()},
      {"reports", std::to_string(results.total_reports), true},
      {"passages", std::to_string(results.total_passages), true},
      {"complete", complete           ? has_others ? "yes, of all that is counted" : "yes"
                   : left_out.empty() ? "no"
                                      : "no: " + left_out}};
  for (const std::string& note : answer_notes(results)) about.push_back({"note", note});
  for (const std::string& shard : results.missing_shards)
    about.push_back({"note", partial_in_words(shard)});
  about.push_back({"licence", licence()});
  add_about(about, &book);
  book.write(out);
}

void show_xlsx(const Report& report, const OutputOptions& options, std::ostream& out) {
  format_xlsx(results_of(report), options, out);
}

void table_xlsx(const Table& table, const OutputOptions& options, std::ostream& out) {
  Workbook book(options.most_in_memory);
  Sheet sheet = book.add_sheet(table.name);
  const bool grouped = is_grouped(table);
  std::vector<std::string> heads;
  if (grouped) heads.emplace_back("group");
  for (const TableColumn& column : table.columns) heads.push_back(column.name);
  sheet.heads(heads);
  for (const TableRow& row : table.rows) {
    sheet.begin_row();
    if (grouped) sheet.text(row.group);
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const TableColumn& column = table.columns[i];
      const std::string value = shown(row.cells[i], column, false);
      if (column.kind == TableColumn::Kind::kNumber)
        sheet.number(value);
      else if (column.kind == TableColumn::Kind::kShare)
        sheet.share(value);
      else if (column.kind == TableColumn::Kind::kDate)
        sheet.date(value);
      else
        sheet.text(value);
    }
  }
  std::vector<Fact> about = {{"table", table.title}, {"index", options.index}, {"when", now()}};
  for (const std::string& note : all_notes(table, false)) about.push_back({"note", note});
  about.push_back({"licence", licence()});
  add_about(about, &book);
  book.write(out);
}

}  // namespace ofsearch
