#include "searcher/web/parts/frame/advice.h"

#include "common/index/index.h"
#include "searcher/query/filters.h"
#include "searcher/web/parts/query/request.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch::web {
namespace {

// What a visitor is told who asks for `query`; empty if it can be answered.
std::string told(const Index& index, const char* query, bool api) {
  auto request = search_request(*Parameters::parse(query), Limits());
  if (!request) return in_words_of_the_web(request.error(), api).text();
  auto filters = Filters::resolve(*request, index.database);
  return filters ? "" : in_words_of_the_web(filters.error(), api).text();
}

}  // namespace

TEST_CASE("what cannot be answered is told without options, commands and paths of the machine") {
  const test::SampleIndex sample;
  const auto index = open_index(sample.path());
  REQUIRE(index);
  for (const char* query :
       {"limit=5", "q=a&year=soon", "q=a&authority=nowhereshire", "q=a&inspector=nobody",
        "q=a&topic=zebras", "q=a&from=soon", "q=a&from=2022&to=2020", "q=a&sort=best",
        "q=a&limit=x", "q=a&facets=x", "q=a&grade=leaders:fine",
        "q=a&authority=neighbours-of:leeds", "q=a&authority=leeds,neighbours-of:leeds"}) {
    for (bool api : {false, true}) {
      const std::string text = told(*index, query, api);
      INFO(query << ": " << text);
      const bool has_table = std::string(query).find("neighbours") != std::string::npos;
      CHECK((has_table || !text.empty()));  // this machine may have a table of neighbours
      for (const char* foreign : {"--", "ofsearch", "ofindex", "ofsearch(1)", ".tsv"})
        CHECK(text.find(foreign) == std::string::npos);
    }
  }
  CHECK(told(*index, "q=a&inspector=nobody", true) ==
        "there is no inspector \"nobody\"; /api/facets?facets=inspector lists them");
}

}  // namespace ofsearch::web
