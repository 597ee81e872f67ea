// The reports that answer a query, best first: as many of their passages as may decide the order
// are chosen by BM25, read, and scored by what their texts say (ranking.h).
#pragma once

#include "searcher/match/facets.h"
#include "searcher/match/opened_index.h"
#include "searcher/match/ranking.h"
#include "searcher/match/scored_reports.h"
#include "searcher/plan/plan.h"

#include <xapian.h>

#include <deque>
#include <string>
#include <vector>

namespace ofsearch {

class Pool {
 public:
  // All must outlive it.
  Pool(const SearchPlan& plan, const RankingSettings& settings, OpenedIndex* opened);

  // The best `wanted` reports, or more, that have a passage which `answers` finds; behind those
  // whose passages were looked at closely the others, by their best passage's weight. A report
  // that is not among the `counted` has only some of the query, and scores less for it. They hold
  // as long as the pool. May throw Xapian::Error.
  std::vector<ScoredReport> best_reports(const Xapian::Query& answers,
                                         const MatchesByReport& counted, size_t wanted);

  // The passages of one report that `answers` finds, best first; in reading order where the plan
  // scores nothing.
  ScoredReport passages_of(const std::string& id, const Xapian::Query& answers, size_t wanted);

  // The passages of a report that has been dealt with; another that has them is asked for anew.
  void forget(const ScoredReport& report);

  PassageMatcher& matcher() { return matcher_; }

 private:
  double highest_score(double weight) const;
  size_t most_candidates() const;
  bool is_large() const;
  Xapian::Query weighted(const Xapian::Query& answers) const;
  std::vector<ScoredReport> scored(const std::vector<Xapian::docid>& passages);
  std::vector<ScoredReport> scored_reports_of(const std::vector<Xapian::docid>& passages,
                                              const MatchesByReport& counted);
  void complete(const Xapian::Query& answers, const MatchesByReport& counted, size_t wanted,
                std::vector<ScoredReport>* reports);
  void append_rest(const Xapian::Query& answers, const MatchesByReport& counted, size_t wanted,
                   std::vector<ScoredReport>* reports);

  const SearchPlan& plan_;
  const RankingSettings& settings_;
  OpenedIndex& opened_;
  PassageMatcher matcher_;
  CandidateReader reader_;
  int newest_year_;
  std::deque<std::vector<Candidate>> candidates_;  // what reports point to
};

}  // namespace ofsearch
