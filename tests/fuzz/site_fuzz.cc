// A page of the site, or its robots.txt, as the fetcher is given it.
#include "common/dates/date.h"
#include "fetcher/site/pages.h"
#include "fetcher/site/robots.h"
#include "tests/fuzz/target.h"

#include <set>
#include <string>

namespace ofsearch::fuzz {
namespace {

constexpr const char* kAddress = "https://reports.example.org/search?start=100";

void check_page(std::string_view html) {
  std::set<std::string> seen;
  for (const ListedProvider& provider : providers_of(html, kAddress)) {
    require(!provider.number.empty() && !provider.address.empty(), "a provider has a number");
    require(seen.insert(provider.number).second, "a provider is listed once");
  }
  seen.clear();
  for (const ListedReport& report : reports_of(html, kAddress).reports) {
    require(!report.number.empty() && !report.address.empty(), "a report has a number");
    require(seen.insert(report.number).second, "a report is listed once");
    require(report.published.empty() || parse_iso_date(report.published),
            "dates are ISO dates of the calendar");
  }
  says_not_found(html);
  title_of(html);
  std::string day = last_day_in(html);
  require(day.empty() || parse_iso_date(day), "dates are ISO dates of the calendar");
}

void check_robots(std::string_view text) {
  const Robots robots = Robots::parse(text, "offetch");
  require(robots.crawl_delay() >= 0, "a pause is not negative");
  for (std::string_view path : {std::string_view("/"), std::string_view("/a/b?c=d"), text})
    require(robots.allows(path) == robots.allows(path), "a rule says one thing");
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ofsearch::fuzz::check_page(ofsearch::fuzz::as_text(data, size));
  ofsearch::fuzz::check_robots(ofsearch::fuzz::as_text(data, size));
  return 0;
}
