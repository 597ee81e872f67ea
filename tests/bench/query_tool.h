// What the searchers of scripts/bench share: their command line, the timing, and what they print.
//
//     TOOL answers INDEX QUERIES.tsv [OPTION...]    a JSON object a query, for check_answers.py
//     TOOL time    INDEX QUERIES.tsv [OPTION...]    one line: p50 p95 p99 (ms), median of the
//                                                   matches, queries timed; parted by tabs
// QUERIES.tsv: id TAB query [TAB ...]. The other engines' tools (fts5.py, LuceneBench.java) take
// and print the same.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch::bench {

inline const std::vector<std::string> kFacets = {"authority", "year", "visit_type", "grade"};

struct QueryOptions {
  std::string index;
  bool facets = false;              // --facets: count the four fields over all matches
  std::vector<std::string> grades;  // --grade VALUE, any of them; their own facet ignores them
  bool exhaustive = false;          // --exhaustive: score every match, skip none
  bool words_alone = false;         // --words-alone: without a thesaurus
  double budget = 20;               // --budget: seconds to spend on timing
};

struct Answer {
  size_t matches = 0;  // passages or reports, whatever the engine counts
  std::map<std::string, std::map<std::string, size_t>> facets;
  std::vector<std::pair<std::string, double>> top;  // id and score, best first
};

using SearchFunction = std::function<Answer(const std::string& query)>;

// Parses `arguments` (behind the program's name), opens by `open`, and runs. Returns the exit
// status.
int run_query_tool(const std::vector<std::string>& arguments,
                   const std::function<SearchFunction(const QueryOptions&)>& open);

}  // namespace ofsearch::bench
