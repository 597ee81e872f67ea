// Passages that are put aside are shown as those that a search gives at once.
#include "searcher/extract/passage_hits.h"
#include "searcher/extract/repeated_texts.h"
#include "searcher/present/formatter.h"
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// The sample reports, and one that repeats what another says.
std::vector<Report> reports_with_repeats() {
  std::vector<Report> reports = test::sample_reports();
  reports.push_back(test::sample_report("aaaaaaaaaa09", "Someshire", 2014, "sif", "good",
                                        reports.front().passages));
  return reports;
}

SearchResults search(SearchRequest request, std::optional<size_t> aside) {
  static const test::SampleIndex sample(reports_with_repeats());
  static auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  request.passages_aside = aside;
  auto results = searcher->search(request);
  REQUIRE(results);
  results->took_ms = 0;
  return std::move(*results);
}

// Repeats are marked.
std::string printed(std::string_view format, SearchResults results, size_t most_in_memory) {
  mark_repeats(&results);
  OutputOptions options;
  options.most_in_memory = most_in_memory;
  std::ostringstream out;
  find_format(format)->results(results, options, out);
  CHECK(out.good());
  return out.str();
}

std::vector<SearchRequest> requests() {
  std::vector<SearchRequest> requests;
  for (const char* query : {"", "children", "caseloads missing", "nothing of this"})
    for (const size_t passages : {size_t{0}, size_t{1}, kAll}) {
      SearchRequest request;
      request.query = query;
      request.limit = kAll;
      request.passages = passages;
      request.keep_repeats = request.topics = passages != 1;
      request.explain = passages == kAll;
      requests.push_back(request);
    }
  requests.back().filters.emplace_back("topic", "missing-children");
  return requests;
}

TEST_CASE("Every format prints passages that were put aside as those that were not") {
  for (const SearchRequest& request : requests())
    for (const std::string& format : format_names()) {
      INFO(format << ", " << request.query << ", " << request.passages << " passages");
      // A spreadsheet says when it was made, to the minute.
      std::string before, aside, again;
      do {
        before = printed(format, search(request, std::nullopt), Spool::kAll);
        aside = printed(format, search(request, 0), 0);
        again = printed(format, search(request, std::nullopt), Spool::kAll);
      } while (before != again);
      CHECK(aside == before);
      CHECK(printed(format, search(request, Spool::kSome), Spool::kSome).size() == before.size());
    }
}

TEST_CASE("Passages that are put aside are counted, and are not in the results") {
  SearchRequest request;
  request.limit = request.passages = kAll;
  request.keep_repeats = true;
  const SearchResults plain = search(request, std::nullopt);
  SearchResults aside = search(request, 0);
  mark_repeats(&aside);
  REQUIRE(plain.hits.size() == aside.hits.size());
  REQUIRE(aside.aside);
  size_t passages = 0, same = 0;
  for (size_t i = 0; i < plain.hits.size(); ++i) {
    CHECK(aside.hits[i].passages.empty());
    CHECK(aside.hits[i].passage_count() == plain.hits[i].passages.size());
    passages += plain.hits[i].passages.size();
  }
  CHECK(aside.aside->count() == passages);
  for_each_hit(aside, [&](const ReportHit& hit) {
    for (const PassageHit& passage : hit.passages) same += passage.same_as ? 1 : 0;
    CHECK(hit.passage_count() == hit.passages.size());
  });
  CHECK(same > 0);
}

TEST_CASE("Marks follow the order in which reports are shown, whatever that of the search") {
  SearchRequest request;
  request.limit = request.passages = kAll;
  request.keep_repeats = true;
  SearchResults plain = search(request, std::nullopt), aside = search(request, 0);
  for (SearchResults* results : {&plain, &aside}) {
    std::ranges::reverse(results->hits);
    results->hits.pop_back();
  }
  CHECK(printed("jsonl", aside, 0) == printed("jsonl", plain, Spool::kAll));
}

}  // namespace
}  // namespace ofsearch
