#include "searcher/web/parts/query/meant.h"

#include "searcher/web/parts/query/request.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <vector>

namespace ofsearch::web {
namespace {

struct Meant {
  test::SampleIndex index;
  Searcher searcher = std::move(*Searcher::open(index.path()));

  Links of(const Parameters& parameters) {
    auto request = search_request(parameters, Limits());
    if (!request) return meant_searches(request.error(), parameters, Site(), &searcher);
    auto results = searcher.search(*request);
    if (results) return {};
    return meant_searches(results.error(), parameters, Site(), &searcher);
  }
};

Parameters parsed(const std::string& query) {
  return *Parameters::parse(query);
}

}  // namespace

TEST_CASE("a search for a value that does not exist leads to those that may have been meant") {
  Meant meant;
  struct Case {
    const char *asked, *words, *link;
  };
  for (const Case& each : std::vector<Case>{
           {"authority=Ledes&q=neglect", "Authority: Leeds", "/search?q=neglect&authority=Leeds"},
           {"q=a&authority=hull,Ledes", "Authority: Kingston upon Hull or Leeds",
            "/search?q=a&authority=hull%2CLeeds"},
           {"authority=region-of:Ledes",
            "Authority: In the region of Leeds (Yorkshire and The Humber)",
            "/search?authority=region-of%3ALeeds"},
           {"q=a&grade=god&offset=20", "Overall grade: Good", "/search?q=a&grade=good"},
           {"q=visits+authority:Ledes", "Authority: Leeds",
            "/search?q=visits+authority%3A%22Leeds%22"},
           {"q=visits+authority:%22Ledes%22+late", "Authority: Leeds",
            "/search?q=visits+authority%3A%22Leeds%22+late"}}) {
    INFO(each.asked);
    const Links links = meant.of(parsed(each.asked));
    REQUIRE(!links.empty());
    CHECK(links[0].first == each.words);
    CHECK(links[0].second == each.link);
  }
}

TEST_CASE("whatever may have been meant can be searched for") {
  Meant meant;
  for (const char* asked : {"authority=Ledes", "authority=nowhereshire", "q=a&authority=hull,Ledes",
                            "grade=god", "topic=fosterin&q=a", "inspector=nobody&q=late",
                            "type=focussed", "grade=leaders:goood", "q=a+authority:%22Ledes%22+b",
                            "q=(grade:god+visits)", "q=authority:Ledes", "year=2O19&q=a"}) {
    for (const auto& [words, link] : meant.of(parsed(asked))) {
      INFO(asked << " -> " << words << " " << link);
      auto request = search_request(parsed(link.substr(link.find('?') + 1)), Limits());
      REQUIRE(request);
      CHECK(meant.searcher.search(*request));
    }
  }
  CHECK(meant.of(parsed("year=2O19&q=a")).back().first == "The same search without this filter");
}

TEST_CASE("a search that is wrong in another way leads nowhere else") {
  Meant meant;
  CHECK(meant.of(parsed("q=a&sort=best&authority=leeds")).empty());
  CHECK(meant.of(parsed("q=a&from=soon")).empty());
}

}  // namespace ofsearch::web
