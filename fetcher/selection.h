// What of the site's listing is to be fetched.
#pragma once

#include "common/system/result.h"
#include "fetcher/fetch.h"
#include "fetcher/record.h"
#include "fetcher/site/listing.h"

#include <string>
#include <vector>

namespace ofsearch {

// Error kRefused when the site lists fewer than half of the providers that it listed before: the
// site is rather broken than that they are gone.
Result<void> check_not_shrunk(const Record& record, const std::vector<ListedProvider>& providers);

// Those of these names or numbers, in the order typed; all where none is typed. Error kUsage for a
// name that the site does not list, with the nearest ones.
Result<std::vector<ListedProvider>> selected_providers(const std::vector<ListedProvider>& providers,
                                                       const std::vector<std::string>& typed_names);

// Whether the options ask for a report of this type and date of publication. One without a date is
// rather fetched than lost.
bool is_wanted(const FetchOptions& options, const ListedReport& listed, const std::string& type);

}  // namespace ofsearch
