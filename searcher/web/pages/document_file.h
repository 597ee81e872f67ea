// The files of indexed documents: opened by the report they belong to, never by a name from
// outside.
#pragma once

#include "common/files/descriptor.h"
#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// kNotFound where the file of `report` is not on this machine any more.
Result<Descriptor> open_file(const Report& report);

// Whether open_file() would find it.
bool has_file(const Report& report);
// The same for a PDF, whose pages can be drawn.
bool has_printed_pages(const Report& report);

// The file as it was indexed; another content under its name is refused. A PDF is shown by the
// browser, everything else is for saving.
HttpResponse document_file(const std::string& id, const Site& site, Searcher* searcher);

// "/files/ID", at a page if `page` is not 0.
std::string file_link(const Report& report, int page, const Site& site);

}  // namespace ofsearch::web
