// Opens the files of indexed documents. They are found by the report they belong to, never by a
// name from outside.
#pragma once

#include "common/files/descriptor.h"
#include "searcher/search.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>

namespace ofsearch::web {

// Opens the file of `report`. Errors: kNotFound if it is not on this machine any more.
Result<Descriptor> open_file(const Report& report);

// Tells whether open_file() would find it.
bool has_file(const Report& report);
// Tells so for a PDF, whose pages can be drawn; false for other files.
bool has_printed_pages(const Report& report);

// Answers with the file as it was indexed; another content under its name is refused. A PDF is
// shown by the browser, everything else is for saving.
HttpResponse document_file(const std::string& id, const Site& site, Searcher* searcher);

// Returns the address "/files/ID", at a page if `page` is not 0.
std::string file_link(const Report& report, int page, const Site& site);

}  // namespace ofsearch::web
