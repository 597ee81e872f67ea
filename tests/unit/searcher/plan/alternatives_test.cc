// "Or" between two things that are asked for.
#include "tests/support/answer_over.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// `each` passage stands in 12 reports, so that no concept is given up.
SearchResults found(const SearchRequest& request, const std::vector<std::string>& each) {
  std::vector<Report> all;
  for (const std::string& text : each)
    for (int i = 0; i < 12; ++i)
      all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", all.size()), "North", 2010,
                                        "sif", "good", {test::sample_passage(text)}));
  return test::answer_over(all, request);
}

SearchResults found(const std::string& query, const std::vector<std::string>& each) {
  SearchRequest request;
  request.query = query;
  return found(request, each);
}

const std::vector<std::string> kVisitors = {
    "Advocacy is offered.", "An independent visitor is found.",
    "Advocacy is offered, and an independent visitor.", "Plans are clear."};

TEST_CASE("Of two things that \"or\" joins one is enough", "[alternatives]") {
  const SearchResults either = found("advocacy or independent visitors", kVisitors);
  CHECK(either.total_reports == 36);
  CHECK(either.either == std::vector<std::string>{"advocacy, independent visitor"});
  CHECK(found("advocacy or the independent visitor", kVisitors).total_reports == 36);
  CHECK(found("advocacy or independent visitors or plans", kVisitors).total_reports == 48);
  CHECK(found("reviews with advocacy or independent visitors",
              {"Reviews have advocacy.", "Reviews have an independent visitor.", "Advocacy helps."})
            .total_reports == 24);
}

TEST_CASE("What ends the last of a list ends each", "[alternatives]") {
  const std::vector<std::string> kHarm = {"Physical abuse is rare.", "Emotional abuse is rare.",
                                          "Sexual abuse is rare.", "Physical health is good."};
  CHECK(found("physical or emotional abuse", kHarm).total_reports == 24);
  CHECK(found("physical or emotional or sexual abuse", kHarm).total_reports == 36);
}

TEST_CASE("\"And\" and no word ask for both", "[alternatives]") {
  CHECK(found("advocacy and independent visitors", kVisitors).total_reports == 12);
  CHECK(found("advocacy independent visitors", kVisitors).total_reports == 12);
  CHECK(found("advocacy and/or independent visitors", kVisitors).total_reports == 12);
  CHECK(found("advocacy and independent visitors", kVisitors).either.empty());
}

TEST_CASE("\"Or\" joins nothing where words are taken as they are written", "[alternatives]") {
  SearchRequest request;
  request.query = "advocacy or independent visitors";
  request.literal = true;
  CHECK(found(request, kVisitors).total_reports == 12);
  request.literal = false;
  request.exact = true;
  CHECK(found(request, kVisitors).either.empty());
  CHECK(found("\"advocacy\" or independent visitors", kVisitors).either.empty());
}

TEST_CASE("What is denied before \"or\" is denied of each", "[alternatives]") {
  const std::vector<std::string> each = {"Strategy meetings take place without the police.",
                                         "Strategy meetings take place without health staff.",
                                         "Strategy meetings take place."};
  const SearchResults without = found("strategy meetings without health or police", each);
  CHECK(without.total_reports == 24);
  CHECK(without.either == std::vector<std::string>{"health, police"});
}

TEST_CASE("Words of judgement that \"or\" joins ask for what each asks for", "[alternatives]") {
  const std::vector<std::string> each = {"Assessments are late.", "Assessments are superficial.",
                                         "Assessments are read."};
  CHECK(found("assessments late or superficial", each).total_reports == 24);
  CHECK(found("assessments superficial or late", each).total_reports == 24);
  // "Missing" requires nothing, and so does "missing or poor".
  const SearchResults weak = found("chronologies missing or poor",
                                   {"Chronologies are poor.", "Chronologies are not there."});
  CHECK(weak.total_reports == 24);
}

TEST_CASE("A word that ends two terms is part of both", "[alternatives]") {
  const std::vector<std::string> each = {"Criminal exploitation is seen.",
                                         "Sexual exploitation is seen.", "A criminal is seen."};
  CHECK(found("criminal or sexual exploitation", each).total_reports == 24);
}

TEST_CASE("Two words that name one thing are one alternative", "[alternatives]") {
  const std::vector<std::string> each = {"Social workers know families.",
                                         "The police know families.", "Key workers know families.",
                                         "Social life is rich."};
  CHECK(found("social workers or police", each).total_reports == 24);
  const SearchResults either = found("police or social workers", each);
  CHECK(either.total_reports == 24);
  CHECK(either.either == std::vector<std::string>{"police, social workers"});
  CHECK(found("police or key workers", each).total_reports == 12);
}

TEST_CASE("\"Or\" that bounds, counts or doubts joins nothing", "[alternatives]") {
  const std::vector<std::string> each = {"Visits are made.", "Moves are made.",
                                         "Visits and moves are made to one child or more."};
  for (const char* query :
       {"visits or not moves", "visits or so moves", "three visits or more moves",
        "visits moves sooner or later", "one or two visits moves", "whether or not visits moves",
        "or visits moves", "visits moves or", "visits or whether moves"})
    CHECK(found(query, each).either.empty());
}

TEST_CASE("A term or a name with \"or\" in it stays one", "[alternatives]") {
  CHECK(found("special educational needs or disabilities", {"Special educational needs."})
            .either.empty());
  CHECK(found("child in need or protection",
              {"A child in need has protection.", "A child in need.", "Protection is late."})
            .either.empty());
}

TEST_CASE("Of a topic and a judgement both are asked for", "[alternatives]") {
  CHECK(found("visits or poor plans", {"Visits are made.", "Plans are poor."}).either.empty());
}

TEST_CASE("What \"or\" joins behind \"but not\" is left out", "[alternatives]") {
  const SearchResults rest = found("adoption but not fostering or kinship care",
                                   {"Adoption is swift.", "Adoption and fostering are swift.",
                                    "Adoption and kinship care are swift."});
  CHECK(rest.total_reports == 12);
}

}  // namespace
}  // namespace ofsearch
