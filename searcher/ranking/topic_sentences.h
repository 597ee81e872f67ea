// What each sentence of a passage says of the topic of a query, and what it finds.
#pragma once

#include "common/records/passage_record.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/ranking.h"
#include "searcher/ranking/text_matcher.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// What the sentences of a passage have of the topic: all terms but words of judgement.
struct TopicSentences {
  std::vector<double> weights;  // by sentence, each term once
  double most = 0;

  bool tells(size_t i) const { return weights[i] >= most * 0.999; }
};

// `found`: the occurrences in the passage, in order. `weights`: of the plan's terms.
TopicSentences topic_sentences(const Sentences& sentences, const std::vector<Occurrence>& found,
                               const SearchPlan& plan, const std::vector<double>& weights);

// The factor for a passage that finds what is asked for (above 1) or the opposite. The sentence
// that has most of the topic decides; of several the one that finds what is asked for.
double direction_factor(const PassageView& passage, const TopicSentences& topic,
                        const SearchPlan& plan, const RankingSettings& settings);

}  // namespace ofsearch
