#include "searcher/clauses.h"

#include "tests/support/catch.h"

#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// "shown: filters that are left; ..."
std::string clauses(std::vector<std::pair<std::string, std::string>> filters) {
  SearchRequest request;
  request.filters = std::move(filters);
  std::string text;
  for (const Clause& clause : filter_clauses(request)) {
    SearchRequest rest = request;
    clause.leave_out(&rest);
    text += (text.empty() ? "" : "; ") + clause.shown + ":";
    for (const auto& [name, value] : rest.filters) text += " " + name + "=" + value;
  }
  return text;
}

TEST_CASE("A field's filter can be left out") {
  CHECK(clauses({{"grade", "good"}, {"region", "London"}}) ==
        "without grade good: region=London; without region London: grade=good");
}

TEST_CASE("Of judgements that must all be so each can be left out") {
  CHECK(clauses({{"grade", "leaders:good+adoption:good"}}) ==
        "without judgement leaders:good: judgement=adoption:good; "
        "without judgement adoption:good: judgement=leaders:good; "
        "without judgement leaders:good and adoption:good:");
  CHECK(
      clauses({{"grade", "leaders:good+in_care:good"}, {"grade", "leaders:good+adoption:good"}}) ==
      "without judgement leaders:good: judgement=in_care:good judgement=adoption:good; "
      "without judgement in_care:good or adoption:good: judgement=leaders:good; "
      "without judgement leaders:good and in_care:good or adoption:good:");
}

TEST_CASE("Of a change of grade the earlier one can be left out") {
  CHECK(clauses({{"grade", "inadequate to good"}, {"grade", "inadequate to outstanding"}}) ==
        "without the earlier grade inadequate: grade=good grade=outstanding; "
        "without grade inadequate to good or outstanding:");
  CHECK(clauses({{"grade", "worse"}}) == "without grade worse:");
}

}  // namespace
}  // namespace ofsearch
