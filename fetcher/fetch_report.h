// What a run of offetch did.
#pragma once

#include "fetcher/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ofsearch {

struct FetchFailure {
  std::string what;    // an authority or an address
  std::string reason;  // a sentence
};

struct FetchReport {
  std::string started;  // ISO 8601, UTC
  double seconds = 0;
  bool dry_run = false;
  uint64_t requests = 0, bytes = 0;
  size_t authorities = 0;               // whose pages were read
  size_t listed = 0;                    // reports that the site lists and the filters select
  size_t kept = 0;                      // of these, there already
  std::vector<FetchedReport> fetched;   // new ones; in a dry run, what would be fetched
  std::vector<FetchedReport> changed;   // fetched anew, since the site has another file now
  std::vector<FetchedReport> unlisted;  // that the site no longer lists, since this run
  std::vector<FetchFailure> failures;
  std::vector<std::string> warnings;
};

// The object of --run-report; `error` is what ended the run, empty if nothing did.
std::string fetch_report_json(const FetchReport& report, const std::string& error);

// "3 new reports, 410 there already, ..."
std::string summary_line(const FetchReport& report);

}  // namespace ofsearch
