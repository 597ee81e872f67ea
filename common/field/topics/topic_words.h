// The words of a passage, and how far they speak for each topic, wherever its phrases stand: a
// passage that has "adopters" and "matched" is likelier to say something of adoption than one that
// has "learning". The weights are a part of common/data/topic-model.tsv.
#pragma once

#include "common/text/string_map.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// Returns the number that `text` is as a whole ("-0.5", "3"), nothing for anything else and for
// infinities.
std::optional<double> finite_number(std::string_view text);

// Returns the words of `text`, which is in lower case, and the signs that divide it.
std::vector<std::string_view> words_and_signs(std::string_view text);

class TopicWords {
 public:
  // What the words add to the log odds of the topics with this number.
  using Odds = std::vector<double>;

  // Adds a word: how rare it is, and "topic weight" for each topic that it speaks for or against,
  // with ", " between; the word "=constant" has what is added whatever the words. Returns false,
  // with nothing promised, where that is something else or the word is there already.
  bool add(std::string_view word, std::string_view rarity, std::string_view weights);

  // Returns what the words of `text` (UTF-8) add. A word counts the more the rarer it is and the
  // oftener it stands there, and the less the more words there are. Thread-safe.
  Odds odds(std::string_view text) const;

  // Returns what `odds` of odds() has for `topic`, 0 if no word speaks for it.
  double of_topic(const Odds& odds, const std::string& topic) const;

 private:
  struct Word {
    double rarity = 0;
    std::vector<std::pair<size_t, double>> weights;  // number of a topic
  };

  StringMap<Word> words_;
  std::vector<double> constants_;
  StringMap<size_t> topics_;  // name -> number
};

}  // namespace ofsearch
