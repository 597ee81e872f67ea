#include "searcher/query/composed_values.h"

#include "common/index/schema.h"
#include "searcher/query/filters.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <map>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using test::SampleIndex;
using Judgements = std::map<std::string, std::string>;

Report judged(const std::string& id, const std::string& authority, int year,
              const std::string& grade, Judgements judgements = {}) {
  Report report = test::sample_report(id, authority, year, "ilacs-standard", grade,
                                      {test::sample_passage("Visits are late.")});
  report.metadata.judgements = std::move(judgements);
  return report;
}

std::vector<Report> reports() {
  return {
      judged("aaaaaaaaaa01", "Someshire", 2017, "inadequate", {{"leaders", "inadequate"}}),
      judged("aaaaaaaaaa02", "Someshire", 2021, "good",
             {{"leaders", "outstanding"}, {"care_leavers", "inadequate"}}),
      judged("bbbbbbbbbb01", "Otherbury", 2017, "requires improvement",
             {{"leaders", "outstanding"}, {"care_and_leavers", "inadequate"}}),
      judged("bbbbbbbbbb02", "Otherbury", 2021, "good", {{"leaders", "good"}}),
      judged("cccccccccc01", "Thirdham", 2017, "inadequate", {{"leaders", "outstanding"}}),
      judged("cccccccccc02", "Thirdham", 2021, "inadequate", {{"care_leavers", "inadequate"}}),
  };
}

// The ids of the reports that the filter selects, or the error.
std::string selected(const std::string& field, const std::string& typed) {
  const SampleIndex sample(reports());
  const auto index = open_index(sample.path());
  REQUIRE(index);
  SearchRequest request;
  request.filters.emplace_back(field, typed);
  const auto filters = Filters::resolve(request, index->database);
  if (!filters) return "error: " + filters.error().text();
  std::string ids;
  for (const Report& report : reports()) {
    Xapian::Enquire enquire(index->database);
    enquire.set_query(Xapian::Query(
        Xapian::Query::OP_AND, Xapian::Query(prefixed_term(kReportIdPrefix, report.id)),
        filtered(Xapian::Query(std::string(kReportTerm)), filters->query(false))));
    const bool is_found = !enquire.get_mset(0, 1).empty();
    CHECK(filters->admits(report) == is_found);
    if (is_found) ids += (ids.empty() ? "" : " ") + report.id.substr(0, 1) + report.id.substr(11);
  }
  return ids;
}

TEST_CASE("Judgements joined by + must both be so") {
  CHECK(selected("judgement", "leaders:outstanding") == "a2 b1 c1");
  CHECK(selected("judgement", "leaders:outstanding+care_leavers:inadequate") == "a2");
  CHECK(selected("grade", "leaders:outstanding + care-leavers:Inadequate") == "a2");
  CHECK(selected("grade",
                 "leaders:outstanding+care_leavers:inadequate,"
                 "leaders:outstanding+care_and_leavers:inadequate") == "a2 b1");
  CHECK(selected("judgement", "leaders:good+care_leavers:inadequate").empty());
  CHECK(selected("judgement", "leaders:outstanding,care_leavers:inadequate") == "a2 b1 c1 c2");
}

TEST_CASE("Of judgements joined by + every one must be known") {
  CHECK(selected("judgement", "leaders:outstanding+good").starts_with("error: "));
  CHECK(selected("judgement", "leaders:outstanding+").starts_with("error: "));
  CHECK(selected("judgement", "+leaders:outstanding").starts_with("error: "));
  CHECK(selected("grade", "good+outstanding").starts_with("error: "));
}

TEST_CASE("A change of grade selects the later report") {
  CHECK(selected("grade", "inadequate to good") == "a2");
  CHECK(selected("grade", "inadequate-to-good") == "a2");
  CHECK(selected("grade", "ri-to-good") == "b2");
  CHECK(selected("grade", "requires improvement to be good to good") == "b2");
  CHECK(selected("grade", "inadequate to inadequate") == "c2");
  CHECK(selected("grade", "inadequate to good,ri to good") == "a2 b2");
  CHECK(selected("grade", "good to inadequate").empty());
  CHECK(selected("grade", "good to unknown").starts_with("error: "));
  CHECK(selected("type", "sif to jtai").starts_with("error: "));
}

TEST_CASE("A change of one judgement selects by that judgement, whatever its name was before") {
  CHECK(selected("judgement", "leaders:inadequate to outstanding") == "a2");
  CHECK(selected("grade", "leaders:outstanding-to-good") == "b2");
  CHECK(selected("judgement", "leaders:inadequate to good").empty());
  CHECK(selected("judgement", "leaders:inadequate to outstanding+care_leavers:inadequate") == "a2");
}

TEST_CASE("A composed value is shown in words, and is no value of a facet") {
  const SampleIndex sample(reports());
  const auto index = open_index(sample.path());
  REQUIRE(index);
  SearchRequest request;
  request.filters = {{"judgement", "leaders:outstanding+care_leavers:inadequate"},
                     {"grade", "inadequate-to-good"}};
  const auto filters = Filters::resolve(request, index->database);
  REQUIRE(filters);
  CHECK(filters->selected(*find_field("judgement")).empty());
  CHECK(filters->in_words().front().words == "grade inadequate to good");
  CHECK(filters->in_words().back().words ==
        "judgement leaders:outstanding and care_leavers:inadequate");
}

}  // namespace
}  // namespace ofsearch
