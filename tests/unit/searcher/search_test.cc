// What searches find in a small index (tests/support/sample_index.cc).
#include "searcher/search.h"

#include "searcher/answer.h"
#include "searcher/present/formatter.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/short_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <functional>
#include <set>
#include <sstream>
#include <string>

namespace ofsearch {
namespace {

using test::SampleIndex;
using test::short_ids;
using test::sorted_short_ids;

SearchResults search(const SearchRequest& request) {
  static const SampleIndex sample;
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->search(request);
  REQUIRE(results);
  return std::move(*results);
}

SearchResults search(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return search(request);
}

// Which reports a query finds, in the order of their ids.
std::string found(const std::string& query) {
  SearchResults results = search(query);
  std::erase_if(results.hits, [](const ReportHit& hit) { return hit.some; });
  return sorted_short_ids(results);
}

TEST_CASE("Words find what has them all, phrases and operators what has them so") {
  struct Case {
    const char *query, *reports;
  };
  for (const Case& each :
       {Case{"caseloads", "123"},
        Case{"caseload", "123"},
        Case{"missing", "34"},
        Case{"\"return home interviews\"", "3"},
        Case{"\"home interviews return\"", ""},
        Case{"missing AND interviews", "3"},
        Case{"missing OR foster", "1345"},
        Case{"caseloads -high", "12"},
        Case{"caseloads NOT high", "12"},
        Case{"\"multi-agency pan*\"", "3"},
        Case{"+caseloads/visits", "2"},
        Case{"foster OR NOT missing", "12345"},
        Case{"foster OR (hub NOT late)", "125"},
        Case{"+missing interviews", "3"},
        Case{"return NEAR/3 interviews", "3"},
        Case{"missing NEAR/2 went", ""},
        Case{"missing NEAR/8 went", "4"},
        Case{"zebr* NEAR/8 missing", ""},
        Case{"missing AND (zebr* NEAR went)", ""},
        Case{"went NEAR/8 missi*", "4"},
        Case{"foster*", "15"},
        Case{"\"privately foster*\"", "1"},
        Case{"zebra", ""},
        Case{"zebra caseloads", "123"},
        Case{"caseloads \xE2\x80\x93high", "12"},
        Case{"case\xE2\x81\xA0loads", "123"},
        Case{"caseloads (grade:good OR grade:inadequate) (year:2015 OR year:2022)", "1"}}) {
    INFO(each.query);
    CHECK(found(each.query) == each.reports);
  }
}

TEST_CASE("Exact words are found only as they are written") {
  using test::sample_passage;
  using test::sample_report;
  const SampleIndex sample({
      sample_report("aaaaaaaaaa01", "Someshire", 2020, "sif", "good",
                    {sample_passage("The child missed a visit by the IRO.")}),
      sample_report("aaaaaaaaaa02", "Someshire", 2021, "sif", "good",
                    {sample_passage("Children missed visits.")}),
      sample_report("aaaaaaaaaa03", "Someshire", 2022, "sif", "good",
                    {sample_passage("Independent reviewing officers know children.")}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  struct Case {
    const char *query, *exactly, *in_any_form;
  };
  for (const Case& each :
       {Case{"child", "1", "123"}, Case{"children", "23", "123"}, Case{"CHILD", "1", "123"},
        Case{"visits children", "2", "12"}, Case{"IRO", "1", "13"},
        Case{"child NEAR/2 missed", "1", "12"}, Case{"child AND visits", "", "12"},
        Case{"children NOT visit", "23", "3"}, Case{"visit*", "12", "12"}, Case{"the", "1", "1"}})
    for (bool exact : {true, false}) {
      INFO(each.query << (exact ? ", exactly" : ""));
      SearchRequest request;
      request.query = each.query;
      request.exact = exact;
      request.match = MatchMode::kAll;
      auto results = searcher->search(request);
      REQUIRE(results);
      const std::string ids = sorted_short_ids(*results);
      CHECK(ids == (exact ? each.exactly : each.in_any_form));
      CHECK((!exact || results->added.empty()));
    }
}

TEST_CASE("Of a saying that asks for several things each is named by what it asks for") {
  const SampleIndex sample(test::sample_reports());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "how much is a foster carer paid";
  auto results = searcher->search(request);
  REQUIRE(results);
  std::vector<std::string> names;
  for (const ConceptUse& use : results->concepts) names.push_back(use.shown);
  CHECK(names == std::vector<std::string>{"foster carer paid (foster carers)"});
}

TEST_CASE("What a court complained of is no complaint of a family") {
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2020, "sif", "good",
                          {test::sample_passage("The judge criticised late statements.")}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2021, "sif", "good",
                          {test::sample_passage("Statements in complaints are recorded.")}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "the judge complained about late statements";
  auto results = searcher->search(request);
  REQUIRE(results);
  std::string names;
  for (const ConceptUse& use : results->concepts) names += use.shown + ";";
  CHECK(names == "judge;late;statements;");
}

TEST_CASE("Words of a saying that no report means otherwise are looked for as they are") {
  using test::sample_passage;
  using test::sample_report;
  const SampleIndex sample({
      sample_report("aaaaaaaaaa01", "Someshire", 2020, "sif", "good",
                    {sample_passage("A boy who hits his younger sister was seen by his mum.")}),
      sample_report("aaaaaaaaaa02", "Someshire", 2021, "sif", "good",
                    {sample_passage("Children are visited.")}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "boy who hits his mum";
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(sorted_short_ids(*results) == "1");
}

TEST_CASE("Without words the extract of a passage shows the topic that is filtered by") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "Leaders are committed to their plans and invest in them. ";
  text += "Private fostering is known to few.";
  const SampleIndex sample({test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
                                                {test::sample_passage(text)})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.filters = {{"topic", "private-fostering"}};
  auto results = searcher->search(request);
  REQUIRE(results);
  REQUIRE(results->hits.size() == 1);
  const PassageHit& hit = results->hits[0].passages.at(0);
  REQUIRE(hit.marks.size() == 1);
  CHECK(text.substr(hit.marks[0].first, hit.marks[0].second - hit.marks[0].first) ==
        "Private fostering");
  CHECK(hit.snippet.ends_with("Private fostering is known to few."));
}

TEST_CASE("Results by date have the scores of their passages, and none without words") {
  const SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.sort = SortOrder::kNewest;
  for (const char* query : {"caseloads", ""}) {
    request.query = query;
    auto results = searcher->search(request);
    REQUIRE(results);
    REQUIRE(results->hits.size() > 1);
    for (const ReportHit& hit : results->hits) CHECK((hit.score > 0) == !request.query.empty());
  }
}

TEST_CASE("Words that the thesaurus adds are left out one by one") {
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2020, "sif", "good",
                          {test::sample_passage("The IRO knows children.")}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2021, "sif", "good",
                          {test::sample_passage("An independent reviewing officer is asked.")}),
      test::sample_report("aaaaaaaaaa03", "Someshire", 2022, "sif", "good",
                          {test::sample_passage("The independent reviewing service is small.")}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "IRO";
  auto all = searcher->search(request);
  REQUIRE(all);
  CHECK(all->total_reports == 2);  // the service is only near
  REQUIRE(all->added.size() == 1);
  CHECK(all->added[0].term == "IRO");
  REQUIRE(all->added[0].words.size() == 1);
  REQUIRE(all->added[0].ranked.size() == 1);
  // Each alone is missing from what is added then, and nothing else is.
  for (const std::string& left_out : {all->added[0].words[0], all->added[0].ranked[0]}) {
    request.without = {left_out};
    auto fewer = searcher->search(request);
    REQUIRE(fewer);
    INFO(left_out);
    std::vector<std::string> expected = all->added[0].words;
    std::erase(expected, left_out);
    CHECK((fewer->added.empty() ? std::vector<std::string>() : fewer->added[0].words) == expected);
    CHECK(fewer->total_reports == (left_out == "independent reviewing officer" ? 1 : 2));
    CHECK(fewer->notices.empty());
  }
  request.without = all->added[0].words;
  CHECK(searcher->search(request)->total_reports == 1);
  request.without = {"zebra"};
  auto nothing = searcher->search(request);
  CHECK(nothing->total_reports == 2);
  CHECK(nothing->notices ==
        std::vector<std::string>{"\"zebra\" is not left out, as nothing adds it to this query"});
}

// The reports of an answer, in the order of their ids, where one passage is looked at closely.
std::string found_with_one(const std::string& query) {
  static const SampleIndex sample;
  Searcher::Options options;
  options.ranking.most_pool = 1;
  auto searcher = Searcher::open(sample.path(), options);
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  request.match = MatchMode::kAny;
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->hits.size() == results->total_reports);
  CHECK(results->hits.back().score < results->hits.front().score);
  return sorted_short_ids(*results);
}

TEST_CASE("What is not looked at closely is found all the same") {
  CHECK(found_with_one("caseloads missing interviews") == "1234");
  CHECK(found_with_one("\"return home interviews\" OR foster") == "135");
}

TEST_CASE("Of more passages than are read every report is found, and once") {
  std::vector<Report> reports;
  for (int i = 0; i < 30; ++i) {
    // The best stand behind the others in the index.
    std::vector<Passage> passages = {
        test::sample_passage(i < 15 ? "Caseloads." : "Caseloads, caseloads, caseloads.")};
    for (int n = 0; n < 10; ++n)
      passages.push_back(test::sample_passage("Caseloads are high in team " + std::to_string(n)));
    reports.push_back(test::sample_report("bbbbbbbbbb" + std::to_string(10 + i), "Someshire", 2015,
                                          "sif", "good", std::move(passages)));
  }
  const SampleIndex sample(reports);
  Searcher::Options options;
  options.ranking.most_pool = 100;
  auto searcher = Searcher::open(sample.path(), options);
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads";
  for (size_t limit : {1, 5, 15, 25, 29, 30, 1000}) {
    INFO(limit);
    request.limit = limit;
    auto results = searcher->search(request);
    REQUIRE(results);
    std::set<std::string> ids;
    for (const ReportHit& hit : results->hits) ids.insert(hit.report.id);
    CHECK(results->hits.size() == std::min(limit, reports.size()));
    CHECK(ids.size() == results->hits.size());
    CHECK(std::ranges::is_sorted(results->hits, std::greater<>(), &ReportHit::score));
  }
}

TEST_CASE("One search finds multi-agency, multi agency and multiagency alike") {
  for (const char* query : {"multi-agency", "multi agency", "multiagency"}) {
    INFO(query);
    CHECK(found(query) == "123");
  }
}

TEST_CASE("A quoted compound is found however it is written") {
  CHECK(found("\"multi-agency\"") == "123");
}

TEST_CASE("What must be there and is nowhere finds nothing") {
  CHECK(found("+xyzzy* caseloads") == "");
  CHECK(found("+\"xyzzy* late\" caseloads") == "");
  CHECK(found("xyzzy* AND caseloads") == "");
  CHECK(found("caseloads AND xyzzy*") == "");
  CHECK(found("xyzzy* caseloads") == "123");
}

TEST_CASE("Many stars in a word, and many words in quotes, are answered") {
  CHECK(found(std::string("c") + std::string(40, '*') + "q") == "");
  CHECK(found("c**s") == found("c*s"));
  CHECK(found("\"c* a* h*\"") == "3");
  std::string care;
  for (int i = 0; i < 32; ++i) care += "multi agency ";
  CHECK(found("\"" + care + "\"") == "");
  std::string near = "caseloads";
  for (int i = 0; i < 40; ++i) near += " NEAR caseloads";
  CHECK(found(near) == "");
  CHECK(search(near).notices ==
        std::vector<std::string>{"NEAR takes 16 words; the others were left out"});
}

TEST_CASE("A star stands for so many words and no more, and the answer says so") {
  std::vector<Passage> passages;
  for (int i = 0; i < 230; ++i)
    passages.push_back(test::sample_passage(fmt::format("Zebra{}x crossed the road.", i)));
  test::SampleIndex sample(
      {test::sample_report("aaaaaaaaaa01", "Someshire", 2015, "sif", "good", passages)});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "zebra*";
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(results->total_passages == 200);
  CHECK(
      results->notices ==
      std::vector<std::string>{"zebra* stands for 230 words; the 200 most frequent were searched"});
}

TEST_CASE("A phrase of two stars marks every phrase that it finds") {
  SearchRequest request;
  request.query = "\"fos* ca*\"";
  SearchResults results = search(request);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].score > 0);
  CHECK_FALSE(results.hits[0].passages.at(0).marks.empty());
}

TEST_CASE("Phrases do not run from one passage into the next") {
  CHECK(found("\"went they return\"").empty());
}

TEST_CASE("Totals are exact and count reports and passages") {
  SearchResults results = search("caseloads");
  CHECK(results.exact);
  CHECK(results.total_reports == 3);
  CHECK(results.total_passages == 3);
  SearchRequest request;
  request.query = "caseloads";
  request.limit = 1;
  request.offset = 2;
  results = search(request);
  CHECK(results.total_reports == 3);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits.front().rank == 3);
}

TEST_CASE("With filters, the passages counted are those found") {
  for (const char* grade : {"good", "inadequate", "requires-improvement"}) {
    SearchRequest request;
    request.query = "caseloads missing foster children";
    request.filters = {{"grade", grade}, {"grade", "outstanding"}};
    request.limit = request.passages = 100;
    request.match = MatchMode::kAny;
    SearchResults results = search(request);
    size_t found = 0;
    for (const ReportHit& hit : results.hits) found += hit.passages.size();
    CHECK(results.exact);
    CHECK(results.total_passages == found);
  }
}

TEST_CASE("Pages of results follow on each other without gap or repetition") {
  std::string whole = short_ids(search("caseloads missing foster"));
  std::string pages;
  for (size_t offset = 0; offset < 6; ++offset) {
    SearchRequest request;
    request.query = "caseloads missing foster";
    request.limit = 1;
    request.offset = offset;
    pages += short_ids(search(request));
  }
  CHECK(pages == whole);
}

TEST_CASE("Without a query the filters list reports, newest first or as asked") {
  SearchRequest request;
  request.filters = {{"grade", "good"}};
  CHECK(short_ids(search(request)).size() == 2);
  request.filters.clear();
  std::string newest = short_ids(search(request));
  CHECK(newest.back() == '1');
  request.sort = SortOrder::kOldest;
  CHECK(short_ids(search(request)).front() == '1');
  request.sort = SortOrder::kAuthority;
  std::string by_name = short_ids(search(request));
  CHECK(by_name.back() == '5');
  CHECK(by_name.front() == '4');  // Otherbury, its newest
}

TEST_CASE("Without a query a report shows text before the table of its title page") {
  Passage table, text;
  table.text = "Judgement\tGrade\nOverall\tGood";
  text.text = "Care leavers are well supported.";
  table.finding = text.finding = Finding::kStrength;
  const SampleIndex sample(
      {test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good", {table, text})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.filters = {{"finding", "strength"}};
  const auto first = [&](size_t passages) {
    request.passages = passages;
    auto results = searcher->search(request);
    REQUIRE(results);
    return results->hits.front().passages.front().passage.text;
  };
  CHECK(first(1) == text.text);
  CHECK(first(2) == table.text);  // all there are, in reading order
}

TEST_CASE("Reports without a date stand last, newest or oldest first") {
  std::vector<Report> reports = test::sample_reports();
  reports[2].metadata.inspection_end.reset();
  reports[2].metadata.year.reset();
  SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (SortOrder order : {SortOrder::kNewest, SortOrder::kOldest}) {
    SearchRequest request;
    request.sort = order;
    auto results = searcher->search(request);
    REQUIRE(results);
    CHECK(short_ids(*results).back() == '3');
  }
}

TEST_CASE("A section filter finds only what stands in that part") {
  SearchRequest request;
  request.query = "caseloads";
  request.filters.emplace_back("section", "recommendations");
  SearchResults results = search(request);
  CHECK(short_ids(results) == "1");
  CHECK(results.total_passages == 1);
  CHECK(results.hits.front().passages.front().passage.text == "Reduce caseloads.");
}

TEST_CASE("The passage shown marks the words that answer") {
  SearchResults results = search("privately fostered");
  REQUIRE_FALSE(results.hits.empty());
  const PassageHit& passage = results.hits.front().passages.front();
  REQUIRE_FALSE(passage.snippet_marks.empty());
  auto [begin, end] = passage.snippet_marks.front();
  CHECK(passage.snippet.substr(begin, end - begin).find("privately") == 0);
}

TEST_CASE("A word that no report has is corrected to the nearest one") {
  CHECK(search("caselods").suggestion == "caseloads");
  CHECK_FALSE(search("caseloads").suggestion);
}

TEST_CASE("A whole report comes back with its passages in order") {
  SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto report = searcher->report("aaaaaaaaaa01");
  REQUIRE(report);
  REQUIRE(report->passages.size() == 3);
  CHECK(report->passages[0].n == 1);
  CHECK(report->passages[2].text == "Reduce caseloads.");
  auto none = searcher->report("000000000000");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::kNotFound);
}

TEST_CASE("Similar reports leave the report itself out") {
  SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->similar("aaaaaaaaaa01", 10);
  REQUIRE(results);
  CHECK(short_ids(*results).find('1') == std::string::npos);
  CHECK(results->total_reports == results->hits.size());
}

TEST_CASE("Similar reports are told by the field's words, not by rare ones of style or addresses") {
  const std::string text =
      "The neglect was easily seen. Most neglect is easily missed. Their neglect is not easily "
      "mended. See "
      "www.someshire.library, www.someshire.library and www.someshire.library.";
  std::vector<Report> reports;
  for (int i = 1; i <= 6; ++i)
    reports.push_back(
        test::sample_report("aaaaaaaaaa0" + std::to_string(i), "Someshire", 2010 + i, "sif", "good",
                            {test::sample_passage(i <= 3 ? text : "Children are at school.")}));
  SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->similar("aaaaaaaaaa01", 1);
  REQUIRE(results);
  REQUIRE(results->hits.size() == 1);
  CHECK(results->hits[0].shared_words == std::vector<std::string>{"neglect", "easily"});
}

TEST_CASE("What a report is about makes another similar, not how long that is") {
  const auto report = [](int number, const std::vector<std::string>& texts) {
    std::vector<Passage> passages;
    for (const std::string& text : texts) passages.push_back(test::sample_passage(text));
    return test::sample_report("aaaaaaaaaa0" + std::to_string(number), "Someshire", 2010 + number,
                               "sif", "good", std::move(passages));
  };
  const std::string plans = "Care leavers have pathway plans. Most pathway plans are good.";
  std::vector<std::string> everything = {"Care leavers have pathway plans.",
                                         "Their accommodation is good.",
                                         "Personal advisers keep in touch with care leavers."};
  for (int i = 0; i < 20; ++i) everything.emplace_back("Children are at school.");
  SampleIndex sample(
      {report(1, {plans, plans, "Accommodation is safe, and accommodation is near."}),
       report(2, everything), report(3, {plans, "Children play."}),
       report(4, {"Children are at school."})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = searcher->similar("aaaaaaaaaa01", 5);
  REQUIRE(results);
  REQUIRE(results->hits.size() == 2);
  CHECK(results->hits[0].report.id == "aaaaaaaaaa03");
  CHECK(results->hits[0].score <= 1);
  CHECK(results->hits[1].score > 0);
}

TEST_CASE("An index that is not there is an error that says how to build one") {
  auto searcher = Searcher::open("/nonexistent/index");
  REQUIRE_FALSE(searcher);
  CHECK(searcher.error().text() ==
        "there is no index at /nonexistent/index; build one with: ofindex --db /nonexistent/index "
        "FOLDER");
}

// ---- answer(): why nothing was found ----------------------------------------------------------

std::string notices(const SearchRequest& request) {
  SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto results = answer(&*searcher, request);
  REQUIRE(results);
  CHECK(results->total_reports == 0);
  std::string all;
  for (const std::string& notice : results->notices) all += (all.empty() ? "" : "\n") + notice;
  return all;
}

TEST_CASE("An empty answer names the filter that emptied it") {
  SearchRequest request;
  request.query = "caseloads";
  request.filters = {{"authority", "thirdham"}, {"year", "2022"}};
  CHECK(notices(request) == "without any filter: 3 reports match");
  request.filters = {{"authority", "thirdham"}};
  CHECK(notices(request) == "without authority thirdham: 3 reports match");
  request.query = "caseloads year:2015";
  request.filters = {{"grade", "good"}};
  CHECK(notices(request) ==
        "without year 2015: 2 reports match\nwithout grade good: 1 report matches");
}

TEST_CASE("An empty answer says what each word would find alone") {
  SearchRequest request;
  request.query = "caseloads AND zebra";
  CHECK(notices(request) == "caseloads alone: 3 reports match\nzebra alone: no report matches");
  request.query = "\"caseloads missing\"";
  CHECK(notices(request) == "caseloads alone: 3 reports match\nmissing alone: 2 reports match");
  request.query = "keep the zebra \"caseloads missing\"";
  CHECK(notices(request) ==
        "zebra alone: no report matches\n\"caseloads missing\" alone: no report matches");
  request.query = "foster* -children -carers";
  CHECK(notices(request).find("without -carers: 1 report matches") != std::string::npos);
}

TEST_CASE("A value that no report has is named with those there are") {
  SearchRequest request;
  request.filters = {{"year", "1990..1995"}};
  CHECK(notices(request) == "no report has year 1990..1995; there are 2022, 2019 and 2015");
}

TEST_CASE("A query of signs alone finds nothing and says so") {
  SearchRequest request;
  request.query = "((";
  CHECK(notices(request) == "the query has no word to search for");
}

TEST_CASE("A search that is not finished in its time says so") {
  SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "children";
  REQUIRE(searcher->search(request));
  request.time_limit = std::chrono::milliseconds(-1);
  auto results = searcher->search(request);
  REQUIRE_FALSE(results);
  CHECK(results.error().code == ErrorCode::kInterrupted);
  request.time_limit.reset();
  CHECK(searcher->search(request));
}

TEST_CASE("No hostile query costs much") {
  SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  constexpr double kMostSeconds = 2;  // of CPU
  constexpr size_t kTimes = 50000;
  for (const char* piece : {"children ", "\"of the\" ", "the ", "a* ", "children OR ", "a&b ",
                            "a-b-c-d ", "zqx ", "((", "grade:good ", "care NEAR the ", "-care "})
    for (size_t count : {size_t{20}, size_t{300}, kTimes}) {
      SearchRequest request;
      for (size_t i = 0; i < count; ++i) request.query += piece;
      INFO(piece << " " << count << " times");
      const std::clock_t before = std::clock();
      auto results = answer(&*searcher, request);
      CHECK(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC < kMostSeconds);
      if (!results) CHECK(results.error().code == ErrorCode::kUsage);
      if (request.query.size() > 4096) CHECK_FALSE(results);
    }
}

}  // namespace
}  // namespace ofsearch
