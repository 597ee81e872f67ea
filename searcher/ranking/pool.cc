#include "searcher/ranking/pool.h"

#include "common/index/schema.h"
#include "common/text/counted.h"
#include "searcher/query/filters.h"
#include "searcher/ranking/best_matches.h"
#include "searcher/ranking/passage_kind.h"
#include "searcher/ranking/passage_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

std::vector<Xapian::docid> ids_of(const ScoredReport& report) {
  std::vector<Xapian::docid> ids;
  for (const ScoredPassage& passage : report.passages) ids.push_back(passage.id);
  return ids;
}

}  // namespace

using Query = Xapian::Query;

// The passages that answer decide which reports are found. The weights of all that speaks for a
// passage decide the order.
Query Pool::weighted(const Query& answers) const {
  if (plan_.score.empty()) return answers;
  return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, answers, 0), plan_.score);
}

// BM25 without the length of a passage, so that highest_score() bounds the score of its text.
Xapian::BM25Weight Pool::weights() const {
  return Xapian::BM25Weight(settings_.k1, 0, 1, 0, 0.5);
}

Pool::Pool(const SearchPlan& plan, const RankingSettings& settings, OpenedIndex* opened)
    : plan_(plan),
      settings_(settings),
      opened_(*opened),
      matcher_(plan, settings, &opened->stemmer),
      scorer_(opened->documents.get(), &matcher_, &opened->deadline),
      scoring_{plan, settings, std::atoi(opened->newest_date().substr(0, 4).c_str()),
               settings.further_passages + 1} {}

std::vector<ScoredReport> Pool::best_reports(const Wanted& wanted) {
  Contenders contenders = contenders_of(wanted);
  std::vector<ScoredReport> reports, some;
  for (Contender* contender : settle(&contenders, wanted.reports))
    (contender->has_only_some() ? some : reports).push_back(contender->take_result());
  if (!found_) append_rest(wanted.answers, wanted, &reports);
  std::ranges::move(some, std::back_inserter(reports));
  if (!found_ && !wanted.only_counted) append_rest(wanted.some, wanted, &reports);
  reports.resize(std::min(reports.size(), wanted.reports));
  for (size_t i = 1; i < reports.size(); ++i)
    reports[i].score = std::min(reports[i].score, reports[i - 1].score);
  return reports;
}

// The reports with one of the best passages by weight.
Pool::Contenders Pool::contenders_of(const Wanted& wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(wanted.some));
  enquire.set_weighting_scheme(weights());
  const BestMatches best =
      best_matches(&enquire, static_cast<Xapian::doccount>(settings_.most_pool));
  scoring_.unlisted = best.all ? 0 : best.matches.back().weight;
  Contenders contenders;
  std::unordered_map<std::string, size_t> numbers;
  for (const BestMatch& match : best.matches) {
    auto [number, is_new] = numbers.try_emplace(match.report_id, contenders.size());
    if (is_new)
      contenders.emplace_back(match.report_id, !wanted.counted.contains(match.report_id),
                              &scoring_);
    contenders[number->second].add_match(match.id, match.weight);
  }
  for (Contender& contender : contenders) contender.rate();
  if (best.all) found_ = Found{best.matches.size(), contenders.size()};
  if (wanted.only_counted)
    std::erase_if(contenders, [](const Contender& each) { return each.has_only_some(); });
  return contenders;
}

// Reads passages of the reports that can reach most, a few at a time, until those that are wanted
// are certain: the others can reach no more. What is read changes few of them, so that a heap keeps
// their order.
std::vector<Contender*> Pool::settle(Contenders* contenders, size_t wanted) {
  std::vector<Contender*> heap;
  for (Contender& contender : *contenders) heap.push_back(&contender);
  const auto reaches_less = [](const Contender* a, const Contender* b) {
    if (a->has_only_some() != b->has_only_some()) return a->has_only_some();
    return a->reach() != b->reach() ? a->reach() < b->reach() : a->id() > b->id();
  };
  std::ranges::make_heap(heap, reaches_less);
  wanted = std::min(wanted, heap.size());
  const size_t watched = std::min(std::max(wanted, settings_.at_a_time), heap.size());
  for (;;) {
    std::vector<Contender*> best;
    for (; best.size() < watched; heap.pop_back()) {
      std::ranges::pop_heap(heap, reaches_less);
      best.push_back(heap.back());
    }
    if (std::all_of(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(wanted),
                    [](const Contender* each) { return each->is_settled(); })) {
      best.resize(wanted);
      return best;
    }
    read_on(best);
    for (Contender* contender : best) {
      heap.push_back(contender);
      std::ranges::push_heap(heap, reaches_less);
    }
  }
}

// Reads the next passages of all that are not settled.
void Pool::read_on(std::span<Contender* const> contenders) {
  std::vector<Xapian::docid> passages;
  std::unordered_map<Xapian::docid, Contender*> owners;
  for (Contender* contender : contenders) {
    if (contender->is_settled()) continue;
    const size_t known = passages.size();
    contender->take_next(settings_.passages_at_a_time, &passages);
    for (size_t i = known; i < passages.size(); ++i) owners.emplace(passages[i], contender);
  }
  scorer_.score(passages, [&](Xapian::docid id, const PassageView& passage, double score) {
    owners.at(id)->add(id, passage, score);
  });
  for (Contender* contender : contenders) contender->rate();
}

// Appends reports that `query` finds and that had no passage in the pool.
void Pool::append_rest(const Query& query, const Wanted& wanted,
                       std::vector<ScoredReport>* reports) {
  if (reports->size() >= wanted.reports) return;
  std::unordered_set<std::string> known;
  for (const ScoredReport& report : *reports) known.insert(report.id);
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(query));
  enquire.set_weighting_scheme(weights());
  enquire.set_collapse_key(kReportIdSlot);
  auto most = static_cast<Xapian::doccount>(
      std::min<size_t>(wanted.reports + known.size(), opened_.index.database.get_doccount()));
  Contenders rest;
  for (const BestMatch& match : best_matches(&enquire, most).matches) {
    if (rest.size() == wanted.reports - reports->size()) break;
    if (known.contains(match.report_id)) continue;
    rest.emplace_back(match.report_id, !wanted.counted.contains(match.report_id), &scoring_);
    rest.back().add_match(match.id, match.weight);
  }
  std::vector<Contender*> all;
  for (Contender& contender : rest) all.push_back(&contender);
  read_on(all);
  for (Contender& contender : rest) reports->push_back(contender.take_result());
}

std::vector<std::string> Pool::reasons(const ScoredReport& report) const {
  std::vector<std::string> reasons;
  if (report.passages.empty() || plan_.score.empty()) return reasons;
  const size_t further = std::min(settings_.further_passages, report.passages.size() - 1);
  if (further > 0)
    reasons.push_back(fmt::format("{} of the report {} {}{}", counted(further, "further passage"),
                                  further == 1 ? "counts" : "count", settings_.further,
                                  further == 1 ? "" : " each"));
  if (report.some) reasons.emplace_back("only some of the query: behind all that is counted");
  reasons.push_back(reason_of_factor("age", scoring_.age_factor_of(report.year)));
  return reasons;
}

std::vector<std::string> Pool::records_of(const ScoredReport& report) {
  return opened_.documents->passage_records(ids_of(report));
}

std::vector<std::vector<TopicFinding>> Pool::topics_of(const ScoredReport& report) {
  return opened_.documents->topic_findings(ids_of(report));
}

bool Pool::finds_best(const ScoredReport& report, const Query& answers) const {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(filtered(answers, Query(prefixed_term(kReportIdPrefix, report.id))));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, opened_.index.database.get_doccount());
  const Xapian::docid best = report.passages.front().id;
  return std::any_of(found.begin(), found.end(), [&](Xapian::docid id) { return id == best; });
}

ScoredReport Pool::passages_of(const std::string& id, const Query& answers, size_t wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(filtered(weighted(answers), Query(prefixed_term(kReportIdPrefix, id))));
  if (plan_.score.empty()) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  } else {
    enquire.set_weighting_scheme(weights());
  }
  constexpr size_t kRead = 50;
  Xapian::MSet matches =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(kRead, wanted)));
  Contender report(id, false, &scoring_);
  std::unordered_set<Xapian::docid> tables;
  scorer_.score({matches.begin(), matches.end()},
                [&](Xapian::docid passage_id, const PassageView& passage, double score) {
                  if (is_table(passage.text)) tables.insert(passage_id);
                  report.add(passage_id, passage, score);
                });
  report.rate();
  ScoredReport result = report.take_result();
  // If few are wanted, text goes before the table of a title page.
  if (plan_.score.empty() && wanted < result.passages.size())
    std::stable_partition(
        result.passages.begin(), result.passages.end(),
        [&](const ScoredPassage& passage) { return !tables.contains(passage.id); });
  return result;
}

}  // namespace ofsearch
