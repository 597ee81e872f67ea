#include "searcher/evidence/history.h"

#include "common/report/grade_columns.h"
#include "searcher/evidence/compare.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <algorithm>

namespace ofsearch {
namespace {

Report inspection(const std::string& id, const std::string& authority, int year,
                  const std::string& type, const std::string& grade,
                  std::map<std::string, std::string> judgements) {
  Report report = test::sample_report(id, authority, year, type, grade,
                                      {test::sample_passage("Visits to children are timely.")});
  report.metadata.judgements = std::move(judgements);
  return report;
}

std::vector<Report> years_of_someshire() {
  std::vector<Report> reports = {
      inspection("aaaaaaaaaa01", "Someshire", 2012, "child-protection", "adequate",
                 {{"leaders", "adequate"}}),
      inspection("aaaaaaaaaa02", "Someshire", 2015, "sif", "requires improvement",
                 {{"leaders", "good"}, {"looked_after", "requires improvement"}}),
      inspection("aaaaaaaaaa03", "Someshire", 2019, "ilacs-short", "good",
                 {{"leaders", "good"}, {"care_and_leavers", "good"}}),
      inspection("aaaaaaaaaa04", "Someshire", 2021, "focused-visit", "none", {}),
      inspection("aaaaaaaaaa05", "Someshire", 2023, "ilacs-standard", "inadequate",
                 {{"leaders", "inadequate"}, {"in_care", "good"}, {"care_leavers", "outstanding"}}),
  };
  Report article = inspection("aaaaaaaaaa06", "Someshire", 2024, "ilacs-standard", "good", {});
  article.metadata.kind = "article";
  reports.push_back(article);
  return reports;
}

Table history_of(const std::vector<Report>& reports, const HistoryRequest& request) {
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = history(&*searcher, request);
  REQUIRE(table);
  return *table;
}

const TableCell& cell(const Table& table, size_t row, const std::string& column) {
  auto it = std::ranges::find(table.columns, column, &TableColumn::name);
  REQUIRE(it != table.columns.end());
  return table.rows[row].cells[static_cast<size_t>(it - table.columns.begin())];
}

TEST_CASE("A history has every document, oldest first, and says what changed") {
  Table table = history_of(years_of_someshire(), {"someshire", {}, false});
  REQUIRE(table.rows.size() == 6);
  CHECK(cell(table, 0, "grade").text == "adequate");
  CHECK(cell(table, 1, "grade").change == 0);    // of another scale
  CHECK(cell(table, 1, "leaders").change == 0);  // of child protection alone before
  CHECK(cell(table, 2, "grade").change == 1);
  CHECK(cell(table, 3, "change").text.empty());
  CHECK(cell(table, 4, "change").text == "better: care leavers; worse: overall grade, leaders");
  CHECK(cell(table, 5, "kind").text == "article");
  CHECK(cell(table, 5, "grade").change == 0);
}

TEST_CASE("Judgements of every era stand in the columns of today, marked where they differ") {
  Table table = history_of(years_of_someshire(), {"someshire", {}, false});
  CHECK(cell(table, 0, "grade").mark == "c, d");
  CHECK(cell(table, 1, "in_care").mark == "b");
  CHECK(cell(table, 2, "in_care").mark == "a");
  CHECK(cell(table, 2, "care_leavers").text == "good");
  CHECK(cell(table, 4, "in_care").mark.empty());
  CHECK(table.signs.size() == 5);
  CHECK(table.notes.size() == 1);
  CHECK(table.notes.back().find("in this index") != std::string::npos);
  CHECK(cell(table, 2, "judged_as").text ==
        "in_care: care_and_leavers; care_leavers: care_and_leavers");
}

TEST_CASE("Data of a history say of which part of the services a grade is") {
  const Table table = history_of(years_of_someshire(), {"someshire", {}, false});
  CHECK(cell(table, 0, "judged_as").text == "grade: child-protection; leaders: child-protection");
  CHECK(cell(table, 4, "judged_as").text.empty());
  const std::string note =
      "of child protection alone (2012 to 2013): not compared with grades of the whole";
  const auto has = [](const std::vector<std::string>& notes, const std::string& wanted) {
    return std::ranges::count(notes, wanted) == 1;
  };
  CHECK(has(notes_of_data(table), "child-protection: " + note));
  CHECK(has(all_notes(table, true), "d: " + note));
  CHECK(has(notes_of_data(table),
            "adequate, of the scale until 2013, is not the same as requires improvement"));
  CHECK_FALSE(has(notes_of_data(table), "RI: requires improvement"));
}

TEST_CASE("A table has the signs of the rows that are shown") {
  const Table table = history_of(years_of_someshire(), {"someshire", {}, false});
  const auto signs = [&](size_t offset, size_t most) {
    std::vector<std::string> names;
    for (const TableSign& sign : rows_of(table, offset, most).signs) names.push_back(sign.sign);
    return names;
  };
  CHECK(signs(0, 1) == std::vector<std::string>{"c", "d"});
  CHECK(signs(1, 1) == std::vector<std::string>{"b", "RI"});
  CHECK(signs(3, 3).empty());
}

TEST_CASE("The title of a history names its filters") {
  CHECK(history_of(years_of_someshire(), {"someshire", {}, false}).title ==
        "Someshire: 6 documents, oldest first");
  SearchRequest filters;
  filters.filters = {{"year", "2021.."}};
  CHECK(history_of(years_of_someshire(), {"someshire", filters, false}).title ==
        "Someshire, year 2021..: 3 documents, oldest first");
}

TEST_CASE("A day of publication among days of inspections is marked") {
  std::vector<Report> reports = years_of_someshire();
  reports[0].metadata.inspection_start.reset();
  reports[0].metadata.inspection_end.reset();
  reports[0].metadata.published = "2012-07-03";
  const Table table = history_of(reports, {"someshire", {}, false});
  CHECK(cell(table, 0, "date").text == "2012-07-03");
  CHECK(cell(table, 0, "date").mark == "f");
  CHECK(cell(table, 0, "date_of").text == "publication");
  CHECK(cell(table, 1, "date").mark.empty());
  CHECK(cell(table, 1, "date_of").text == "inspection");
}

TEST_CASE("Grades of a part of the services are compared with those of the same part") {
  const std::vector<Report> reports = {
      inspection("aaaaaaaaaa01", "Someshire", 2012, "child-protection", "inadequate",
                 {{"leaders", "inadequate"}, {"help_protection", "inadequate"}}),
      inspection("aaaaaaaaaa02", "Someshire", 2013, "looked-after", "good", {{"leaders", "good"}}),
      inspection("aaaaaaaaaa03", "Someshire", 2013, "child-protection", "good",
                 {{"leaders", "good"}, {"help_protection", "good"}}),
      inspection("aaaaaaaaaa04", "Someshire", 2016, "sif", "inadequate",
                 {{"leaders", "inadequate"}, {"help_protection", "inadequate"}}),
      inspection("aaaaaaaaaa05", "Someshire", 2019, "ilacs-standard", "good",
                 {{"leaders", "good"}}),
  };
  Table table = history_of(reports, {"someshire", {}, false});
  REQUIRE(table.rows.size() == 5);
  CHECK(cell(table, 1, "change").text.empty());
  CHECK(cell(table, 1, "leaders").mark == "e");
  CHECK(cell(table, 2, "change").text == "better: overall grade, leaders, help and protection");
  CHECK(cell(table, 3, "change").text == "worse: help and protection");
  CHECK(cell(table, 4, "change").text == "better: overall grade, leaders");
}

TEST_CASE("An inspection is not compared where the one before it is missing, and a note says so") {
  const std::vector<Report> reports = {
      inspection("aaaaaaaaaa01", "Someshire", 2015, "sif", "good", {}),
      inspection("aaaaaaaaaa02", "Someshire", 2018, "ilacs-short", "outstanding", {}),
      inspection("aaaaaaaaaa03", "Someshire", 2025, "ilacs-short", "good", {})};
  Table table = history_of(reports, {"someshire", {}, false});
  REQUIRE(table.rows.size() == 3);
  CHECK(cell(table, 1, "change").text == "better: overall grade");
  CHECK(cell(table, 2, "change").text.empty());
  const std::string day = cell(table, 2, "date").text;
  CHECK(std::ranges::count(table.notes,
                           "not compared with the inspection before, as one between seems to be "
                           "missing here: " +
                               day) == 1);
}

TEST_CASE("An authority that had the name of another before it is a predecessor, not the same") {
  std::vector<Report> reports = {
      inspection("aaaaaaaaaa01", "Dorset", 2016, "sif", "inadequate", {}),
      inspection("aaaaaaaaaa02", "Dorset", 2021, "ilacs-standard", "good", {}),
      inspection("aaaaaaaaaa03", "Bournemouth", 2014, "sif", "good", {}),
      inspection("aaaaaaaaaa04", "Bournemouth, Christchurch and Poole", 2021, "ilacs-standard",
                 "inadequate", {})};
  reports[0].metadata.authority_code = "E10000009";
  reports[1].metadata.authority_code = "E06000059";
  Table now = history_of(reports, {"Dorset", {}, false});
  REQUIRE(now.rows.size() == 2);
  CHECK(now.title.find("2 documents") != std::string::npos);
  CHECK(cell(now, 0, "id").text == "aaaaaaaaaa02");
  CHECK(now.rows[0].group.empty());
  CHECK(cell(now, 0, "change").text.empty());
  CHECK(cell(now, 1, "id").text == "aaaaaaaaaa01");
  CHECK(now.rows[1].group == "Dorset (until 2019-03-31)");
  Table heir = history_of(reports, {"Bournemouth, Christchurch and Poole", {}, false});
  REQUIRE(heir.rows.size() == 3);  // without what the new Dorset got
  CHECK(cell(heir, 2, "grade").text == "inadequate");
  CHECK(heir.rows[1].group == "Bournemouth (until it became Bournemouth, Christchurch and Poole)");
}

TEST_CASE("A history and a comparison say what became of an authority") {
  const std::string sentence =
      "Cumbria was abolished after 31 March 2023; Cumberland and Westmorland and Furness took "
      "over";
  const std::vector<Report> reports = years_of_someshire();
  CHECK(history_of(reports, {"cumbria county council", {}, false}).notes ==
        std::vector<std::string>{sentence});
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto side_by_side = compare(&*searcher, {"cumbria", "someshire"}, {});
  REQUIRE(side_by_side);
  CHECK(std::ranges::count(side_by_side->notes, sentence) == 1);
  CHECK(std::ranges::none_of(
      history_of(reports, {"someshire", {}, false}).notes,
      [](const std::string& note) { return note.find("abolished") != std::string::npos; }));
}

TEST_CASE("A history is of one authority") {
  std::vector<Report> reports = years_of_someshire();
  reports.push_back(inspection("bbbbbbbbbb01", "Otherbury", 2022, "ilacs-standard", "good", {}));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = history(&*searcher, {"someshire,otherbury", {}, false});
  REQUIRE_FALSE(table);
  CHECK(table.error().code == ErrorCode::kUsage);
  CHECK(table.error().message == "\"someshire,otherbury\" is more than one authority");
}

TEST_CASE("A history takes no filter by another authority") {
  test::SampleIndex sample(years_of_someshire());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest filters;
  filters.filters = {{"authority", "Otherbury"}};
  auto table = history(&*searcher, {"someshire", filters, false});
  REQUIRE_FALSE(table);
  CHECK(table.error().code == ErrorCode::kUsage);
  CHECK(table.error().hint == "leave --authority out");
}

TEST_CASE("Filters leave rows out, and each is compared with the inspection before all the same") {
  SearchRequest filters;
  filters.filters = {{"year", "2023"}};
  Table table = history_of(years_of_someshire(), {"someshire", filters, false});
  REQUIRE(table.rows.size() == 1);
  CHECK(cell(table, 0, "grade").text == "inadequate");
  CHECK(cell(table, 0, "grade").change == -1);
}

TEST_CASE("The newest first is the same table the other way round") {
  Table oldest = history_of(years_of_someshire(), {"someshire", {}, false});
  Table newest = history_of(years_of_someshire(), {"someshire", {}, true});
  REQUIRE(newest.rows.size() == oldest.rows.size());
  for (size_t i = 0; i < newest.rows.size(); ++i)
    for (size_t j = 0; j < newest.columns.size(); ++j)
      CHECK(newest.rows[i].cells[j].text == oldest.rows[oldest.rows.size() - 1 - i].cells[j].text);
}

TEST_CASE("Authorities stand side by side, each with its own last inspection") {
  std::vector<Report> reports = years_of_someshire();
  reports.push_back(inspection("bbbbbbbbbb01", "Otherbury", 2022, "ilacs-standard", "outstanding",
                               {{"leaders", "outstanding"}}));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = compare(&*searcher, {"someshire", "otherbury"}, {});
  REQUIRE(table);
  auto row = [&](const std::string& fact) {
    auto it = std::ranges::find_if(table->rows,
                                   [&](const TableRow& r) { return r.cells[0].text == fact; });
    REQUIRE(it != table->rows.end());
    return it->cells[1].text + "/" + it->cells[2].text;
  };
  CHECK(row("grade") == "inadequate/outstanding");
  CHECK(row("2022") == "/ilacs-standard: outstanding");
  CHECK(row("2015") == "sif: requires improvement/");
}

TEST_CASE("An authority that is not known is an error with a hint") {
  test::SampleIndex sample(years_of_someshire());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = history(&*searcher, {"somshire", {}, false});
  REQUIRE_FALSE(table);
  CHECK(table.error().text() == "there is no authority \"somshire\"; did you mean Someshire?");
}

}  // namespace
}  // namespace ofsearch
