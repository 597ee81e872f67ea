#include "searcher/match/search_run.h"

#include "common/field/everyday.h"
#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/report/passage_record.h"
#include "searcher/match/document_data.h"
#include "searcher/match/facets.h"
#include "searcher/match/match_set.h"
#include "searcher/match/pool.h"
#include "searcher/plan/explanation.h"
#include "searcher/plan/planner.h"
#include "searcher/present/repeated_texts.h"
#include "searcher/present/snippet.h"
#include "searcher/query/deadline.h"
#include "searcher/query/filters.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_parser.h"
#include "searcher/understand/suggestion.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// The slot that lists are ordered by; what is asked for by relevance without a query, newest first.
unsigned order_slot(SortOrder sort) {
  if (sort == SortOrder::kAuthority) return kAuthorityOrderSlot;
  return sort == SortOrder::kOldest ? kOldestOrderSlot : kNewestOrderSlot;
}

// The request with the filters that stand inside the query moved to their places.
SearchRequest with_query_filters(SearchRequest request, const ParsedQuery& query) {
  for (const QueryFilter& filter : query.filters)
    request.filters.emplace_back(filter.field, filter.value);
  return request;
}

// Xapian counts documents in 32 bits; no list is longer than there are documents.
Xapian::doccount within(size_t count, Xapian::doccount documents) {
  return static_cast<Xapian::doccount>(std::min<size_t>(count, documents));
}

// Nobody needs them to show a passage, and many passages may be shown.
void drop_sentences(Passage* passage) {
  passage->sentences = Sentences();
  passage->sentence_findings = std::vector<double>();
}

// One search over one opened index.
class Search {
 public:
  Search(OpenedIndex* opened, const Thesaurus& thesaurus, const RankingSettings& settings,
         const ParsedQuery& parsed, const SearchRequest& request)
      : opened_(*opened),
        database_(opened->index.database),
        thesaurus_(thesaurus),
        settings_(settings),
        parsed_(parsed),
        request_(with_query_filters(request, parsed_)) {
    if (!opened->index.is_remote()) clock_ = clock_query(&opened->deadline);
  }

  Result<SearchResults> run() {
    filters_ = OF_TRY(Filters::resolve(request_, database_));
    plan_ = OF_TRY(plan(&Everyday::builtin()));
    match(request_.match);
    if (request_.match == MatchMode::kBest && finds_nothing()) OF_CHECK(match_words());
    pool_.emplace(plan_, settings_, &opened_);
    count();
    if (request_.limit > 0)
      plan_.concepts.empty() || sort_ != SortOrder::kRelevance ? list() : rank();
    describe_search();
    return std::move(results_);
  }

 private:
  // ---- What is looked for -----------------------------------------------------------------

  // `everyday`: the sayings that are understood.
  Result<SearchPlan> plan(const Everyday* everyday) const {
    PlanOptions options{
        settings_.most_idf,
        settings_.expansion,
        settings_.direction_weight,
        settings_.free_share,
        opened_.index.phrases == marked_phrases_version() && &thesaurus_ == &Thesaurus::builtin(),
        thesaurus_.size() > 0 ? everyday : nullptr,
        clock_,
        kQueryLimits.position_lists,
        [&](const QueryFilter& filter) { return filter_query(filter); }};
    return make_plan(parsed_, &opened_.terms, thesaurus_, &opened_.stemmer, options);
  }

  void match(MatchMode mode) {
    take_direction();
    by_passages_ = plan_.by_passages || filters_.selects_passages();
    sort_ =
        request_.sort.value_or(plan_.concepts.empty() ? SortOrder::kNewest : SortOrder::kRelevance);
    Query documents(std::string(by_passages_ ? kPassageTerm : kReportTerm));
    matches_ =
        choose_matches(plan_, mode, enough_reports(),
                       timed(filtered(documents, filters_.query(by_passages_)), clock_), database_);
  }

  // What everyday sayings stand for is nowhere among what the filters select; their words may be.
  Result<void> match_words() {
    auto understood = std::make_pair(std::move(plan_), matches_);
    plan_ = OF_TRY(plan(nullptr));
    match(MatchMode::kAny);
    if (finds_nothing())
      std::tie(plan_, matches_) = std::move(understood);
    else
      results_.notices.push_back("no report there has it all; counted is what has some words");
    return {};
  }

  bool finds_nothing() const {
    if (plan_.concepts.empty() || !request_.has_filters()) return false;
    Xapian::Enquire enquire(database_);
    enquire.set_query(selected(matches_.some));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 1).empty();
  }

  // Who filters by what was found asks for it, and passages that find it more come first.
  void take_direction() {
    if (plan_.direction != 0) return;
    int direction = 0;
    for (const auto& [field, value] : request_.filters) {
      const Field* known = find_field(field);
      if (known == nullptr || known->name != "finding") continue;
      direction += value == "strength" ? 1 : value == "weakness" ? -1 : 0;
    }
    plan_.direction = std::clamp(direction, -1, 1);
  }

  // The documents that a filter inside the query selects.
  Result<Query> filter_query(const QueryFilter& filter) const {
    SearchRequest alone;
    alone.with_predecessors = request_.with_predecessors;
    alone.filters.emplace_back(filter.field, filter.value);
    return OF_TRY(Filters::resolve(alone, database_)).query(true);
  }

  // The documents that answer `text`: passages, or without words reports. `except`: leave out the
  // filter of this field.
  Query selected(const Query& text, const Field* except = nullptr) const {
    Query query = text;
    bool needs_kind = plan_.complement || plan_.concepts.empty();
    if (needs_kind) {
      Query kind(std::string(by_passages_ ? kPassageTerm : kReportTerm));
      query = is_match_all(text) ? kind : Query(Query::OP_AND, text, kind);
    }
    if (!plan_.filter.empty()) query = filtered(query, plan_.filter);
    return timed(filtered(query, filters_.query(by_passages_, except)), clock_);
  }

  // Of a small index, few are enough.
  size_t enough_reports() {
    constexpr size_t kShare = 12;
    size_t reports = opened_.terms.frequency(std::string(kReportTerm));
    if (opened_.terms.fetch_missed()) reports = opened_.terms.frequency(std::string(kReportTerm));
    return std::clamp<size_t>(reports / kShare, 1, settings_.enough_reports);
  }

  // ---- Counting ---------------------------------------------------------------------------

  void count() {
    counted_ = count_by_report(selected(matches_.query), database_);
    const MatchesByReport& reports = counted_;
    results_.total_reports = reports.size();
    for (const auto& [id, matches] : reports) results_.total_passages += by_passages_ ? matches : 0;
    results_.level = matches_.level;
    results_.concepts = matches_.uses;
    if (!plan_.concepts.empty() && request_.match != MatchMode::kAny) count_some();
    for (const std::string& name : request_.facets) {
      const Field* field = find_field(name);
      if (field != nullptr && field->level == FieldLevel::kPassage) {
        Query passages = filtered(Query(std::string(kPassageTerm)), matches_.query);
        results_.facets.push_back(count_passages(*field, database_, passages, filters_));
      } else if (field != nullptr && filters_.has(*field)) {
        results_.facets.push_back(
            make_facet(*field, count_by_report(selected(matches_.query, field), database_),
                       filters_, &opened_.values));
      } else if (field != nullptr) {
        results_.facets.push_back(make_facet(*field, reports, filters_, &opened_.values));
      }
    }
  }

  // What has some of the query is counted while it is not much.
  void count_some() {
    constexpr Xapian::doccount kMostCounted = 50000;
    Xapian::Enquire enquire(database_);
    enquire.set_query(selected(matches_.some));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (enquire.get_mset(0, 0).get_matches_lower_bound() > kMostCounted) return;
    Xapian::ValueCountMatchSpy spy(kReportIdSlot);
    enquire.add_matchspy(&spy);
    Xapian::MSet some = enquire.get_mset(0, 0, kMostCounted);
    if (some.get_matches_lower_bound() != some.get_matches_upper_bound() ||
        some.get_matches_estimated() > kMostCounted)
      return;
    results_.some_passages = some.get_matches_estimated() - results_.total_passages;
    results_.some_reports =
        static_cast<size_t>(std::distance(spy.values_begin(), spy.values_end())) -
        results_.total_reports;
  }

  // ---- Ranking and listing ----------------------------------------------------------------

  void rank() {
    const Xapian::doccount documents = database_.get_doccount();
    size_t end = within(request_.offset, documents) + size_t{within(request_.limit, documents)};
    // Who asks for all there is gets what is counted.
    const bool counted_only = request_.match == MatchMode::kAll || request_.limit == kAll;
    const Query& answers = counted_only ? matches_.query : matches_.some;
    std::vector<ScoredReport> reports = pool_->best_reports(selected(answers), counted_, end);
    end = std::min(end, reports.size());
    std::vector<std::string> ids;
    for (size_t i = request_.offset; i < end; ++i) ids.push_back(reports[i].id);
    std::map<std::string, Report> found = opened_.documents->reports(ids, database_);
    for (size_t i = request_.offset; i < end; ++i)
      add_hit(i, std::move(reports[i]), std::move(found.at(reports[i].id)));
  }

  void list() {
    std::vector<std::string> ids;
    if (by_passages_)
      for (const auto& [id, matches] : count_by_report(selected(matches_.query), database_))
        ids.push_back(prefixed_term(kReportIdPrefix, id));
    Query reports = by_passages_ ? Query(Query::OP_AND, Query(std::string(kReportTerm)),
                                         Query(Query::OP_OR, ids.begin(), ids.end()))
                                 : selected(matches_.query);
    Xapian::Enquire enquire(database_);
    enquire.set_query(reports);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(order_slot(sort_), false);
    const Xapian::doccount documents = database_.get_doccount();
    Xapian::MSet listed = enquire.get_mset(within(request_.offset, documents),
                                           within(request_.limit, documents), documents);
    size_t rank = request_.offset;
    for (const std::string& fields :
         opened_.documents->report_fields({listed.begin(), listed.end()})) {
      Report report = report_of_fields(fields);
      ScoredReport scored;
      scored.id = report.id;
      add_hit(rank++, std::move(scored), std::move(report));
    }
  }

  // ---- Results ----------------------------------------------------------------------------

  void add_hit(size_t index, ScoredReport scored, Report report) {
    ReportHit hit;
    hit.rank = index + 1;
    hit.score = scored.score;
    hit.some = scored.some;
    hit.report = std::move(report);
    if (!is_found(hit))
      throw Xapian::DatabaseCorruptError("report " + hit.report.id + " is listed as if it matched");
    if (by_passages_ && request_.passages > scored.passages.size()) {
      const Query& answers = scored.some ? matches_.some : matches_.query;
      scored = pool_->passages_of(scored.id, selected(answers), request_.passages);
      if (sort_ != SortOrder::kRelevance) hit.score = scored.score;
    }
    const std::vector<size_t> shown = passages_to_show(scored);
    hit.passages.reserve(shown.size());
    for (size_t i : shown) {
      const Candidate& candidate = *scored.passages[i];
      std::optional<StoredPassage> stored = decode_passage(candidate.read->passage.record);
      if (!stored) throw Xapian::DatabaseCorruptError("a stored passage is damaged");
      PassageHit passage;
      auto [marks, telling] = pool_->matcher().answer(candidate.read->passage);
      passage.marks = std::move(marks);
      passage.passage = std::move(stored->passage);
      passage.score = candidate.score;
      make_snippet(&passage, kLongestSnippet, telling);
      drop_sentences(&passage.passage);
      hit.passages.push_back(std::move(passage));
    }
    pool_->forget(scored);
    results_.hits.push_back(std::move(hit));
  }

  // By what the report itself says, not only by what is listed under it.
  bool is_found(const ReportHit& hit) const {
    return filters_.admits(hit.report) && (hit.some || counted_.contains(hit.report.id));
  }

  // The best passage, and behind it those that do not say what was shown before, unless repeats are
  // asked for.
  std::vector<size_t> passages_to_show(const ScoredReport& report) {
    opened_.deadline.check_now();
    std::vector<size_t> chosen;
    for (size_t i = 0; i < report.passages.size() && chosen.size() < request_.passages; ++i)
      if (request_.keep_repeats || !shown_.find_or_add(report.passages[i]->read->passage.text) ||
          i == 0)
        chosen.push_back(i);
    return chosen;
  }

  void describe_search() {
    results_.query = request_.query;
    results_.interpreted = plan_.interpreted;
    results_.notices.insert(results_.notices.begin(), plan_.notices.begin(), plan_.notices.end());
    if (!plan_.unknown_words.empty() || results_.total_reports == 0)
      results_.suggestion = suggest(request_.query, plan_.unknown_words, database_);
    std::string filters = filters_.describe();
    if (!filters.empty())
      results_.interpreted += (results_.interpreted.empty() ? "" : "; ") + filters;
    if (request_.explain)
      results_.explanation = explanation(parsed_, plan_, selected(matches_.query));
  }

  OpenedIndex& opened_;
  const Xapian::Database& database_;
  const Thesaurus& thesaurus_;
  const RankingSettings& settings_;
  const ParsedQuery& parsed_;
  Query clock_;
  SearchRequest request_;
  SortOrder sort_ = SortOrder::kRelevance;
  Filters filters_;
  SearchPlan plan_;
  bool by_passages_ = false;
  MatchSet matches_;
  MatchesByReport counted_;
  std::optional<Pool> pool_;
  RepeatedTexts shown_;
  SearchResults results_;
};

}  // namespace

Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const ParsedQuery& parsed,
                                 const SearchRequest& request) {
  return Search(opened, thesaurus, settings, parsed, request).run();
}

}  // namespace ofsearch
