#include "searcher/evidence/trend.h"

#include "common/report/values.h"
#include "searcher/evidence/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace ofsearch {
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

// Oldest first, from the first to the last year that the search finds reports of; reports without a
// year are left out.
Result<std::vector<Span>> spans_of(Searcher* searcher, Period period, const SearchRequest& search) {
  const Field& year = *find_field("year");
  ValueCounts years = OF_TRY(counts_by(searcher, of_whole_reports(search), year));
  std::erase_if(years, [](const ValueCount& count) {
    return count.value == "unknown" || count.reports == 0;
  });
  std::vector<Span> spans;
  if (years.empty()) return spans;
  const auto [first, last] = std::ranges::minmax(years, {}, &ValueCount::value);
  for (const std::string& value : years_between(first.value, last.value, search)) {
    if (period == Period::kYear)
      spans.push_back({value, with_only(search, year, value)});
    else
      add_quarters(value, search, &spans);
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
    cell.short_text = fmt::format("{} ({})", part,
                                  percent(static_cast<double>(part) / static_cast<double>(whole)));
  return cell;
}

std::vector<TableColumn> trend_columns(Period period) {
  using Kind = TableColumn::Kind;
  return {period == Period::kYear ? value_column(*find_field("year"))
                                  : TableColumn{"quarter", "quarter"},
          {"reports", "reports", Kind::kNumber},
          {"speak", "speak of it", Kind::kNumber},
          {"share", "share", Kind::kShare},
          {"strengths", "strengths", Kind::kNumber},
          {"share_strengths", "of those", Kind::kShare, TableColumn::Use::kData},
          {"weaknesses", "weaknesses", Kind::kNumber},
          {"share_weaknesses", "of those", Kind::kShare, TableColumn::Use::kData},
          {"counted", "counted", Kind::kText, TableColumn::Use::kData}};
}

TableCell name_cell(Period period, const Span& span) {
  return period == Period::kYear ? value_cell(*find_field("year"), span.name)
                                 : text_cell(span.name);
}

// Returns the row of a period without reports, which has no share.
TableRow empty_row(Period period, const Span& span) {
  return {{},
          {name_cell(period, span), number_cell(0), number_cell(0), share_cell(0, 0),
           number_cell(0), share_cell(0, 0), number_cell(0), share_cell(0, 0), text_cell("")}};
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
    const size_t reports = OF_TRY(count_reports(searcher, of_whole_reports(span.within)));
    if (reports == 0) {
      if (!table.rows.empty()) table.rows.push_back(empty_row(period, span));
      continue;
    }
    const Views views = views_of(span.within);
    const ValueCounts kinds = OF_TRY(counts_by(searcher, of_whole_reports(span.within), type));
    in_rows += reports;
    add_counts(kinds, &counted_kinds);
    const size_t speak = OF_TRY(count_reports(searcher, views.all));
    const size_t strengths = OF_TRY(count_reports(searcher, views.strengths));
    const size_t weaknesses = OF_TRY(count_reports(searcher, views.weaknesses));
    auto number = [](size_t count) { return number_cell(static_cast<double>(count)); };
    table.rows.push_back(
        {{},
         {name_cell(period, span), number(reports), number(speak), share_cell(speak, reports),
          part_cell(strengths, speak), share_cell(strengths, speak), part_cell(weaknesses, speak),
          share_cell(weaknesses, speak), text_cell(kinds_in_words(kinds, false))}});
  }
  while (!table.rows.empty() && table.rows.back().cells[1].number == 0) table.rows.pop_back();
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
  table.notes.push_back(finding_note(filters_by(search, *find_field("topic")), true));
  return table;
}

}  // namespace ofsearch
