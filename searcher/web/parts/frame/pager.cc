#include "searcher/web/parts/frame/pager.h"

#include "common/text/counted.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ofsearch::web {
namespace {

std::string page_link(size_t offset, const Parameters& parameters, const Site& site) {
  Parameters there = parameters.without("offset");
  if (offset > 0) there = there.set("offset", std::to_string(offset));
  return there.link(site.path("/search"));
}

}  // namespace

Json pages_view(const SearchRequest& request, const SearchResults& results,
                const Parameters& parameters, const Site& site) {
  if (request.limit == 0 || results.hits.empty()) return Json();
  const size_t limit = request.limit, last = request.offset + limit;
  const size_t reachable = std::min(results.listed_reports, site.limits.last_report);
  const bool has_previous = request.offset > 0, has_next = last < reachable;
  const size_t page = request.offset / limit + 1;
  const std::string before =
      page_link(request.offset - std::min(request.offset, limit), parameters, site);
  return {{"previous", has_previous ? before : ""},
          {"next", has_next ? page_link(last, parameters, site) : ""},
          {"page", page},
          {"pages", std::max((reachable + limit - 1) / limit, page)},
          {"any", has_previous || has_next}};
}

Json behind_view(const SearchRequest& request, const SearchResults& results,
                 const Parameters& parameters, const Site& site) {
  const size_t listed = results.listed_reports;
  if (request.limit == 0 || request.offset == 0 || !results.hits.empty() || listed == 0)
    return Json();
  const size_t last = (std::min(listed, site.limits.last_report) - 1) / request.limit;
  return {{"listed", counted_with_commas(listed, "report")},
          {"number", with_commas(request.offset + 1)},
          {"first", page_link(0, parameters, site)},
          {"last", page_link(last * request.limit, parameters, site)}};
}

}  // namespace ofsearch::web
