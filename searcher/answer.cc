#include "searcher/answer.h"

#include "common/field/thesaurus/everyday.h"
#include "common/index/fields.h"
#include "common/index/listed_values.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/clauses.h"
#include "searcher/extract/repeated_texts.h"
#include "searcher/latest_grade.h"
#include "searcher/query/composed_values.h"
#include "searcher/query/deadline.h"
#include "searcher/query/filter_values.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_filters.h"
#include "searcher/understand/spelling/suggestion.h"
#include "searcher/understood_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

std::string reports_match(size_t count) {
  if (count == 0) return "no report matches";
  return fmt::format("{} report{}", count, count == 1 ? " matches" : "s match");
}

// The request with the filters that stand inside the query beside the others, so that each part
// can be left out by itself.
SearchRequest taken_apart(const SearchRequest& typed, const ParsedQuery& query) {
  SearchRequest request = with_query_filters(typed, query);
  request.query = query_of(query.root.children);
  request.limit = 0;
  request.offset = 0;
  request.facets.clear();
  request.explain = false;
  return request;
}

// More searches for one answer, all within the time that is left for it.
class Asker {
 public:
  Asker(Searcher* searcher, Deadline::Clock::time_point end) : searcher_(*searcher), end_(end) {}

  // Returns the time that is left, at least 0.
  std::chrono::milliseconds left() const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Deadline::Clock::now());
    return std::max(left, std::chrono::milliseconds(0));
  }

  // Throws OutOfTime.
  Result<SearchResults> search(SearchRequest request) const {
    request.time_limit = left();
    if (request.time_limit->count() == 0) throw OutOfTime();
    auto results = searcher_.search(request);
    if (!results && results.error().code == ErrorCode::kInterrupted) throw OutOfTime();
    return results;
  }

 private:
  Searcher& searcher_;
  Deadline::Clock::time_point end_;
};

// Reports that `request` would find; 0 also where it fails, as it then gives no advice.
size_t count(const Asker& asker, const SearchRequest& request) {
  auto results = asker.search(request);
  return results ? results->total_reports : 0;
}

SearchRequest without_filters(SearchRequest request) {
  for (const Clause& clause : filter_clauses(request)) clause.leave_out(&request);
  return request;
}

// "no report has region London; there are North West and South East". Fields whose values are many
// or that no report has are named alone.
void explain_empty_filters(const Asker& asker, const SearchRequest& request,
                           std::vector<std::string>* notices) {
  constexpr size_t kMostNamed = 20;
  for (const Field& field : fields()) {
    SearchRequest alone;
    std::vector<std::string> typed;
    bool is_composed = false;
    for (const auto& filter : request.filters)
      if (filter_field(filter.first, filter.second) == &field) {
        alone.filters.push_back(filter);
        typed.push_back(value_in_words(field, filter.second));
        for (const std::string& value : listed_values(field, filter.second))
          is_composed = is_composed || composed_value(field, value);
      }
    if (typed.empty()) continue;
    alone.limit = 0;
    alone.facets = {std::string(field.name)};
    auto results = asker.search(alone);
    if (!results || results->total_reports > 0) continue;
    std::vector<std::string> there;
    for (const FacetValue& value : results->facets.front().values)
      if (value.count > 0 && value.value != "unknown") there.push_back(value.value);
    std::string notice = fmt::format("no report has {} {}", field.option, any_in_words(typed));
    if (!is_composed && !there.empty() && there.size() <= kMostNamed)
      notice += fmt::format("; there are {}", list_in_words(there, "and"));
    notices->push_back(notice);
  }
}

void add_way_out(const std::string& without, size_t found, const SearchRequest& request,
                 SearchResults* results) {
  results->notices.push_back(fmt::format("{}: {}", without, reports_match(found)));
  if (found > 0) results->ways_out.push_back({results->notices.back(), request});
}

void explain_filters(const Asker& asker, const SearchRequest& request, SearchResults* results) {
  std::vector<Clause> clauses = filter_clauses(request);
  bool helped = false;
  for (const Clause& clause : clauses) {
    SearchRequest rest = request;
    clause.leave_out(&rest);
    if (rest.query.empty() && !rest.has_filters()) continue;  // everything: no advice
    size_t found = count(asker, rest);
    if (found == 0) continue;
    helped = true;
    add_way_out(clause.shown, found, rest, results);
  }
  if (helped || clauses.size() < 2 || request.query.empty()) return;
  const SearchRequest rest = without_filters(request);
  if (size_t found = count(asker, rest); found > 0)
    add_way_out("without any filter", found, rest, results);
}

// Returns what a query asks for, one by one, also of "a AND b", of "a NEAR b" and of a phrase.
std::vector<QueryNode> parts_of(const QueryNode& root) {
  using Kind = QueryNode::Kind;
  if (root.children.size() != 1) return root.children;
  const QueryNode& only = root.children.front();
  if (only.kind == Kind::kBag || only.kind == Kind::kAnd || only.kind == Kind::kNear)
    return only.children;
  if (only.kind == Kind::kPhrase) return parse_query(only.text).root.children;
  return root.children;
}

// "A" and "without", typed plainly: what they find alone says nothing of the query.
bool is_no_topic(const QueryNode& part) {
  return is_plain_word(part) &&
         (is_stopword(search_form(part.text)) || Everyday::builtin().is_light(part.text));
}

// Tells what each part of a query would find alone, if the query finds nothing even without
// filters. If it has many parts, those that find nothing are only counted.
void explain_query(const Asker& asker, SearchRequest request, const ParsedQuery& query,
                   SearchResults* results) {
  std::vector<std::string>* notices = &results->notices;
  bool filtered = request.has_filters();
  request = without_filters(std::move(request));
  if (count(asker, request) > 0) return;
  std::vector<QueryNode> parts = parts_of(query.root);
  if (query.root.children.size() > 1) std::erase_if(parts, is_no_topic);
  if (filtered) notices->push_back("the query matches no report, whatever the filters");
  constexpr size_t kMostSaid = 8;
  const bool many = parts.size() > kMostSaid;
  size_t unsaid = 0;
  for (size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
    bool excluded = parts[i].need == QueryNode::Need::kExcluded;
    std::vector<QueryNode> rest = excluded ? parts : std::vector<QueryNode>{parts[i]};
    if (excluded)
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    else
      rest.front().need = QueryNode::Need::kOptional;
    request.query = query_of(rest);
    std::string shown = excluded ? "without " + describe(parts[i]) : request.query + " alone";
    const size_t found = count(asker, request);
    if (many && found == 0)
      ++unsaid;
    else
      add_way_out(shown, found, request, results);
  }
  if (unsaid > 0)
    notices->push_back(
        fmt::format("alone, no report matches {} of its {} parts", unsaid, parts.size()));
}

SearchResults nothing_to_search_for(const SearchRequest& request) {
  SearchResults results;
  results.query = request.query;
  results.notices.push_back("the query has no word to search for");
  return results;
}

// A suggestion for what was searched as one for what was typed: the words that differ are replaced.
std::string as_typed(const std::string& suggestion, const std::string& searched,
                     const std::string& typed) {
  const std::vector<std::string_view> better = split_words(suggestion);
  const std::vector<std::string_view> words = split_words(searched);
  if (better.size() != words.size()) return suggestion;
  std::string result = typed;
  for (size_t i = 0; i < words.size(); ++i)
    if (words[i] != better[i]) result = with_words_replaced(std::move(result), words[i], better[i]);
  return result;
}

// Searches for `request`, with its words understood, until `end`.
Result<SearchResults> answer_understood(Searcher* searcher, SearchRequest request,
                                        Deadline::Clock::time_point end) {
  const Asker asker(searcher, end);
  request.time_limit = asker.left();
  ParsedQuery query = OF_TRY(parse_within_limits(request.query));
  bool only_signs = !request.query.empty() && query.empty() && query.filters.empty();
  if (only_signs && !request.has_filters()) return nothing_to_search_for(request);
  SearchResults results = OF_TRY(searcher->search(request));
  if (only_signs)
    results.notices.push_back("the query has no word to search for: the filters alone were used");
  if (results.total_reports > 0) return results;
  SearchRequest apart = taken_apart(request, query);
  try {
    explain_empty_filters(asker, apart, &results.notices);
    explain_filters(asker, apart, &results);
    if (!query.empty()) explain_query(asker, apart, query, &results);
  } catch (const OutOfTime&) {
    results.notices.push_back("there was no time to find out all of why nothing was found");
  }
  return results;
}

struct Read {
  UnderstoodRequest understood;
  std::vector<Correction> corrected;
};

Result<Read> read_request(Searcher* searcher, const SearchRequest& request) {
  Vocabulary vocabulary;
  ParsedQuery query =
      OF_TRY(parse_within_limits(request.query, request.literal ? kQueryLimits : kTypedLimits));
  std::vector<Correction> corrected;
  if (!request.literal && !query.empty()) {
    vocabulary = OF_TRY(searcher->vocabulary());
    corrected = OF_TRY(searcher->mend_spelling(&query));
  }
  Read read{understand_request(request, query, !corrected.empty(), vocabulary),
            std::move(corrected)};
  // Words typed as one and abbreviations are several words once they are written out.
  if (parse_within_limits(read.understood.request.query)) return read;
  if (!parse_within_limits(request.query)) {
    OF_CHECK(leave_out_last_words(&read.understood));
    return read;
  }
  read = {};
  read.understood.request = request;
  read.understood.notes = {"the question is too long to be understood: it was searched as typed"};
  return read;
}

}  // namespace

Result<SearchRequest> understood(Searcher* searcher, const SearchRequest& request,
                                 std::vector<std::string>* said) {
  Read read = OF_TRY(read_request(searcher, request));
  if (said != nullptr) {
    for (const Correction& each : read.corrected) said->push_back(in_words(each));
    const std::vector<std::string>& notes = read.understood.notes;
    said->insert(said->end(), notes.begin(), notes.end());
  }
  return std::move(read.understood.request);
}

namespace {

// The names of inspectors in the letters of the reports found: "Jo McKay" instead of "Jo Mckay".
void write_names_as_found(SearchResults* results) {
  const Field& field = *find_field("lead_inspector");
  for (UnderstoodWords& words : results->understood) {
    if (words.field != field.name || words.excluded) continue;
    for (const ReportHit& hit : results->hits) {
      const std::string name = hit.report.metadata.lead_inspector.value_or("");
      if (filter_term(field, name) == filter_term(field, words.value)) words.value = name;
    }
  }
}

// Looks among all documents of the authority, whatever else selects those that are listed.
void say_standing(const Asker& asker, const SearchRequest& understood, SearchResults* results) {
  SearchRequest documents;
  for (const auto& filter : understood.filters)
    if (find_field(filter.first) == find_field("authority")) documents.filters.push_back(filter);
  documents.limit = kAll;
  documents.passages = 0;
  documents.sort = SortOrder::kNewest;
  try {
    const Result<SearchResults> found = asker.search(documents);
    const std::string note = found ? latest_grade_note(*found) : "";
    if (!note.empty()) results->notices.insert(results->notices.begin(), note);
  } catch (const OutOfTime&) {
    results->notices.emplace_back("there was no time to find the latest grade");
  }
}

}  // namespace

Result<SearchResults> answer(Searcher* searcher, const SearchRequest& request) {
  const auto end = Deadline::Clock::now() + request.time_limit.value_or(searcher->time_limit());
  Read read = OF_TRY(read_request(searcher, request));
  UnderstoodRequest& understood = read.understood;
  SearchRequest searched =
      understood.order ? request_for_order(understood.request) : understood.request;
  SearchResults results = OF_TRY(answer_understood(searcher, std::move(searched), end));
  if (understood.order) put_in_order(*understood.order, understood.request, &results);
  if (results.suggestion)
    results.suggestion = with_corrections(
        as_typed(*results.suggestion, understood.request.query, request.query), read.corrected);
  results.query = request.query;
  results.offset = request.offset;
  results.all_reports_asked = request.limit == kAll;
  results.all_passages_asked = request.passages == kAll;
  results.corrected = std::move(read.corrected);
  results.understood = std::move(understood.understood);
  write_names_as_found(&results);
  if (understood.asks_standing) say_standing(Asker(searcher, end), understood.request, &results);
  results.notices.insert(results.notices.begin(), understood.notes.begin(), understood.notes.end());
  return results;
}

Result<SearchResults> answer_in_full(Searcher* searcher, SearchRequest request) {
  request.keep_repeats = request.topics = true;
  SearchResults results = OF_TRY(answer(searcher, request));
  mark_repeats(&results);
  return results;
}

}  // namespace ofsearch
