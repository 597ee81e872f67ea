#include "searcher/command_line/commands.h"

#include "common/system/exit_status.h"
#include "searcher/answer.h"
#include "searcher/command_line/digest.h"
#include "searcher/command_line/open_document.h"
#include "searcher/command_line/printing.h"
#include "searcher/evidence/compare.h"
#include "searcher/evidence/history.h"
#include "searcher/evidence/matrix.h"
#include "searcher/evidence/outcomes.h"
#include "searcher/evidence/since_last.h"
#include "searcher/evidence/trend.h"
#include "searcher/present/formatter.h"
#include "searcher/shown_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

int show(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto shown = shown_report(searcher, options.show, options.request);
  if (!shown) return fail_on_report(shown.error(), log);
  OutputOptions output = options.output;
  output.marks = shown->marks;
  find_format(options.format)->report(shown->report, output, std::cout);
  std::string missing;
  if (shown->report.passages.empty())
    missing = "no passage of it passes the filters";
  else if (!options.request.query.empty() && shown->marks.empty())
    missing = "none of the words is there";
  if (!missing.empty()) log.note(missing);
  return missing.empty() ? kExitOk : kExitPartial;
}

int similar(Searcher* searcher, const SearchOptions& options, const Log& log) {
  size_t offset = options.request.offset;
  auto results = searcher->similar(options.similar, offset + options.request.limit);
  if (!results) return fail_on_report(results.error(), log);
  std::vector<ReportHit>& hits = results->hits;
  hits.erase(hits.begin(),
             hits.begin() + static_cast<std::ptrdiff_t>(std::min(offset, hits.size())));
  return print(std::move(*results), options, log);
}

int show_history(Searcher* searcher, const SearchOptions& options, const Log& log) {
  const bool newest_first = options.request.sort == SortOrder::kNewest;
  return print(history(searcher, {options.history, options.request, newest_first}), options, log);
}

bool is_for_people(const SearchOptions& options) {
  return options.format == "text" || options.format == "markdown";
}

int show_since_last(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto since = since_last(searcher, {options.since_last, options.request});
  if (!since) return fail(since.error(), log);
  return print(since_last_table(*since, is_for_people(options)), options, log);
}

Result<Table> matrix_of(Searcher* searcher, const SearchOptions& options) {
  const size_t comma = options.matrix.find(',');
  MatrixRequest request{options.matrix.substr(0, comma), "", options.request,
                        is_for_people(options)};
  if (comma != std::string::npos) request.columns = options.matrix.substr(comma + 1);
  return matrix(searcher, request);
}

int show_matrix(Searcher* searcher, const SearchOptions& options, const Log& log) {
  return print(matrix_of(searcher, options), options, log);
}

int show_trend(Searcher* searcher, const SearchOptions& options, const Log& log) {
  const Period period = options.trend == "year" ? Period::kYear : Period::kQuarter;
  return print(trend(searcher, period, options.request), options, log);
}

int show_outcomes(Searcher* searcher, const SearchOptions& options, const Log& log) {
  return print(outcomes(searcher, options.request), options, log);
}

int show_comparison(Searcher* searcher, const SearchOptions& options, const Log& log) {
  return print(compare(searcher, options.compare, options.request), options, log);
}

int search(Searcher* searcher, const SearchOptions& options, const Log& log) {
  SearchRequest request = options.request;
  request.passages_aside = options.output.most_in_memory;
  request.tell_opposite = options.format != "json" && options.format != "jsonl";
  auto results = answer(searcher, request);
  return results ? print(std::move(*results), options, log) : fail(results.error(), log);
}

// Result N in a reader; where none can be started, the command for it.
int open_result(Searcher* searcher, const SearchOptions& options, const Log& log) {
  SearchRequest request = options.request;
  request.offset = options.open - 1;
  request.limit = 1;
  request.passages = 1;
  request.facets.clear();
  auto results = answer(searcher, request);
  if (!results) return fail(results.error(), log);
  if (results->hits.empty()) {
    log.error(Error{ErrorCode::kNotFound,
                    results->listed_reports == 0
                        ? fmt::format("there is no result {}, as nothing was found", options.open)
                        : fmt::format("there is no result {}; the last one is {}", options.open,
                                      results->listed_reports),
                    ""});
    return kExitPartial;
  }
  const ReportHit& hit = results->hits.front();
  auto opened =
      open_document({hit.report.file, hit.passages.empty() ? 0 : hit.passages.front().passage.page,
                     copies_of(hit.report.file, hit.report.path, hit.report.paths)},
                    this_desktop());
  if (!opened) return fail_on_report(opened.error(), log);
  std::cout << opened->line << "\n" << std::flush;
  if (!opened->note.empty()) log.note(opened->note);
  return kExitOk;
}

struct Command {
  AskedFor answer;
  int (*run)(Searcher* searcher, const SearchOptions& options, const Log& log);
};

constexpr std::array<Command, 11> kCommands = {{
    {AskedFor::kResults, search},
    {AskedFor::kShow, show},
    {AskedFor::kSimilar, similar},
    {AskedFor::kDigest, digest},
    {AskedFor::kHistory, show_history},
    {AskedFor::kOutcomes, show_outcomes},
    {AskedFor::kMatrix, show_matrix},
    {AskedFor::kTrend, show_trend},
    {AskedFor::kSinceLast, show_since_last},
    {AskedFor::kCompare, show_comparison},
    {AskedFor::kOpen, open_result},
}};

}  // namespace

int run_command(Searcher* searcher, const SearchOptions& options, const Log& log) {
  return std::ranges::find(kCommands, options.answer, &Command::answer)
      ->run(searcher, options, log);
}

}  // namespace ofsearch
