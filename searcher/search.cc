#include "searcher/search.h"

#include "common/database.h"
#include "common/nearest.h"
#include "common/passage_record.h"
#include "common/report_json.h"
#include "common/schema.h"
#include "common/text.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/query_builder.h"
#include "searcher/shown_texts.h"
#include "searcher/similar.h"
#include "searcher/snippet.h"
#include "searcher/suggestion.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

struct ScoredPassage {
  StoredPassage stored;
  PassageMatch match;
  double score = 0;
};

struct ScoredReport {
  std::string id;
  double score = 0;
  std::vector<ScoredPassage> passages;  // best first
};

bool is_match_all(const Query& query) {
  return query.get_type() == Query::LEAF_MATCH_ALL;
}

Query filtered(const Query& query, const Query& filter) {
  return is_match_all(filter) ? query : Query(Query::OP_FILTER, query, filter);
}

std::vector<std::string> parts_of(const ParsedQuery& query, std::string_view field) {
  std::vector<std::string> values;
  for (const QueryFilter& filter : query.filters)
    if (filter.field == field) values.push_back(filter.value);
  return values;
}

// The request with the filters that stand inside the query moved to their places.
SearchRequest with_query_filters(SearchRequest request, const ParsedQuery& query) {
  for (const QueryFilter& filter : query.filters)
    if (filter.field != "section" && filter.field != "finding")
      request.filters.emplace_back(filter.field, filter.value);
  for (std::string& value : parts_of(query, "section")) request.sections.push_back(value);
  for (std::string& value : parts_of(query, "finding")) request.findings.push_back(value);
  return request;
}

// One search over one opened index.
class Search {
 public:
  Search(const Xapian::Database& database, const Thesaurus& thesaurus,
         const RankingSettings& settings, Stemmer* stemmer, const SearchRequest& request)
      : database_(database), thesaurus_(thesaurus), settings_(settings), stemmer_(*stemmer) {
    parsed_ = parse_query(request.query);
    request_ = with_query_filters(request, parsed_);
    sort_ = request_.sort.value_or(parsed_.empty() ? SortOrder::kNewest : SortOrder::kRelevance);
  }

  Result<SearchResults> run() {
    filters_ = OF_TRY(Filters::resolve(request_, database_));
    results_.query = request_.query;
    if (!parsed_.empty()) make_plans();
    matcher_ = std::make_unique<PassageMatcher>(plan_, settings_, &stemmer_);
    by_passages_ = !parsed_.empty() || filters_.selects_passages();
    count();
    if (by_passages_ && sort_ == SortOrder::kRelevance && !parsed_.empty())
      rank();
    else
      list();
    finish();
    return std::move(results_);
  }

 private:
  // ---- Plans --------------------------------------------------------------------------------

  void make_plans() {
    PlanOptions options{false, settings_.most_idf, settings_.expansion, settings_.direction_weight};
    plan_ = make_plan(parsed_, database_, thesaurus_, &stemmer_, options);
    // A list by date or name has no best first, so there every word must be in the passage,
    // unless no passage has them all.
    if (sort_ != SortOrder::kRelevance && plan_.any_word_answers && plan_.terms.size() > 1) {
      options.require_all = true;
      SearchPlan all = make_plan(parsed_, database_, thesaurus_, &stemmer_, options);
      if (has_match(all.passages)) {
        plan_ = std::move(all);
        plan_.any_word_answers = false;
        results_.notices.push_back(
            "sorted by other than relevance: only passages that have every word");
      }
    }
    results_.interpreted = plan_.interpreted;
    for (const std::string& notice : plan_.notices) results_.notices.push_back(notice);
    if (plan_.passages.empty()) plan_.passages = Query::MatchNothing;
  }

  bool has_match(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(query, filters_.query(true)));
    return enquire.get_mset(0, 1).size() > 0;
  }

  Query passage_query() const {
    Query text = parsed_.empty() ? Query(std::string(kPassageTerm)) : plan_.passages;
    return filtered(text, filters_.query(true));
  }

  // ---- Counting -----------------------------------------------------------------------------

  // Up to so many matching passages are counted one by one; beyond, their number is an estimate.
  static constexpr Xapian::doccount kCountedPassages = 50000;

  void count() {
    if (!by_passages_) {
      report_text_ = Query::MatchAll;
    } else if (plan_.any_word_answers && !filters_.selects_passages()) {
      report_text_ = reports_with_any_word();
      Xapian::Enquire enquire(database_);
      enquire.set_query(passage_query());
      Xapian::MSet matches = enquire.get_mset(0, 0, kCountedPassages);
      results_.total_passages = matches.get_matches_estimated();
      results_.exact = matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    } else {
      report_text_ = reports_of_passages(passage_query_without_report_filters(), nullptr);
      reports_of_passages(passage_query(), &results_.total_passages);
    }
    Xapian::Enquire enquire(database_);
    enquire.set_query(report_query());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    results_.total_reports =
        enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
    std::vector<const Field*> facets;
    for (const std::string& name : request_.facets)
      if (const Field* field = find_field(name)) facets.push_back(field);
    results_.facets = count_facets(database_, report_text_, filters_, facets);
    if (std::find(request_.facets.begin(), request_.facets.end(), kFindingFacet) !=
        request_.facets.end())
      results_.facets.push_back(count_findings(
          database_, parsed_.empty() ? Query(std::string(kPassageTerm)) : plan_.passages,
          filters_));
  }

  // Facets leave filters out one by one, so that the text's reports must not depend on them; the
  // filters by section and finding belong to the text.
  Query passage_query_without_report_filters() const {
    Query text = parsed_.empty() ? Query(std::string(kPassageTerm)) : plan_.passages;
    std::vector<Query> parts = {text};
    SearchRequest passages_only;
    passages_only.sections = request_.sections;
    passages_only.findings = request_.findings;
    auto filter = Filters::resolve(passages_only, database_);
    return filter ? filtered(text, filter->query(true)) : text;
  }

  Query report_query() const {
    Query filter = filters_.query(false);
    std::vector<Query> parts = {Query(std::string(kReportTerm))};
    if (!is_match_all(report_text_)) parts.push_back(report_text_);
    if (!is_match_all(filter)) parts.push_back(filter);
    return Query(Query::OP_AND, parts.begin(), parts.end());
  }

  Query reports_with_any_word() {
    std::vector<Query> parts;
    for (const std::string& term : plan_.report_terms) parts.emplace_back(term);
    if (!plan_.phrases.empty())
      parts.push_back(reports_of_passages(
          Query(Query::OP_OR, plan_.phrases.begin(), plan_.phrases.end()), nullptr));
    if (parts.empty()) return Query::MatchNothing;
    return Query(Query::OP_OR, parts.begin(), parts.end());
  }

  // The reports that have a passage which `passages` finds, as a query over report documents.
  Query reports_of_passages(const Query& passages, size_t* passage_count) const {
    Xapian::ValueCountMatchSpy spy(kReportIdSlot);
    Xapian::Enquire enquire(database_);
    enquire.set_query(passages);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&spy);
    Xapian::MSet matches = enquire.get_mset(0, 0, database_.get_doccount());
    if (passage_count != nullptr) *passage_count = matches.get_matches_estimated();
    std::vector<std::string> terms;
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
      terms.push_back(prefixed_term(kReportIdPrefix, *it));
    if (terms.empty()) return Query::MatchNothing;
    return Query(Query::OP_OR, terms.begin(), terms.end());
  }

  // ---- Ranking ------------------------------------------------------------------------------

  // The best passages by BM25 scored anew, grouped by report; behind them, if more are asked for,
  // the other reports in the order of their best passage by BM25.
  void rank() {
    std::vector<ScoredReport> pool = scored_pool();
    size_t end = request_.offset + request_.limit;
    if (pool.size() < end && pool_is_full_) append_rest(end, &pool);
    for (size_t i = request_.offset; i < std::min(end, pool.size()); ++i) add_hit(i, &pool[i]);
  }

  std::vector<ScoredReport> scored_pool() {
    Xapian::Enquire enquire(database_);
    enquire.set_query(passage_query());
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(settings_.pool_k1, 0, 1, settings_.pool_b, 0.5));
    auto size = static_cast<Xapian::doccount>(settings_.pool);
    Xapian::MSet matches = enquire.get_mset(0, size);
    matches.fetch();
    pool_is_full_ = matches.size() == size;
    std::map<std::string, ScoredReport> by_report;
    for (auto it = matches.begin(); it != matches.end(); ++it) add_passage(it, &by_report);
    std::vector<ScoredReport> pool;
    for (auto& [id, report] : by_report) {
      finish_report(&report);
      pool.push_back(std::move(report));
    }
    std::stable_sort(pool.begin(), pool.end(), [](const ScoredReport& a, const ScoredReport& b) {
      return a.score > b.score;
    });
    return pool;
  }

  void add_passage(const Xapian::MSetIterator& it, std::map<std::string, ScoredReport>* reports) {
    std::optional<StoredPassage> stored = decode_passage(it.get_document().get_data());
    if (!stored) return;
    ScoredReport& report = (*reports)[stored->report_id];
    report.id = stored->report_id;
    PassageMatch match = matcher_->match(*stored);
    report.passages.push_back({std::move(*stored), std::move(match), 0});
  }

  // The passage `step` behind (or before) the one at `at`, if it is of the same section.
  static const PassageMatch* neighbour(const std::vector<ScoredPassage>& in_order, size_t at,
                                       int step) {
    size_t other = at + static_cast<size_t>(step);
    if (other >= in_order.size()) return nullptr;
    const Passage& a = in_order[at].stored.passage;
    const Passage& b = in_order[other].stored.passage;
    return a.n + step == b.n && a.section == b.section ? &in_order[other].match : nullptr;
  }

  void score_passages(std::vector<ScoredPassage>* passages) const {
    std::sort(passages->begin(), passages->end(),
              [](const auto& a, const auto& b) { return a.stored.passage.n < b.stored.passage.n; });
    for (size_t i = 0; i < passages->size(); ++i)
      (*passages)[i].score = passage_score((*passages)[i].match, neighbour(*passages, i, -1),
                                           neighbour(*passages, i, 1), plan_, settings_);
  }

  void finish_report(ScoredReport* report) const {
    score_passages(&report->passages);
    std::stable_sort(
        report->passages.begin(), report->passages.end(),
        [](const ScoredPassage& a, const ScoredPassage& b) { return a.score > b.score; });
    std::vector<double> scores;
    for (const ScoredPassage& passage : report->passages) scores.push_back(passage.score);
    report->score = report_score(scores, settings_);
  }

  void append_rest(size_t end, std::vector<ScoredReport>* pool) {
    std::unordered_set<std::string> known;
    for (const ScoredReport& report : *pool) known.insert(report.id);
    Xapian::Enquire enquire(database_);
    enquire.set_query(passage_query());
    enquire.set_collapse_key(kReportIdSlot);
    auto most = static_cast<Xapian::doccount>(
        std::min<size_t>(end + known.size(), database_.get_doccount()));
    Xapian::MSet matches = enquire.get_mset(0, most);
    double ceiling = pool->empty() ? 0 : pool->back().score;
    for (auto it = matches.begin(); it != matches.end() && pool->size() < end; ++it) {
      if (known.contains(it.get_collapse_key())) continue;
      std::map<std::string, ScoredReport> one;
      add_passage(it, &one);
      if (one.empty()) continue;
      finish_report(&one.begin()->second);
      one.begin()->second.score = std::min(one.begin()->second.score, ceiling);
      pool->push_back(std::move(one.begin()->second));
    }
  }

  // ---- Listing ------------------------------------------------------------------------------

  void list() {
    Xapian::Enquire enquire(database_);
    enquire.set_query(report_query());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    auto key = std::make_unique<Xapian::MultiValueKeyMaker>();
    if (sort_ == SortOrder::kAuthority) key->add_value(kAuthoritySortSlot);
    bool oldest = sort_ == SortOrder::kOldest;
    key->add_value(kDateSlot, !oldest, oldest ? "9999" : "");  // without a date: last either way
    key->add_value(kReportIdSlot);
    enquire.set_sort_by_key(key.get(), false);
    Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(request_.offset),
                         static_cast<Xapian::doccount>(request_.limit), database_.get_doccount());
    size_t rank = request_.offset;
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      ScoredReport report;
      report.id = it.get_document().get_value(kReportIdSlot);
      if (by_passages_) load_passages(&report, 0);
      add_hit(rank++, &report);
    }
  }

  // The passages of one report that answer, best first, or in reading order without a query.
  void load_passages(ScoredReport* report, size_t least) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(passage_query(), Query(prefixed_term(kReportIdPrefix, report->id))));
    if (parsed_.empty()) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    }
    constexpr size_t kRead = 50;
    Xapian::MSet matches = enquire.get_mset(
        0, static_cast<Xapian::doccount>(std::max({kRead, least, request_.passages})));
    std::map<std::string, ScoredReport> one;
    for (auto it = matches.begin(); it != matches.end(); ++it) add_passage(it, &one);
    if (one.empty()) return;
    report->passages = std::move(one.begin()->second.passages);
    finish_report(report);
  }

  // ---- Results ------------------------------------------------------------------------------

  void add_hit(size_t index, ScoredReport* scored) {
    ReportHit hit;
    hit.rank = index + 1;
    hit.score = scored->score;
    hit.report = load_report(scored->id);
    double score = scored->score;
    if (by_passages_ && request_.passages > scored->passages.size()) load_passages(scored, 0);
    hit.score = sort_ == SortOrder::kRelevance ? score : scored->score;
    for (size_t i : passages_to_show(*scored)) {
      ScoredPassage& passage = scored->passages[i];
      PassageHit passage_hit;
      passage_hit.passage = std::move(passage.stored.passage);
      passage_hit.score = passage.score;
      passage_hit.marks = std::move(passage.match.marks);
      make_snippet(&passage_hit);
      hit.passages.push_back(std::move(passage_hit));
    }
    results_.hits.push_back(std::move(hit));
  }

  // The best passages, without those that say what was shown before; the best all the same where
  // the report has no other.
  std::vector<size_t> passages_to_show(const ScoredReport& report) {
    std::vector<size_t> chosen;
    for (size_t i = 0; i < report.passages.size() && chosen.size() < request_.passages; ++i)
      if (shown_.add(report.passages[i].stored.passage.text)) chosen.push_back(i);
    if (chosen.empty() && !report.passages.empty() && request_.passages > 0) chosen.push_back(0);
    return chosen;
  }

  Report load_report(const std::string& id) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(Query(Query::OP_AND, Query(std::string(kReportTerm)),
                            Query(prefixed_term(kReportIdPrefix, id))));
    Xapian::MSet matches = enquire.get_mset(0, 1);
    if (matches.empty()) throw Xapian::DatabaseCorruptError("report " + id + " is not there");
    Json json = Json::parse(matches.begin().get_document().get_data());
    json.erase("passages");
    return report_from_json(json);
  }

  void finish() {
    if (!plan_.unknown_words.empty() || results_.total_reports == 0)
      results_.suggestion = suggest(request_.query, plan_.unknown_words, database_);
    std::string filters = filters_.describe();
    if (!filters.empty())
      results_.interpreted += (results_.interpreted.empty() ? "" : "; ") + filters;
    if (!request_.explain) return;
    results_.explanation.push_back("query: " + describe(parsed_.root));
    results_.explanation.push_back("passages: " + passage_query().get_description());
    results_.explanation.push_back("reports: " + report_query().get_description());
    for (const QueryTerm& term : plan_.terms)
      results_.explanation.push_back(fmt::format("term {}: idf {:.2f}{}", term.shown, term.idf,
                                                 term.direction ? ", direction" : ""));
    if (plan_.direction != 0)
      results_.explanation.push_back(fmt::format(
          "direction: {} pull{} towards passages that find a {}",
          list_in_words(plan_.direction_words, "and"), plan_.direction_words.size() == 1 ? "s" : "",
          plan_.direction > 0 ? "strength" : "weakness"));
  }

  const Xapian::Database& database_;
  const Thesaurus& thesaurus_;
  const RankingSettings& settings_;
  Stemmer& stemmer_;
  ParsedQuery parsed_;
  SearchRequest request_;
  SortOrder sort_ = SortOrder::kRelevance;
  Filters filters_;
  SearchPlan plan_;
  ShownTexts shown_;
  std::unique_ptr<PassageMatcher> matcher_;
  bool by_passages_ = false;
  bool pool_is_full_ = false;
  Query report_text_ = Query::MatchAll;
  SearchResults results_;
};

}  // namespace

struct Searcher::State {
  std::filesystem::path path;
  Options options;
  Index index;
  Stemmer stemmer;
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;

Result<Searcher> Searcher::open(const std::filesystem::path& path, const Options& options) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->options = options;
  state->index = OF_TRY(open_index(path, options.allow_partial));
  return Searcher(std::move(state));
}

Result<SearchResults> Searcher::search(const SearchRequest& request) {
  auto started = std::chrono::steady_clock::now();
  const Thesaurus& thesaurus =
      state_->options.thesaurus != nullptr ? *state_->options.thesaurus : Thesaurus::builtin();
  constexpr int kTries = 3;
  Result<SearchResults> results(Error{});
  for (int i = 0; i < kTries; ++i) {
    auto outcome = xapian_try(fmt::format("search the index at {}", state_->path.string()), [&] {
      return Search(state_->index.database, thesaurus, state_->options.ranking, &state_->stemmer,
                    request)
          .run();
    });
    if (outcome) {
      results = std::move(*outcome);
      break;
    }
    results = outcome.error();
    // A new generation may have been published, and ours removed, while we searched.
    auto again = open_index(state_->path, state_->options.allow_partial);
    if (!again || again->stub == state_->index.stub) break;
    state_->index = std::move(*again);
  }
  if (!results) return results;
  std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  results->took_ms = took.count();
  results->missing_shards = state_->index.missing_shards;
  if (!results->missing_shards.empty()) results->exact = false;
  return results;
}

Result<Report> Searcher::report(const std::string& id) {
  using Found = std::optional<Report>;
  Found found = OF_TRY(xapian_try(
      fmt::format("read report {} from the index at {}", id, state_->path.string()),
      [&]() -> Found {
        Xapian::Enquire enquire(state_->index.database);
        enquire.set_query(Query(prefixed_term(kReportIdPrefix, id)));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        Xapian::MSet matches = enquire.get_mset(0, state_->index.database.get_doccount());
        Found report;
        std::vector<Passage> passages;
        for (auto it = matches.begin(); it != matches.end(); ++it) {
          std::string data = it.get_document().get_data();
          if (std::optional<StoredPassage> stored = decode_passage(data))
            passages.push_back(std::move(stored->passage));
          else
            report = report_from_json(Json::parse(data));
        }
        if (!report) return report;
        std::sort(passages.begin(), passages.end(),
                  [](const Passage& a, const Passage& b) { return a.n < b.n; });
        report->passages = std::move(passages);
        return report;
      }));
  if (!found)
    return Error{ErrorCode::kNotFound, fmt::format("there is no report {} in the index", id),
                 "ids are printed with every result"};
  return std::move(*found);
}

Result<SearchResults> Searcher::similar(const std::string& id, size_t limit) {
  Report wanted = OF_TRY(report(id));
  return xapian_try(fmt::format("search the index at {}", state_->path.string()), [&] {
    return find_similar(wanted, limit, state_->index.database, &state_->stemmer);
  });
}

}  // namespace ofsearch
