#include "searcher/match/pool.h"

#include "common/index/schema.h"
#include "searcher/match/best_matches.h"
#include "searcher/query/filters.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

std::vector<Xapian::docid> ids_of(const std::vector<BestMatch>& matches) {
  std::vector<Xapian::docid> ids;
  for (const BestMatch& match : matches) ids.push_back(match.id);
  return ids;
}

void sort_best_first(std::vector<ScoredReport>* reports) {
  std::sort(reports->begin(), reports->end(), [](const ScoredReport& a, const ScoredReport& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  });
}

}  // namespace

// What answers decides which; the weights of all that speaks for a passage decide the order.
Query Pool::weighted(const Query& answers) const {
  if (plan_.score.empty()) return answers;
  return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, answers, 0), plan_.score);
}

std::vector<ScoredReport> Pool::scored(const std::vector<Xapian::docid>& passages) {
  read_.push_back(read_candidates(passages, opened_.documents.get(), &matcher_));
  return scored_reports(&read_.back(), plan_, settings_);
}

std::vector<ScoredReport> Pool::best_reports(const Query& answers, size_t wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(answers));
  enquire.set_weighting_scheme(Xapian::BM25Weight(settings_.pool_k1, 0, 1, settings_.pool_b, 0.5));
  // Behind a number that always are, those that weigh much less have too little of the query to
  // come up.
  BestMatches best =
      best_matches(&enquire, opened_.index,
                   {static_cast<Xapian::doccount>(settings_.pool),
                    static_cast<Xapian::doccount>(settings_.pool_sure), settings_.pool_least});
  std::vector<ScoredReport> reports = scored(ids_of(best.matches));
  sort_best_first(&reports);
  if (reports.size() < wanted && !best.all) append_rest(answers, wanted, &reports);
  return reports;
}

void Pool::append_rest(const Query& answers, size_t wanted, std::vector<ScoredReport>* reports) {
  std::unordered_set<std::string> known;
  for (const ScoredReport& report : *reports) known.insert(report.id);
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(answers));
  enquire.set_collapse_key(kReportIdSlot);
  auto most = static_cast<Xapian::doccount>(
      std::min<size_t>(wanted + known.size(), opened_.index.database.get_doccount()));
  std::vector<Xapian::docid> documents;
  std::vector<std::string> ids;
  for (const BestMatch& match : best_matches(&enquire, opened_.index, {.size = most}).matches)
    if (documents.size() < wanted - reports->size() && !known.contains(match.report_id)) {
      documents.push_back(match.id);
      ids.push_back(match.report_id);
    }
  const double ceiling = reports->empty() ? 0 : reports->back().score;
  std::map<std::string, ScoredReport> rest;
  for (ScoredReport& report : scored(documents)) rest.emplace(report.id, std::move(report));
  for (const std::string& id : ids) {
    auto report = rest.find(id);
    if (report == rest.end()) continue;
    report->second.score = std::min(report->second.score, ceiling);
    reports->push_back(std::move(report->second));
  }
}

ScoredReport Pool::passages_of(const std::string& id, const Query& answers, size_t wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(filtered(weighted(answers), Query(prefixed_term(kReportIdPrefix, id))));
  if (plan_.score.empty()) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  }
  constexpr size_t kRead = 50;
  Xapian::MSet matches =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(kRead, wanted)));
  std::vector<ScoredReport> one = scored({matches.begin(), matches.end()});
  ScoredReport report;
  report.id = id;
  return one.empty() ? report : std::move(one.front());
}

}  // namespace ofsearch
