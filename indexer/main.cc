// ofindex: options to one call of the indexer library to messages and an exit status.
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "common/database.h"
#include "common/exit_status.h"
#include "common/log.h"
#include "common/report_json.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"

namespace ofsearch {
namespace {

int run(const IndexOptions& options, const Log& log) {
  if (options.inspect) {
    bool failed = false;
    auto result = inspect(options.paths, [&](const std::string& path, Result<Report> report) {
      if (!report) {
        failed = true;
        log.error({ErrorCode::kUnreadable, path + ": " + report.error().text(), ""});
        return;
      }
      Json json = report_fields(*report);
      json["evidence"] = evidence_fields(report->metadata);
      json["passages"] = report->passages.size();
      json["warnings"] = report->metadata.warnings;
      std::cout << json.dump() << "\n";
    });
    return !result ? kExitIndex : failed ? kExitPartial : kExitOk;
  }
  auto summary = build_index({options.paths, index_path(options.db)}, [](const Progress&) {});
  if (!summary) {
    log.error(summary.error());
    return kExitIndex;
  }
  for (const Failure& failure : summary->failures)
    log.error({ErrorCode::kUnreadable, failure.path + ": " + failure.reason, ""});
  log.note(fmt::format("{} reports, {} passages, {} not read", summary->reports,
                       summary->passages, summary->failures.size()));
  return summary->failures.empty() ? kExitOk : kExitPartial;
}

}  // namespace
}  // namespace ofsearch

int main(int argc, char** argv) {
  using namespace ofsearch;
  Log log("ofindex");
  auto options = parse_index_options(argc, argv);
  if (!options) {
    log.error(options.error());
    return kExitUsage;
  }
  if (!options->information.empty()) {
    std::cout << options->information;
    return kExitOk;
  }
  return run(*options, Log("ofindex", options->quiet));
}
