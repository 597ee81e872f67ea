#include "searcher/web/parts/query/filters_view.h"

#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

namespace ofsearch::web {
namespace {

// `query` with filters, as understood() gives it.
SearchRequest request(const char* query, std::vector<std::pair<std::string, std::string>> filters) {
  SearchRequest read;
  read.query = query;
  read.filters = std::move(filters);
  return read;
}

// The link that gives up the filter number `given_up` of those understood, where `read` is what the
// query was read as.
std::string without(const char* query, const SearchRequest& read,
                    const std::vector<UnderstoodWords>& understood, size_t given_up) {
  const Parameters parameters = *Parameters::parse(query);
  SearchRequest typed;
  typed.query = std::string(parameters.value("q"));
  SearchResults results;
  results.understood = understood;
  const Json chips = understood_view(results, ReadSearch(parameters, typed, read), Site());
  return chips.at(given_up).at("remove");
}

// The links of the facet of `field` with `values`, the ones of `chosen` selected, where `read` is
// what the query was read as.
std::vector<std::string> links(const char* query, const SearchRequest& read, Facet facet,
                               SearchResults results = {}) {
  const Parameters parameters = *Parameters::parse(query);
  SearchRequest typed;
  typed.query = std::string(parameters.value("q"));
  for (const auto& [name, value] : parameters.all())
    if (find_field(name) != nullptr) typed.filters.emplace_back(name, value);
  results.facets = {std::move(facet)};
  const Json facets = facets_view(results, parameters, ReadSearch(parameters, typed, read), Site());
  std::vector<std::string> found;
  for (const Json& choice : facets.at(0).at("first")) found.push_back(choice.at("link"));
  return found;
}

const Facet kAuthorities{"authority", {{"Leeds", 3, true}, {"Kent", 2, false}}};

}  // namespace

TEST_CASE("Another value of what was understood stands beside it, and words stay words") {
  const auto found =
      links("q=Leeds+neglect", request("neglect", {{"authority", "Leeds"}}), kAuthorities);
  CHECK(found ==
        std::vector<std::string>{"/search?q=neglect&literal=1",
                                 "/search?q=neglect&literal=1&authority=Leeds&authority=Kent"});
}

TEST_CASE("One of several years can be taken away, and the others stay") {
  const Facet years{"year", {{"2020", 3, true}, {"2019", 2, true}, {"2018", 1, true}}};
  SearchRequest read = request("neglect", {{"year", "2018..2020"}});
  CHECK(links("q=neglect&year=2018..2020", read, years).at(1) ==
        "/search?q=neglect&year=2020%2C2018");
}

TEST_CASE("A filter that stands in the query can be taken away") {
  const SearchRequest typed = request("missing grade:ri", {});
  const Facet grades{"grade", {{"good", 3, false}, {"requires improvement", 2, true}}};
  CHECK(links("q=missing+grade%3Ari", typed, grades) ==
        std::vector<std::string>{"/search?q=missing&literal=1",
                                 "/search?q=missing&literal=1&grade=ri&grade=good"});
  const Json chips = chips_view(*Parameters::parse("q=missing+grade%3Ari"), Site());
  REQUIRE(chips.size() == 1);
  CHECK(chips[0]["value"] == "Requires improvement");
  CHECK(chips[0]["remove"] == "/search?q=missing");
}

TEST_CASE("A filter of which the query says nothing leaves the query as it was typed") {
  const SearchRequest read = request("neglect", {{"authority", "Leeds"}});
  const Facet grades{"grade", {{"good", 3, false}, {"inadequate", 2, false}}};
  CHECK(links("q=Leeds+neglect", read, grades).front() == "/search?q=Leeds+neglect&grade=good");
}

TEST_CASE("Without one of the filters understood, the others stand beside the words") {
  const UnderstoodWords leeds{"authority", "Leeds", "Leeds", false};
  const UnderstoodWords parts{"section", "recommendations", "what needs to improve", false};
  const SearchRequest read =
      request("supervision", {{"authority", "Leeds"}, {"section", "recommendations"}});
  CHECK(without("q=what+Leeds+needs+to+improve+in+supervision", read, {leeds, parts}, 0) ==
        "/search?section=recommendations&literal=1&q=supervision+Leeds");
}

TEST_CASE("What only carried the question is not looked for when a filter is given up") {
  const UnderstoodWords since{"year", "2018..", "since 2018", false};
  const UnderstoodWords grade{"grade", "inadequate", "inadequate authorities", false};
  const SearchRequest read =
      request("private fostering", {{"year", "2018.."}, {"grade", "inadequate"}});
  const char* query =
      "q=what+did+inspectors+say+about+private+fostering+in+inadequate+authorities+since+2018";
  CHECK(without(query, read, {grade, since}, 1) ==
        "/search?grade=inadequate&literal=1&q=private+fostering+since+2018");
}

TEST_CASE("Two values that were read from the same words are given up one by one") {
  const UnderstoodWords good{"grade", "good", "good or outstanding", false};
  const UnderstoodWords outstanding{"grade", "outstanding", "good or outstanding", false};
  const SearchRequest read = request("neglect", {{"grade", "good"}, {"grade", "outstanding"}});
  CHECK(without("q=neglect+good+or+outstanding", read, {good, outstanding}, 0) ==
        "/search?grade=outstanding&literal=1&q=neglect");
}

TEST_CASE("An order that was understood stays, and nothing is left of a query of filters") {
  const UnderstoodWords latest{"sort", "newest", "latest", false};
  const UnderstoodWords leeds{"authority", "Leeds", "Leeds", false};
  const SearchRequest read = request("", {{"authority", "Leeds"}});
  CHECK(without("q=latest+Leeds", read, {latest, leeds}, 1) ==
        "/search?sort=newest&literal=1&q=Leeds");
}

TEST_CASE(
    "What is excluded stays excluded when another filter is given up, and is given up itself") {
  const UnderstoodWords year{"year", "2019", "2019", false};
  const UnderstoodWords kent{"authority", "Kent", "-Kent", true};
  const SearchRequest read = request("caseloads -authority:\"Kent\"", {{"year", "2019"}});
  CHECK(without("q=caseloads+-Kent+2019", read, {kent, year}, 1) ==
        "/search?literal=1&q=caseloads+-authority%3A%22Kent%22+2019");
  CHECK(without("q=caseloads+-Kent+2019", read, {kent, year}, 0) ==
        "/search?year=2019&literal=1&q=caseloads+Kent");
}

}  // namespace ofsearch::web
