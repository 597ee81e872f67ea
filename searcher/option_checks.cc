#include "searcher/option_checks.h"

#include "searcher/shown_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

namespace po = boost::program_options;

// Each is another answer than the list of results.
constexpr std::array<const char*, 10> kAnswers = {"show",     "similar",    "history", "compare",
                                                  "matrix",   "since-last", "trend",   "digest",
                                                  "outcomes", "open"};

Result<void> check_one_answer(const po::variables_map& values) {
  const char* asked = nullptr;
  for (const char* name : kAnswers) {
    if (values.count(name) == 0) continue;
    if (asked != nullptr)
      return Error{ErrorCode::kUsage, fmt::format("--{} and --{} exclude each other", asked, name),
                   "give one of them"};
    asked = name;
  }
  return {};
}

// --show and --similar take an id and nothing else that selects reports.
Result<void> check_lookup(const SearchOptions& options, const po::variables_map& values) {
  for (const char* name : {"show", "similar"})
    if (values.count(name) > 0 && values[name].as<std::string>().empty())
      return Error{ErrorCode::kUsage, fmt::format("--{} needs an id", name),
                   "ids are printed with every result"};
  if (options.show.empty() && options.similar.empty()) return {};
  const char* lookup = options.show.empty() ? "similar" : "show";
  const SearchRequest& r = options.request;
  if (!options.show.empty()) {
    const std::vector<std::string> of_reports = filters_of_reports(r);
    if (of_reports.empty()) return {};
    return Error{ErrorCode::kUsage,
                 fmt::format("--show takes one report, and --{} selects reports", of_reports[0]),
                 "leave it out; words, --section, --finding and --topic select in the report"};
  }
  if (!r.query.empty() || r.has_filters())
    return Error{ErrorCode::kUsage, fmt::format("--{} takes an id alone", lookup),
                 "leave out the query and the filters"};
  return {};
}

// What a table takes of the options for lists of results. Rows that are all of one kind may be cut.
struct TableOptions {
  std::string_view table;
  bool may_be_cut, may_be_turned;
};
constexpr std::array<TableOptions, 6> kTables = {{{"history", true, true},
                                                  {"outcomes", true, false},
                                                  {"matrix", true, false},
                                                  {"trend", true, false},
                                                  {"since-last", false, false},
                                                  {"compare", false, false}}};

constexpr std::array<const char*, 7> kOfLists = {"limit",  "offset", "sort",   "passages",
                                                 "facets", "whole",  "explain"};

bool takes(const TableOptions& table, const std::string& option, const SearchRequest& request) {
  if (option == "limit") return table.may_be_cut || request.limit == kAll;
  if (option == "offset") return table.may_be_cut;
  if (option == "sort")
    return table.may_be_turned &&
           (request.sort == SortOrder::kNewest || request.sort == SortOrder::kOldest);
  return option == "facets" && request.facets.empty();
}

}  // namespace

void note_given(const po::variables_map& values, SearchOptions* options) {
  for (const TableOptions& each : kTables)
    if (values.count(std::string(each.table)) > 0) options->table = each.table;
  for (const char* name : kOfLists)
    if (values.count(name) > 0) options->of_lists.emplace_back(name);
  options->first_row = options->request.offset;
  if (values.count("limit") > 0) options->most_rows = options->request.limit;
}

Result<void> check_list_options(const SearchOptions& typed) {
  if (!typed.show.empty() && !typed.of_lists.empty())
    return Error{ErrorCode::kUsage,
                 fmt::format("--{} is for lists of results; --show prints one report",
                             typed.of_lists.front()),
                 "leave it out; words, --section, --finding and --topic select in the report"};
  for (const std::string& option : typed.of_lists)
    if (!typed.similar.empty() && (option == "sort" || option == "facets"))
      return Error{
          ErrorCode::kUsage,
          fmt::format("--{} has no meaning beside --similar, whose order is likeness", option),
          "leave it out"};
  const auto* table = std::ranges::find(kTables, typed.table, &TableOptions::table);
  if (table == kTables.end()) return {};
  for (const std::string& option : typed.of_lists) {
    if (takes(*table, option, typed.request)) continue;
    const bool order = option == "sort" && table->may_be_turned;
    return Error{ErrorCode::kUsage,
                 order ? fmt::format("--{} is in the order of dates", typed.table)
                       : fmt::format("--{} is for lists of results; --{} gives a table", option,
                                     typed.table),
                 order ? "give --sort newest or oldest"
                       : "leave it out; filters such as --year select what the table is of"};
  }
  return {};
}

Result<void> check_answers(const SearchOptions& options, const po::variables_map& values) {
  OF_CHECK(check_one_answer(values));
  if (values.count("outcomes") > 0 && !options.request.query.empty())
    return Error{ErrorCode::kUsage, "--outcomes takes no words",
                 "filters select authorities, as in: ofsearch --outcomes --region London"};
  return check_lookup(options, values);
}

Result<void> check_digest(const SearchOptions& typed) {
  SearchRequest request = typed.request;
  request.indexed_since.reset();
  if (!request.query.empty() || request.has_filters())
    return Error{ErrorCode::kUsage, "--digest takes neither query nor filters",
                 "each saved search has its own; only --new-since may be beside it"};
  if (typed.format != "text" && typed.format != "markdown")
    return Error{ErrorCode::kUsage, fmt::format("--digest cannot be written as {}", typed.format),
                 "it takes text or markdown; for data run a search with --new-since"};
  return {};
}

Result<void> check_saved_search(const SearchOptions& saved) {
  const bool searches = saved.show.empty() && saved.similar.empty() && saved.history.empty() &&
                        saved.since_last.empty() && saved.compare.empty() && saved.matrix.empty() &&
                        saved.trend.empty() && !saved.outcomes && !saved.digest &&
                        saved.open == 0 && saved.information.empty();
  if (!searches)
    return Error{ErrorCode::kUsage, "a saved search lists results, nothing else",
                 "leave out what asks for another answer, such as --history"};
  if (saved.format != "text" || !saved.db.empty())
    return Error{ErrorCode::kUsage, "a saved search takes neither --format nor --db",
                 "give them to ofsearch --digest"};
  return {};
}

}  // namespace ofsearch
