// A run of offetch: what the site lists is compared with what the folder holds, and what is missing
// is fetched.
#pragma once

#include "common/system/log.h"
#include "common/system/result.h"
#include "fetcher/fetch_report.h"
#include "fetcher/options.h"
#include "fetcher/site/polite_client.h"

#include <functional>

namespace ofsearch {

// Called for each report as soon as it is there; in a dry run, for each that would be fetched.
using OnNewReport = std::function<void(const FetchedReport&)>;

// Fills `report`, also when it fails. What goes wrong with one authority or one file is a failure
// in `report` and does not end the run. Errors do: kLocked; kUsage for an authority that the site
// does not list; kRefused when the site lists less than half of what it did; kInterrupted by a
// signal; kUnreadable or kInternal when the list cannot be had, the site has stopped answering, or
// the folder cannot be written. What was fetched until then is recorded.
Result<void> fetch(const FetchOptions& options, const Surroundings& surroundings,
                   const OnNewReport& on_new, FetchReport* report);

}  // namespace ofsearch
