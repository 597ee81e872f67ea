// Makes pages that say the same whatever the index holds.
#pragma once

#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

namespace ofsearch::web {

HttpResponse help_page(const Site& site);

HttpResponse accessibility_page(const Site& site);

}  // namespace ofsearch::web
