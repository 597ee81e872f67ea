#include "searcher/command_line/printing.h"

#include "common/system/exit_status.h"
#include "common/text/counted.h"
#include "searcher/extract/repeated_texts.h"
#include "searcher/present/export_columns.h"
#include "searcher/present/formatter.h"
#include "searcher/present/words/answer_notes.h"

#include <fmt/format.h>

#include <iostream>
#include <string>

namespace ofsearch {
namespace {

// Warns on standard error as well, as not every format has room for it.
void warn_of_missing_shards(const std::vector<std::string>& shards, const SearchOptions& options,
                            const Log& log) {
  if (options.format == "text" || options.format == "json") return;
  for (const std::string& shard : shards) log.warning(partial_in_words(shard));
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

}  // namespace

int fail(const Error& error, const Log& log) {
  log.error(error);
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitIndex;
}

int fail_on_report(const Error& error, const Log& log) {
  if (error.code != ErrorCode::kNotFound) return fail(error, log);
  log.error(error);
  return kExitPartial;
}

int print(SearchResults results, const SearchOptions& options, const Log& log) {
  const OutputFormat& format = *find_format(options.format);
  if (options.request.keep_repeats) mark_repeats(&results);
  format.results(results, options.output, std::cout);
  const bool is_part = format.is_data && !options.output.only_counts && options.output.more.empty();
  if (std::string left_out = what_is_left_out(results); is_part && !left_out.empty())
    log.note(left_out);
  if (!format.has_notes)
    for (const std::string& note : answer_notes(results)) log.note(note);
  tell_where_counts_are(results, format, options.output, log);
  warn_of_missing_shards(results.missing_shards, options, log);
  const bool found = results.total_reports > 0 || !results.hits.empty();
  return found ? kExitOk : kExitPartial;
}

int print(const Result<Table>& table, const SearchOptions& options, const Log& log) {
  if (!table) return fail(table.error(), log);
  const Table part = rows_of(*table, options.first_row, options.most_rows);
  const OutputFormat& format = *find_format(options.format);
  format.table(part, options.output, std::cout);
  if (!format.has_notes)
    for (const std::string& note : notes_of_data(part)) log.note(note);
  if (part.rows.size() < table->rows.size())
    log.note(fmt::format("{} of {}", part.rows.size(), counted(table->rows.size(), "row")));
  warn_of_missing_shards(table->missing_shards, options, log);
  return table->rows.empty() ? kExitPartial : kExitOk;
}

}  // namespace ofsearch
