// Short forms that a report defines, in a search of the whole index.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"
#include "tests/support/short_ids.h"

#include <string>

namespace ofsearch {
namespace {

using test::SampleIndex;
using test::sorted_short_ids;

// Of an index of its own: a report that defines two acronyms, one of them not as the field does.
std::string found_with_acronyms(const std::string& query) {
  static const SampleIndex sample({
      test::sample_report("aaaaaaaaaa01", "Someshire", 2019, "sif", "good",
                          {test::sample_passage("Looked after children (LAC) are seen. The Middle "
                                                "Area Support House (MASH) is new.")}),
      test::sample_report("aaaaaaaaaa02", "Someshire", 2020, "sif", "good",
                          {test::sample_passage("Looked after children (LAC) do well."),
                           test::sample_passage("Some looked after children wait.")}),
      test::sample_report("aaaaaaaaaa03", "Someshire", 2021, "sif", "good",
                          {test::sample_passage("The MASH team shares what it knows. No child was "
                                                "dying; a willing friend will help.")}),
      test::sample_report("aaaaaaaaaa04", "Someshire", 2022, "sif", "good",
                          {test::sample_passage("Information technology (IT) is old."),
                           test::sample_passage("Old information technology fails.")}),
      test::sample_report(
          "aaaaaaaaaa05", "Someshire", 2023, "sif", "good",
          {test::sample_passage("Linstead, Eastvale, Norham and Downham (LEND) plan alike."),
           test::sample_passage("Linstead, Eastvale, Norham and Downham meet."),
           test::sample_passage("Every library is lending books.")}),
  });
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  SearchRequest request;
  request.query = query;
  auto results = searcher->search(request);
  REQUIRE(results);
  return sorted_short_ids(*results) + "/" + std::to_string(results->total_passages);
}

TEST_CASE("A short form that another word of the report shares its stem with is no such word") {
  CHECK(found_with_acronyms("+lending") == "5/2");
  CHECK(found_with_acronyms("+lends") == "5/2");
}

TEST_CASE("An inspectorate is found by its short form, however its name is written out") {
  const SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2019, "jtai", "",
      {test::sample_passage("Ofsted, HMI Constabulary and Fire & Rescue Services (HMICFRS) and HMI "
                            "Probation (HMIP) inspected jointly.")})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  for (const char* query : {"HMICFRS", "HMIP", "HMICFRS AND HMIP"}) {
    INFO(query);
    SearchRequest request;
    request.query = query;
    auto results = searcher->search(request);
    REQUIRE(results);
    CHECK(results->total_passages == 1);
  }
}

TEST_CASE("A quoted acronym is found as printed, whatever it means there") {
  CHECK(found_with_acronyms("\"MASH\"") == "13/2");
  CHECK(found_with_acronyms("\"MASH team\"") == "3/1");
  CHECK(found_with_acronyms("MAS*") == "13/2");
}

TEST_CASE("Exact words and wildcards find only what is printed, not what it stands for") {
  CHECK(found_with_acronyms("LAC") == "12/3");
  CHECK(found_with_acronyms("\"LAC\"") == "12/2");
  CHECK(found_with_acronyms("LAC*") == "12/2");
  CHECK(found_with_acronyms("\"it\"") == "34/2");
}

TEST_CASE("Wildcards, quotes and NEAR tell the forms of one stem apart") {
  CHECK(found_with_acronyms("wil*") == "3/1");
  CHECK(found_with_acronyms("\"willing\"") == "3/1");
  CHECK(found_with_acronyms("\"wills\"") == "/0");
  CHECK(found_with_acronyms("di*") == "/0");
  CHECK(found_with_acronyms("dy*") == "3/1");
  CHECK(found_with_acronyms("die NEAR child") == "3/1");
  CHECK(found_with_acronyms("\"wait\"") == "2/1");
  CHECK(found_with_acronyms("\"waits\"") == "/0");
  CHECK(found_with_acronyms("\"the\"") == "13/2");
  CHECK(found_with_acronyms("\"shares what it\"") == "3/1");
}

TEST_CASE("A star in a word with hyphens finds it with and without them") {
  const test::SampleIndex sample({test::sample_report(
      "aaaaaaaaaa01", "Someshire", 2015, "sif", "good",
      {test::sample_passage("Multi-agency work is good."), test::sample_passage("A hub is late."),
       test::sample_passage("Multiagency hubs are late."),
       test::sample_passage("Mother/father groups meet.")})});
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto passages = [&](const char* query) {
    SearchRequest request;
    request.query = query;
    auto results = searcher->search(request);
    REQUIRE(results);
    return results->total_passages;
  };
  CHECK(passages("multi-agen*") == 2);
  CHECK(passages("multiagen*") == 2);
  CHECK(passages("multi-agen*,") == 2);
  CHECK(passages("mul*-agency") == 2);
  CHECK(passages("\"multi-agen* work\"") == 1);
  CHECK(passages("mother/fath*") == 1);
  CHECK(passages("multi-hub*") == 0);
}

}  // namespace
}  // namespace ofsearch
