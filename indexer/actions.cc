#include "indexer/actions.h"

#include "common/index/index.h"
#include "common/options/batch.h"
#include "common/process/stop.h"
#include "common/records/report_json.h"
#include "common/report/values.h"
#include "common/terminal/terminal_width.h"
#include "common/text/counted.h"
#include "common/text/harmless.h"
#include "indexer/card.h"
#include "indexer/generation/index_check.h"
#include "indexer/generation/index_stats.h"
#include "indexer/generation/rollback.h"
#include "indexer/inspection.h"
#include "indexer/metadata/corrections/corrections_files.h"
#include "indexer/readers/ocr.h"
#include "indexer/run/corpus.h"
#include "indexer/run/progress.h"
#include "indexer/run/run.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <optional>

namespace ofsearch {
namespace {

ExitStatus fail(const Error& error, const Log& log) {
  log.error(error);
  return status_of(error);
}

Error unreadable(const std::string& path, const std::string& reason) {
  return {ErrorCode::kUnreadable, fmt::format("{}: {}", path, reason), ""};
}

// ---- Building -------------------------------------------------------------------------------

ReadingLimits reading_limits(const IndexOptions& options) {
  return {static_cast<size_t>(options.memory_limit), options.time_limit, !options.no_sandbox,
          nullptr};
}

BuildOptions build_options(const IndexOptions& options) {
  BuildOptions build;
  build.roots = options.paths;
  if (!options.remove_root.empty()) build.remove_roots = {options.remove_root};
  build.index = index_path(options.db);
  build.jobs = options.jobs;
  build.shards = options.shards;
  build.keep = options.keep;
  build.rebuild = options.rebuild;
  build.retry_failed = options.retry_failed;
  build.allow_shrink = options.allow_shrink;
  build.corrections = options.corrections;
  build.limits = reading_limits(options);
  if (options.ocr || options.no_ocr) build.ocr = options.ocr;
  return build;
}

// Prints failures. A document that could not be read before and has not changed is counted, not
// named every night.
void print_failures(const RunReport& report, const Log& log) {
  size_t known = 0;
  for (const Failure& failure : report.failures) {
    if (failure.known)
      ++known;
    else
      log.error(unreadable(failure.path, failure.reason));
  }
  if (known > 0)
    log.note(fmt::format(
        "{} could not be read before and {} not changed; ofindex "
        "--stats --warnings lists {}",
        counted(known, "document"), known == 1 ? "has" : "have", known == 1 ? "it" : "them"));
}

ExitStatus build(const IndexOptions& options, std::ostream& out, const Log& log) {
  install_stop_signals();
  RunReport report;
  Result<void> result;
  {
    ProgressBar bar(STDERR_FILENO, !options.quiet);
    result = build_index(
        build_options(options), [&](const Progress& progress) { bar.update(progress); }, &report);
  }
  auto written = write_run_report(run_report_text(report), options.run_report, out);
  if (!written) log.error(written.error());
  if (!result) {
    print_failures(report, log);
    return fail(result.error(), log);
  }
  if (!report.rebuilt.empty() && !options.rebuild)
    log.note(fmt::format("the index was written anew: {}", report.rebuilt));
  for (const std::string& warning : report.warnings) log.warning(warning);
  print_failures(report, log);
  log.note(summary_line(report));
  return report.failures.empty() && written ? kExitOk : kExitPartial;
}

// ---- Instead of building ----------------------------------------------------------------------

// Every key of a report's fields, null.
Json empty_fields(const std::string& path) {
  Json json = report_fields(Report());
  for (auto& [key, value] : json.items()) value = nullptr;
  json["path"] = path;
  return json;
}

Json error_json(const std::string& path, const Error& error) {
  Json json = empty_fields(path);
  json["evidence"] = nullptr;
  json["passages"] = nullptr;
  json["warnings"] = nullptr;
  json["error"] = error.text();
  return json;
}

Json inspection_json(const Report& report, bool with_passages) {
  Json json = report_fields(report);
  json["evidence"] = evidence_fields(report.metadata);
  json["passages"] = report.passages.size();
  json["warnings"] = report.metadata.warnings;
  if (!with_passages) return json;
  json["passage_list"] = Json::array();
  for (const Passage& passage : report.passages)
    json["passage_list"].push_back(passage_fields(passage));
  return json;
}

void print_card(const Report& report, bool with_passages, std::ostream& out) {
  write_card(report, wants_colour(STDOUT_FILENO), out);
  if (with_passages)
    for (const Passage& passage : report.passages)
      out << fmt::format(
          "\n{}{}, page {}{} ({})\n{}\n", printable(passage.section),
          passage.paragraph.empty() ? "" : ", paragraph " + printable(passage.paragraph),
          passage.page, passage.ocr ? " of a scan" : "", finding_name(passage.finding),
          printable(passage.text, "\t\n"));
}

std::string dump(const Json& json) {
  return harmless_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

ExitStatus inspect_documents(const IndexOptions& options, std::ostream& out, const Log& log) {
  install_stop_signals();
  auto loaded = load_corrections(options.corrections, options.paths);
  if (!loaded) return fail(loaded.error(), log);
  bool failed = false, jsonl = options.format == "jsonl";
  auto print = [&](const std::string& path, const Result<Report>& report) {
    failed = failed || !report;
    if (!report) log.error(unreadable(path, report.error().text()));
    if (jsonl)
      out << dump(report ? inspection_json(*report, options.passages)
                         : error_json(path, report.error()));
    else if (report)
      print_card(*report, options.passages, out);
    out.flush();
  };
  ReadingLimits limits = reading_limits(options);
  if (options.ocr) {
    auto ocr = Ocr::load();
    if (!ocr) return fail(ocr.error(), log);
    limits.ocr = *ocr;
  }
  auto result = inspect({options.paths, options.jobs, limits, loaded->corrections}, print);
  if (!result) return fail(result.error(), log);
  return failed ? kExitPartial : kExitOk;
}

ExitStatus check(const IndexOptions& options, std::ostream& out, const Log& log) {
  auto path = index_path(options.db);
  auto result = check_index(path);
  if (!result) return fail(result.error(), log);
  for (const std::string& problem : result->problems)
    log.error({ErrorCode::kIndexDamaged, problem, ""});
  if (!result->problems.empty())
    return fail({ErrorCode::kIndexDamaged, fmt::format("the index at {} is damaged", path.string()),
                 result->has_earlier
                     ? fmt::format("go back to the generation before with: ofindex --rollback --db "
                                   "{}, or {}",
                                   path.string(), rebuild_hint(path))
                     : rebuild_hint(path)},
                log);
  if (!options.quiet)
    out << fmt::format("the index at {} is sound: {}, {}, {}\n", printable(path.string()),
                       counted_with_commas(result->reports, "report"),
                       counted_with_commas(result->passages, "passage"),
                       counted(result->shards, "shard"));
  return kExitOk;
}

ExitStatus stats(const IndexOptions& options, std::ostream& out, const Log& log) {
  auto result = index_stats(index_path(options.db));
  if (!result) return fail(result.error(), log);
  if (options.format == "json")
    out << harmless_json(result->dump(2, ' ', false, Json::error_handler_t::replace)) << "\n";
  else
    out << printable(options.warnings ? format_warnings(*result, terminal_width(STDOUT_FILENO))
                                      : format_stats(*result, terminal_width(STDOUT_FILENO)),
                     "\n");
  return kExitOk;
}

ExitStatus roll_back(const IndexOptions& options, std::ostream&, const Log& log) {
  auto generation = roll_back_index(index_path(options.db));
  if (!generation) return fail(generation.error(), log);
  log.note(fmt::format("generation {} is the index again", *generation));
  return kExitOk;
}

}  // namespace

ExitStatus run_action(const IndexOptions& options, std::ostream& out, const Log& log) {
  using Function = ExitStatus (*)(const IndexOptions&, std::ostream&, const Log&);
  static const std::map<IndexOptions::Action, Function> kFunctions = {
      {IndexOptions::kBuild, build},        {IndexOptions::kInspect, inspect_documents},
      {IndexOptions::kCheck, check},        {IndexOptions::kStats, stats},
      {IndexOptions::kRollback, roll_back},
  };
  return kFunctions.at(options.action)(options, out, log);
}

}  // namespace ofsearch
