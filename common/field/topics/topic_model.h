// Tells whether a passage says something of a topic or only mentions it: in a list of services, as
// an example, once and late in a sentence about something else. A linear model weighs each sentence
// that has phrases of the topic: which they are, where and how often they stand, and which words
// and topics stand beside them. One sentence that says something is enough; the words of the whole
// passage (topic_words.h) make it likelier or less likely. The weights are
// common/data/topic-model.tsv, which scripts/train-topics makes.
#pragma once

#include "common/field/topics/topic_words.h"
#include "common/field/topics/topics.h"
#include "common/system/result.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ofsearch {

// The features that the model weighs of one sentence that has phrases of a topic; each once,
// sorted.
using Features = std::vector<std::string>;

// A topic that a text has a phrase of.
struct MentionedTopic {
  std::string name;
  std::vector<Features> sentences;  // in the order of the text; not empty
};

// Returns the topics of `text` (UTF-8, one passage), in the order of the list of `topics`.
// Thread-safe.
std::vector<MentionedTopic> mentioned_topics(std::string_view text, const Topics& topics);

class TopicModel {
 public:
  // Reads weights: lines of a feature, a number and nothing, with tabs between, below a header
  // "feature", "weight", "topics", and lines of "word: " and a word, how rare it is and topics, for
  // TopicWords::add(); "#" begins a comment. Errors: kUnreadable, "<file>:<line>: <what>".
  static Result<TopicModel> parse(std::string_view text, std::string_view file_name);

  // Returns the model compiled in; parsed at the first call.
  static const TopicModel& builtin();

  // Returns how likely a sentence of the passage says something of the topic, each taken for
  // itself; `words` is added to the log odds. A feature without a weight counts nothing.
  double probability(const MentionedTopic& topic, double words = 0) const;

  // Tells whether probability() is high enough.
  bool says_something(const MentionedTopic& topic, double words = 0) const {
    return probability(topic, words) > least_;
  }

  // Returns the topics that `text` (UTF-8, one passage) says something of, in the order of
  // `topics`. Thread-safe.
  std::vector<std::string> said_of(std::string_view text, const Topics& topics) const;

 private:
  double odds(const Features& features) const;

  double least_ = 0;
  TopicWords words_;
  std::unordered_map<std::string, double> weights_;
};

// Returns the topics that `text` (UTF-8, one passage) says something of, in the order of the list
// compiled in. Thread-safe.
std::vector<std::string> topics_said_of(std::string_view text);

}  // namespace ofsearch
