#include "searcher/ranking/contender.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ofsearch {
namespace {

constexpr int kUnknownAge = 8;  // years; in the middle

bool is_better(const Candidate* a, const Candidate* b) {
  return a->score != b->score ? a->score > b->score : a->passage.n < b->passage.n;
}

}  // namespace

double ReportScoring::age_factor_of(const Candidate& passage) const {
  const int year = passage.passage.year;
  return age_factor(year == 0 ? kUnknownAge : newest_year - year, settings);
}

Contender::Contender(std::string id, bool some, const ReportScoring* scoring)
    : id_(std::move(id)), some_(some), scoring_(scoring) {}

void Contender::add_match(Xapian::docid passage, double weight) {
  matches_.push_back({passage, weight});
}

void Contender::take_next(size_t most, std::vector<Xapian::docid>* passages) {
  for (size_t i = 0; i < most && taken_ < matches_.size(); ++i)
    passages->push_back(matches_[taken_++].passage);
}

void Contender::add(const Candidate* passage) {
  if (passage->passage.report_id != id_)
    throw Xapian::DatabaseCorruptError("passages of others are listed under report " + id_);
  passages_.insert(std::ranges::upper_bound(passages_, passage, is_better), passage);
}

void Contender::rate() {
  const RankingSettings& settings = scoring_->settings;
  const size_t counting = settings.further_passages + 1;
  std::vector<double> scores;
  for (size_t i = 0; i < passages_.size() && i < counting; ++i)
    scores.push_back(passages_[i]->score);
  if (!is_settled())
    for (size_t i = taken_; i < taken_ + counting; ++i) {
      const double weight = i < matches_.size() ? matches_[i].weight : scoring_->unlisted;
      if (weight > 0) scores.push_back(highest_score(weight, scoring_->plan, settings));
    }
  std::ranges::sort(scores, std::greater<>());
  reach_ = report_score(scores, settings) * (some_ ? settings.some : 1);
  if (!passages_.empty()) reach_ *= scoring_->age_factor_of(*passages_.front());
}

bool Contender::is_settled() const {
  if (taken_ == matches_.size()) return true;
  return passages_.size() >= scoring_->exact &&
         highest_score(matches_[taken_].weight, scoring_->plan, scoring_->settings) <
             passages_[scoring_->exact - 1]->score;
}

ScoredReport Contender::result() const {
  return {id_, reach_, some_, passages_};
}

}  // namespace ofsearch
