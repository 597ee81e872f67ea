#include "searcher/evidence/outcomes.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

// One authority was inadequate and is good now; the other has been inspected once.
std::vector<Report> reports() {
  const auto inspection = [](const char* id, const char* authority, int year, const char* grade) {
    return test::sample_report(id, authority, year, "ilacs-standard", grade,
                               {test::sample_passage("Visits to children are timely.")});
  };
  return {inspection("aaaaaaaaaa01", "Someshire", 2019, "inadequate"),
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
  CHECK(authorities({}) == "Otherbury Someshire ");
  CHECK(authorities({{"grade", "inadequate"}}) == "Otherbury ");
  CHECK(authorities({{"grade", "good"}}) == "Someshire ");
  CHECK(authorities({{"authority", "Someshire"}, {"grade", "inadequate"}}) == "");
}

TEST_CASE("A filter of years asks for the latest of them") {
  CHECK(authorities({{"year", "..2020"}, {"grade", "inadequate"}}) == "Someshire ");
}

}  // namespace
}  // namespace ofsearch
