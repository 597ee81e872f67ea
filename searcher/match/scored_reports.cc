#include "searcher/match/scored_reports.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ofsearch {
namespace {

using Candidates = std::vector<Candidate*>;

// By report, in each in its order.
Candidates in_order(CandidateBatch* batch) {
  Candidates all;
  for (Candidate& candidate : batch->candidates) all.push_back(&candidate);
  std::sort(all.begin(), all.end(), [](const Candidate* a, const Candidate* b) {
    int order = a->passage.report_id.compare(b->passage.report_id);
    return order != 0 ? order < 0 : a->passage.n < b->passage.n;
  });
  return all;
}

// The passage at `other`, if it is the one `step` behind (or before) `candidate` in its section.
const PassageMatch* neighbour(const Candidates& of_report, size_t other, const Candidate& candidate,
                              int step) {
  if (other >= of_report.size()) return nullptr;
  const PassageView& a = candidate.passage;
  const PassageView& b = of_report[other]->passage;
  return a.n + step == b.n && a.section == b.section ? &of_report[other]->match : nullptr;
}

ScoredReport scored_report(Candidates passages, const SearchPlan& plan,
                           const RankingSettings& settings) {
  for (size_t i = 0; i < passages.size(); ++i) {
    Candidate& candidate = *passages[i];
    candidate.score = passage_score(candidate.match, neighbour(passages, i - 1, candidate, -1),
                                    neighbour(passages, i + 1, candidate, 1), plan, settings);
  }
  std::sort(passages.begin(), passages.end(), [](const Candidate* a, const Candidate* b) {
    return a->score != b->score ? a->score > b->score : a->passage.n < b->passage.n;
  });
  std::vector<double> scores;
  for (const Candidate* passage : passages) scores.push_back(passage->score);
  ScoredReport report;
  report.id = passages.front()->passage.report_id;
  report.score = report_score(scores, settings);
  report.passages = std::move(passages);
  return report;
}

}  // namespace

std::vector<ScoredReport> scored_reports(CandidateBatch* batch, const SearchPlan& plan,
                                         const RankingSettings& settings) {
  const Candidates all = in_order(batch);
  std::vector<ScoredReport> reports;
  for (auto begin = all.begin(); begin != all.end();) {
    auto end = std::find_if(begin, all.end(), [&](const Candidate* candidate) {
      return candidate->passage.report_id != (*begin)->passage.report_id;
    });
    reports.push_back(scored_report({begin, end}, plan, settings));
    begin = end;
  }
  return reports;
}

}  // namespace ofsearch
