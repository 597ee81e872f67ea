#include "searcher/ranking/pool.h"

#include "common/index/schema.h"
#include "searcher/query/filters.h"
#include "searcher/ranking/best_matches.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

constexpr size_t kPassagesOfReport = 100;  // about
constexpr int kUnknownAge = 8;             // years; in the middle

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

Pool::Pool(const SearchPlan& plan, const RankingSettings& settings, OpenedIndex* opened)
    : plan_(plan),
      settings_(settings),
      opened_(*opened),
      matcher_(plan, settings, &opened->stemmer),
      reader_(opened->documents.get(), &matcher_, &opened->deadline),
      newest_year_(std::atoi(opened->newest_date().substr(0, 4).c_str())) {}

std::vector<ScoredReport> Pool::scored(const std::vector<Xapian::docid>& passages) {
  candidates_.push_back(reader_.read(passages));
  std::vector<ScoredReport> reports = scored_reports(&candidates_.back(), plan_, settings_);
  for (ScoredReport& report : reports) {
    int year = report.passages.front()->read->passage.year;
    report.score *= age_factor(year == 0 ? kUnknownAge : newest_year_ - year, settings_);
  }
  return reports;
}

// The most that a report can score whose best passage weighs `weight`: what ranking.cc adds to the
// weight of the words is bounded.
//   a term in the heading too      1.4 times its weight, (k1 + 1) / (1 + k1 / 1.4) to the same of 1
//   words that stand together      proximity and pairs, of the weight of all terms
//   terms in the passages around   their share, of the terms that are missing
//   coverage                       of what it has, itself or around it
double Pool::highest_score(double weight) const {
  constexpr double kInHeading = 1.4;
  double total = 0;
  for (const QueryTerm& term : plan_.terms) total += term_weight(term, settings_);
  // A passage that weighs that much has no more of the terms than that.
  double matched = std::min(weight, total), missing = total - matched;
  double around = settings_.context * missing;
  double passage =
      kInHeading * (weight + around) + (settings_.proximity + settings_.pairs) * matched;
  passage *= std::pow((matched + around) / std::max(total, 1e-9), settings_.coverage);
  double direction = plan_.direction == 0 ? 1 : 1 + settings_.direction_pull;
  return passage * direction *
         (1 + settings_.further * static_cast<double>(settings_.further_passages));
}

std::vector<ScoredReport> Pool::scored_reports_of(const std::vector<Xapian::docid>& passages,
                                                  const MatchesByReport& counted) {
  std::vector<ScoredReport> reports = scored(passages);
  for (ScoredReport& report : reports) {
    report.some = !counted.contains(report.id);
    if (report.some) report.score *= settings_.some;
  }
  sort_best_first(&reports);
  return reports;
}

// First the best by weight; then, as the score of the last report that is wanted is known, all
// that may come before it.
std::vector<ScoredReport> Pool::best_reports(const Query& answers, const MatchesByReport& counted,
                                             size_t wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(answers));
  enquire.set_weighting_scheme(Xapian::BM25Weight(settings_.k1, 0, 1, settings_.b, 0.5));
  auto ask = [&](size_t count) {
    return best_matches(&enquire, opened_.index, static_cast<Xapian::doccount>(count));
  };
  const size_t most = most_candidates();
  // In a large index, asking twice takes longer than reading what is not needed.
  BestMatches best = ask(is_large() ? most : settings_.pool);
  std::vector<Xapian::docid> ids = ids_of(best.matches);
  ids.resize(std::min(ids.size(), settings_.pool));
  std::vector<ScoredReport> reports = scored_reports_of(ids, counted);
  if (!best.all || ids.size() < best.matches.size()) {
    double least = reports.size() < wanted ? 0 : reports[wanted - 1].score;
    auto may_come_up = [&](const BestMatch& match) { return highest_score(match.weight) >= least; };
    if (!best.all && best.matches.size() < most && may_come_up(best.matches.back()))
      best = ask(most);
    auto end = std::partition_point(best.matches.begin(), best.matches.end(), may_come_up);
    best.all = best.all && end == best.matches.end();
    best.matches.erase(end, best.matches.end());
    if (best.matches.size() > ids.size())
      reports = scored_reports_of(ids_of(best.matches), counted);
  }
  if (!best.all) complete(answers, counted, wanted, &reports);
  if (reports.size() < wanted && !best.all) append_rest(answers, counted, wanted, &reports);
  return reports;
}

// Passages that weigh little still speak for their report: of those that may be among the best,
// all are read.
void Pool::complete(const Query& answers, const MatchesByReport& counted, size_t wanted,
                    std::vector<ScoredReport>* reports) {
  constexpr size_t kShare = 4;
  const size_t completed = is_large() ? settings_.completed / kShare : settings_.completed;
  const size_t count =
      std::min({reports->size(), wanted + completed, settings_.most_pool / kPassagesOfReport});
  std::vector<std::string> terms;
  for (size_t i = 0; i < count; ++i)
    terms.push_back(prefixed_term(kReportIdPrefix, (*reports)[i].id));
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(filtered(answers, Query(Query::OP_OR, terms.begin(), terms.end())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Xapian::MSet all = enquire.get_mset(0, static_cast<Xapian::doccount>(settings_.most_pool));
  std::map<std::string, ScoredReport> complete;
  for (ScoredReport& report : scored_reports_of({all.begin(), all.end()}, counted))
    complete.emplace(report.id, std::move(report));
  for (size_t i = 0; i < count; ++i) {
    auto found = complete.find((*reports)[i].id);
    // A report of which not all was read keeps its better score.
    if (found != complete.end() && found->second.score >= (*reports)[i].score)
      (*reports)[i] = std::move(found->second);
  }
  sort_best_first(reports);
}

size_t Pool::most_candidates() const {
  constexpr size_t kShare = 40;
  return is_large() ? settings_.most_pool / kShare : settings_.most_pool;
}

bool Pool::is_large() const {
  return opened_.index.database.get_doccount() > settings_.large_index;
}

void Pool::append_rest(const Query& answers, const MatchesByReport& counted, size_t wanted,
                       std::vector<ScoredReport>* reports) {
  std::unordered_set<std::string> known;
  for (const ScoredReport& report : *reports) known.insert(report.id);
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(answers));
  enquire.set_collapse_key(kReportIdSlot);
  auto most = static_cast<Xapian::doccount>(
      std::min<size_t>(wanted + known.size(), opened_.index.database.get_doccount()));
  std::vector<Xapian::docid> documents;
  std::vector<std::string> ids;
  for (const BestMatch& match : best_matches(&enquire, opened_.index, most).matches)
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
    report->second.some = !counted.contains(id);
    reports->push_back(std::move(report->second));
  }
}

void Pool::forget(const ScoredReport& report) {
  for (const Candidate* passage : report.passages) reader_.forget(*passage->read);
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
  if (std::ranges::any_of(one, [&](const ScoredReport& report) { return report.id != id; }))
    throw Xapian::DatabaseCorruptError("passages of others are listed under report " + id);
  ScoredReport report;
  report.id = id;
  return one.empty() ? report : std::move(one.front());
}

}  // namespace ofsearch
