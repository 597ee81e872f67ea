#include "searcher/web/parts/frame/template.h"

#include "searcher/web/server/assets.h"
#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace ofsearch::web {
namespace {

const char* const kTemplates[] = {"start",      "search",     "report", "authority",
                                  "trend",      "help",       "about",  "problem",
                                  "printed",    "overview",   "topics", "accessibility",
                                  "since-last", "incomplete", "head",   "foot"};

std::string source(const std::string& name) {
  return std::string(web_data(name + ".mustache"));
}

// Every name that any template asks for.
std::set<std::string> names_in_templates() {
  static const std::regex kName(R"(\{\{[#^/]?([a-z_]+)\}\})");
  std::set<std::string> names;
  for (const char* file : kTemplates) {
    std::string text = source(file);
    for (std::sregex_iterator it(text.begin(), text.end(), kName), end; it != end; ++it)
      names.insert((*it)[1]);
  }
  return names;
}

}  // namespace

TEST_CASE("no template has a value that is not escaped") {
  for (const char* name : kTemplates) {
    CAPTURE(name);
    CHECK_FALSE(source(name).empty());
    CHECK(source(name).find("{{{") == std::string::npos);
    CHECK(source(name).find("{{&") == std::string::npos);
  }
}

TEST_CASE("markup in every field of every template comes out inert") {
  const std::string evil = "\"'><script>alert(1)</script>{{title}}<!--";
  Json view = Json::object();
  for (const std::string& name : names_in_templates()) view[name] = evil;
  for (const char* name : kTemplates) {
    CAPTURE(name);
    std::string page = render(name, view);
    CHECK(page.find("alert(1)") != std::string::npos);
    CHECK(page.find("<script>") == std::string::npos);
    CHECK(page.find("\"'>") == std::string::npos);
    CHECK(page.find("<!--") == std::string::npos);
  }
}

TEST_CASE("an empty string, null and an empty list are nothing there") {
  Json view = {{"heading", "a"}, {"detail", "b"}, {"feed", ""}};
  CHECK(render("problem", view).find("application/atom+xml") == std::string::npos);
  view["feed"] = "/feed";
  CHECK(render("problem", view).find("application/atom+xml") != std::string::npos);
}

}  // namespace ofsearch::web
