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

}  // namespace

TEST_CASE("Without one of the filters understood, the others stand beside the words") {
  const UnderstoodWords leeds{"authority", "Leeds", "Leeds", false};
  const UnderstoodWords parts{"section", "recommendations", "what needs to improve", false};
  const std::string link = without("q=what+Leeds+needs+to+improve", {leeds, parts}, 0);
  INFO(link);
  CHECK(link.find("section=recommendations") != std::string::npos);
  CHECK(link.find("Leeds") != std::string::npos);
  CHECK(link.find("improve") == std::string::npos);
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
