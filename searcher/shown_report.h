// Makes a whole report as --show prints it: the part that is asked for, with the words of a query
// marked.
#pragma once

#include "common/report/report.h"
#include "common/system/result.h"
#include "searcher/search.h"

#include <map>
#include <string>
#include <vector>

namespace ofsearch {

struct ShownReport {
  Report report;               // without the passages that the filters leave out
  std::map<int, Marks> marks;  // marked words, by Passage::n; only passages that have any
};

// Returns the report with this id; `id` is as for Searcher::report(). `request` has words to mark,
// and filters of passages (section, finding, topic); nothing else of it counts. Errors as
// Searcher::report() and Searcher::search().
Result<ShownReport> shown_report(Searcher* searcher, const std::string& id,
                                 const SearchRequest& request);

// Returns the names, as options, of the filters of `request` that select reports and not passages.
// A report that is shown needs none.
std::vector<std::string> filters_of_reports(const SearchRequest& request);

}  // namespace ofsearch
