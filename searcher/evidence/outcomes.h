// Makes a table with the latest inspection of each authority and its grades, one row an authority.
// It has the column names of Data to Insight's table of inspections (ofsted-ilacs-scrape-tool), so
// what reads that table reads this one.
#pragma once

#include "common/system/result.h"
#include "searcher/results/table.h"
#include "searcher/search.h"

namespace ofsearch {

// Returns the table, by name of authority. It has inspections of local authority children's
// services (ILACS), or of the type that `filters` name, as far as `filters` select them; query and
// limits are ignored. Grades are in lower case, as in the other table. An overall grade that is not
// awarded any more (inspections from about April 2026) is "not_reported_post_reform", one that is
// not known is "data_unreadable". `urn` and `la_code`, which reports do not print, are empty.
// Errors as Searcher::search, and kUsage for a type that awards no grades.
Result<Table> outcomes(Searcher* searcher, const SearchRequest& filters);

}  // namespace ofsearch
