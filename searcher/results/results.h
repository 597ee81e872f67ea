// Holds what a search asks for and what it gives: plain structs without any type of the search
// library.
#pragma once

#include "common/report/report.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

class FoundPassages;

// How much of a query a passage must have. kBest asks for all of it if enough reports have that
// (RankingSettings::enough_reports); else for as much as enough reports have.
enum class MatchMode { kBest, kAll, kMost, kAny };

enum class SortOrder { kRelevance, kNewest, kOldest, kAuthority };

// A value of SearchRequest::indexed_since: since the start of the latest run that brought a new
// report.
inline constexpr std::string_view kLastRun = "last-run";

// The value of SearchRequest::limit and passages that asks for all there are.
inline constexpr size_t kAll = 1'000'000'000;

struct SearchRequest {
  std::string query;                                         // UTF-8 as typed; may be empty: browse
  std::vector<std::pair<std::string, std::string>> filters;  // field name, value as typed
  std::optional<std::string> from, to;                       // ISO dates, inclusive
  std::optional<std::string> indexed_since;                  // ISO 8601 UTC, or kLastRun
  bool with_predecessors = false;   // also those of each authority asked for
  size_t limit = 10, offset = 0;    // reports
  size_t passages = 1;              // a report; without words only kAll
  std::optional<SortOrder> sort;    // default: relevance, or newest without a query
  std::vector<std::string> facets;  // names of fields
  MatchMode match = MatchMode::kBest;
  // The concepts that every answer must have, whatever `match` says, named as in ConceptUse::shown.
  // They are those of an earlier answer, so that both count by one rule.
  std::optional<std::vector<std::string>> concepts;
  // Whether passages that find the opposite of what the words ask for ("late visits") count, too.
  bool count_opposite = false;
  bool tell_opposite = false;  // whether they are counted apart: SearchResults::opposite_reports
  bool keep_repeats = false;   // whether to give passages that say what others said before
  bool topics = false;         // whether to tell the topics of passages
  // The passages are given as SearchResults::aside, with so many bytes of them in memory.
  std::optional<size_t> passages_aside;
  bool explain = false;
  std::vector<std::string> without;  // words that are not added to the query (AddedWords)
  bool exact = false;    // words only as written: no other forms, nothing added; literal is implied
  bool literal = false;  // words are words, none is understood as a filter (understanding.h)
  // The time from the call of Searcher::search() on. Without a value, it is that of
  // Searcher::Options.
  std::optional<std::chrono::milliseconds> time_limit;

  // Tells whether anything but the query selects.
  bool has_filters() const { return !filters.empty() || from || to || indexed_since; }
};

// A part of the query that was taken for a filter, and the words it stood in, as typed.
struct UnderstoodWords {
  std::string field;  // as in JSON: "authority", "year", "visit_type", ..., "from", "to", "sort"
  std::string value;  // as the filter takes it: "Kingston upon Hull", "leaders:inadequate"
  std::string words;
  bool excluded = false;  // "not in London": the value is left out
  bool operator==(const UnderstoodWords&) const = default;
};

// The words that are searched for beside a term of the query.
struct AddedWords {
  std::string term;
  std::vector<std::string> words;   // its other names and narrower terms, which count
  std::vector<std::string> ranked;  // related terms, which only rank

  bool any() const { return !words.empty() || !ranked.empty(); }
};

// A word that was searched for instead of a misspelt one.
struct Correction {
  std::string typed, searched;
};
inline std::string in_words(const Correction& each) {
  return "searched for: " + each.searched + "; instead of: \"" + each.typed + "\"";
}

// Byte ranges [begin, end) of a text that answer the query.
using Marks = std::vector<std::pair<size_t, size_t>>;

// A passage of a report.
struct PassagePlace {
  std::string report_id;
  int n = 0;
};

// A topic that a passage speaks of, and what its sentences on it find.
struct PassageTopic {
  std::string name;
  Finding finding = Finding::kNeutral;
  bool asked = false;  // a filter asks for it
};

struct PassageHit {
  Passage passage;
  double score = 0;
  Marks marks;                                 // in passage.text
  std::string snippet;                         // an extract of passage.text, or all of it
  Marks snippet_marks;                         // in `snippet`
  bool cut_before = false, cut_after = false;  // the snippet leaves text out there
  std::optional<PassagePlace> same_as;         // an earlier one of the results says the same
  std::vector<PassageTopic> topics;            // with SearchRequest::topics
  std::vector<std::string> reasons;            // with SearchRequest::explain: for its score
};

struct ReportHit {
  size_t rank = 0;  // 1 is the best of all, whatever the offset
  double score = 0;
  Report report;  // without passages
  std::vector<PassageHit> passages;
  // instead of `passages`: the first number in SearchResults::aside, and how many
  size_t first_aside = 0, aside = 0;
  bool some = false;  // whether it has only some of the query, and is not counted
  std::vector<std::string> shared_words;  // words that make a report similar
  std::vector<std::string> reasons;       // with SearchRequest::explain: for its score

  size_t passage_count() const { return passages.size() + aside; }
};

struct FacetValue {
  std::string value;
  size_t count = 0;  // reports; for the facets "section" and "finding": passages
  bool selected = false;
};

struct Facet {
  std::string name;
  std::vector<FacetValue> values;
};

// One thing that the query asks for, as typed. If `required`, every answer has it.
struct ConceptUse {
  std::string shown;
  bool required = true;
};

// Another search that finds something where this one does not.
struct WayOut {
  std::string notice;  // the one of SearchResults::notices that speaks of it
  SearchRequest request;
};

// A filter that was searched with, also one that stood in the query.
struct SearchedFilter {
  std::string field;               // as Field::name; or "from", "to", "indexed-since"
  std::vector<std::string> typed;  // any of these
  std::string words;               // "authority Cumbria or Kendal", "year 2018..2022"
};

struct SearchResults {
  std::string query;
  std::string searched;  // the words, readable
  std::vector<SearchedFilter> filters;
  std::vector<std::string> either;        // what "or" joins, of which one is enough
  std::vector<AddedWords> added;          // what was searched beside them
  std::vector<std::string> explanation;   // with SearchRequest::explain
  std::optional<std::string> suggestion;  // "did you mean"
  std::vector<UnderstoodWords> understood;
  std::vector<Correction> corrected;
  std::vector<std::string> notices;  // what people should know of this answer
  std::vector<WayOut> ways_out;      // where an answer has no results
  size_t total_reports = 0, total_passages = 0;
  size_t offset = 0;  // that of the request
  bool all_reports_asked = false, all_passages_asked = false;
  size_t listed_reports = 0;  // reports of the list, from its first page to its last
  // The number of further reports that have as much of the query, but find the opposite of what it
  // asks for. They are not counted. Set with SearchRequest::tell_opposite.
  size_t opposite_reports = 0;
  std::string not_counted;  // "without passages that find a weakness"; or empty
  bool exact = true;        // whether both totals and all facet counts are exact
  // How much of the query every answer has, "all", "most" or "any", and its concepts. Both are
  // empty without a query.
  std::string level;
  std::vector<ConceptUse> concepts;
  // The counted reports and passages that have all of the query, where the others have less
  // ("most").
  std::optional<size_t> whole_reports, whole_passages;
  // Further reports and passages that have only some of the query; nothing if they were not
  // counted.
  std::optional<size_t> some_reports, some_passages;
  double took_ms = 0;
  std::vector<ReportHit> hits;
  std::shared_ptr<FoundPassages> aside;  // passages of the hits that were put aside; or null
  std::vector<Facet> facets;
  std::vector<std::string> missing_shards;
};

inline std::string partial_in_words(const std::string& missing_shard) {
  return "this answer is partial: the shard " + missing_shard + " is down";
}

// Returns how many reports have all of a query that the counted have most of: "3 reports have all
// of it", or "no report has all of it".
std::string whole_in_words(const SearchResults& results);

// Returns which part of the query the counts are of: "3 reports have all of it: counted are those
// with X, whether or not with Y". It is empty unless the level is "most".
std::string counted_in_words(const SearchResults& results);

}  // namespace ofsearch
