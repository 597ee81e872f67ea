#include "fetcher/actions.h"

#include "common/options/batch.h"
#include "common/process/stop.h"
#include "common/system/version.h"
#include "common/text/harmless.h"
#include "fetcher/fetch.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

constexpr size_t kMostWarnings = 20;  // that are told one by one

void print_new(const FetchedReport& report, bool dry_run, std::ostream& out) {
  out << printable(fmt::format("{} {}, {}, {}: {}",
                               dry_run ? "would fetch" : "new:", report.authority, report.title,
                               report.published.empty() ? "undated" : report.published,
                               report.path.empty() ? report.address : report.path))
      << std::endl;
}

void print_trouble(const FetchReport& report, bool quiet, const Log& log) {
  for (const FetchFailure& failure : report.failures)
    log.error({ErrorCode::kUnreadable, printable(failure.reason), ""});
  if (quiet) return;
  for (size_t i = 0; i < report.warnings.size() && i < kMostWarnings; ++i)
    log.warning(printable(report.warnings[i]));
  if (report.warnings.size() > kMostWarnings)
    log.warning(fmt::format("and {} more; --run-report names them all",
                            report.warnings.size() - kMostWarnings));
  for (const FetchedReport& gone : report.unlisted)
    log.note(printable(fmt::format("no longer listed: {}, {}, {}", gone.authority, gone.title,
                                   gone.path.empty() ? gone.address : gone.path + " (kept)")));
}

}  // namespace

ExitStatus run_fetch(const FetchOptions& options, std::ostream& out, const Log& log) {
  install_stop_signals();
  HttpClient http({fmt::format("offetch/{} ({})", kVersion, options.contact), options.timeout});
  FetchReport report;
  bool json_on_out = options.run_report == "-";
  auto on_new = [&](const FetchedReport& each) {
    if (!options.quiet && !json_on_out) print_new(each, options.dry_run, out);
  };
  auto result = fetch(options, real_surroundings(&http), on_new, &report);
  print_trouble(report, options.quiet, log);
  auto written = write_run_report(fetch_report_json(report, result ? "" : result.error().text()),
                                  options.run_report, out);
  if (!written) log.error(written.error());
  if (!result) {
    log.error(result.error());
    return status_of(result.error());
  }
  log.note(summary_line(report));
  return report.failures.empty() && written ? kExitOk : kExitPartial;
}

}  // namespace ofsearch
