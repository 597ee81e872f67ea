#include "searcher/web/parts/filters_view.h"

#include "tests/support/catch.h"

#include <nlohmann/json.hpp>

namespace ofsearch::web {
namespace {

// The link that gives up the filter number `given_up` of those understood in `query`.
std::string without(const char* query, const std::vector<UnderstoodWords>& understood,
                    size_t given_up) {
  SearchResults results;
  results.understood = understood;
  const Json chips = understood_view(results, *Parameters::parse(query), Site());
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

// `query` with filters, as understood() gives it.
SearchRequest request(const char* query, std::vector<std::pair<std::string, std::string>> filters) {
  SearchRequest read;
  read.query = query;
  read.filters = std::move(filters);
  return read;
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
  const std::string link = without("q=what+Leeds+needs+to+improve", {leeds, parts}, 0);
  INFO(link);
  CHECK(link.find("section=recommendations") != std::string::npos);
  CHECK(link.find("Leeds") != std::string::npos);
  CHECK(link.find("improve") == std::string::npos);
}

TEST_CASE("What was understood is taken out where it stands as a word, not in another") {
  const UnderstoodWords kent{"authority", "Kent", "Kent", false};
  const UnderstoodWords year{"year", "2019", "2019", false};
  const std::string link = without("q=Kentish+Kent+2019", {kent, year}, 1);
  INFO(link);
  CHECK(link == "/search?literal=1&authority=Kent&q=Kentish++2019");
}

TEST_CASE("What is excluded by a sign stays excluded when another filter is given up") {
  const UnderstoodWords year{"year", "2019", "2019", false};
  const UnderstoodWords kent{"authority", "Kent", "-Kent", true};
  for (const char* query : {"q=caseloads+-Kent+2019", "q=caseloads+NOT+Kent+2019"}) {
    const std::string link = without(query, {kent, year}, 1);
    INFO(link);
    CHECK(link.find("-authority%3A%22Kent%22") != std::string::npos);
    CHECK(link.find("NOT") == std::string::npos);
    CHECK(link.find("2019") != std::string::npos);
  }
}

}  // namespace ofsearch::web
