#include "searcher/ranking/scored_reports.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace ofsearch {

std::vector<ScoredReport> scored_reports(const std::vector<const Candidate*>& candidates,
                                         const RankingSettings& settings) {
  std::map<std::string_view, std::vector<const Candidate*>> by_report;
  for (const Candidate* candidate : candidates)
    by_report[candidate->passage.report_id].push_back(candidate);
  std::vector<ScoredReport> reports;
  for (auto& [id, passages] : by_report) {
    std::sort(passages.begin(), passages.end(), [](const Candidate* a, const Candidate* b) {
      return a->score != b->score ? a->score > b->score : a->passage.n < b->passage.n;
    });
    std::vector<double> scores;
    for (const Candidate* passage : passages) scores.push_back(passage->score);
    ScoredReport report;
    report.id = id;
    report.score = report_score(scores, settings);
    report.passages = std::move(passages);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace ofsearch
