#include "common/index/schema.h"

#include "common/text/code_points.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

Report dated(const std::string& id, const std::string& authority, const std::string& end,
             int year) {
  Report report;
  report.id = id;
  report.metadata.authority = authority;
  if (!end.empty()) report.metadata.inspection_end = end;
  if (year != 0) report.metadata.year = year;
  return report;
}

const std::vector<Report>& reports() {
  static const std::vector<Report> kReports = {
      dated("a", "Northmere", "2019-03-05", 2019),
      dated("b", "North", "2019-03-05", 2019),
      dated("c", "Northmere", "2021-11-30", 2021),
      dated("d", "Northmere", "", 2019),
      dated("e", "Northmere", "", 0),
      dated("f", "Northmere", "2019-03-05", 2019),
  };
  return kReports;
}

std::string ids_ordered_by(unsigned slot) {
  std::vector<std::pair<std::string, std::string>> keys;
  for (const Report& report : reports())
    for (const auto& [key_slot, key] : order_keys(report))
      if (key_slot == slot) keys.emplace_back(key, report.id);
  std::sort(keys.begin(), keys.end());
  std::string ids;
  for (const auto& [key, id] : keys) ids += id;
  return ids;
}

TEST_CASE("a long term is cut between characters") {
  for (const char* start : {"", "a", "aa"}) {
    std::string key = start;
    for (int i = 0; i < 100; ++i) key += "\u20AC";
    const std::string term = prefixed_term(kMeaningPrefix, key);
    CHECK(is_utf8(term));
    CHECK(term.size() <= 245);
    CHECK(term.size() > 245 - 3);
  }
  CHECK(prefixed_term(kMeaningPrefix, "one") == "XL:one");
}

TEST_CASE("Order keys list reports by date or name, those without a date last, ties by id") {
  CHECK(ids_ordered_by(kNewestOrderSlot) == "cabfde");
  CHECK(ids_ordered_by(kOldestOrderSlot) == "dabfce");
  CHECK(ids_ordered_by(kAuthorityOrderSlot) == "bcafde");
}

}  // namespace
}  // namespace ofsearch
