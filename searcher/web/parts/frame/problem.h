// Refusals and failures as answers: problem+json for programs, a page for people.
#pragma once

#include "common/system/error.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::web {

// Words and address of what may have been meant.
using Links = std::vector<std::pair<std::string, std::string>>;

// RFC 9457. "Not Found" for 404.
std::string_view status_words(int status);

// `api`: as application/problem+json. `query`: what the search box of the page has in it.
HttpResponse problem_answer(int status, const std::string& detail, bool api, const Site& site,
                            std::string_view query = "");

HttpResponse not_found_page(const std::string& detail, const Site& site, const Links& meant);

// What a search failed with: 400 for what was asked wrongly, 404 for what is not there. For an
// index that cannot be read 503, and the reason to Site::report. `meant`: for a page.
HttpResponse error_answer(const Error& error, bool api, const Site& site,
                          std::string_view query = "", const Links& meant = {});

// The same in place of a file of results, which programs read too: one sentence of plain text.
HttpResponse problem_as_text(int status, const std::string& detail, const Site& site);
HttpResponse error_as_text(const Error& error, const Site& site);

}  // namespace ofsearch::web
