#include "searcher/evidence/matrix.h"

#include "searcher/answer.h"
#include "searcher/evidence/counts.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <algorithm>

namespace ofsearch {
namespace {

Report report(const std::string& id, int year, const std::string& text) {
  return test::sample_report(id, "Cumbria", year, "ilacs-standard", "good",
                             {test::sample_passage(text)});
}

double number(const Table& table, const std::string& year, const std::string& column) {
  auto it = std::ranges::find(table.columns, column, &TableColumn::name);
  REQUIRE(it != table.columns.end());
  for (const TableRow& row : table.rows)
    if (row.cells[0].text == year)
      return row.cells[static_cast<size_t>(it - table.columns.begin())].number;
  return -1;
}

SearchRequest asking(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

TEST_CASE("A trend understands names and years in the query, unless they are words") {
  std::vector<Report> reports = {
      report("aaaaaaaaaa01", 2019, "Advocacy is offered."),
      report("aaaaaaaaaa02", 2021, "Advocacy is offered."),
      test::sample_report("aaaaaaaaaa03", "Devon", 2021, "sif", "good",
                          {test::sample_passage("Advocacy is offered.")})};
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto typed = trend(&*searcher, Period::kYear, asking("advocacy in cumbria since 2020"));
  REQUIRE(typed);
  REQUIRE(typed->rows.size() == 1);
  CHECK(number(*typed, "2021", "speak") == 1);
  CHECK(typed->title.find("authority Cumbria") != std::string::npos);
  SearchRequest literal = asking("advocacy in cumbria since 2020");
  literal.literal = true;
  auto words = trend(&*searcher, Period::kYear, literal);
  REQUIRE(words);
  CHECK(words->rows.size() == 2);
}

TEST_CASE("All years of a trend are counted at the level that the search is answered at") {
  // Most of the query is all that 2020 has, and many reports of 2021 have it all.
  std::vector<Report> reports = {report("aaaaaaaaaa00", 2020, "Advocacy at panels.")};
  for (int i = 1; i < 10; ++i)
    reports.push_back(report("aaaaaaaaaa0" + std::to_string(i), 2021,
                             "Advocacy at panels and reunification planning."));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const SearchRequest request = asking("advocacy panels reunification planning");
  auto results = answer(&*searcher, request);
  REQUIRE(results);
  REQUIRE(results->level == "all");
  auto table = trend(&*searcher, Period::kYear, request);
  REQUIRE(table);
  CHECK(number(*table, "2020", "speak") == 0);
  CHECK(number(*table, "2021", "speak") == static_cast<double>(results->total_reports));
}

}  // namespace
}  // namespace ofsearch
