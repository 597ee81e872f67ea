// Reads the parameters of a page or of the API as a search, by the very rules of the command line.
#pragma once

#include "common/system/result.h"
#include "searcher/options/options.h"
#include "searcher/results/results.h"
#include "searcher/web/server/limits.h"
#include "searcher/web/server/query_string.h"

#include <string>
#include <vector>

namespace ofsearch::web {

// Returns the search. "q" is the query. Every filter has the name of its option ("type",
// "standing-grade"), and so have "limit", "offset", "sort" and the others of parameter_names().
// Errors: kUsage for an unknown name, a value that does not exist, or more than the limits.
Result<SearchRequest> search_request(const Parameters& parameters, const Limits& limits);

// Returns the same with options of the command line beside them: {"--history=Cumbria"}.
Result<SearchOptions> search_options(const Parameters& parameters, const Limits& limits,
                                     const std::vector<std::string>& more);

// Returns every parameter that search_request() takes.
const std::vector<std::string>& parameter_names();

// Returns `parameters` with "1" for "true" and "yes" of a switch; links and pages know it by that.
Parameters with_plain_switches(Parameters parameters);

// Returns true for the names of parameters that select reports, "q" among them.
bool selects(std::string_view name);

}  // namespace ofsearch::web
