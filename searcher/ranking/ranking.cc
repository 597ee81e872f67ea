#include "searcher/ranking/ranking.h"

#include "common/report/values.h"
#include "searcher/ranking/passage_kind.h"
#include "searcher/ranking/passage_reasons.h"
#include "searcher/ranking/text_matcher.h"
#include "searcher/ranking/topic_sentences.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

// How often a passage has a query term.
struct TermCount {
  double typed = 0;     // occurrences of the words typed
  double expanded = 0;  // occurrences of expansions, times their weights
  double best = 0;      // weight of the best expansion found

  bool any() const { return typed > 0 || expanded > 0; }
  // The share of the term that is there: 1 for the words typed, less for an expansion.
  double share() const { return typed > 0 ? 1 : std::min(best, 1.0); }
};

// Words that several patterns find count once a term, for the typed words first.
std::vector<TermCount> frequencies(const std::vector<Occurrence>& found, const SearchPlan& plan,
                                   const RankingSettings& settings) {
  std::vector<TermCount> counts(plan.terms.size());
  for (bool typed : {true, false}) {
    std::vector<size_t> counted_to(plan.terms.size());  // word behind the last one counted
    for (const Occurrence& occurrence : found) {
      const Pattern& pattern = plan.patterns[occurrence.pattern];
      if (pattern.typed != typed) continue;
      for (size_t term : pattern.terms) {
        if (occurrence.first < counted_to[term]) continue;
        counted_to[term] = occurrence.last + 1;
        TermCount& count = counts[term];
        if (typed) {
          count.typed += 1;
          continue;
        }
        double weight = pattern.weight * settings.expansion;
        count.expanded += weight;
        count.best = std::max(count.best, weight);
      }
    }
  }
  return counts;
}

double length_norm(double words, const RankingSettings& settings) {
  return settings.k1 * (1 - settings.b + settings.b * words / settings.average_length);
}

// BM25's saturation of a frequency.
double saturated(double frequency, double norm, double k1) {
  return frequency * (k1 + 1) / (frequency + norm);
}

// Returns what the occurrences of a term are worth beside its weight. Expansions alone are worth no
// more than their weight beside the words typed, however often they occur.
double occurrence_value(const TermCount& count, double norm, const RankingSettings& settings) {
  if (count.typed > 0)
    return saturated(count.typed + settings.expansion_beside_typed * count.expanded, norm,
                     settings.k1);
  if (count.best <= 0) return 0;
  return count.best * saturated(count.expanded / count.best, norm, settings.k1);
}

// The fewest words in a row that hold every query term that is there at all; 0 if one is.
size_t smallest_window(const std::vector<Occurrence>& found, const SearchPlan& plan) {
  std::vector<size_t> last_seen(plan.terms.size(), SIZE_MAX);
  size_t present = 0, best = SIZE_MAX;
  for (const Occurrence& occurrence : found)
    for (size_t term : plan.patterns[occurrence.pattern].terms)
      if (last_seen[term] == SIZE_MAX) {
        last_seen[term] = 0;
        ++present;
      }
  if (present < 2) return 0;
  std::fill(last_seen.begin(), last_seen.end(), SIZE_MAX);
  for (const Occurrence& occurrence : found) {
    for (size_t term : plan.patterns[occurrence.pattern].terms) last_seen[term] = occurrence.first;
    size_t earliest = SIZE_MAX, seen = 0;
    for (size_t at : last_seen)
      if (at != SIZE_MAX) {
        earliest = std::min(earliest, at);
        ++seen;
      }
    if (seen == present) best = std::min(best, occurrence.last - earliest + 1);
  }
  return best == SIZE_MAX ? 0 : best;
}

// Adds up, for each two query terms typed side by side, one over the distance at which they stand
// at best: 1 as a phrase, towards 0 far apart. They may stand in the order typed or not.
double pair_bonus(const std::vector<Occurrence>& found, const SearchPlan& plan,
                  const std::vector<double>& weights) {
  double bonus = 0;
  for (size_t left = 0; left + 1 < plan.terms.size(); ++left) {
    size_t best = SIZE_MAX, last[2] = {SIZE_MAX, SIZE_MAX};
    for (const Occurrence& occurrence : found)
      for (size_t term : plan.patterns[occurrence.pattern].terms) {
        if (term != left && term != left + 1) continue;
        size_t side = term - left;
        if (last[1 - side] != SIZE_MAX && occurrence.first >= last[1 - side])
          best = std::min(best, std::max<size_t>(1, occurrence.first - last[1 - side]));
        last[side] = occurrence.last;
      }
    if (best != SIZE_MAX)
      bonus += std::min(weights[left], weights[left + 1]) / static_cast<double>(best);
  }
  return bonus;
}

Marks marks_of(const std::vector<Occurrence>& found) {
  Marks marks;
  for (const Occurrence& occurrence : found) marks.emplace_back(occurrence.begin, occurrence.end);
  std::sort(marks.begin(), marks.end());
  Marks merged;
  for (const auto& mark : marks) {
    // Neighbours with a space or hyphen between them are one mark.
    if (!merged.empty() && mark.first <= merged.back().second + 1)
      merged.back().second = std::max(merged.back().second, mark.second);
    else
      merged.push_back(mark);
  }
  return merged;
}

// Returns the kinds of a passage that answer less well than others, with the factors for them.
std::vector<std::pair<const char*, double>> kinds_of(const PassageView& passage, double words,
                                                     const RankingSettings& settings) {
  std::vector<std::pair<const char*, double>> kinds;
  if (is_table(passage.text)) kinds.emplace_back("rows of a table", settings.table);
  if (passage.section_kind == section_kind_name(SectionKind::kBoilerplate))
    kinds.emplace_back("said in every report", settings.boilerplate);
  if (lists_offices(passage.text)) kinds.emplace_back("addressees", settings.offices);
  if (words < static_cast<double>(settings.few_words))
    kinds.emplace_back("few words", settings.in_brief);
  return kinds;
}

double kind_factor(const PassageView& passage, double words, const RankingSettings& settings) {
  double factor = 1;
  for (const auto& [kind, share] : kinds_of(passage, words, settings)) factor *= share;
  return factor;
}

// The square without the library that a search would enter for this alone.
double power(double base, double exponent) {
  return exponent == 2 ? base * base : std::pow(base, exponent);
}

}  // namespace

class PassageMatcher::Impl {
 public:
  Impl(const SearchPlan& plan, const RankingSettings& settings, Stemmer* stemmer)
      : plan_(plan), settings_(settings), matcher_(plan, stemmer) {
    for (const QueryTerm& term : plan.terms) weights_.push_back(term_weight(term, settings));
  }

  double score(const PassageView& passage) {
    const auto [words, found] = matcher_.find(passage.text, passage);
    const double score = score_of_words(found, static_cast<double>(words)) *
                         kind_factor(passage, static_cast<double>(words), settings_);
    if (plan_.direction == 0) return score;
    return score * direction_factor(passage,
                                    topic_sentences(sentences_of(passage), found, plan_, weights_),
                                    plan_, settings_);
  }

  std::vector<std::string> reasons(const PassageView& passage) {
    const auto [words, found] = matcher_.find(passage.text, passage);
    std::vector<std::string> reasons = reasons_of_words(passage, found, plan_);
    if (plan_.direction != 0)
      reasons.push_back(reason_of_finding(
          plan_.direction,
          direction_factor(passage, topic_sentences(sentences_of(passage), found, plan_, weights_),
                           plan_, settings_)));
    for (const auto& [kind, factor] : kinds_of(passage, static_cast<double>(words), settings_))
      reasons.push_back(reason_of_factor(kind, factor));
    return reasons;
  }

  Answer answer(const PassageView& passage) {
    const std::vector<Occurrence> found = matcher_.find(passage.text, passage).occurrences;
    const Sentences sentences = sentences_of(passage);
    const TopicSentences topic = topic_sentences(sentences, found, plan_, weights_);
    Answer answer{marks_of(found), {}};
    if (topic.most <= 0) return answer;
    std::vector<double> findings = findings_of(passage);
    if (findings.size() != sentences.size()) findings.assign(sentences.size(), 0);
    double best = -2;
    for (size_t i = 0; i < sentences.size(); ++i)
      if (topic.tells(i) && plan_.direction * findings[i] > best) {
        best = plan_.direction * findings[i];
        answer.telling = sentences[i];
      }
    return answer;
  }

 private:
  double score_of_words(const std::vector<Occurrence>& found, double words) const {
    const std::vector<TermCount> counts = frequencies(found, plan_, settings_);
    const double norm = length_norm(words, settings_);
    std::vector<double> matched;  // what the passage has of each term's weight
    double total = 0, score = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
      total += weights_[i];
      matched.push_back(weights_[i] * counts[i].share());
      score += weights_[i] * occurrence_value(counts[i], norm, settings_);
    }
    if (total <= 0) return 0;
    const double all = std::accumulate(matched.begin(), matched.end(), 0.0);
    score += settings_.pairs * pair_bonus(found, plan_, matched) +
             settings_.proximity * all * closeness(found, counts);
    return score * power(all / total, settings_.coverage);
  }

  // How close together the terms stand that are there: 1 side by side, towards 0 far apart.
  double closeness(const std::vector<Occurrence>& found,
                   const std::vector<TermCount>& counts) const {
    const auto present = static_cast<double>(
        std::ranges::count_if(counts, [](const TermCount& c) { return c.any(); }));
    const auto window = static_cast<double>(smallest_window(found, plan_));
    return present > 1 && window > 0 ? std::min(1.0, present / window) : 0;
  }

  const SearchPlan& plan_;
  const RankingSettings& settings_;
  TextMatcher matcher_;
  std::vector<double> weights_;
};

PassageMatcher::PassageMatcher(const SearchPlan& plan, const RankingSettings& settings,
                               Stemmer* stemmer)
    : impl_(std::make_unique<Impl>(plan, settings, stemmer)) {}
PassageMatcher::~PassageMatcher() = default;

double PassageMatcher::score(const PassageView& passage) {
  return impl_->score(passage);
}

std::vector<std::string> PassageMatcher::reasons(const PassageView& passage) {
  return impl_->reasons(passage);
}

Answer PassageMatcher::answer(const PassageView& passage) {
  return impl_->answer(passage);
}

// The most that words which stand together add: only beside others, and a pair of neighbours the
// lesser of their weights.
static double highest_for_places(double matched, const SearchPlan& plan,
                                 const RankingSettings& settings) {
  if (plan.terms.size() < 2) return 0;
  double pairs = 0;
  for (size_t i = 0; i + 1 < plan.terms.size(); ++i)
    pairs +=
        std::min(term_weight(plan.terms[i], settings), term_weight(plan.terms[i + 1], settings));
  return settings.proximity * matched + settings.pairs * std::min(pairs, matched);
}

// Xapian's weight knows no length (Pool), so it is at least that of the terms that the passage has,
// and at least what their occurrences count here but for the factor of a short passage.
double highest_score(double weight, const SearchPlan& plan, const RankingSettings& settings) {
  double total = 0;
  for (const QueryTerm& term : plan.terms) total += term_weight(term, settings);
  if (total <= 0) return 0;
  const auto once = [&](size_t words) {
    return saturated(1, length_norm(static_cast<double>(words), settings), settings.k1);
  };
  const double brief = std::max(once(settings.few_words), settings.in_brief * once(1));
  const double matched = std::min(weight, total);
  const double score = brief * weight + highest_for_places(matched, plan, settings);
  const double direction = plan.direction == 0 ? 1 : 1 + settings.direction_pull;
  return score * power(matched / total, settings.coverage) * direction;
}

double term_weight(const QueryTerm& term, const RankingSettings& settings) {
  return std::min(term.idf, settings.most_idf) * (term.direction ? settings.direction_weight : 1);
}

double age_factor(int years, const RankingSettings& settings) {
  constexpr int kOldest = 15;
  return 1 - settings.aging * std::clamp(years, 0, kOldest);
}

double report_score(const std::vector<double>& scores, const RankingSettings& settings) {
  if (scores.empty()) return 0;
  double score = scores.front();
  for (size_t i = 1; i < scores.size() && i <= settings.further_passages; ++i)
    score += settings.further * scores[i];
  return score;
}

}  // namespace ofsearch
