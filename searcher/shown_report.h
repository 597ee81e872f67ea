// A whole report as --show prints it: what of it is asked for, with the words of a query marked.
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
  std::map<int, Marks> marks;  // of the words, by Passage::n; only passages that have any
};

// `id`: as Searcher::report(). `request`: words to mark, and filters of passages (section, finding,
// topic); nothing else of it counts. Errors as Searcher::report() and Searcher::search().
Result<ShownReport> shown_report(Searcher* searcher, const std::string& id,
                                 const SearchRequest& request);

// The names of filters of `request` that select reports, not passages, as options; a report that is
// shown needs none.
std::vector<std::string> filters_of_reports(const SearchRequest& request);

}  // namespace ofsearch
