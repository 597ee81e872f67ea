// Whether a passage says something of a topic or only mentions it: in a list of services, as an
// example, once and late in a sentence about something else. A linear model over where and how
// often the topic's phrases stand, which they are and which words stand beside them. Its weights
// are common/data/topic-model.tsv, which scripts/train-topics makes.
#pragma once

#include "common/field/topics.h"
#include "common/system/result.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// A topic that a text has a phrase of.
struct MentionedTopic {
  std::string name;
  std::vector<std::string> features;  // what the model weighs; each once, sorted
};

// The topics of `text` (UTF-8, one passage), in the order of the list of `topics`. Thread-safe.
std::vector<MentionedTopic> mentioned_topics(std::string_view text, const Topics& topics);

class TopicModel {
 public:
  // Reads weights: lines of a feature, a tab and a number, below a header "feature", "weight"; "#"
  // begins a comment. Errors: kUnreadable, "<file>:<line>: <what>".
  static Result<TopicModel> parse(std::string_view text, std::string_view file_name);

  // The model compiled in; parsed at the first call.
  static const TopicModel& builtin();

  // Log odds that the passage says something of the topic. A feature without a weight counts
  // nothing.
  double score(const MentionedTopic& topic) const;

 private:
  std::unordered_map<std::string, double> weights_;
};

// The topics that `text` (UTF-8, one passage) says something of, in the order of the list compiled
// in. Thread-safe.
std::vector<std::string> topics_said_of(std::string_view text);

}  // namespace ofsearch
