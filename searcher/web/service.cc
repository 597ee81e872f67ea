#include "searcher/web/service.h"

#include "searcher/web/parts/frame/problem.h"
#include "searcher/web/parts/query/request.h"
#include "searcher/web/router.h"
#include "searcher/web/routes.h"
#include "searcher/web/server/compression.h"
#include "searcher/web/server/headers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

namespace ofsearch::web {
namespace {

// Says in a header of every answer that it is partial, as not every format has room for it. Pages
// say it in words, too.
void say_it_is_partial(const std::vector<std::string>& missing, HttpResponse* response) {
  if (!missing.empty())
    response->headers.emplace_back("Missing-Shards", fmt::format("{}", fmt::join(missing, ", ")));
}

// Makes all of an answer from one generation. It is made again if another one was published
// meanwhile.
HttpResponse from_one_generation(FromIndex answer, const Route& route, const Site& site,
                                 Searcher* searcher) {
  constexpr int kTries = 5;
  for (int attempt = 1;; ++attempt) {
    std::string generation = searcher->generation();
    searcher->forget_missing_shards();
    HttpResponse response = answer(route, site, searcher);
    if (response.status == 200) say_it_is_partial(searcher->missing_shards(), &response);
    if (generation == searcher->generation() || attempt == kTries) return response;
  }
}

HttpResponse search(const HttpRequest& request, const Route& route, FromIndex answer,
                    const Site& site, Searcher* searcher) {
  // An index that cannot be opened any more: the old one still answers.
  [[maybe_unused]] auto followed = searcher->follow();
  std::string tag = entity_tag(searcher->generation());
  if (has_current(request, tag)) return {304, "", "", {{"ETag", tag}}};
  HttpResponse response;
  try {
    response = from_one_generation(answer, route, site, searcher);
  } catch (const std::bad_alloc&) {
    if (site.report) site.report({ErrorCode::kInternal, "there is not enough memory", ""});
    response = refuse(request, site, 500, "There was not enough memory for this answer.");
  } catch (const std::exception& error) {
    if (site.report)
      site.report({ErrorCode::kInternal, std::string("an unexpected error: ") + error.what(), ""});
    response = refuse(request, site, 500, "An unexpected error ended this answer.");
  }
  if (response.status == 200)
    response.headers.emplace_back("ETag", entity_tag(searcher->generation()));
  return response;
}

}  // namespace

Plan plan(const HttpRequest& request, const Site& site) {
  auto routed = route(request, site);
  if (const auto* problem = std::get_if<Problem>(&routed))
    return refuse(request, site, problem->status, problem->detail);
  Route& found = std::get<Route>(routed);
  found.parameters = with_plain_switches(std::move(found.parameters));
  if (const auto* answer = std::get_if<WithoutIndex>(&found.address->answer)) {
    HttpResponse response = (*answer)(request, found, site);
    compress(request, &response);
    return response;
  }
  const FromIndex answer = std::get<FromIndex>(found.address->answer);
  return SearchPool::Work([request, found = std::move(found), answer, &site](Searcher* searcher) {
    HttpResponse response = search(request, found, answer, site, searcher);
    compress(request, &response);
    return response;
  });
}

HttpResponse refuse(const HttpRequest& request, const Site& site, int status,
                    const std::string& detail) {
  if (is_file_of_results(request, site)) return problem_as_text(status, detail, site);
  return problem_answer(status, detail, is_api(request, site), site);
}

}  // namespace ofsearch::web
