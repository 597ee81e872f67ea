// Finds a report in the results of the search that led to it: its hits, and its neighbours in the
// list.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/query_string.h"
#include "searcher/web/server/site.h"

#include <map>
#include <string>

namespace ofsearch::web {

struct ReportInSearch {
  bool searched = false;       // whether this report is among the first results of a search
  bool lost = false;           // whether there was a search, and it is not
  bool some = false;           // whether it has only some of the query
  std::map<int, Marks> marks;  // marks of each passage found, by its number in the report
  size_t rank = 0, total = 0;  // its place in the list of reports
  std::string previous, next;  // ids of its neighbours; empty at the ends
  std::string interpreted;     // what was searched
};

// Returns where the report is in its search. `parameters` are those of the search, and "at", the
// rank that the report had in it. It is found at any other rank, too, among as many results as one
// answer may have.
ReportInSearch find_in_search(const std::string& id, const Parameters& parameters, const Site& site,
                              Searcher* searcher);

// Returns `parameters` without those of the report page itself.
Parameters search_parameters(const Parameters& parameters);

}  // namespace ofsearch::web
