// Which way questions ask that say whom they are about, deny harm, or have words of two meanings.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

using test::SampleIndex;

// 1 strengths, -1 weaknesses, 0 neither.
int direction_of_question(const std::string& question) {
  static const SampleIndex sample(test::sample_reports());
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = question;
  request.explain = true;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::string all;
  for (const std::string& line : results->explanation)
    if (line.starts_with("direction:")) all = line;
  if (all.empty()) return 0;
  return all.find("find a strength") != std::string::npos ? 1 : -1;
}

TEST_CASE("Questions that say whom or what they are about ask for neither") {
  for (const char* question :
       {"children who cannot return home", "families who do not speak English",
        "interpreters used when family doesn't speak English", "young people not in education",
        "parents who do not engage", "no wrong door", "never too late", "volunteers in family hubs",
        "children not known to services", "carers who do receive respite",
        "use of agency social workers", "what judges say", "fathers involved in assessments"}) {
    INFO(question);
    CHECK(direction_of_question(question) == 0);
  }
}

TEST_CASE("Questions that deny harm, or say that less is needed, ask for strengths") {
  for (const char* question :
       {"no child was unsafe", "inspections did not find any children at immediate risk",
        "found no children at immediate risk", "no child was left at risk",
        "less reliant on agency staff", "no outstanding actions", "judge praises social workers",
        "visits never too late", "leaders know their services well", "outstanding practice"}) {
    INFO(question);
    CHECK(direction_of_question(question) == 1);
  }
}

TEST_CASE("Questions on what is not done for people, or is due, ask for weaknesses") {
  for (const char* question : {"children with no allocated social worker",
                               "children without an allocated social worker",
                               "children who do not have a social worker",
                               "plans that are not child centred",
                               "visits that were not done",
                               "fathers not involved in assessments",
                               "judge criticises social work statements",
                               "judges critical of social work evidence",
                               "reliance on agency social workers",
                               "outstanding annual reviews",
                               "visits still outstanding",
                               "unsupported carers",
                               "carers not supported",
                               "plans unclear",
                               "plans not clear",
                               "staff not sufficient",
                               "leaders do not know their services",
                               "data unreliable",
                               "children not protected from harm",
                               "no help for children at immediate risk"}) {
    INFO(question);
    CHECK(direction_of_question(question) == -1);
  }
}

}  // namespace
}  // namespace ofsearch
