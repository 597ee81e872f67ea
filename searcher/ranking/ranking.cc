#include "searcher/ranking/ranking.h"

#include "searcher/ranking/text_matcher.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

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

// BM25's saturation of a frequency.
double saturated(double frequency, double norm, double k1) {
  return frequency * (k1 + 1) / (frequency + norm);
}

// What the occurrences of a term are worth beside its weight. However often they occur, expansions
// alone are worth no more than their weight beside the words typed.
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

// For each two query terms typed side by side, one over the distance at which they stand at best:
// 1 as a phrase, towards 0 far apart. In the order typed or not.
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

void add_heading(const PassageView& passage, const SearchPlan& plan,
                 const RankingSettings& settings, TextMatcher* matcher,
                 std::vector<TermCount>* counts) {
  if (settings.heading <= 0 || passage.section.empty()) return;
  std::vector<TermCount> heading =
      frequencies(matcher->find(passage.section, passage).occurrences, plan, settings);
  for (size_t i = 0; i < counts->size(); ++i)
    if (heading[i].any()) {
      (*counts)[i].expanded += settings.heading;
      (*counts)[i].best = std::max((*counts)[i].best, settings.heading);
    }
}

// What the sentences of a passage have of the topic: all terms but words of judgement.
struct TopicSentences {
  std::vector<double> weights;  // by sentence, each term once
  double most = 0;

  bool tells(size_t i) const { return weights[i] >= most * 0.999; }
};

TopicSentences topic_sentences(const Sentences& sentences, const std::vector<Occurrence>& found,
                               const SearchPlan& plan, const std::vector<double>& weights) {
  TopicSentences topic;
  auto occurrence = found.begin();
  std::vector<size_t> seen_in(plan.terms.size(), SIZE_MAX);
  for (size_t i = 0; i < sentences.size(); ++i) {
    double weight = 0;
    for (; occurrence != found.end() && occurrence->begin < sentences[i].second; ++occurrence)
      for (size_t term : plan.patterns[occurrence->pattern].terms) {
        if (plan.terms[term].direction || seen_in[term] == i) continue;
        seen_in[term] = i;
        weight += weights[term];
      }
    topic.weights.push_back(weight);
    topic.most = std::max(topic.most, weight);
  }
  return topic;
}

// The sentence that has most of the topic decides; of several the one that finds what is asked for.
double direction_factor(const PassageView& passage, const TopicSentences& topic,
                        const SearchPlan& plan, const RankingSettings& settings) {
  double found = plan.direction * passage.finding_score;
  std::vector<double> findings = findings_of(passage);
  if (findings.size() == topic.weights.size() && topic.most > 0) {
    double best = -1;
    for (size_t i = 0; i < findings.size(); ++i)
      if (topic.tells(i)) best = std::max(best, plan.direction * findings[i]);
    found += settings.direction_sentence * (best - found);
  }
  return 1 + settings.direction_pull * found;
}

// Cells of a table are parted by tabs.
bool is_table(std::string_view text) {
  size_t tab = text.find('\t');
  return tab != std::string_view::npos && text.find('\t', tab + 1) != std::string_view::npos;
}

double kind_factor(const PassageView& passage, double words, const RankingSettings& settings) {
  double factor = is_table(passage.text) ? settings.table : 1;
  if (words < static_cast<double>(settings.few_words)) factor *= settings.in_brief;
  return factor;
}

// How often a passage has a term, with what the passages around it add: their words are near,
// though not in it.
TermCount with_context(TermCount count, const TermCount* before, const TermCount* after,
                       double share) {
  for (const TermCount* near : {before, after}) {
    if (near == nullptr) continue;
    double weight = share * (near->typed > 0 ? 1 : near->best);
    if (weight <= 0 || count.typed > 0) continue;
    count.expanded += weight;
    count.best = std::max(count.best, weight);
  }
  return count;
}

// The square without the library that a search would enter for this alone.
double power(double base, double exponent) {
  return exponent == 2 ? base * base : std::pow(base, exponent);
}

const TermCount* count_in(const PassageMatch* match, size_t term) {
  return match == nullptr ? nullptr : &match->counts[term];
}

}  // namespace

class PassageMatcher::Impl {
 public:
  Impl(const SearchPlan& plan, const RankingSettings& settings, Stemmer* stemmer)
      : plan_(plan), settings_(settings), matcher_(plan, stemmer) {
    for (const QueryTerm& term : plan.terms) weights_.push_back(term_weight(term, settings));
  }

  PassageMatch match(const PassageView& passage) {
    PassageMatch match;
    const auto [words, found] = matcher_.find(passage.text, passage);
    match.length = static_cast<double>(words);
    match.counts = frequencies(found, plan_, settings_);
    match.togetherness = togetherness(found, match.counts);
    add_heading(passage, plan_, settings_, &matcher_, &match.counts);
    match.kind = kind_factor(passage, match.length, settings_);
    if (plan_.direction != 0)
      match.direction =
          direction_factor(passage, topic_sentences(sentences_of(passage), found, plan_, weights_),
                           plan_, settings_);
    return match;
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
  double togetherness(const std::vector<Occurrence>& found,
                      const std::vector<TermCount>& counts) const {
    double matched = 0, present = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
      if (!counts[i].any()) continue;
      matched += weights_[i];
      ++present;
    }
    double bonus = settings_.pairs * pair_bonus(found, plan_, weights_);
    auto window = static_cast<double>(smallest_window(found, plan_));
    if (present > 1 && window > 0)
      bonus += settings_.proximity * matched * std::min(1.0, present / window);
    return bonus;
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

PassageMatch PassageMatcher::match(const PassageView& passage) {
  return impl_->match(passage);
}

Answer PassageMatcher::answer(const PassageView& passage) {
  return impl_->answer(passage);
}

double passage_score(const PassageMatch& match, const PassageMatch* before,
                     const PassageMatch* after, const SearchPlan& plan,
                     const RankingSettings& settings) {
  double length = match.length / settings.average_length;
  double norm = settings.k1 * (1 - settings.b + settings.b * length);
  double total = 0, matched = 0, score = match.togetherness;
  for (size_t i = 0; i < match.counts.size(); ++i) {
    double weight = term_weight(plan.terms[i], settings);
    total += weight;
    const TermCount count =
        with_context(match.counts[i], count_in(before, i), count_in(after, i), settings.context);
    if (!count.any()) continue;
    matched += weight * (count.typed > 0 ? 1.0 : std::min(count.best, 1.0));
    score += weight * occurrence_value(count, norm, settings);
  }
  if (total <= 0) return 0;
  return score * power(matched / total, settings.coverage) * match.direction * match.kind;
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
