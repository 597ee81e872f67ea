#include "fetcher/fetch_report.h"

#include "common/system/version.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace ofsearch {
namespace {

using Json = nlohmann::ordered_json;

Json rows(const std::vector<FetchedReport>& reports) {
  Json out = Json::array();
  for (const FetchedReport& report : reports)
    out.push_back({{"url", report.address},
                   {"provider", report.provider},
                   {"authority", report.authority},
                   {"title", report.title},
                   {"published", report.published.empty() ? Json() : Json(report.published)},
                   {"type", report.type},
                   {"path", report.path.empty() ? Json() : Json(report.path)}});
  return out;
}

std::string count(size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

std::string fetch_report_json(const FetchReport& report, const std::string& error) {
  Json failures = Json::array();
  for (const FetchFailure& failure : report.failures)
    failures.push_back({{"what", failure.what}, {"reason", failure.reason}});
  Json json = {{"program", "offetch"},
               {"version", kVersion},
               {"outcome", !error.empty()   ? "failed"
                           : report.dry_run ? "dry run"
                                            : "done"},
               {"error", error.empty() ? Json() : Json(error)},
               {"started", report.started},
               {"seconds", report.seconds},
               {"requests", report.requests},
               {"bytes", report.bytes},
               {"counts",
                {{"authorities", report.authorities},
                 {"listed", report.listed},
                 {"kept", report.kept},
                 {"fetched", report.fetched.size()},
                 {"changed", report.changed.size()},
                 {"unlisted", report.unlisted.size()},
                 {"failed", report.failures.size()}}},
               {"fetched", rows(report.fetched)},
               {"changed", rows(report.changed)},
               {"unlisted", rows(report.unlisted)},
               {"failures", failures},
               {"warnings", report.warnings}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string summary_line(const FetchReport& report) {
  std::string line = fmt::format("{}{}, {} there already",
                                 count(report.fetched.size(), "new report", "new reports"),
                                 report.dry_run ? " to fetch" : "", report.kept);
  if (!report.changed.empty()) line += fmt::format(", {} changed", report.changed.size());
  if (!report.unlisted.empty())
    line += fmt::format(", {} no longer listed", report.unlisted.size());
  if (!report.failures.empty())
    line += fmt::format(", {}", count(report.failures.size(), "failure", "failures"));
  return line + fmt::format(" ({}, {})", count(report.authorities, "authority", "authorities"),
                            count(report.requests, "request", "requests"));
}

}  // namespace ofsearch
