// Makes the results of a search. Each is a report with the passages to show, their marks and
// extracts.
#pragma once

#include "searcher/extract/repeated_texts.h"
#include "searcher/match/match_set.h"
#include "searcher/match/selection.h"
#include "searcher/opened/facets.h"
#include "searcher/query/deadline.h"
#include "searcher/ranking/pool.h"
#include "searcher/results/found_passages.h"
#include "searcher/results/results.h"

#include <string>
#include <vector>

namespace ofsearch {

class HitMaker {
 public:
  // All arguments must outlive it. `counted` holds the reports of `matches`. `sort` is the order of
  // the results. `aside` takes the passages of the results; if it is null, the results have them.
  HitMaker(const SearchRequest& request, SortOrder sort, const Selection& selection,
           const MatchSet& matches, const MatchesByReport& counted, Pool* pool, Deadline* deadline,
           FoundPassages* aside);

  // Returns the result at `index`, from 0, of all that are asked for in their order. The first
  // passage of `scored`, if it has any, is the best one. If more are to be shown, reads those of
  // the report that answer. Throws Xapian::DatabaseCorruptError if the report does not match.
  ReportHit make(size_t index, ScoredReport scored, Report report);

 private:
  bool is_found(const ReportHit& hit) const;
  void add_passages(ScoredReport* report);
  void add_hits(const ScoredReport& report, ReportHit* hit);
  std::vector<PassageTopic> topics_in(const std::vector<TopicFinding>& found) const;
  void put_aside(const FoundPassage& found, ReportHit* hit);
  static void show(FoundPassage found, ReportHit* hit);
  FoundPassage found_passage(const PassageView& passage, double score);

  const SearchRequest& request_;
  SortOrder sort_;
  const Selection& selection_;
  const MatchSet& matches_;
  const MatchesByReport& counted_;
  Pool& pool_;
  Deadline& deadline_;
  FoundPassages* aside_;
  RepeatedTexts shown_;
};

}  // namespace ofsearch
