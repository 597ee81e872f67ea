#include "searcher/match/value_counter.h"

#include "common/index/schema.h"
#include "searcher/query/filters.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>

namespace ofsearch {
namespace {

using test::sample_passage;
using Query = Xapian::Query;

// Twenty reports of three passages, grades in turn.
std::vector<Report> many_reports() {
  const std::string grades[] = {"good", "inadequate", "outstanding"};
  std::vector<Report> reports;
  for (int i = 0; i < 20; ++i)
    reports.push_back(test::sample_report(
        "report" + std::to_string(100 + i), "Someshire", 2001 + i, "sif", grades[i % 3],
        {sample_passage("Plans are clear."), sample_passage("Visits are late."),
         sample_passage("Carers are kind.")}));
  return reports;
}

unsigned slot(const char* field) {
  return find_field(field)->slot;
}

Query reports_with(const char* field, const std::string& value) {
  return Query(Query::OP_AND, Query(filter_term(*find_field(field), value)),
               Query(std::string(kReportTerm)));
}

Query year(const std::string& value) {
  return reports_with("year", value);
}

}  // namespace

TEST_CASE("Values are counted alike whether few documents are asked about or most") {
  test::SampleIndex sample(many_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  ValueCounter counter(*index);
  Query all((std::string(kReportTerm)));
  size_t matches = 0;
  const ValueCounter::Counts one = {{"good", 1}};
  const ValueCounter::Counts every = {{"good", 7}, {"inadequate", 7}, {"outstanding", 6}};
  for (int round = 0; round < 2; ++round) {  // at first nothing is remembered
    CHECK(counter.count(year("2004"), {slot("grade")}, &matches)[0] == one);
    CHECK(matches == 1);
    auto both = counter.count(all, {slot("grade"), slot("year")}, &matches);
    CHECK(both[0] == every);
    CHECK(both[1].size() == 20);
    CHECK(matches == 20);
  }
}

TEST_CASE("Selections from what a query finds are counted as if each was asked for") {
  test::SampleIndex sample(many_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  ValueCounter counter(*index);
  const Query good(filter_term(*find_field("grade"), "good"));
  auto selected = counter.count_selections(
      Query(std::string(kReportTerm)),
      {{year("2004"), {slot("grade")}}, {match_all(), {slot("year")}}, {good, {slot("year")}}});
  REQUIRE(selected.size() == 3);
  CHECK(selected[0].matches == 1);
  CHECK(selected[0].counts.at(0) == ValueCounter::Counts{{"good", 1}});
  CHECK(selected[1].matches == 20);
  CHECK(selected[1].counts.at(0).size() == 20);
  CHECK(selected[2].matches == 7);
  CHECK(selected[2].counts.at(0).count("2004") == 1);
  CHECK(selected[2].counts.at(0).count("2005") == 0);
}

TEST_CASE("Documents with any of some terms are those that a query for any of them finds") {
  test::SampleIndex sample(many_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  ValueCounter counter(*index);
  const std::string reports(kReportTerm);
  auto grade = [](const char* value) { return filter_term(*find_field("grade"), value); };
  auto in_year = [](const char* value) { return filter_term(*find_field("year"), value); };
  const std::vector<ValueCounter::Selection> selections = {{match_all(), {slot("grade")}},
                                                           {Query(grade("good")), {slot("year")}}};
  const std::vector<std::string> cases[] = {
      {},
      {grade("good")},
      {in_year("2003"), grade("good"), in_year("2004")},
      {in_year("2003"), in_year("2007"), "nowhere"},
      {grade("good"), grade("inadequate"), grade("outstanding")},
      {std::string(kPassageTerm), in_year("2003")}};
  for (const std::vector<std::string>& any_of : cases) {
    auto quick = counter.count_selections(reports, any_of, selections);
    auto slow = counter.count_selections(
        Query(Query::OP_AND, Query(reports), Query(Query::OP_OR, any_of.begin(), any_of.end())),
        selections);
    REQUIRE(quick.size() == slow.size());
    for (size_t i = 0; i < quick.size(); ++i) {
      CHECK(quick[i].matches == slow[i].matches);
      CHECK(quick[i].counts == slow[i].counts);
    }
  }
}

TEST_CASE(
    "Documents with any of some terms, or found by a query, are counted once, in every part") {
  test::SampleIndex one(many_reports()), two(many_reports());
  test::TempFolder folder;
  auto index = open_index(
      folder.write("stub", "auto " + one.path().string() + "\nauto " + two.path().string() + "\n"));
  REQUIRE(index);
  ValueCounter counter(*index);
  const std::string late = "Zlate", kind = "Zkind";
  const Query clear("Zclear"), late_or_clear(Query::OP_OR, Query(late), clear);
  const Query good = reports_with("grade", "good");
  struct {
    Query reports;
    size_t number;
  } cases[] = {
      {match_all(), 40}, {good, 14}, {year("2001"), 2}, {year("2020"), 2}, {year("1999"), 0}};
  for (const auto& [reports, number] : cases) {
    CHECK(counter.count_any({late}, Query(), reports) == number);
    CHECK(counter.count_any({late, kind, late, "nowhere"}, Query(), reports) == 2 * number);
    CHECK(counter.count_any({}, clear, reports) == number);
    CHECK(counter.count_any({late, kind}, late_or_clear, reports) == 3 * number);
    CHECK(counter.count_any({}, Query(), reports) == 0);
  }
}

TEST_CASE("Passages are counted by the report that they are of") {
  test::SampleIndex sample(many_reports());
  auto index = open_index(sample.path());
  REQUIRE(index);
  ValueCounter counter(*index);
  size_t matches = 0;
  auto by_report = counter.count(Query(std::string(kPassageTerm)), {kReportIdSlot}, &matches)[0];
  CHECK(matches == 60);
  CHECK(by_report.size() == 20);
  CHECK(by_report.at("report107") == 3);
}

TEST_CASE("Values are added up over the parts of an index") {
  test::SampleIndex one(many_reports()), two(many_reports());
  test::TempFolder folder;
  auto stub = folder.write(
      "stub", "auto " + (one.path()).string() + "\nauto " + (two.path()).string() + "\n");
  auto index = open_index(stub);
  REQUIRE(index);
  ValueCounter counter(*index);
  size_t matches = 0;
  auto years = counter.count(Query(std::string(kReportTerm)), {slot("year")}, &matches)[0];
  CHECK(matches == 40);
  CHECK(years.at("2001") == 2);
  CHECK(counter.count(Query::MatchNothing, {slot("year")}, &matches)[0].empty());
  CHECK(matches == 0);
}

}  // namespace ofsearch
