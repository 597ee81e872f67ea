#include "searcher/ranking/scored_reports.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ofsearch {
namespace {

using Candidates = std::vector<Candidate*>;

// By report, in each in its order.
Candidates in_order(std::vector<Candidate>* candidates) {
  Candidates all;
  for (Candidate& candidate : *candidates) all.push_back(&candidate);
  std::sort(all.begin(), all.end(), [](const Candidate* a, const Candidate* b) {
    int order = a->read->passage.report_id.compare(b->read->passage.report_id);
    return order != 0 ? order < 0 : a->read->passage.n < b->read->passage.n;
  });
  return all;
}

// The passage at `other`, if it is the one `step` behind (or before) `candidate` in its section.
const PassageMatch* neighbour(const Candidates& of_report, size_t other, const Candidate& candidate,
                              int step) {
  if (other >= of_report.size()) return nullptr;
  const PassageView& a = candidate.read->passage;
  const PassageView& b = of_report[other]->read->passage;
  return a.n + step == b.n && a.section == b.section ? &of_report[other]->read->match : nullptr;
}

ScoredReport scored_report(Candidates passages, const SearchPlan& plan,
                           const RankingSettings& settings) {
  for (size_t i = 0; i < passages.size(); ++i) {
    Candidate& candidate = *passages[i];
    candidate.score =
        passage_score(candidate.read->match, neighbour(passages, i - 1, candidate, -1),
                      neighbour(passages, i + 1, candidate, 1), plan, settings);
  }
  std::sort(passages.begin(), passages.end(), [](const Candidate* a, const Candidate* b) {
    return a->score != b->score ? a->score > b->score : a->read->passage.n < b->read->passage.n;
  });
  std::vector<double> scores;
  for (const Candidate* passage : passages) scores.push_back(passage->score);
  ScoredReport report;
  report.id = passages.front()->read->passage.report_id;
  report.score = report_score(scores, settings);
  report.passages = std::move(passages);
  return report;
}

}  // namespace

std::vector<ScoredReport> scored_reports(std::vector<Candidate>* candidates, const SearchPlan& plan,
                                         const RankingSettings& settings) {
  const Candidates all = in_order(candidates);
  std::vector<ScoredReport> reports;
  for (auto begin = all.begin(); begin != all.end();) {
    auto end = std::find_if(begin, all.end(), [&](const Candidate* candidate) {
      return candidate->read->passage.report_id != (*begin)->read->passage.report_id;
    });
    reports.push_back(scored_report({begin, end}, plan, settings));
    begin = end;
  }
  return reports;
}

}  // namespace ofsearch
