// Ranks the reports that match a query. Their best passages by BM25 form the pool: as many as may
// affect the order are read and scored by their texts (ranking.h).
#pragma once

#include "searcher/opened/facets.h"
#include "searcher/opened/opened_index.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/best_matches.h"
#include "searcher/ranking/ranking.h"
#include "searcher/ranking/scored_reports.h"

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

namespace ofsearch {

class Pool {
 public:
  // `shown`: passages of a report that will be shown at most; they are its best ones. The others
  // must outlive the pool.
  Pool(const SearchPlan& plan, const RankingSettings& settings, size_t shown, OpenedIndex* opened);

  // The best reports with a passage that `answers` finds: `wanted` of them, or more. Reports whose
  // passages were not scored follow the others, by the BM25 weight of their best passage. A report
  // that is not in `counted` has only some of the query, and its score is reduced. The result
  // points into the pool. May throw Xapian::Error.
  std::vector<ScoredReport> best_reports(const Xapian::Query& answers,
                                         const MatchesByReport& counted, size_t wanted);

  // The passages of one report that `answers` finds, best first. If the plan has nothing to score
  // by, in reading order, and tables last if fewer are wanted than there are.
  ScoredReport passages_of(const std::string& id, const Xapian::Query& answers, size_t wanted);

  // Why the report's score is what it is beside that of its best passage, for people.
  std::vector<std::string> reasons(const ScoredReport& report) const;

  // Frees the passages of a report that is no longer needed; they can be read again.
  void forget(const ScoredReport& report);

  PassageMatcher& matcher() { return matcher_; }

 private:
  using MatchesOfReports = std::map<std::string, std::vector<BestMatch>>;  // by report id

  Xapian::BM25Weight weights() const;
  double age_factor_of(const ScoredReport& report) const;
  double highest_of_report(double weight) const;
  double least_weight(double score) const;
  Xapian::Query weighted(const Xapian::Query& answers) const;
  std::vector<ScoredReport> scored(const std::vector<Xapian::docid>& passages);
  std::vector<ScoredReport> scored_reports_of(const std::vector<Xapian::docid>& passages,
                                              const MatchesByReport& counted);
  double reachable_score(const ScoredReport& report, double unread) const;
  void complete(const Xapian::Query& answers, const MatchesByReport& counted, size_t wanted,
                double unread, std::vector<ScoredReport>* reports);
  MatchesOfReports matches_of_reports(const Xapian::Query& answers,
                                      const std::vector<std::string>& ids) const;
  bool read_further(MatchesOfReports* matches, const MatchesByReport& counted,
                    std::vector<ScoredReport>* reports);
  static void replace(std::vector<ScoredReport> complete, std::vector<ScoredReport>* reports);
  void append_rest(const Xapian::Query& answers, const MatchesByReport& counted, size_t wanted,
                   std::vector<ScoredReport>* reports);

  const SearchPlan& plan_;
  const RankingSettings& settings_;
  const size_t exact_;  // passages of a report of which it is certain that they are its best ones
  OpenedIndex& opened_;
  PassageMatcher matcher_;
  CandidateReader reader_;
  int newest_year_;
};

}  // namespace ofsearch
