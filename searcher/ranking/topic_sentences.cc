#include "searcher/ranking/topic_sentences.h"

#include <algorithm>
#include <cstdint>

namespace ofsearch {

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

}  // namespace ofsearch
