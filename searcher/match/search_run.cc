#include "searcher/match/search_run.h"

#include "common/field/thesaurus/everyday.h"
#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/report/values.h"
#include "common/text/text.h"
#include "searcher/match/counts.h"
#include "searcher/match/hits.h"
#include "searcher/match/match_set.h"
#include "searcher/match/selection.h"
#include "searcher/opened/document_data.h"
#include "searcher/plan/explanation.h"
#include "searcher/plan/planner.h"
#include "searcher/query/deadline.h"
#include "searcher/query/filters.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_filters.h"
#include "searcher/query/query_parser.h"
#include "searcher/ranking/pool.h"
#include "searcher/results/found_passages.h"
#include "searcher/understand/spelling/suggestion.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// The slot that lists are ordered by; what is asked for by relevance without a query, newest first.
unsigned order_slot(SortOrder sort) {
  if (sort == SortOrder::kAuthority) return kAuthorityOrderSlot;
  return sort == SortOrder::kOldest ? kOldestOrderSlot : kNewestOrderSlot;
}

// Xapian counts documents in 32 bits; no list is longer than there are documents.
Xapian::doccount within(size_t count, Xapian::doccount documents) {
  return static_cast<Xapian::doccount>(std::min<size_t>(count, documents));
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
    counted_ = count_by_report(selection_.of(matches_.query), database_);
    write_counts(matches_, counted_, selection_, request_.facets, &opened_, &results_);
    tell_opposite();
    count_whole();
    if (request_.limit > 0) is_ranked() ? rank() : list();
    if (counts_some() && !results_.some_reports)
      count_some(matches_, selection_, opened_, &results_);
    results_.listed_reports = results_.total_reports;
    if (lists_some()) results_.listed_reports += results_.some_reports.value_or(0);
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
        !request_.literal,
        request_.exact,
        request_.without,
        thesaurus_.size() > 0 ? everyday : nullptr,
        clock_,
        kQueryLimits,
        [&](const QueryFilter& filter) { return filter_query(filter); }};
    return make_plan(parsed_, &opened_.terms, thesaurus_, &opened_.stemmer, options);
  }

  void match(MatchMode mode) {
    take_direction();
    take_wider_terms();
    // A request for all passages gets them without words, too.
    if (request_.passages == kAll) plan_.by_passages = true;
    selection_ = Selection(filters_, plan_, clock_);
    sort_ =
        request_.sort.value_or(plan_.concepts.empty() ? SortOrder::kNewest : SortOrder::kRelevance);
    const bool by_direction = !request_.count_opposite && !filters_.has(*find_field("finding"));
    matches_ =
        choose_matches(plan_,
                       {mode, request_.concepts, enough_reports(), many_reports(), by_direction,
                        selection_.all_documents(), selection_.filtered_documents()},
                       database_);
    note_wider_terms();
  }

  // Searches by the words of everyday sayings, as nothing that the filters select has what the
  // sayings stand for.
  Result<void> match_words() {
    auto understood = std::make_tuple(std::move(plan_), selection_, matches_);
    plan_ = OF_TRY(plan(nullptr));
    match(MatchMode::kAny);
    if (finds_nothing())
      std::tie(plan_, selection_, matches_) = std::move(understood);
    else
      results_.notices.push_back("no report there has it all; counted is what has some words");
    return {};
  }

  bool finds_nothing() const {
    if (plan_.concepts.empty() || !request_.has_filters()) return false;
    return !is_somewhere(selection_.of(matches_.some));
  }

  bool is_somewhere(const Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return !enquire.get_mset(0, 1).empty();
  }

  // Lets wider terms count for a concept that no report of the index has.
  void take_wider_terms() {
    for (Concept& each : plan_.concepts) {
      if (each.wider.empty() || is_somewhere(each.has)) {
        each.wider_note.clear();
        continue;
      }
      each.has = Query(Query::OP_OR, each.has, each.wider);
      // A passage with a wider term has some of the query.
      plan_.score = Query(Query::OP_OR, plan_.score, Query(Query::OP_SCALE_WEIGHT, each.wider, 0));
    }
  }

  // Adds the notes that say what is counted. None is true where nothing is, or where the term is
  // given up.
  void note_wider_terms() {
    if (matches_.level == "any") return;
    for (size_t i = 0; i < plan_.concepts.size(); ++i) {
      const std::string& note = plan_.concepts[i].wider_note;
      if (!note.empty() && matches_.uses[i].required && is_somewhere(selection_.of(matches_.query)))
        plan_.notices.push_back(note);
    }
  }

  // A filter by what was found asks for it: passages that find it more come first.
  void take_direction() {
    if (plan_.direction != 0) return;
    const Field& finding = *find_field("finding");
    const auto asks_for = [&](Finding value) {
      return filters_.is_selected(finding, std::string(finding_name(value)));
    };
    plan_.direction = int{asks_for(Finding::kStrength)} - int{asks_for(Finding::kWeakness)};
  }

  // The documents that a filter inside the query selects.
  Result<Query> filter_query(const QueryFilter& filter) const {
    SearchRequest alone;
    alone.with_predecessors = request_.with_predecessors;
    alone.filters.emplace_back(filter.field, filter.value);
    return OF_TRY(Filters::resolve(alone, database_)).query(true);
  }

  size_t reports_of_index() {
    const size_t reports = opened_.terms.frequency(std::string(kReportTerm));
    return opened_.terms.fetch_missed() ? opened_.terms.frequency(std::string(kReportTerm))
                                        : reports;
  }

  // In a small index, few reports are enough.
  Xapian::doccount enough_reports() {
    constexpr size_t kShare = 12;
    return static_cast<Xapian::doccount>(
        std::clamp<size_t>(reports_of_index() / kShare, 1, settings_.enough_reports));
  }

  Xapian::doccount many_reports() {
    constexpr size_t kShare = 20;
    return static_cast<Xapian::doccount>(std::max<size_t>(reports_of_index() / kShare, 2));
  }

  void tell_opposite() {
    if (!request_.tell_opposite || matches_.not_counted.empty()) return;
    const Query whatever_it_finds = selection_.of(matches_.any_finding);
    results_.opposite_reports =
        count_by_report(whatever_it_finds, database_).size() - counted_.size();
  }

  // Counts what has all that was asked for, where what is counted has less.
  void count_whole() {
    if (matches_.whole.empty()) return;
    const MatchesByReport whole = count_by_report(selection_.of(matches_.whole), database_);
    results_.whole_reports = whole.size();
    results_.whole_passages = documents_in(whole);
  }

  // ---- Ranking and listing ----------------------------------------------------------------

  bool is_ranked() const { return !plan_.concepts.empty() && sort_ == SortOrder::kRelevance; }

  // Tells whether what has only some of the query follows what is counted. A request for all there
  // is gets only what is counted.
  bool lists_some() const {
    return is_ranked() && request_.match != MatchMode::kAll && request_.limit != kAll;
  }

  bool counts_some() const { return !plan_.concepts.empty() && request_.match != MatchMode::kAny; }

  HitMaker hit_maker(Pool* pool) {
    if (request_.passages_aside)
      results_.aside = std::make_shared<FoundPassages>(*request_.passages_aside);
    return HitMaker(request_, sort_, selection_, matches_, counted_, pool, &opened_.deadline,
                    results_.aside.get());
  }

  void rank() {
    Pool pool(plan_, settings_, &opened_);
    HitMaker hits = hit_maker(&pool);
    const Xapian::doccount documents = database_.get_doccount();
    size_t end = within(request_.offset, documents) + size_t{within(request_.limit, documents)};
    const Query some = selection_.of(matches_.some), answers = selection_.of(matches_.query);
    std::vector<ScoredReport> reports =
        pool.best_reports({some, answers, counted_, end, !lists_some()});
    if (counts_some() && pool.found())
      write_some(pool.found()->passages, pool.found()->reports, &results_);
    end = std::min(end, reports.size());
    std::vector<std::string> ids;
    for (size_t i = request_.offset; i < end; ++i) ids.push_back(reports[i].id);
    std::map<std::string, Report> found = opened_.documents->reports(ids, database_);
    for (size_t i = request_.offset; i < end; ++i) {
      if (!reports[i].some) lead_with_counted(answers, &pool, &reports[i]);
      Report& report = found.at(reports[i].id);  // before the id goes
      results_.hits.push_back(hits.make(i, std::move(reports[i]), std::move(report)));
    }
  }

  // A report that is counted is shown by a passage that is counted. Its best passage of all may
  // have only some of the query, or find the opposite.
  static void lead_with_counted(const Query& answers, Pool* pool, ScoredReport* report) {
    if (report->passages.empty() || pool->finds_best(*report, answers)) return;
    ScoredReport counted = pool->passages_of(report->id, answers, 1);
    if (!counted.passages.empty()) report->passages = {counted.passages.front()};
  }

  Query counted_reports() const {
    if (!selection_.by_passages()) return selection_.of(matches_.query);
    std::vector<std::string> ids;
    for (const auto& [id, matches] : counted_) ids.push_back(prefixed_term(kReportIdPrefix, id));
    return {Query::OP_AND, Query(std::string(kReportTerm)),
            Query(Query::OP_OR, ids.begin(), ids.end())};
  }

  void list() {
    Pool pool(plan_, settings_, &opened_);
    HitMaker hits = hit_maker(&pool);
    Xapian::Enquire enquire(database_);
    enquire.set_query(counted_reports());
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
      results_.hits.push_back(hits.make(rank++, std::move(scored), std::move(report)));
    }
  }

  void describe_search() {
    results_.query = request_.query;
    results_.searched = plan_.searched;
    results_.either = plan_.either;
    results_.added = plan_.added;
    results_.notices.insert(results_.notices.begin(), plan_.notices.begin(), plan_.notices.end());
    for (const std::string& words : request_.without)
      if (std::ranges::find(plan_.left_out, search_form(words)) == plan_.left_out.end())
        results_.notices.push_back(
            fmt::format("\"{}\" is not left out, as nothing adds it to this query", words));
    if (filters_.has(*find_field("topic")) && filters_.has(*find_field("finding")))
      results_.notices.emplace_back(
          "the finding asked for is that of the sentences on the topic; a whole passage may find "
          "otherwise");
    if (!plan_.unknown_words.empty() || results_.total_reports == 0)
      results_.suggestion = suggest(request_.query, plan_.unknown_words, &opened_.words);
    results_.not_counted = matches_.not_counted;
    results_.filters = filters_.in_words();
    if (request_.explain)
      results_.explanation = explanation(parsed_, plan_, selection_.of(matches_.query));
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
  Selection selection_;
  MatchSet matches_;
  MatchesByReport counted_;
  SearchResults results_;
};

}  // namespace

Result<SearchResults> run_search(OpenedIndex* opened, const Thesaurus& thesaurus,
                                 const RankingSettings& settings, const ParsedQuery& parsed,
                                 const SearchRequest& request) {
  return Search(opened, thesaurus, settings, parsed, request).run();
}

}  // namespace ofsearch
