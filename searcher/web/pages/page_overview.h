// Makes the page of what all reports show together: how many of what kind and year there are, how
// they were graded, which authorities were visited when, how long publication took, and who waits
// longest for an inspection.
#pragma once

#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

HttpResponse overview_page(const Site& site, Searcher* searcher);

}  // namespace ofsearch::web
