#include "fetcher/site/listing.h"

#include <fmt/format.h>

#include <set>

namespace ofsearch {
namespace {

constexpr int kRows = 100;      // the most that the site gives
constexpr int kMostPages = 50;  // no search for authorities is as long

// Children's social care (3), local authorities (12).
std::string search_address(const std::string& site, int start) {
  return fmt::format(
      "{}/search?q=&location=&lat=&lon=&radius=&level_1_types=3&level_2_types%5B%5D=12"
      "&start={}&rows={}",
      site, start, kRows);
}

Error strange_page(const std::string& address, const std::string& what) {
  return {ErrorCode::kUnreadable, fmt::format("{}: {}", address, what),
          "look at it in a browser; if the site has changed, offetch must be changed too"};
}

}  // namespace

Result<std::vector<ListedProvider>> Listing::providers() {
  std::vector<ListedProvider> all;
  std::set<std::string> seen;
  for (int page = 0; page < kMostPages; ++page) {
    std::string address = search_address(site_, page * kRows);
    std::string html = OF_TRY(cache_.get(address, client_));
    std::vector<ListedProvider> found = providers_of(html, address);
    if (page == 0 && found.empty())
      return strange_page(address, "the search page lists no authority");
    size_t before = all.size();
    for (ListedProvider& provider : found)
      if (seen.insert(provider.number).second) all.push_back(std::move(provider));
    if (!found.empty() && all.size() == before)
      return strange_page(address, "the search page lists the same authorities as the one before");
    if (found.size() < kRows) return all;
  }
  return strange_page(search_address(site_, kMostPages * kRows), "the search has no end");
}

Result<std::vector<ListedReport>> Listing::reports(const ListedProvider& provider) {
  std::string html = OF_TRY(cache_.get(provider.address, client_));
  ProviderPage page = reports_of(html, provider.address);
  if (page.reports.empty() && says_not_found(html))
    return strange_page(provider.address,
                        fmt::format("the page of {} says that it is not there", provider.name));
  if (page.strange > 0)
    return strange_page(provider.address,
                        fmt::format("{} of {} links to reports lead to no numbered file",
                                    page.strange, page.strange + page.reports.size()));
  return std::move(page.reports);
}

}  // namespace ofsearch
