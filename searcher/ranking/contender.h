// Holds a report that may be among the best. Some of its passages are scored. The weights of the
// others are known, which bounds their scores.
#pragma once

#include "common/records/passage_record.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/ranking.h"
#include "searcher/ranking/scored_report.h"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ofsearch {

// The things on which the scores of all reports of a search depend. `plan` and `settings` must
// outlive it.
struct ReportScoring {
  const SearchPlan& plan;
  const RankingSettings& settings;
  int newest_year;      // of the newest report of the index; 0: not known
  size_t exact;         // so many passages of a report must be known to be its best ones
  double unlisted = 0;  // the weight of passages that no contender was given is at most this

  double age_factor_of(int year) const;
};

class Contender {
 public:
  // `scoring` must outlive it. `some` means that the report has only some of the query.
  Contender(std::string id, bool some, const ReportScoring* scoring);

  // Adds a passage of the report. Is to be called in the order of weights, highest first.
  void add_match(Xapian::docid passage, double weight);
  // Appends the next passages that are to be scored to `passages`, `most` at most. The caller then
  // gives them to add().
  void take_next(size_t most, std::vector<Xapian::docid>* passages);
  // Adds a passage that was scored. Throws Xapian::DatabaseCorruptError for a passage of another
  // report.
  void add(Xapian::docid id, const PassageView& passage, double score);
  // Works reach() out again. Is to be called after passages were added.
  void rate();

  const std::string& id() const { return report_.id; }
  bool has_only_some() const { return report_.some; }
  // Returns the most that the report can score, whatever its passages are that are not scored. It
  // is the report's score if is_settled().
  double reach() const { return report_.score; }
  // Tells whether no other passage can change the score, or be among the best ones.
  bool is_settled() const;
  // Returns the report with its score. Is to be called once, at the end.
  ScoredReport take_result() { return std::move(report_); }

 private:
  struct Match {
    Xapian::docid passage;
    double weight;
  };

  const ReportScoring* scoring_;
  ScoredReport report_;
  std::vector<Match> matches_;
  size_t taken_ = 0;  // of `matches_`, from the front
};

}  // namespace ofsearch
