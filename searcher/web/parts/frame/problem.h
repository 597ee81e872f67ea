// Makes answers of refusals and failures: problem+json for programs, a page for people.
#pragma once

#include "common/system/error.h"
#include "searcher/web/server/http.h"
#include "searcher/web/server/site.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::web {

// The words and address of what may have been meant.
using Links = std::vector<std::pair<std::string, std::string>>;

// Returns the words of a status: "Not Found" for 404.
std::string_view status_words(int status);

// Returns an answer that refuses. With `api` it is application/problem+json (RFC 9457). `query` is
// what the search box of the page has in it.
HttpResponse problem_answer(int status, const std::string& detail, bool api, const Site& site,
                            std::string_view query = "");

HttpResponse not_found_page(const std::string& detail, const Site& site, const Links& meant);

// Returns the answer for what a search failed with: 400 for what was asked wrongly, 404 for what is
// not there. For an index that cannot be read it is 503, and the reason goes to Site::report.
// `meant` is for a page.
HttpResponse error_answer(const Error& error, bool api, const Site& site,
                          std::string_view query = "", const Links& meant = {});

// Return such answers in place of a file of results, which programs read too: one sentence of plain
// text.
HttpResponse problem_as_text(int status, const std::string& detail, const Site& site);
HttpResponse error_as_text(const Error& error, const Site& site);

}  // namespace ofsearch::web
