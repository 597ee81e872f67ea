// Selects what to fetch from the site's list.
#pragma once

#include "common/system/result.h"
#include "fetcher/fetch.h"
#include "fetcher/record.h"
#include "fetcher/site/listing.h"

#include <string>
#include <vector>

namespace ofsearch {

// Returns the error kRefused if the site lists fewer than half of the providers that it listed
// before, and those were 20 or more: more likely the site is broken than that they are gone.
Result<void> check_not_shrunk(const Record& record, const std::vector<ListedProvider>& providers);

// Returns the providers with these names or numbers, in the order typed; all if none is typed.
// Error kUsage for a name that the site does not list, with the nearest names.
Result<std::vector<ListedProvider>> selected_providers(const std::vector<ListedProvider>& providers,
                                                       const std::vector<std::string>& typed_names);

// Tells whether the options select a report of this type and date of publication. A report without
// a date passes every --since.
bool is_wanted(const FetchOptions& options, const ListedReport& listed, const std::string& type);

}  // namespace ofsearch
