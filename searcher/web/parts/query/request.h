// The parameters of a page or of the API as a search, read by the very rules of the command line.
#pragma once

#include "common/system/result.h"
#include "searcher/options/options.h"
#include "searcher/results/results.h"
#include "searcher/web/server/limits.h"
#include "searcher/web/server/query_string.h"

#include <string>
#include <vector>

namespace ofsearch::web {

// "q" is the query; every filter has the name of its option ("type", "standing-grade"), and so have
// "limit", "offset", "sort" and the others of parameter_names(). kUsage for an unknown name, a
// value that does not exist, or more than the limits.
Result<SearchRequest> search_request(const Parameters& parameters, const Limits& limits);

// The same with options of the command line beside them: {"--history=Cumbria"}.
Result<SearchOptions> search_options(const Parameters& parameters, const Limits& limits,
                                     const std::vector<std::string>& more);

// Every parameter that search_request() takes.
const std::vector<std::string>& parameter_names();

// The same with "1" for "true" and "yes" of a switch, by which links and pages know it.
Parameters with_plain_switches(Parameters parameters);

// True for the names of parameters that select reports, "q" among them.
bool selects(std::string_view name);

}  // namespace ofsearch::web
