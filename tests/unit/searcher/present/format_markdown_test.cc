#include "searcher/present/formatter.h"
#include "searcher/present/words/answer_notes.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <sstream>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

SearchResults one_hit() {
  SearchResults results;
  results.query = results.searched = "late visits";
  results.total_reports = results.listed_reports = results.total_passages = 1;
  ReportHit hit;
  hit.report = test::sample_report("aaaaaaaaaa01", "Someshire", 2015, "sif", "inadequate", {});
  hit.passages.emplace_back().passage = test::sample_passage("Visits are late");
  results.hits.push_back(hit);
  return results;
}

std::string markdown(const SearchResults& results) {
  std::ostringstream out;
  find_format("markdown")->results(results, {}, out);
  return out.str();
}

}  // namespace

TEST_CASE("How many more reports find the opposite is told, with the option that counts them") {
  SearchResults results = one_hit();
  CHECK(level_lines(results).empty());
  results.opposite_reports = 1;
  CHECK(level_lines(results) ==
        std::vector<std::string>{"1 more report finds the opposite; to count them too: "
                                 "--finding any"});
}

TEST_CASE("markdown says what was searched, and what is not there or has only some of it") {
  SearchResults results = one_hit();
  CHECK(markdown(results).find("Searched:") == std::string::npos);
  CHECK(markdown(results).find("Note:") == std::string::npos);
  results.query = "late vists";
  results.filters = {{"region", {"london"}, "region London"}};
  results.corrected = {{"vists", "visits"}};
  results.total_reports = 3;
  results.hits.push_back(results.hits[0]);
  results.hits[1].some = true;
  const std::string text = markdown(results);
  CHECK(text.find("\nSearched: late visits; region London\n") != std::string::npos);
  CHECK(text.find("searched for: visits; instead of: \"vists\"") != std::string::npos);
  CHECK(text.find("\nNote: 1 of 3 reports") != std::string::npos);
  CHECK(text.find(" · only some of the query\n") != std::string::npos);
}

TEST_CASE("Notes of an export name the option that gives what has only some of the query") {
  SearchResults results = one_hit();
  results.total_reports = 1;
  const std::string of_some = "3 more reports have only some of it; for all of them: --match any";
  CHECK(markdown(results).find("--match") == std::string::npos);
  results.some_reports = 3;
  CHECK(answer_notes(results).front() == of_some);
  CHECK(markdown(results).find("\nNote: " + of_some + "\n") != std::string::npos);
  CHECK(level_lines(results).front() == "3 more reports have only some of it");
  results.total_reports = 0;
  results.some_reports = 1;
  CHECK(answer_notes(results).front() ==
        "1 report has only some of it; for all of them: --match any");
}

TEST_CASE("Of a saved search the heading, the totals and each note tell the name") {
  SearchResults results = one_hit();
  results.notices = {"no date is known"};
  OutputOptions options;
  options.saved_as = "my *visits*";
  std::ostringstream marked, text;
  find_format("markdown")->results(results, options, marked);
  CHECK(marked.str().starts_with("# my \\*visits\\*: late visits\n"));
  CHECK(marked.str().find("\nNote on my \\*visits\\*: no date is known\n") != std::string::npos);
  find_format("text")->results(results, options, text);
  CHECK(text.str().find("my *visits*: 1 report") != std::string::npos);
  CHECK(text.str().find("\nnote on my *visits*: no date is known\n") != std::string::npos);
}

}  // namespace ofsearch
