#include "searcher/ranking/pool.h"

#include "common/index/schema.h"
#include "common/text/counted.h"
#include "searcher/query/filters.h"
#include "searcher/ranking/best_matches.h"
#include "searcher/ranking/passage_kind.h"
#include "searcher/ranking/passage_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

std::vector<Xapian::docid> ids_of(const std::vector<BestMatch>& matches, size_t count) {
  std::vector<Xapian::docid> ids;
  for (size_t i = 0; i < count; ++i) ids.push_back(matches[i].id);
  return ids;
}

// How many of `matches`, which are sorted by weight, have `weight` or more.
size_t count_from(const std::vector<BestMatch>& matches, double weight) {
  return static_cast<size_t>(
      std::ranges::partition_point(matches,
                                   [&](const BestMatch& match) { return match.weight >= weight; }) -
      matches.begin());
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

// BM25 without the length of a passage, so that highest_score() bounds the score of its text.
Xapian::BM25Weight Pool::weights() const {
  return Xapian::BM25Weight(settings_.k1, 0, 1, 0, 0.5);
}

Pool::Pool(const SearchPlan& plan, const RankingSettings& settings, size_t shown,
           OpenedIndex* opened)
    : plan_(plan),
      settings_(settings),
      exact_(std::max(shown, settings.further_passages + 1)),
      opened_(*opened),
      matcher_(plan, settings, &opened->stemmer),
      reader_(opened->documents.get(), &matcher_, &opened->deadline),
      newest_year_(std::atoi(opened->newest_date().substr(0, 4).c_str())) {}

std::vector<ScoredReport> Pool::scored(const std::vector<Xapian::docid>& passages) {
  std::vector<ScoredReport> reports = scored_reports(reader_.read(passages), settings_);
  for (ScoredReport& report : reports) report.score *= age_factor_of(report);
  return reports;
}

// The most that a report can score whose best passage weighs `weight`.
double Pool::highest_of_report(double weight) const {
  return highest_score(weight, plan_, settings_) *
         (1 + settings_.further * static_cast<double>(settings_.further_passages));
}

// The weight from which on a report's best passage may bring it to `score`, or a little less.
double Pool::least_weight(double score) const {
  constexpr int kSteps = 30;
  double low = 0, high = 1;
  while (highest_of_report(high) < score) high *= 2;
  for (int i = 0; i < kSteps; ++i) {
    const double middle = (low + high) / 2;
    (highest_of_report(middle) < score ? low : high) = middle;
  }
  return low;
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
// that may come before it, more and more at a time, since that score rises.
std::vector<ScoredReport> Pool::best_reports(const Query& answers, const MatchesByReport& counted,
                                             size_t wanted) {
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(weighted(answers));
  enquire.set_weighting_scheme(weights());
  auto ask = [&](size_t count) {
    return best_matches(&enquire, opened_.index, static_cast<Xapian::doccount>(count));
  };
  BestMatches best = ask(settings_.pool);
  size_t read = best.matches.size();
  std::vector<ScoredReport> reports = scored_reports_of(ids_of(best.matches, read), counted);
  auto least = [&] {
    return least_weight(reports.size() < wanted ? 0 : reports[wanted - 1].score);
  };
  if (!best.all) {
    enquire.set_cutoff(0, least());
    best = ask(settings_.most_pool);
    for (size_t end = count_from(best.matches, least()); read < end;
         end = count_from(best.matches, least())) {
      read = std::min(2 * read, end);
      reports = scored_reports_of(ids_of(best.matches, read), counted);
    }
    best.all = best.all && reports.size() < wanted;
  }
  if (!best.all) complete(answers, counted, wanted, least(), &reports);
  if (reports.size() < wanted && !best.all) append_rest(answers, counted, wanted, &reports);
  return reports;
}

// The score that a report may reach if passages of weight `unread` are added to those that are
// read.
double Pool::reachable_score(const ScoredReport& report, double unread) const {
  std::vector<double> scores(settings_.further_passages + 1,
                             highest_score(unread, plan_, settings_));
  for (const Candidate* passage : report.passages) scores.push_back(passage->score);
  std::sort(scores.begin(), scores.end(), std::greater<>());
  return report_score(scores, settings_);
}

// Passages that weigh little still speak for their report: of the reports that may be among the
// best, all that may count are read, some reports at a time, since those behind them fall back.
void Pool::complete(const Query& answers, const MatchesByReport& counted, size_t wanted,
                    double unread, std::vector<ScoredReport>* reports) {
  std::unordered_set<std::string> done;
  for (size_t most = settings_.most_pool / kPassagesOfReport; done.size() < most;) {
    const size_t last = std::min(wanted, reports->size());
    const double least = last == 0 ? 0 : (*reports)[last - 1].score;
    std::vector<std::string> next;
    for (size_t i = 0; i < reports->size() && next.size() < settings_.completed; ++i) {
      const ScoredReport& report = (*reports)[i];
      if (!done.contains(report.id) && (i < last || reachable_score(report, unread) >= least))
        next.push_back(report.id);
    }
    if (next.empty()) break;
    MatchesOfReports matches = matches_of_reports(answers, next);
    while (read_further(&matches, counted, reports)) {
    }
    done.insert(next.begin(), next.end());
  }
}

// The passages of the reports with these ids that `answers` finds, by report, best first.
Pool::MatchesOfReports Pool::matches_of_reports(const Query& answers,
                                                const std::vector<std::string>& ids) const {
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(prefixed_term(kReportIdPrefix, id));
  Xapian::Enquire enquire(opened_.index.database);
  enquire.set_query(filtered(weighted(answers), Query(Query::OP_OR, terms.begin(), terms.end())));
  enquire.set_weighting_scheme(weights());
  enquire.set_sort_by_relevance_then_value(kReportIdSlot, false);
  const Xapian::MSet all = enquire.get_mset(0, static_cast<Xapian::doccount>(settings_.most_pool));
  MatchesOfReports matches;
  for (auto it = all.begin(); it != all.end(); ++it)
    matches[it.get_sort_key()].push_back({*it, it.get_weight(), {}});
  return matches;
}

// Reads the next best of `matches` that may be among the passages that count, and removes them.
// False if there are none.
bool Pool::read_further(MatchesOfReports* matches, const MatchesByReport& counted,
                        std::vector<ScoredReport>* reports) {
  constexpr size_t kAtATime = 8;
  std::vector<Xapian::docid> passages;
  for (ScoredReport& report : *reports) {
    auto found = matches->find(report.id);
    if (found == matches->end()) continue;
    std::vector<BestMatch>& unread = found->second;
    const double least = report.passages.size() < exact_ ? 0 : report.passages[exact_ - 1]->score;
    size_t taken = 0;
    while (taken < std::min(kAtATime, unread.size()) &&
           highest_score(unread[taken].weight, plan_, settings_) >= least)
      passages.push_back(unread[taken++].id);
    if (taken == 0) {
      matches->erase(found);
      continue;
    }
    unread.erase(unread.begin(), unread.begin() + static_cast<std::ptrdiff_t>(taken));
    for (const Candidate* passage : report.passages) passages.push_back(passage->id);
  }
  if (passages.empty()) return false;
  std::ranges::sort(passages);
  passages.erase(std::ranges::unique(passages).begin(), passages.end());
  replace(scored_reports_of(passages, counted), reports);
  return true;
}

// A report of which not all was read keeps its better score.
void Pool::replace(std::vector<ScoredReport> complete, std::vector<ScoredReport>* reports) {
  std::map<std::string, ScoredReport*> by_id;
  for (ScoredReport& report : complete) by_id.emplace(report.id, &report);
  for (ScoredReport& report : *reports) {
    auto found = by_id.find(report.id);
    if (found != by_id.end() && found->second->score >= report.score)
      report = std::move(*found->second);
  }
  sort_best_first(reports);
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

double Pool::age_factor_of(const ScoredReport& report) const {
  const int year = report.passages.front()->passage.year;
  return age_factor(year == 0 ? kUnknownAge : newest_year_ - year, settings_);
}

std::vector<std::string> Pool::reasons(const ScoredReport& report) const {
  std::vector<std::string> reasons;
  if (report.passages.empty() || plan_.score.empty()) return reasons;
  const size_t further = std::min(settings_.further_passages, report.passages.size() - 1);
  if (further > 0)
    reasons.push_back(fmt::format("{} of the report {} {}{}", counted(further, "further passage"),
                                  further == 1 ? "counts" : "count", settings_.further,
                                  further == 1 ? "" : " each"));
  if (report.some) reasons.push_back(reason_of_factor("only some of the query", settings_.some));
  reasons.push_back(reason_of_factor("age", age_factor_of(report)));
  return reasons;
}

void Pool::forget(const ScoredReport& report) {
  for (const Candidate* passage : report.passages) reader_.forget(*passage);
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
  if (one.empty()) return report;
  // Who wants few of them gets text rather than the title's table.
  if (plan_.score.empty() && wanted < one.front().passages.size())
    std::ranges::stable_partition(one.front().passages, [](const Candidate* candidate) {
      return !is_table(candidate->passage.text);
    });
  return std::move(one.front());
}

}  // namespace ofsearch
