#include "searcher/ranking/best_matches.h"

#include "common/index/index.h"
#include "common/index/schema.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <set>
#include <string>

namespace ofsearch {
namespace {

using test::sample_passage;

// Reports whose ids go against the order in which they were added, all with the same two passages.
std::vector<Report> tied_reports(int count) {
  std::vector<Report> reports;
  for (int i = 0; i < count; ++i)
    reports.push_back(test::sample_report(
        "report" + std::to_string(999 - i), "Someshire", 2019, "sif", "good",
        {sample_passage("Plans are clear."), sample_passage("Plans are late, plans are old.")}));
  return reports;
}

struct Found {
  std::set<std::string> reports;
  size_t matches;
};

Found best(int reports, Xapian::doccount size) {
  test::SampleIndex sample(tied_reports(reports));
  auto index = open_index(sample.path());
  REQUIRE(index);
  Xapian::Enquire enquire(index->database);
  enquire.set_query(Xapian::Query("Zclear"));
  enquire.set_weighting_scheme(Xapian::BM25Weight(0.4, 0, 1, 0, 0.5));
  Found found{{}, 0};
  for (const BestMatch& match : best_matches(&enquire, size).matches) {
    found.reports.insert(index->database.get_document(match.id).get_value(kReportIdSlot));
    ++found.matches;
  }
  return found;
}

}  // namespace

TEST_CASE("Of a tie the first reports by id are among the best") {
  // A tie that is fetched whole, and one so long that it is not.
  for (int reports : {6, 60}) {
    Found found = best(reports, 4);
    CHECK(found.matches == 4);
    std::set<std::string> first;
    for (int i = reports - 1; i > reports - 5; --i)
      first.insert("report" + std::to_string(999 - i));
    CHECK(found.reports == first);
  }
}

}  // namespace ofsearch
