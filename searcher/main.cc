// ofsearch: options to one call of the Searcher to a formatter and an exit status.
#include "common/index/index.h"
#include "common/system/cli.h"
#include "common/system/exit_status.h"
#include "common/system/last_words.h"
#include "common/system/log.h"
#include "common/system/terminal_links.h"
#include "common/system/terminal_width.h"
#include "common/text/counted.h"
#include "common/text/harmless.h"
#include "searcher/answer.h"
#include "searcher/completion_values.h"
#include "searcher/evidence/history.h"
#include "searcher/evidence/matrix.h"
#include "searcher/evidence/outcomes.h"
#include "searcher/evidence/since_last.h"
#include "searcher/open_document.h"
#include "searcher/option_checks.h"
#include "searcher/options.h"
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"
#include "searcher/present/repeated_texts.h"
#include "searcher/saved_searches.h"
#include "searcher/search.h"
#include "searcher/shown_report.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>

namespace ofsearch {
namespace {

int fail(const Error& error, const Log& log) {
  log.error(error);
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitIndex;
}

size_t text_width() {
  constexpr size_t kNarrow = 40, kWide = 110, kDefault = 80;
  const size_t width = terminal_width(STDOUT_FILENO);
  return width == 0 ? kDefault : std::clamp(width, kNarrow, kWide);
}

Result<Thesaurus> load_thesaurus(const std::vector<std::string>& files) {
  Thesaurus thesaurus = Thesaurus::builtin();
  for (const std::string& file : files) OF_CHECK(thesaurus.add(OF_TRY(Thesaurus::load(file))));
  return thesaurus;
}

// An id that the index does not have is nothing found; no index at all is an error of its own.
int fail_on_report(const Error& error, const Log& log) {
  if (error.code != ErrorCode::kNotFound) return fail(error, log);
  log.error(error);
  return kExitPartial;
}

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

// On standard error as well, as not every format has room for it.
void warn_of_missing_shards(const SearchResults& results, const SearchOptions& options,
                            const Log& log) {
  if (options.format == "text" || options.format == "json") return;
  for (const std::string& shard : results.missing_shards)
    log.warning("this answer is partial: the shard " + shard + " is down");
}

// Facets that were asked for and that the format has no room for.
void tell_where_counts_are(const SearchResults& results, const OutputFormat& format,
                           const OutputOptions& output, const Log& log) {
  if (!output.facet_bars || results.facets.empty()) return;
  if (format.counts == CountsPlace::kNowhere)
    log.note(fmt::format("{} holds no facets; --format json does", format.name));
  else if (format.counts == CountsPlace::kInstead && !output.only_counts)
    log.note(fmt::format("{} holds results or facets; for the facets add --limit 0", format.name));
}

int print(SearchResults results, const SearchOptions& options, const Log& log) {
  const OutputFormat& format = *find_format(options.format);
  if (options.request.keep_repeats) mark_repeats(&results);
  format.results(results, options.output, std::cout);
  const bool is_part = format.is_data && !options.output.only_counts && options.output.more.empty();
  if (std::string left_out = what_is_left_out(results); is_part && !left_out.empty())
    log.note(left_out);
  tell_where_counts_are(results, format, options.output, log);
  warn_of_missing_shards(results, options, log);
  const bool found = results.total_reports > 0 || !results.hits.empty();
  return found ? kExitOk : kExitPartial;
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

int print(const Result<Table>& table, const SearchOptions& options, const Log& log) {
  if (!table) return fail(table.error(), log);
  const Table part = rows_of(*table, options.first_row, options.most_rows);
  find_format(options.format)->table(part, options.output, std::cout);
  if (part.rows.size() < table->rows.size())
    log.note(fmt::format("{} of {}", part.rows.size(), counted(table->rows.size(), "row")));
  return table->rows.empty() ? kExitPartial : kExitOk;
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

int search(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto results = answer(searcher, options.request);
  return results ? print(std::move(*results), options, log) : fail(results.error(), log);
}

// Result N in a reader; where none can be started, the command for it.
int open_result(Searcher* searcher, SearchOptions options, const Log& log) {
  options.request.offset = options.open - 1;
  options.request.limit = 1;
  options.request.passages = 1;
  options.request.facets.clear();
  auto results = answer(searcher, options.request);
  if (!results) return fail(results.error(), log);
  if (results->hits.empty()) {
    log.error(Error{ErrorCode::kNotFound,
                    fmt::format("there is no result {}; the last one is {}", options.open,
                                results->total_reports + results->some_reports.value_or(0)),
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

// One saved search, as if typed with --new-since; prints nothing where nothing is new.
int digest_one(Searcher* searcher, const SavedSearch& saved, const SearchOptions& options,
               const Log& log) {
  std::vector<const char*> arguments = {"ofsearch", "--new-since", "last-run"};
  for (const std::string& argument : saved.arguments) arguments.push_back(argument.c_str());
  auto parsed = parse_search_options(static_cast<int>(arguments.size()), arguments.data());
  auto fail_here = [&](Error error) {
    error.message = saved.name + ": " + error.message;
    return fail(error, log);
  };
  if (!parsed) return fail_here(parsed.error());
  if (auto checked = check_saved_search(*parsed); !checked) return fail_here(checked.error());
  SearchRequest& request = parsed->request;
  if (options.request.indexed_since) request.indexed_since = options.request.indexed_since;
  request.facets.clear();
  auto results = answer(searcher, request);
  if (!results) return fail_here(results.error());
  if (results->total_reports == 0) return kExitPartial;
  const size_t shown = request.offset + results->hits.size();
  SearchOptions listing = options;
  if (shown < results->total_reports + results->some_reports.value_or(0))
    listing.output.more = command_for_more(saved, options.db, *request.indexed_since, shown);
  std::cout << (options.format == "markdown" ? "" : "== ") << saved.name
            << (options.format == "markdown" ? "\n\n" : " ==\n\n");
  int status = print(std::move(*results), listing, log);
  std::cout << "\n";
  return status;
}

// Exit status: that of the worst mistake, else whether anything was new.
int digest(Searcher* searcher, const SearchOptions& options, const Log& log) {
  auto searches = load_saved_searches(configuration_path("searches"));
  if (!searches) {
    log.error(searches.error());
    return kExitUsage;
  }
  int mistake = 0;
  bool any = false;
  for (const SavedSearch& saved : *searches) {
    int status = digest_one(searcher, saved, options, log);
    any = any || status == kExitOk;
    if (status > kExitPartial) mistake = std::max(mistake, status);
  }
  return mistake != 0 ? mistake : any ? kExitOk : kExitPartial;
}

int run(SearchOptions options, const Log& log) {
  if (!options.information.empty()) {
    std::cout << options.information;
    return kExitOk;
  }
  options.output.colour =
      options.colour == "auto" ? wants_colour(STDOUT_FILENO) : options.colour == "always";
  options.output.links = options.links == "auto"
                             ? options.output.colour && wants_links(STDOUT_FILENO)
                             : options.links == "always";
  options.output.width = options.width > 0 ? options.width : text_width();
  options.output.index = index_path(options.db).string();
  if (find_format(options.format)->is_binary && ::isatty(STDOUT_FILENO) != 0)
    return fail({ErrorCode::kUsage, options.format + " is not for a terminal",
                 "write it to a file: ofsearch ... --format " + options.format + " > FILE"},
                log);
  Searcher::Options searcher_options;
  searcher_options.allow_partial = options.allow_partial;
  searcher_options.answer_time = std::chrono::seconds(options.shard_timeout);
  searcher_options.time_limit = std::chrono::seconds(options.time_limit);
  Thesaurus thesaurus;
  if (!options.thesaurus.empty()) {
    auto loaded = load_thesaurus(options.thesaurus);
    if (!loaded) return fail(loaded.error(), log);
    thesaurus = std::move(*loaded);
    searcher_options.thesaurus = &thesaurus;
  }
  auto opened = Searcher::open(index_path(options.db), searcher_options);
  if (!opened) return fail(opened.error(), log);
  if (!options.show.empty()) return show(&*opened, options, log);
  if (options.open > 0) return open_result(&*opened, options, log);
  if (!options.similar.empty()) return similar(&*opened, options, log);
  if (!options.history.empty()) return show_history(&*opened, options, log);
  if (!options.since_last.empty()) return show_since_last(&*opened, options, log);
  if (options.digest) return digest(&*opened, options, log);
  if (!options.matrix.empty()) return print(matrix_of(&*opened, options), options, log);
  if (!options.trend.empty())
    return print(trend(&*opened, options.trend == "year" ? Period::kYear : Period::kQuarter,
                       options.request),
                 options, log);
  if (options.outcomes) return print(outcomes(&*opened, options.request), options, log);
  if (!options.compare.empty())
    return print(compare(&*opened, options.compare, options.request), options, log);
  return search(&*opened, options, log);
}

// The values of a field in the index that a search would use; none where it cannot be opened.
std::vector<std::string> values_in_index(std::string_view field) {
  std::vector<std::string> values;
  const std::string facet(field);
  const std::array<const char*, 5> arguments = {"ofsearch", "--facets", facet.c_str(), "--limit",
                                                "0"};
  auto options =
      parse_search_options(arguments.size(), arguments.data(), configuration_path("config"));
  if (field.empty() || !options) return values;
  auto searcher = Searcher::open(index_path(options->db), {});
  if (!searcher) return values;
  SearchRequest all;
  all.limit = 0;
  all.facets = {facet};
  auto results = answer(&*searcher, all);
  if (!results || results->facets.empty()) return values;
  for (const FacetValue& value : results->facets.front().values) values.push_back(value.value);
  return values;
}

// What the completions of the shells ask: `ofsearch --complete-values OPTION TYPED`, one a line.
constexpr std::string_view kCompleteValues = "--complete-values";

int complete_values(std::string_view option, const std::string& typed) {
  while (option.starts_with('-')) option.remove_prefix(1);
  if (option == "n") option = "limit";
  for (const std::string& word :
       completion_values(option, typed, values_in_index(field_in_index(option))))
    std::cout << printable(word) << "\n";
  return kExitOk;
}

// Whoever reads our output has gone, as "head" does when it has enough.
bool reader_has_gone() {
  pollfd output{STDOUT_FILENO, 0, 0};
  return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

// Xapian, where it talks to servers, makes us ignore the signal that would end us then.
void end_as_without_reader() {
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}

}  // namespace
}  // namespace ofsearch

namespace {

int run_program(int argc, char** argv) {
  using namespace ofsearch;
  if (argc == 4 && argv[1] == kCompleteValues) return complete_values(argv[2], argv[3]);
  Log log("ofsearch");
  auto options = parse_search_options(argc, argv, configuration_path("config"));
  int status = options ? run(std::move(*options), log) : fail(options.error(), log);
  std::cout.flush();
  if (!std::cout) {
    if (reader_has_gone()) end_as_without_reader();
    log.error({ErrorCode::kUnwritable, "cannot write the results to standard output", ""});
    status = kExitIndex;
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  return ofsearch::with_last_words([&] { return run_program(argc, argv); });
}
