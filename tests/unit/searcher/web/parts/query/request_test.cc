#include "searcher/web/parts/query/request.h"

#include "common/index/fields.h"
#include "tests/support/catch.h"

namespace ofsearch::web {
namespace {

Result<SearchRequest> read(const char* query) {
  return search_request(*Parameters::parse(query), Limits());
}

}  // namespace

TEST_CASE("parameters select as the options of the command line do") {
  auto request =
      read("q=private+fostering&grade=good&type=ilacs&year=2018..2022&limit=5&sort=newest");
  REQUIRE(request);
  CHECK(request->query == "private fostering");
  CHECK(request->filters.size() == 3);
  CHECK(request->limit == 5);
  CHECK(request->sort == SortOrder::kNewest);
}

TEST_CASE("a query that looks like an option is a query") {
  for (const char* query : {"q=--help", "q=-agency", "q=--db%3D/etc", "q=--", "q=-n+5"}) {
    CAPTURE(query);
    auto request = read(query);
    REQUIRE(request);
    CHECK(request->query == Parameters::parse(query)->value("q"));
  }
}

TEST_CASE("a value that looks like an option is a value") {
  auto request = read("q=a&authority=--help");
  REQUIRE(request);
  CHECK(request->filters.at(0).second == "--help");
}

TEST_CASE("only what selects and shows reports can be asked for") {
  for (const char* query :
       {"q=a&db=/etc", "q=a&thesaurus=x", "q=a&format=csv", "q=a&show=x", "q=a&similar=x",
        "q=a&help=1", "q=a&version=1", "q=a&no-color=1", "q=a&allow-partial=1", "q=a&yeer=2020",
        "q=a&QUERY=b", "q=a&n=5", "q=a&visit_type=ilacs", "limit=5"}) {
    CAPTURE(query);
    auto request = read(query);
    REQUIRE_FALSE(request);
    CHECK(request.error().code == ErrorCode::kUsage);
  }
}

TEST_CASE("what is beyond the limits is refused with the limit") {
  for (const char* query : {"q=a&limit=1001", "q=a&passages=501", "q=a&offset=9999&limit=10"}) {
    CAPTURE(query);
    auto request = read(query);
    REQUIRE_FALSE(request);
    CHECK(request.error().text().find("the command line gives more") != std::string::npos);
  }
  CHECK_FALSE(search_request(Parameters({{"q", std::string(5000, 'a')}}), Limits()));
  CHECK(read("q=a&limit=1000&passages=500&offset=9000"));
}

TEST_CASE("a number that is not taken is told which are, by one sentence for all") {
  for (const char* value : {"-3", "all", "1001", "many", "", "3x"}) {
    auto request = search_request(Parameters({{"q", "a"}, {"limit", value}}), Limits());
    REQUIRE_FALSE(request);
    CHECK(request.error().hint ==
          "it takes a whole number from 0 to 1000 here; the command line gives more");
  }
}

TEST_CASE("a switch is on with 1, true or yes") {
  for (const char* value : {"1", "true", "yes", "True", "YES"}) {
    const Parameters typed({{"q", "a"}, {"exact", value}});
    auto request = search_request(typed, Limits());
    REQUIRE(request);
    CHECK(request->exact);
    CHECK(with_plain_switches(typed).value("exact") == "1");
  }
  for (const char* value : {"", "0", "false", "no", "2"}) {
    auto request = search_request(Parameters({{"q", "a"}, {"exact", value}}), Limits());
    REQUIRE_FALSE(request);
    CHECK(request.error().hint == "it takes 1, true or yes, or is left out");
  }
}

TEST_CASE("every field of the schema is a parameter that selects") {
  for (const Field& field : fields()) {
    CAPTURE(field.option);
    CHECK(selects(field.option));
  }
  CHECK_FALSE(selects("limit"));
}

TEST_CASE("a query may be as long as on the command line, and the limit is told in letters") {
  CHECK(read(("q=" + std::string(4096, 'a')).c_str()));
  auto request = read(("q=" + std::string(4097, 'a')).c_str());
  REQUIRE_FALSE(request);
  CHECK(request.error().hint == "it may have 4096 bytes, and a letter with an accent has two");
}

}  // namespace ofsearch::web
