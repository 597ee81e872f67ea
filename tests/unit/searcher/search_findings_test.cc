// What a search makes of strengths and weaknesses that are asked for.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/short_ids.h"

#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

using test::SampleIndex;
using test::short_ids;
using test::sorted_short_ids;

Passage with_finding(const std::string& text, Finding finding) {
  Passage passage = test::sample_passage(text);
  passage.finding = finding;
  passage.finding_score = finding == Finding::kStrength   ? 0.9
                          : finding == Finding::kWeakness ? -0.9
                                                          : 0;
  return passage;
}

// The answer to `query` without the reports that have only some of it.
SearchResults counted_by(Searcher* searcher, const char* query) {
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  std::erase_if(results->hits, [](const ReportHit& hit) { return hit.some; });
  return std::move(*results);
}

TEST_CASE("Where a topic and a finding are asked for, it is said whose finding that is") {
  const SampleIndex sample;
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.filters = {{"topic", "caseloads"}};
  auto topic = searcher->search(request);
  REQUIRE(topic);
  CHECK(topic->notices.empty());
  request.filters.emplace_back("finding", "strength");
  auto both = searcher->search(request);
  REQUIRE(both);
  REQUIRE(both->notices.size() == 1);
  CHECK(both->notices[0].find("sentences on the topic") != std::string::npos);
}

TEST_CASE("A passage says of its topics what its sentences on them find, and which was asked for") {
  Passage passage = with_finding("Private fostering is poor. Caseloads are low.", Finding::kMixed);
  passage.sentences = {{0, 26}, {26, passage.text.size()}};
  passage.sentence_findings = {-0.9, 0.9};
  const SampleIndex sample(
      {test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good", {passage})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "caseloads";
  request.filters = {{"topic", "private-fostering"}};
  auto untold = searcher->search(request);
  REQUIRE(untold);
  REQUIRE(untold->hits.size() == 1);
  CHECK(untold->hits[0].passages.at(0).topics.empty());
  request.topics = true;
  auto told = searcher->search(request);
  REQUIRE(told);
  const std::vector<PassageTopic>& topics = told->hits.at(0).passages.at(0).topics;
  REQUIRE(topics.size() == 2);
  for (const PassageTopic& topic : topics) {
    CHECK((topic.name == "caseloads" || topic.name == "private-fostering"));
    CHECK(topic.asked == (topic.name == "private-fostering"));
    CHECK(topic.finding == (topic.asked ? Finding::kWeakness : Finding::kStrength));
  }
}

TEST_CASE("Who asks for what is weak or strong does not count passages that find the opposite") {
  static const SampleIndex sample({
      test::sample_report(
          "aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
          {with_finding("Adoption is well planned, delay is rare.", Finding::kStrength)}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
                          {with_finding("There is delay in adoption.", Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
          {with_finding("Some adoption is prompt, some meets delay.", Finding::kMixed)}),
      test::sample_report("aaaaaaaaaa04", "Someshire", 2021, "sif", "good",
                          {with_finding("Fostering meets no delay.", Finding::kStrength)}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  struct Case {
    const char *query, *counted;
  };
  auto counted = [&](SearchRequest request) {
    auto results = searcher->search(request);
    REQUIRE(results);
    std::erase_if(results->hits, [](const ReportHit& hit) { return hit.some; });
    return sorted_short_ids(*results);
  };
  for (const Case& each :
       {Case{"delay in adoption", "23"}, Case{"adoption", "123"}, Case{"no adoption", "123"},
        Case{"delay", "1234"}, Case{"delay in fostering", "4"}}) {
    INFO(each.query);
    SearchRequest request;
    request.query = each.query;
    CHECK(counted(request) == each.counted);
  }
  SearchRequest request;
  request.query = "delay in adoption";
  CHECK(searcher->search(request)->opposite_reports == 0);  // nobody asked for it
  request.tell_opposite = true;
  CHECK(searcher->search(request)->opposite_reports == 1);
  request.match = MatchMode::kAny;
  CHECK(counted(request) == "1234");
  request.match = MatchMode::kBest;
  request.filters.emplace_back("finding", "strength");
  CHECK(counted(request) == "1");
}

TEST_CASE("What finds the opposite is not counted, however few are left without it") {
  std::vector<Report> reports;
  for (size_t i = 0; i < 40; ++i) {
    const bool visited = i % 20 != 0;  // two of forty are not, and enough would be three
    reports.push_back(test::sample_report(
        "dddddddddd" + std::to_string(10 + i), "Someshire", 2020, "sif", "good",
        {visited ? with_finding("Children out of area are visited.", Finding::kStrength)
                 : with_finding("Children out of area are not visited.", Finding::kWeakness)}));
  }
  const SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  CHECK(counted_by(&*searcher, "children out of area not visited").total_reports == 2);
  CHECK(counted_by(&*searcher, "children out of area visited").total_reports == 40);
  // Nothing is left without the opposite.
  SearchRequest request;
  request.query = "children out of area not visited";
  request.filters = {{"finding", "strength"}};
  CHECK(searcher->search(request)->total_reports == 38);
}

// `passage` with the findings of its sentences, which end with full stops.
Passage told(Passage passage, std::vector<double> findings) {
  passage.sentences.clear();
  for (size_t begin = 0, end = 0; end < passage.text.size(); begin = end + 1) {
    end = passage.text.find('.', begin) + 1;
    passage.sentences.emplace_back(begin, end);
  }
  passage.sentence_findings = std::move(findings);
  return passage;
}

TEST_CASE("What the sentences with the topic find decides where the passage finds both") {
  const SampleIndex sample({
      test::sample_report(
          "aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
          {told(with_finding("Private fostering is strong. Leaders are weak.", Finding::kMixed),
                {0.9, -0.9})}),
      test::sample_report(
          "aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
          {told(with_finding("Private fostering is weak. Leaders are strong.", Finding::kStrength),
                {-0.9, 0.9})}),
      test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
                          {told(with_finding("Private fostering is strong. Some of it is weak, and "
                                             "private fostering is rare.",
                                             Finding::kMixed),
                                {0.9, -0.9})}),
      test::sample_report("aaaaaaaaaa04", "Someshire", 2021, "sif", "good",
                          {told(with_finding("Private fostering is strong. Leaders are not weak.",
                                             Finding::kStrength),
                                {0.9, 0.9})}),
      test::sample_report(
          "aaaaaaaaaa05", "Someshire", 2022, "sif", "good",
          {with_finding("Private fostering is strong, and weak.", Finding::kMixed)}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  CHECK(sorted_short_ids(counted_by(&*searcher, "private fostering not good")) == "35");
  // Nor has a passage that is left out only some of the query.
  SearchRequest request;
  request.query = "private fostering not good";
  CHECK(sorted_short_ids(*searcher->search(request)) == "35");
  CHECK(searcher->search(request)->some_reports == 0);
  CHECK(sorted_short_ids(counted_by(&*searcher, "strong private fostering")) == "1345");
  CHECK(sorted_short_ids(counted_by(&*searcher, "private fostering")) == "12345");
}

TEST_CASE("A report that is counted shows no passage that is not") {
  Passage better = with_finding(
      "Adoption: delay in adoption is rare. Delay before adoption, and any delay in adoption "
      "itself, is looked into by managers.",
      Finding::kStrength);
  Passage worse = with_finding(
      "Among the many things that remain to be done in the north of the county, as partners and "
      "the court said, is that some brothers and sisters meet delay, while others are well placed "
      "with relatives, and a few of them wait for adoption.",
      Finding::kWeakness);
  better.finding_score = 0.05;
  worse.finding_score = -0.05;
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good", {better, worse}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
                          {with_finding("There is delay in adoption.", Finding::kWeakness)}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const SearchResults results = counted_by(&*searcher, "delay in adoption");
  CHECK(results.not_counted == "without passages that find a strength");
  REQUIRE(results.hits.size() == 2);
  for (const ReportHit& hit : results.hits)
    for (const PassageHit& passage : hit.passages)
      CHECK(passage.passage.finding == Finding::kWeakness);
}

TEST_CASE("What has only some of the query follows all that is counted") {
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2010, "sif", "good",
                          {test::sample_passage("Among many other things that the area does, and "
                                                "of which partners spoke, is fostering, and one "
                                                "carer had some advocacy in the end.")}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2021, "sif", "good",
                          {test::sample_passage("Advocacy: advocacy is good. Advocacy works.")}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = "fostering advocacy";
  auto results = searcher->search(request);
  REQUIRE(results);
  CHECK(short_ids(*results) == "12");
  REQUIRE(results->hits.size() == 2);
  CHECK(results->hits[1].some);
  CHECK(results->hits[0].score >= results->hits[1].score);
}

TEST_CASE("What is denied asks for the opposite, also some words before and around a term") {
  static const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
                          {with_finding("Children wait too long for adoption, with much delay.",
                                        Finding::kWeakness)}),
      test::sample_report(
          "aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
          {with_finding("Adoption is timely, and children move in quickly.", Finding::kStrength)}),
      test::sample_report(
          "aaaaaaaaaa03", "Someshire", 2020, "sif", "good",
          {with_finding("Social workers do not see children promptly after referral.",
                        Finding::kWeakness)}),
      test::sample_report("aaaaaaaaaa04", "Someshire", 2021, "sif", "good",
                          {with_finding("Social workers see children promptly after referral.",
                                        Finding::kStrength)}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  struct Case {
    const char *query, *first;
  };
  for (const Case& each : {Case{"children wait too long for adoption", "1"},
                           Case{"children do not wait too long for adoption", "2"},
                           Case{"children aren't waiting too long for adoption", "2"},
                           Case{"social workers see children promptly", "4"},
                           Case{"social workers do not see children promptly", "3"}}) {
    INFO(each.query);
    SearchRequest request;
    request.query = each.query;
    auto results = searcher->search(request);
    REQUIRE(results);
    std::erase_if(results->hits, [](const ReportHit& hit) { return hit.some; });
    REQUIRE(!results->hits.empty());
    CHECK(short_ids(*results).substr(0, 1) == each.first);
  }
}

TEST_CASE(
    "What is over, or denied by a prefix, is found by its own words, and little else counts") {
  const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
                          {with_finding("Services are no longer inadequate.", Finding::kStrength),
                           with_finding("Carers are happy to help children.", Finding::kMixed)}),
      test::sample_report(
          "aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
          {with_finding("Some children are unhappy with where they live.", Finding::kMixed)}),
      test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
                          {with_finding("Children go to school.", Finding::kNeutral)}),
  });
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto counted = [&](const char* query) { return short_ids(counted_by(&*searcher, query)); };
  CHECK(counted("no longer inadequate") == "1");
  CHECK(counted("children are not happy") == "2");
}

TEST_CASE("A saying asks for what its words of judgement ask for") {
  static const SampleIndex sample({
      test::sample_report(
          "aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
          {with_finding("Information sharing with schools about children is strong.",
                        Finding::kStrength)}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
                          {with_finding("Information sharing with schools about children lags.",
                                        Finding::kWeakness)}),
      test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
                          {with_finding("Homeless children get advice.", Finding::kStrength)}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto counted = [&](const char* query) {
    return sorted_short_ids(counted_by(&*searcher, query));
  };
  CHECK(counted("schools are kept informed about children") == "1");
  CHECK(counted("schools are not told about children") == "2");
  CHECK(counted("children with no roof") == "3");
}

TEST_CASE("The facet of findings counts what its filter finds, whatever the words ask for") {
  std::vector<Report> reports;
  const std::vector<std::pair<const char*, Finding>> texts = {
      {"Visits are late.", Finding::kWeakness},
      {"Visits are never late.", Finding::kStrength},
      {"Visits are late at times.", Finding::kMixed},
      {"Late visits are counted.", Finding::kNeutral}};
  for (size_t i = 0; i < 40; ++i) {
    std::vector<Passage> passages;
    for (size_t n = 0; n <= i % 3; ++n) {
      const auto& [text, finding] = texts[(i + n) % texts.size()];
      passages.push_back(test::sample_passage(text));
      passages.back().finding = finding;
    }
    reports.push_back(test::sample_report("cccccccccc" + std::to_string(10 + i), "Someshire", 2020,
                                          "sif", "good", std::move(passages)));
  }
  const SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (const char* query : {"late visits", "visits", "timely visits", "visits not late"}) {
    SearchRequest request;
    request.query = query;
    request.facets = {"finding"};
    request.tell_opposite = true;
    auto all = searcher->search(request);
    REQUIRE(all);
    REQUIRE(all->facets.size() == 1);
    for (const FacetValue& value : all->facets[0].values) {
      INFO(query << ", " << value.value);
      request.filters = {{"finding", value.value}};
      auto found = searcher->search(request);
      REQUIRE(found);
      CHECK(found->total_passages == value.count);
    }
    // Shares are of all that speaks of it.
    SearchRequest whole;
    whole.query = query;
    whole.count_opposite = true;
    auto speak = searcher->search(whole);
    REQUIRE(speak);
    size_t passages = 0;
    for (const FacetValue& value : all->facets[0].values) passages += value.count;
    CHECK(speak->total_passages == passages);
    CHECK(speak->total_reports == all->total_reports + all->opposite_reports);
    // Who writes an operator says exactly what matches.
    for (SearchRequest* exact : {&request, &whole}) {
      exact->query = std::string("+visits ") + query;
      exact->filters.clear();
    }
    CHECK(searcher->search(request)->total_passages == searcher->search(whole)->total_passages);
  }
}

}  // namespace
}  // namespace ofsearch
