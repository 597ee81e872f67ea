// Tells what each sentence of a passage says of the topic of a query, and what it finds.
#pragma once

#include "common/records/passage_record.h"
#include "searcher/plan/plan.h"
#include "searcher/ranking/ranking.h"
#include "searcher/ranking/text_matcher.h"

#include <cstddef>
#include <vector>

namespace ofsearch {

// The share of the topic that each sentence of a passage has: of all terms but words of judgement.
struct TopicSentences {
  std::vector<double> weights;  // by sentence, each term once
  double most = 0;

  bool tells(size_t i) const { return weights[i] >= most * 0.999; }
};

// Returns what `sentences` have of the topic. `found` holds the occurrences in the passage, in
// order, and `weights` those of the plan's terms.
TopicSentences topic_sentences(const Sentences& sentences, const std::vector<Occurrence>& found,
                               const SearchPlan& plan, const std::vector<double>& weights);

// Returns the factor for a passage that finds what is asked for (above 1) or the opposite (below
// 1). The sentence that has most of the topic decides. If there are several, the one that finds
// most what is asked for does.
double direction_factor(const PassageView& passage, const TopicSentences& topic,
                        const SearchPlan& plan, const RankingSettings& settings);

}  // namespace ofsearch
