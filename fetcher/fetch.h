// Makes a run of offetch: compares what the site lists with what the folder holds, and fetches what
// is missing.
#pragma once

#include "common/system/log.h"
#include "common/system/result.h"
#include "fetcher/fetch_report.h"
#include "fetcher/options.h"
#include "fetcher/site/polite_client.h"

#include <functional>

namespace ofsearch {

// Is called for each new report once it is stored; in a dry run, for each that would be fetched.
using OnNewReport = std::function<void(const FetchedReport&)>;

// Fills `report`, also on an error. A problem with one authority or one file is a failure in
// `report` and does not end the run. Errors end it: kLocked; kUsage for an authority that the site
// does not list; kRefused as check_not_shrunk(); kInterrupted; kUnreadable, kUnwritable or
// kInternal if the list cannot be read, the site has stopped answering, or the folder cannot be
// written. What was fetched until then is recorded.
Result<void> fetch(const FetchOptions& options, const Surroundings& surroundings,
                   const OnNewReport& on_new, FetchReport* report);

}  // namespace ofsearch
