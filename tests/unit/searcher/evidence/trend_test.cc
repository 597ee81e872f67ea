#include "searcher/evidence/trend.h"

#include "searcher/evidence/matrix.h"
#include "searcher/present/formatter.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace ofsearch {
namespace {

Report report(const std::string& id, int year) {
  return test::sample_report(id, "Cumbria", year, "ilacs-standard", "good",
                             {test::sample_passage("Advocacy is offered.")});
}

nlohmann::json rows_of(const Table& table) {
  std::ostringstream out;
  find_format("json")->table(table, {}, out);
  return nlohmann::json::parse(out.str())["rows"];
}

std::vector<std::string> periods_of(const Table& table) {
  std::vector<std::string> periods;
  for (const TableRow& row : table.rows) periods.push_back(row.cells[0].text);
  return periods;
}

Table trend_of(const test::SampleIndex& sample, Period period, SearchRequest request) {
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = trend(&*searcher, period, request);
  REQUIRE(table);
  return *table;
}

TEST_CASE("A year is a number in tables, as it is in results") {
  test::SampleIndex sample({report("aaaaaaaaaa01", 2019), report("aaaaaaaaaa02", 2020)});
  CHECK(rows_of(trend_of(sample, Period::kYear, {}))[0]["year"] == 2019);
  CHECK(rows_of(trend_of(sample, Period::kQuarter, {}))[0]["quarter"].is_string());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (const auto& [rows, columns] : {std::pair("type", "year"), {"year", "type"}}) {
    auto table = matrix(&*searcher, {rows, columns, {}, false});
    REQUIRE(table);
    CHECK(rows_of(*table)[0]["year"].is_number_integer());
  }
}

TEST_CASE("A trend has a row for each year between its first and last") {
  using Years = std::vector<std::string>;
  test::SampleIndex sample({report("aaaaaaaaaa01", 2016), report("aaaaaaaaaa02", 2019),
                            report("aaaaaaaaaa03", 2020), report("aaaaaaaaaa04", 2022)});
  const Table all = trend_of(sample, Period::kYear, {});
  CHECK(periods_of(all) == Years{"2016", "2017", "2018", "2019", "2020", "2021", "2022"});
  const auto empty = rows_of(all)[1];
  CHECK(empty["reports"] == 0);
  CHECK(empty["speak"] == 0);
  CHECK(empty["share"].is_null());
  CHECK(empty["share_strengths"].is_null());
  SearchRequest some;
  some.filters = {{"year", "2018..2020"}, {"year", "2022"}};
  CHECK(periods_of(trend_of(sample, Period::kYear, some)) == Years{"2019", "2020", "2022"});
  some.filters = {{"year", "2016,2019"}};
  CHECK(periods_of(trend_of(sample, Period::kYear, some)) == Years{"2016", "2019"});
  some.filters = {{"year", "2017..2018"}};
  CHECK(trend_of(sample, Period::kYear, some).rows.empty());
}

TEST_CASE("A trend has a row for each quarter between its first and last") {
  using Quarters = std::vector<std::string>;
  std::vector<Report> reports = {report("aaaaaaaaaa01", 2019), report("aaaaaaaaaa02", 2020)};
  reports[0].metadata.inspection_start = reports[0].metadata.inspection_end = "2019-11-05";
  reports[1].metadata.inspection_start = reports[1].metadata.inspection_end = "2020-08-05";
  test::SampleIndex sample(reports);
  const Table table = trend_of(sample, Period::kQuarter, {});
  CHECK(periods_of(table) == Quarters{"2019 Q4", "2020 Q1", "2020 Q2", "2020 Q3"});
  CHECK(table.rows[1].cells[1].number == 0);
}

TEST_CASE("A half of a percent goes up, wherever a share is printed") {
  CHECK(percent(5.0 / 8) == "63 %");
  CHECK(percent(1.0 / 8) == "13 %");
  CHECK(percent(57.0 / 200) == "29 %");
  CHECK(percent(3.0 / 8) == "38 %");
  CHECK(percent(1.0 / 3) == "33 %");
  CHECK(percent(0) == "0 %");
  CHECK(percent(1) == "100 %");
  std::vector<Report> reports;
  for (int i = 0; i < 8; ++i) {
    reports.push_back(report("aaaaaaaaaa0" + std::to_string(i), 2021));
    reports.back().passages[0].finding = i < 5 ? Finding::kStrength : Finding::kNeutral;
  }
  SearchRequest request;
  request.query = "advocacy";
  const Table table = trend_of(test::SampleIndex(reports), Period::kYear, request);
  CHECK(table.rows.at(0).cells[4].short_text == "5 (63 %)");
}

}  // namespace
}  // namespace ofsearch
