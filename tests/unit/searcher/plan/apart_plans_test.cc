// Two terms of a query, one of which is another name of the other.
#include "tests/support/answer_over.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// `each` passage stands in 12 reports, so that no concept is given up.
SearchResults found(const std::string& query, const std::vector<std::string>& each) {
  std::vector<Report> all;
  for (const std::string& text : each)
    for (int i = 0; i < 12; ++i)
      all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", all.size()), "North", 2010,
                                        "sif", "good", {test::sample_passage(text)}));
  return test::answer_over(all, query);
}

TEST_CASE("One mention does not meet two terms, where one is a form of the other", "[apart]") {
  CHECK(found("county lines exploitation", {"Staff know of criminal exploitation.",
                                            "They ask if county lines lead to exploitation."})
            .total_reports == 12);
  CHECK(found("missing absconding", {"Missing children, missing from home, missing from care.",
                                     "Missing children abscond again."})
            .total_reports == 12);
}

TEST_CASE("A form that says both terms is a mention of both", "[apart]") {
  CHECK(found("private fostering carers",
              {"Private foster carers are visited.", "Homes are visited by inspectors."})
            .total_reports == 12);
}

TEST_CASE("Two names of one thing are one thing", "[apart]") {
  const SearchResults both = found("LAC children in care",
                                   {"Children in care do well.", "Children looked after do well."});
  CHECK(both.total_reports == 24);
  CHECK(both.notices ==
        std::vector<std::string>{"\"LAC\" and \"children in care\" are counted as one thing"});
}

TEST_CASE("Terms that find each other and are of the same words are one thing", "[apart]") {
  const SearchResults both =
      found("care leavers leaving care", {"Care leavers do well.", "Leaving care is too abrupt."});
  CHECK(both.total_reports == 24);
  CHECK(both.notices ==
        std::vector<std::string>{"\"care leaver\" and \"leaving care\" are counted as one thing"});
}

TEST_CASE("Terms that find each other and are of other words stay two", "[apart]") {
  const SearchResults two = found(
      "core assessment and initial assessment",
      {"An initial assessment is made.", "The core assessment follows the initial assessment."});
  CHECK(two.total_reports == 12);
  CHECK(two.notices.empty());
}

TEST_CASE("A kind of a thing beside the thing is asked for alone", "[apart]") {
  const SearchResults kind = found("CSE exploitation", {"Sexual exploitation is seen early.",
                                                        "Exploitation of workers is rare."});
  CHECK(kind.total_reports == 12);
  CHECK(kind.notices ==
        std::vector<std::string>{
            "\"exploitation\" is part of what \"CSE\" means, which is counted alone"});
}

TEST_CASE("A common word in one form of a term is said by that form", "[apart]") {
  CHECK(found("out of hours services",
              {"The emergency duty service is good.", "Homes are visited by inspectors."})
            .total_reports == 12);
}

TEST_CASE("What a meeting was held without is asked for by its own words", "[apart]") {
  const SearchResults school =
      found("reviews without the school",
            {"Reviews are held without the school.", "Children wait for a school place."});
  CHECK(school.total_reports == 12);
  CHECK(found("children without a school", {"Children miss education: missing education."})
            .total_reports == 12);
  CHECK(found("meetings without partner agencies",
              {"Meetings are held without partner agencies.", "Fewer agency staff go to meetings."})
            .total_reports == 12);
}

TEST_CASE("An appropriate adult is no night in a cell", "[apart]") {
  CHECK(found("kept in police cells",
              {"Children are in police custody.", "An appropriate adult comes soon."})
            .total_reports == 12);
}

TEST_CASE("Terms that are no names of each other are counted as ever", "[apart]") {
  const SearchResults two = found("pathway plans neglect",
                                  {"Pathway plans are late.", "Pathway plans speak of neglect."});
  CHECK(two.total_reports == 12);
  CHECK(two.notices.empty());
}

}  // namespace
}  // namespace ofsearch
