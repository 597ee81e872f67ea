#include "fetcher/site/robots.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

struct Row {
  const char* rules;
  const char* path;
  bool allowed;
};

TEST_CASE("the longest rule that fits decides, of equal ones that which allows") {
  const Row kRows[] = {
      {"", "/any", true},
      {"User-agent: *\nDisallow: /", "/any", false},
      {"User-agent: *\nDisallow:", "/any", true},
      {"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
      {"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false},
      {"User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
      {"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false},
      {"User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?1", true},
      {"User-agent: *\nDisallow: /*rows=", "/search?start=0&rows=100", false},
      {"User-agent: *\nDisallow: /a*b*c", "/a1b1b2c", false},
      {"User-agent: *\nDisallow: /a*b*c$", "/a1b1b2cc", false},
      {"User-agent: *\nDisallow: /a*b*c$", "/a1b1b2cd", true},
      {"\xEF\xBB\xBFUSER-AGENT : * # all\r\ndisallow : /x # no\r\n", "/x1", false},
      {"Disallow: /x", "/x", true},
      {"User-agent: *\nNonsense\nDisallow: /x", "/x", false},
  };
  for (const Row& row : kRows) {
    INFO(row.rules << " | " << row.path);
    CHECK(Robots::parse(row.rules, "offetch").allows(row.path) == row.allowed);
  }
}

TEST_CASE("a group for this program takes the place of the group for all") {
  const char* rules =
      "User-agent: *\nDisallow: /\nCrawl-delay: 60\n\n"
      "User-agent: other\nUser-agent: OffEtch\nDisallow: /private\nCrawl-delay: 1.5\n";
  Robots robots = Robots::parse(rules, "offetch");
  CHECK(robots.allows("/search"));
  CHECK_FALSE(robots.allows("/private/x"));
  CHECK(robots.crawl_delay() == 2);
}

TEST_CASE("a pattern of many stars is decided at once") {
  std::string pattern, path(5000, 'a');
  for (int i = 0; i < 400; ++i) pattern += "*a";
  CHECK(Robots::parse("User-agent: *\nDisallow: /" + pattern + "b", "offetch").allows("/" + path));
}

}  // namespace
}  // namespace ofsearch
