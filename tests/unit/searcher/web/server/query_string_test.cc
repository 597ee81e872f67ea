#include "searcher/web/server/query_string.h"

#include "tests/support/catch.h"

#include <random>

namespace ofsearch::web {

TEST_CASE("a query string becomes names and values, empty ones left out") {
  auto parsed = Parameters::parse("q=private+fostering&grade=good&grade=ri&from=&=x&flag");
  REQUIRE(parsed);
  CHECK(parsed->all() == std::vector<Parameters::Pair>{
                             {"q", "private fostering"}, {"grade", "good"}, {"grade", "ri"}});
  CHECK(Parameters::parse("")->empty());
  CHECK(Parameters::parse("&&&")->empty());
  CHECK(Parameters::parse("a=b=c")->value("a") == "b=c");
}

TEST_CASE("broken escapes, zero bytes and what is no UTF-8 are refused") {
  for (const char* query : {"q=%", "q=%4", "q=%zz", "q=%00", "q=%FF", "q=%C3", "%C3=a", "q=\xC3"}) {
    CAPTURE(query);
    CHECK_FALSE(Parameters::parse(query));
  }
}

TEST_CASE("parameters change only where they are changed") {
  Parameters all({{"q", "a"}, {"grade", "good"}, {"grade", "ri"}, {"offset", "10"}});
  CHECK(all.without("grade", "ri").to_string() == "q=a&grade=good&offset=10");
  CHECK(all.without("grade").without("offset").to_string() == "q=a");
  CHECK(all.set("offset", "20").to_string() == "q=a&grade=good&grade=ri&offset=20");
  CHECK(all.with("year", "2020").link("/search") ==
        "/search?q=a&grade=good&grade=ri&offset=10&year=2020");
  CHECK(Parameters().link("/search") == "/search");
}

TEST_CASE("whatever the values, parameters come back from their string") {
  auto seed = static_cast<unsigned>(std::random_device{}());
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {"a",  " ",  "+", "&", "=", "%", "#", "\"", "<",  "é",
                                           "中", "\n", "/", "?", "-", "~", "'", ";",  "%41"};
  auto text = [&] {
    std::string out = "x";
    for (unsigned n = random() % 8; n > 0; --n) out += pieces[random() % pieces.size()];
    return out;
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<Parameters::Pair> pairs;
    for (unsigned n = random() % 6; n > 0; --n) pairs.emplace_back(text(), text());
    auto back = Parameters::parse(Parameters(pairs).to_string());
    REQUIRE(back);
    REQUIRE(back->all() == pairs);
  }
}

}  // namespace ofsearch::web
