#include "searcher/evidence/outcomes.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

// One authority was inadequate and is good now; the other has been inspected once.
std::vector<Report> reports() {
  const auto inspection = [](const char* id, const char* authority, int year, const char* grade,
                             const char* type = "ilacs-standard") {
    return test::sample_report(id, authority, year, type, grade,
                               {test::sample_passage("Visits to children are timely.")});
  };
  return {inspection("aaaaaaaaaa04", "Someshire", 2018, "good", "ilacs-short"),
          inspection("aaaaaaaaaa05", "Otherbury", 2014, "good", "sif"),
          inspection("aaaaaaaaaa06", "Thirdham", 2022, "none", "focused-visit"),
          inspection("aaaaaaaaaa07", "Thirdham", 2020, "good", "ilacs-short"),
          inspection("aaaaaaaaaa01", "Someshire", 2019, "inadequate"),
          inspection("aaaaaaaaaa02", "Someshire", 2023, "good"),
          inspection("aaaaaaaaaa03", "Otherbury", 2021, "inadequate")};
}

// The authorities of the table, in order.
std::string authorities(std::vector<std::pair<std::string, std::string>> filters) {
  const test::SampleIndex sample(reports());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.filters = std::move(filters);
  auto table = outcomes(&*searcher, request);
  REQUIRE(table);
  std::string names;
  for (const TableRow& row : table->rows)
    for (size_t i = 0; i < row.cells.size(); ++i)
      if (table->columns[i].name == "local_authority") names += row.cells[i].text + " ";
  return names;
}

TEST_CASE("An inspection that another one followed is not the latest, whatever is filtered") {
  CHECK(authorities({}) == "Otherbury Someshire Thirdham ");
  CHECK(authorities({{"grade", "inadequate"}}) == "Otherbury ");
  CHECK(authorities({{"grade", "good"}}) == "Someshire Thirdham ");
  CHECK(authorities({{"authority", "Someshire"}, {"grade", "inadequate"}}) == "");
}

TEST_CASE("A filter of years asks for the latest of them") {
  CHECK(authorities({{"year", "..2020"}, {"grade", "inadequate"}}) == "Someshire ");
}

TEST_CASE(
    "A type of inspection is a filter, and its own scope where it is none of the present ones") {
  CHECK(authorities({{"type", "ilacs-short"}}) == "Thirdham ");
  CHECK(authorities({{"type", "ilacs"}}) == "Otherbury Someshire Thirdham ");
  CHECK(authorities({{"type", "sif"}}) == "Otherbury ");
  CHECK(authorities({{"visit_type", "sif, ilacs-short"}}) == "Otherbury Someshire Thirdham ");
}

TEST_CASE("A type that awards no grades has no outcomes") {
  const test::SampleIndex sample(reports());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto error_for = [&](const char* type) {
    SearchRequest request;
    request.filters = {{"type", type}};
    auto table = outcomes(&*searcher, request);
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::kUsage);
    return table.error().message;
  };
  CHECK(error_for("focused-visit") ==
        "outcomes are of inspections that award grades, and focused-visit does not");
  CHECK(error_for("ilacs,jtai") ==
        "outcomes are of inspections that award grades, and jtai does not");
  CHECK(error_for("nonsense") != "");
}

}  // namespace
}  // namespace ofsearch
