// Holds the result of a run of offetch.
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
  size_t kept = 0;                      // of these: in the folder already
  std::vector<FetchedReport> fetched;   // new ones; in a dry run, those that would be fetched
  std::vector<FetchedReport> changed;   // fetched again, since the file on the site has changed
  std::vector<FetchedReport> unlisted;  // that the site no longer lists, first noticed by this run
  std::vector<FetchFailure> failures;
  std::vector<std::string> warnings;
};

// Returns the JSON object for --run-report. `error` is the error that ended the run; empty if none
// did.
std::string fetch_report_json(const FetchReport& report, const std::string& error);

// Returns "3 new reports, 410 there already, ...".
std::string summary_line(const FetchReport& report);

}  // namespace ofsearch
