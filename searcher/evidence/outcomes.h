// The latest inspection of each authority with its grades: one row an authority, with the column
// names of Data to Insight's table of inspections (ofsted-ilacs-scrape-tool), so that what reads
// that table reads this one.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

namespace ofsearch {

// Of the inspections of local authority children's services (ILACS), or of the type that `filters`
// name, that `filters` select; query and limits are ignored. By name of authority. Grades are
// written as there: in lower case; an overall grade that is not awarded any more (inspections from
// about April 2026) as "not_reported_post_reform", one that is not known as "data_unreadable".
// `urn` and `la_code`, which reports do not print, are empty. Errors as Searcher::search, and
// kUsage for a type that awards no grades.
Result<Table> outcomes(Searcher* searcher, const SearchRequest& filters);

}  // namespace ofsearch
