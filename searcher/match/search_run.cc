#include "searcher/match/search_run.h"

#include "common/index/schema.h"
#include "common/report/passage_record.h"
#include "common/text/nearest.h"
#include "searcher/match/best_matches.h"
#include "searcher/match/candidates.h"
#include "searcher/match/counting.h"
#include "searcher/match/scored_reports.h"
#include "searcher/present/shown_texts.h"
#include "searcher/present/snippet.h"
#include "searcher/query/filters.h"
#include "searcher/query/planner.h"
#include "searcher/query/suggestion.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <unordered_set>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// The slot that lists are ordered by; what is asked for by relevance without a query, newest first.
unsigned order_slot(SortOrder sort) {
  if (sort == SortOrder::kAuthority) return kAuthorityOrderSlot;
  return sort == SortOrder::kOldest ? kOldestOrderSlot : kNewestOrderSlot;
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
  Search(OpenedIndex* opened, const Thesaurus& thesaurus, const RankingSettings& settings,
         const SearchRequest& request)
      : opened_(*opened),
        database_(opened->index.database),
        thesaurus_(thesaurus),
        settings_(settings) {
    parsed_ = parse_query(request.query);
    request_ = with_query_filters(request, parsed_);
    sort_ = request_.sort.value_or(parsed_.empty() ? SortOrder::kNewest : SortOrder::kRelevance);
  }

  Result<SearchResults> run() {
    filters_ = OF_TRY(Filters::resolve(request_, database_));
    results_.query = request_.query;
    bool ranks = sort_ == SortOrder::kRelevance && !parsed_.empty() && request_.limit > 0;
    if (!parsed_.empty()) make_plans();
    matcher_ = std::make_unique<PassageMatcher>(plan_, settings_, &opened_.stemmer);
    by_passages_ = !parsed_.empty() || filters_.selects_passages();
    if (ranks) {
      rank();
      return finished();
    }
    take(count(&opened_, parsed_.empty() ? nullptr : &plan_));
    if (request_.limit > 0) list();
    return finished();
  }

 private:
  SearchResults finished() {
    finish();
    return std::move(results_);
  }

  // ---- Plans --------------------------------------------------------------------------------

  SearchPlan plan_for(OpenedIndex* opened, bool require_all) const {
    const Index& index = opened->index;
    PlanOptions options{
        require_all,
        settings_.most_idf,
        settings_.expansion,
        settings_.direction_weight,
        index.is_remote() ? nullptr : opened->documents,
        index.phrases == Thesaurus::builtin_version() && &thesaurus_ == &Thesaurus::builtin()};
    return make_plan(parsed_, &opened->terms, thesaurus_, &opened->stemmer, options);
  }

  void make_plans() {
    plan_ = plan_for(&opened_, false);
    // A list by date or name has no best first, so there every word must be in the passage,
    // unless no passage has them all.
    if (sort_ != SortOrder::kRelevance && plan_.any_word_answers && plan_.terms.size() > 1) {
      SearchPlan all = plan_for(&opened_, true);
      if (has_match(all.passages)) {
        plan_ = std::move(all);
        plan_.any_word_answers = false;
        results_.notices.push_back(
            "sorted by other than relevance: only passages that have every word");
      }
    }
    results_.interpreted = plan_.interpreted;
    for (const std::string& notice : plan_.notices) results_.notices.push_back(notice);
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

  Counts count(OpenedIndex* opened, const SearchPlan* plan) const {
    return count_answers(opened->index.database, &opened->terms, &opened->values, plan, filters_,
                         request_.facets);
  }

  void take(Counts counts) {
    counts_ = std::move(counts);
    results_.total_reports = counts_.reports;
    results_.total_passages = counts_.passages;
    results_.exact = counts_.exact;
    results_.facets = std::move(counts_.facets);
  }

  // ---- Ranking ------------------------------------------------------------------------------

  // The best passages by BM25 scored anew, grouped by report; behind them, if more are asked for,
  // the other reports in the order of their best passage by BM25. Counted on the way.
  void rank() {
    std::vector<ScoredReport> pool = scored_pool();
    size_t end = request_.offset + request_.limit;
    if (pool.size() < end && has_more_matches_) append_rest(end, &pool);
    end = std::min(end, pool.size());
    std::vector<std::string> ids;
    for (size_t i = request_.offset; i < end; ++i) ids.push_back(pool[i].id);
    std::map<std::string, Report> reports = load_reports(ids);
    for (size_t i = request_.offset; i < end; ++i)
      add_hit(i, &pool[i], std::move(reports.at(pool[i].id)));
  }

  std::vector<ScoredReport> scored_pool() {
    std::vector<ScoredReport> pool = read_reports(choose_candidates());
    take(count(&opened_, &plan_));
    std::sort(pool.begin(), pool.end(), [](const ScoredReport& a, const ScoredReport& b) {
      return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    return pool;
  }

  std::vector<Xapian::docid> choose_candidates() {
    Xapian::Enquire enquire(database_);
    enquire.set_query(passage_query());
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(settings_.pool_k1, 0, 1, settings_.pool_b, 0.5));
    // Behind a number that always are, those that weigh much less have too little of the query to
    // come up.
    BestMatches best =
        best_matches(&enquire, opened_.index,
                     {static_cast<Xapian::doccount>(settings_.pool),
                      static_cast<Xapian::doccount>(settings_.pool_sure), settings_.pool_least});
    has_more_matches_ = !best.all;
    std::vector<Xapian::docid> documents;
    for (const BestMatch& match : best.matches) documents.push_back(match.id);
    return documents;
  }

  std::vector<ScoredReport> read_reports(const std::vector<Xapian::docid>& documents) {
    read_.push_back(read_candidates(documents, opened_.documents.get(), matcher_.get()));
    return scored_reports(&read_.back(), plan_, settings_);
  }

  void append_rest(size_t end, std::vector<ScoredReport>* pool) {
    std::unordered_set<std::string> known;
    for (const ScoredReport& report : *pool) known.insert(report.id);
    Xapian::Enquire enquire(database_);
    enquire.set_query(passage_query());
    enquire.set_collapse_key(kReportIdSlot);
    auto most = static_cast<Xapian::doccount>(
        std::min<size_t>(end + known.size(), database_.get_doccount()));
    double ceiling = pool->empty() ? 0 : pool->back().score;
    std::vector<Xapian::docid> documents;
    std::vector<std::string> ids;
    for (const BestMatch& match : best_matches(&enquire, opened_.index, {.size = most}).matches)
      if (documents.size() < end - pool->size() && !known.contains(match.report_id)) {
        documents.push_back(match.id);
        ids.push_back(match.report_id);
      }
    std::map<std::string, ScoredReport> rest;
    for (ScoredReport& report : read_reports(documents)) rest.emplace(report.id, std::move(report));
    for (const std::string& id : ids) {
      auto report = rest.find(id);
      if (report == rest.end()) continue;
      report->second.score = std::min(report->second.score, ceiling);
      pool->push_back(std::move(report->second));
    }
  }

  // ---- Listing ------------------------------------------------------------------------------

  void list() {
    Xapian::Enquire enquire(database_);
    enquire.set_query(counts_.report_query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(order_slot(sort_), false);
    Xapian::MSet matches =
        enquire.get_mset(static_cast<Xapian::doccount>(request_.offset),
                         static_cast<Xapian::doccount>(request_.limit), database_.get_doccount());
    size_t rank = request_.offset;
    for (const std::string& data :
         opened_.documents->report_fields({matches.begin(), matches.end()})) {
      Report report = report_of_fields(data);
      ScoredReport scored;
      scored.id = report.id;
      if (by_passages_) load_passages(&scored);
      add_hit(rank++, &scored, std::move(report));
    }
  }

  // The passages of one report that answer, best first, or in reading order without a query.
  void load_passages(ScoredReport* report) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(filtered(passage_query(), Query(prefixed_term(kReportIdPrefix, report->id))));
    if (parsed_.empty()) {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    }
    constexpr size_t kRead = 50;
    Xapian::MSet matches =
        enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(kRead, request_.passages)));
    std::vector<ScoredReport> one = read_reports({matches.begin(), matches.end()});
    if (!one.empty()) *report = std::move(one.front());
  }

  // ---- Results ------------------------------------------------------------------------------

  void add_hit(size_t index, ScoredReport* scored, Report report) {
    ReportHit hit;
    hit.rank = index + 1;
    hit.score = scored->score;
    hit.report = std::move(report);
    double score = scored->score;
    if (by_passages_ && request_.passages > scored->passages.size()) load_passages(scored);
    hit.score = sort_ == SortOrder::kRelevance ? score : scored->score;
    for (size_t i : passages_to_show(*scored)) {
      const Candidate& candidate = *scored->passages[i];
      std::optional<StoredPassage> stored = decode_passage(candidate.passage.record);
      if (!stored) continue;
      PassageHit passage_hit;
      passage_hit.marks = matcher_->marks(candidate.passage);
      passage_hit.passage = std::move(stored->passage);
      passage_hit.score = candidate.score;
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
      if (shown_.add(report.passages[i]->passage.text)) chosen.push_back(i);
    if (chosen.empty() && !report.passages.empty() && request_.passages > 0) chosen.push_back(0);
    return chosen;
  }

  // One request for them all, as each is a round trip to every server of a divided index.
  std::map<std::string, Report> load_reports(const std::vector<std::string>& ids) const {
    std::vector<std::string> terms;
    for (const std::string& id : ids) terms.push_back(prefixed_term(kReportIdPrefix, id));
    Xapian::Enquire enquire(database_);
    enquire.set_query(Query(Query::OP_FILTER, Query(std::string(kReportTerm)),
                            Query(Query::OP_OR, terms.begin(), terms.end())));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(ids.size()));
    std::map<std::string, Report> reports;
    for (const std::string& data :
         opened_.documents->report_fields({matches.begin(), matches.end()})) {
      Report report = report_of_fields(data);
      reports.emplace(report.id, std::move(report));
    }
    for (const std::string& id : ids)
      if (!reports.contains(id))
        throw Xapian::DatabaseCorruptError("report " + id + " is not there");
    return reports;
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
    results_.explanation.push_back("reports: " + counts_.report_query.get_description());
    for (const QueryTerm& term : plan_.terms)
      results_.explanation.push_back(fmt::format("term {}: idf {:.2f}{}", term.shown, term.idf,
                                                 term.direction ? ", direction" : ""));
    if (plan_.direction != 0)
      results_.explanation.push_back(fmt::format(
          "direction: {} pull{} towards passages that find a {}",
          list_in_words(plan_.direction_words, "and"), plan_.direction_words.size() == 1 ? "s" : "",
          plan_.direction > 0 ? "strength" : "weakness"));
  }

  OpenedIndex& opened_;
  const Xapian::Database& database_;
  const Thesaurus& thesaurus_;
  const RankingSettings& settings_;
  ParsedQuery parsed_;
  SearchRequest request_;
  SortOrder sort_ = SortOrder::kRelevance;
  Filters filters_;
  SearchPlan plan_;
  ShownTexts shown_;
  std::unique_ptr<PassageMatcher> matcher_;
  bool by_passages_ = false;
  bool has_more_matches_ = false;
  std::deque<CandidateBatch> read_;  // what reports point to
  Counts counts_;
  SearchResults results_;
};

}  // namespace

Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const SearchRequest& request) {
  return Search(opened, thesaurus, settings, request).run();
}

}  // namespace ofsearch
