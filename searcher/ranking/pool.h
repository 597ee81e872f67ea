// Ranks the reports that match a query. Their best passages by BM25 form the pool: those that may
// affect the order are read and scored by their texts (ranking.h). The weight of a passage bounds
// its score, so that most of them need not be read.
#pragma once

#include "searcher/opened/facets.h"
#include "searcher/opened/opened_index.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/contender.h"
#include "searcher/ranking/passage_scorer.h"
#include "searcher/ranking/ranking.h"
#include "searcher/ranking/scored_report.h"

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ofsearch {

class Pool {
 public:
  // All must outlive the pool.
  Pool(const SearchPlan& plan, const RankingSettings& settings, OpenedIndex* opened);

  // The reports that best_reports() is asked for.
  struct Wanted {
    const Xapian::Query& some;     // finds the passages that a report's score comes from
    const Xapian::Query& answers;  // finds those that make a report one of `counted`
    const MatchesByReport& counted;
    size_t reports;     // so many, at most
    bool only_counted;  // leaves out reports that have only some of the query
  };
  // Returns the best reports. A report that is not counted follows all that are. Reports without a
  // passage in the pool follow the others, by the BM25 weight of their best passage. No report
  // scores more than those before it. May throw Xapian::Error.
  std::vector<ScoredReport> best_reports(const Wanted& wanted);

  // Tells whether `answers` finds the first passage of `report`, which has one.
  bool finds_best(const ScoredReport& report, const Xapian::Query& answers) const;

  // Counts the passages and reports that best_reports() had to choose from. found() is empty if
  // there were too many to list.
  struct Found {
    size_t passages, reports;
  };
  const std::optional<Found>& found() const { return found_; }

  // Returns the passages of one report that `answers` finds, best first. If the plan has nothing to
  // score by, they are in reading order; tables then come last if fewer are wanted than there are.
  ScoredReport passages_of(const std::string& id, const Xapian::Query& answers, size_t wanted);

  // Says for people why the report's score is what it is beside that of its best passage.
  std::vector<std::string> reasons(const ScoredReport& report) const;

  // Returns the record of each passage of `report`, in that order.
  std::vector<std::string> records_of(const ScoredReport& report);
  std::vector<std::vector<TopicFinding>> topics_of(const ScoredReport& report);

  PassageMatcher& matcher() { return matcher_; }

 private:
  using Contenders = std::vector<Contender>;

  Xapian::BM25Weight weights() const;
  Xapian::Query weighted(const Xapian::Query& answers) const;
  Contenders contenders_of(const Wanted& wanted);
  std::vector<Contender*> settle(Contenders* contenders, size_t wanted);
  void read_on(std::span<Contender* const> contenders);
  void append_rest(const Xapian::Query& query, const Wanted& wanted,
                   std::vector<ScoredReport>* reports);

  const SearchPlan& plan_;
  const RankingSettings& settings_;
  OpenedIndex& opened_;
  PassageMatcher matcher_;
  PassageScorer scorer_;
  ReportScoring scoring_;
  std::optional<Found> found_;
};

}  // namespace ofsearch
