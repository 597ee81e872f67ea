#include "indexer/generation/run_report.h"

#include "common/index/schema.h"
#include "common/system/version.h"
#include "common/text/counted.h"
#include "common/text/harmless.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace ofsearch {
namespace {

constexpr std::array<std::string_view, 12> kSummaryFields = {"id",
                                                             "path",
                                                             "kind",
                                                             "title",
                                                             "authority",
                                                             "visit_type",
                                                             "inspection_start",
                                                             "inspection_end",
                                                             "published",
                                                             "year",
                                                             "grade",
                                                             "standing_grade"};

std::string_view outcome_name(RunReport::Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames = {"failed", "published", "unchanged"};
  return kNames.at(static_cast<size_t>(outcome));
}

Json counts(const RunReport& report) {
  return {{"reports", report.reports},
          {"passages", report.passages},
          {"restated", report.restated.size()},
          {"added", report.added.size()},
          {"changed", report.changed.size()},
          {"moved", report.moved.size()},
          {"removed", report.removed.size()},
          {"unchanged", report.unchanged},
          {"failed", report.failures.size()},
          {"left_out", report.left_out.size()},
          {"copies", report.copies},
          {"warnings", report.warnings.size() + report.document_warnings.size()}};
}

Json failures_json(const RunReport& report) {
  Json list = Json::array();
  for (const Failure& failure : report.failures)
    list.push_back({{"path", failure.path}, {"reason", failure.reason}, {"known", failure.known}});
  return list;
}

Json left_out_json(const RunReport& report) {
  Json list = Json::array();
  for (const PassedOver& file : report.left_out)
    list.push_back({{"path", file.path}, {"reason", file.reason}});
  return list;
}

Json moves_json(const RunReport& report) {
  Json list = Json::array();
  for (const Move& move : report.moved) list.push_back({{"from", move.from}, {"to", move.to}});
  return list;
}

void add_count(size_t count, const char* what, std::string* line) {
  if (count > 0) *line += fmt::format(", {} {}", with_commas(count), what);
}

}  // namespace

Json summary_fields(const Json& report) {
  Json out = Json::object();
  for (std::string_view field : kSummaryFields) {
    auto it = report.find(field);
    out[std::string(field)] = it == report.end() ? Json() : *it;
  }
  return out;
}

Json run_report_json(const RunReport& report) {
  Json json = Json::object();
  json["program"] = "ofindex";
  json["version"] = kVersion;
  json["schema_version"] = kSchemaVersion;
  json["outcome"] = outcome_name(report.outcome);
  json["error"] = report.error.empty() ? Json() : Json(report.error);
  json["index"] = report.index;
  json["generation"] = report.generation == 0 ? Json() : Json(report.generation);
  json["rebuilt"] = report.rebuilt.empty() ? Json() : Json(report.rebuilt);
  json["started"] = report.started;
  json["seconds"] = {{"total", report.seconds},
                     {"reading", report.seconds_reading},
                     {"writing", report.seconds_writing}};
  json["jobs"] = report.jobs;
  json["shards"] = report.shards;
  json["sandbox"] = report.sandbox;
  json["ocr"] = report.ocr;
  json["counts"] = counts(report);
  json["added"] = report.added;
  json["changed"] = report.changed;
  json["moved"] = moves_json(report);
  json["removed"] = report.removed;
  json["restated"] = report.restated;
  json["failures"] = failures_json(report);
  json["left_out"] = left_out_json(report);
  json["warnings"] = report.warnings;
  for (const DocumentWarning& warning : report.document_warnings)
    json["warnings"].push_back(fmt::format("{}: {}", warning.path, warning.warning));
  return json;
}

std::string run_report_text(const RunReport& report) {
  return harmless_json(
             run_report_json(report).dump(2, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

std::string summary_line(const RunReport& report) {
  std::string line = counted_with_commas(report.reports, "report") + ", " +
                     counted_with_commas(report.passages, "passage");
  if (report.outcome == RunReport::kUnchanged) {
    line += "; nothing has changed";
  } else {
    std::string changes;
    add_count(report.added.size(), "added", &changes);
    add_count(report.changed.size(), "changed", &changes);
    add_count(report.moved.size(), "moved", &changes);
    add_count(report.removed.size(), "removed", &changes);
    add_count(report.unchanged, "unchanged", &changes);
    add_count(report.restated.size(), "with new facts", &changes);
    if (!changes.empty()) line += ":" + changes.substr(1);
  }
  if (!report.failures.empty())
    line += fmt::format("; {} not read", with_commas(report.failures.size()));
  if (!report.left_out.empty())
    line += fmt::format("; {} left out", with_commas(report.left_out.size()));
  if (!report.document_warnings.empty())
    line += fmt::format("; {} (--run-report and ofindex --stats --warnings list {})",
                        counted_with_commas(report.document_warnings.size(), "warning"),
                        report.document_warnings.size() == 1 ? "it" : "them");
  return line + fmt::format("; {:.{}f} s", report.seconds, report.seconds < 1 ? 2 : 1);
}

}  // namespace ofsearch
