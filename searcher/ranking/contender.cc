#include "searcher/ranking/contender.h"

#include <algorithm>
#include <functional>

namespace ofsearch {
namespace {

constexpr int kUnknownAge = 8;  // years; in the middle

bool is_better(const ScoredPassage& a, const ScoredPassage& b) {
  return a.score != b.score ? a.score > b.score : a.n < b.n;
}

}  // namespace

double ReportScoring::age_factor_of(int year) const {
  return age_factor(year == 0 ? kUnknownAge : newest_year - year, settings);
}

Contender::Contender(std::string id, bool some, const ReportScoring* scoring) : scoring_(scoring) {
  report_.id = std::move(id);
  report_.some = some;
}

void Contender::add_match(Xapian::docid passage, double weight) {
  matches_.push_back({passage, weight});
}

void Contender::take_next(size_t most, std::vector<Xapian::docid>* passages) {
  for (size_t i = 0; i < most && taken_ < matches_.size(); ++i)
    passages->push_back(matches_[taken_++].passage);
}

void Contender::add(Xapian::docid id, const PassageView& passage, double score) {
  if (passage.report_id != report_.id)
    throw Xapian::DatabaseCorruptError("passages of others are listed under report " + report_.id);
  report_.year = passage.year;
  const ScoredPassage scored{id, score, passage.n};
  report_.passages.insert(std::ranges::upper_bound(report_.passages, scored, is_better), scored);
}

void Contender::rate() {
  const RankingSettings& settings = scoring_->settings;
  const size_t counting = settings.further_passages + 1;
  std::vector<double> scores;
  for (size_t i = 0; i < report_.passages.size() && i < counting; ++i)
    scores.push_back(report_.passages[i].score);
  if (!is_settled())
    for (size_t i = taken_; i < taken_ + counting; ++i) {
      const double weight = i < matches_.size() ? matches_[i].weight : scoring_->unlisted;
      if (weight > 0) scores.push_back(highest_score(weight, scoring_->plan, settings));
    }
  std::ranges::sort(scores, std::greater<>());
  report_.score = report_score(scores, settings);
  if (!report_.passages.empty()) report_.score *= scoring_->age_factor_of(report_.year);
}

bool Contender::is_settled() const {
  if (taken_ == matches_.size()) return true;
  return report_.passages.size() >= scoring_->exact &&
         highest_score(matches_[taken_].weight, scoring_->plan, scoring_->settings) <
             report_.passages[scoring_->exact - 1].score;
}

}  // namespace ofsearch
