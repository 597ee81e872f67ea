#include "searcher/evidence/matrix.h"

#include "searcher/answer.h"
#include "searcher/evidence/counts.h"
#include "searcher/evidence/trend.h"
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
  CHECK(words->rows.size() == 3);
}

TEST_CASE("A table counts both findings, whichever the words ask for, and says so") {
  std::vector<Report> reports = {report("aaaaaaaaaa01", 2021, "Advocacy is offered well."),
                                 report("aaaaaaaaaa02", 2021, "Advocacy is poor."),
                                 report("aaaaaaaaaa03", 2021, "Advocacy is offered.")};
  reports[0].passages[0].finding = Finding::kStrength;
  reports[1].passages[0].finding = Finding::kWeakness;
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = trend(&*searcher, Period::kYear, asking("weaknesses in advocacy"));
  REQUIRE(table);
  CHECK(number(*table, "2021", "speak") == 3);
  CHECK(number(*table, "2021", "strengths") == 1);
  CHECK(number(*table, "2021", "weaknesses") == 1);
  CHECK(table->title.find("weakness") == std::string::npos);
  CHECK(table->notes.front() ==
        "strengths and weaknesses are both counted, whichever the words ask for");

  const std::string all_speak = "there are no words and no topic, so every report speaks of it";
  auto without_words = trend(&*searcher, Period::kYear, asking(""));
  REQUIRE(without_words);
  CHECK(std::ranges::count(without_words->notes, all_speak) == 1);
  CHECK(std::ranges::count(table->notes, all_speak) == 0);

  SearchRequest filtered = asking("advocacy");
  filtered.filters = {{"finding", "weakness"}};
  CHECK(trend(&*searcher, Period::kYear, filtered).error().code == ErrorCode::kUsage);
  CHECK(matrix(&*searcher, {"year", "grade", filtered, true}).error().code == ErrorCode::kUsage);
  CHECK(matrix(&*searcher, {"grade", "finding", asking("advocacy"), true}).error().message ==
        "every cell counts strengths and weaknesses already");
}

TEST_CASE("A table says which word it mended, and that nothing was found") {
  std::vector<Report> reports;
  for (int i = 0; i < 9; ++i)
    reports.push_back(report("aaaaaaaaaa0" + std::to_string(i), 2021, "Advocacy is offered."));
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto mended = trend(&*searcher, Period::kYear, asking("advocasy"));
  REQUIRE(mended);
  CHECK(mended->notes.front() == "searched for: advocacy; instead of: \"advocasy\"");
  const std::string nothing = "nothing found: no report speaks of it";
  auto empty = trend(&*searcher, Period::kYear, asking("zzqqq"));
  REQUIRE(empty);
  CHECK(empty->notes.back() == nothing);
  auto grid = matrix(&*searcher, {"year", "grade", asking("zzqqq"), true});
  REQUIRE(grid);
  CHECK(grid->rows.empty());
  CHECK(grid->notes == std::vector<std::string>{nothing});
}

TEST_CASE("A table says which words it does not ask for, and what a list leaves out") {
  std::vector<Report> reports;
  for (int i = 0; i < 24; ++i) {
    reports.push_back(report("aaaaaaaaaa" + std::to_string(10 + i), 2021, "Advocacy is offered."));
    reports.back().passages[0].finding = i == 0 ? Finding::kStrength : Finding::kWeakness;
  }
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto given_up = trend(&*searcher, Period::kYear, asking("advocacy \xE2\x80\x93 kites"));
  REQUIRE(given_up);
  CHECK(given_up->notes.front() ==
        "no report has all of it: counted are those with advocacy, whether or not with kites");
  auto judged = trend(&*searcher, Period::kYear, asking("late advocacy"));
  REQUIRE(judged);
  CHECK(number(*judged, "2021", "speak") == 24);
  CHECK(judged->notes.at(1) ==
        "passages are counted whatever they find; a list of results is without passages that find "
        "a strength");
}

// Praise of one topic beside criticism of another, and a passage whose finding is that of most.
std::vector<Report> reports_of_two_topics() {
  Passage passage = test::sample_passage("Care is very good. Private fostering is poor.");
  passage.finding = Finding::kStrength;
  passage.sentences = {{0, 18}, {19, 45}};
  passage.sentence_findings = {0.9, -0.8};
  return {test::sample_report("aaaaaaaaaa01", "Cumbria", 2021, "sif", "good", {passage})};
}

TEST_CASE("A cell counts what the sentences with its topic find") {
  test::SampleIndex sample(reports_of_two_topics());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  MatrixRequest request{"topic", "year", {}};
  auto table = matrix(&*searcher, request);
  REQUIRE(table);
  const TableRow* row = nullptr;
  for (const TableRow& each : table->rows)
    if (each.cells[0].text == "private-fostering") row = &each;
  REQUIRE(row != nullptr);
  CHECK(row->cells[3].number == 1);  // speaks of it
  CHECK(row->cells[5].number == 0);  // strengths
  CHECK(row->cells[6].number == 1);  // weaknesses
}

TEST_CASE("Facets of topics and findings count what a filter by their values finds") {
  std::vector<Report> reports = test::sample_reports();
  reports.push_back(reports_of_two_topics().front());
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  size_t compared = 0;
  for (const auto& [filtered, counted] : {std::pair("topic", "finding"), {"finding", "topic"}})
    for (const std::string& value : find_field(filtered)->values) {
      SearchRequest request;
      request.filters = {{filtered, value}};
      request.facets = {counted};
      auto results = searcher->search(request);
      REQUIRE(results);
      for (const FacetValue& listed : results->facets.front().values) {
        SearchRequest both = request;
        both.filters.emplace_back(counted, listed.value);
        auto found = searcher->search(both);
        REQUIRE(found);
        CHECK(listed.count ==
              (find_field(counted)->counts_reports ? found->total_reports : found->total_passages));
        ++compared;
      }
    }
  CHECK(compared > 4);
}

TEST_CASE("A table says how many reports stand in no row, and counts those of its rows") {
  std::vector<Report> reports = {report("aaaaaaaaaa01", 2021, "Advocacy is offered."),
                                 report("aaaaaaaaaa02", 2021, "Advocacy is offered."),
                                 report("aaaaaaaaaa03", 2021, "Advocacy is offered.")};
  reports[0].metadata.region = "London";
  reports[1].metadata.region = reports[2].metadata.region = "";
  reports[2].metadata.year.reset();
  reports[2].metadata.inspection_start.reset();
  reports[2].metadata.inspection_end.reset();
  reports[2].metadata.published.reset();
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto has = [](const Table& table, const std::string& note) {
    return std::ranges::find(table.notes, note) != table.notes.end();
  };
  auto years = trend(&*searcher, Period::kYear, {});
  REQUIRE(years);
  CHECK(has(*years, "1 report has no year and stands in no row"));
  CHECK(has(*years,
            "counted: 2 ILACS standard; each era has other kinds of report, so compare shares"));
  auto quarters = trend(&*searcher, Period::kQuarter, {});
  REQUIRE(quarters);
  CHECK(has(*quarters, "1 report has no date and stands in no row"));
  auto regions = matrix(&*searcher, {"region", "grade", {}, false});
  REQUIRE(regions);
  CHECK(has(*regions, "2 reports have no region and stand in no row"));
  auto turned = matrix(&*searcher, {"grade", "region", {}, false});
  REQUIRE(turned);
  CHECK(has(*turned, "2 reports have no region and stand in no column"));
  auto whole = matrix(&*searcher, {"grade", "year", {}, false});
  REQUIRE(whole);
  CHECK(std::ranges::none_of(whole->notes, [](const std::string& note) {
    return note.find("stand") != std::string::npos;
  }));
}

TEST_CASE("A grid of all reports does not say that they speak of something") {
  test::SampleIndex sample({report("aaaaaaaaaa01", 2021, "Advocacy is offered.")});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto all = matrix(&*searcher, {"grade", "year", {}, true});
  REQUIRE(all);
  CHECK(all->rows.at(0).cells.at(1).text == "1 +0 -0");
  CHECK(all->notes.at(0) == "reports, + those with a strength, - those with a weakness");
  for (const std::string& note : all->notes) CHECK(note.find("speak") == std::string::npos);
  auto asked = matrix(&*searcher, {"grade", "year", asking("advocacy"), true});
  REQUIRE(asked);
  CHECK(asked->rows.at(0).cells.at(1).text == "█ 1/1 +0 -0");
  CHECK(asked->notes.at(0).starts_with("reports that speak of it"));
}

TEST_CASE("A column of ilacs of unclear length counts no others") {
  std::vector<Report> reports = {report("aaaaaaaaaa01", 2021, "Advocacy is offered."),
                                 report("aaaaaaaaaa02", 2021, "Advocacy is offered.")};
  reports[1].metadata.visit_type = "ilacs";
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = matrix(&*searcher, {"year", "type", {}, false});
  REQUIRE(table);
  for (const TableRow& row : table->rows) CHECK(row.cells[2].number == 1);
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

TEST_CASE("The title of a table has names of authorities whole") {
  test::SampleIndex sample({report("aaaaaaaaaa01", 2021, "Advocacy is offered."),
                            test::sample_report("aaaaaaaaaa02", "Bristol", 2021, "sif", "good",
                                                {test::sample_passage("Advocacy is offered.")})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto title = [&](const char* authority) {
    SearchRequest request = asking("advocacy");
    request.filters = {{"authority", authority}};
    auto table = trend(&*searcher, Period::kYear, request);
    REQUIRE(table);
    return table->title;
  };
  CHECK(title("Bristol, City of").find(", authority Bristol, City of") != std::string::npos);
  CHECK(title("Bristol, City of,Cumbria").find(", authority Bristol, City of or Cumbria") !=
        std::string::npos);
  CHECK(title("Bristol,Cumbria").find(", authority Bristol or Cumbria") != std::string::npos);
}

}  // namespace
}  // namespace ofsearch
