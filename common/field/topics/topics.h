// Finds the topics of the field that a passage is about. The list is common/data/topics.txt; the
// head of that file describes the format.
#pragma once

#include "common/system/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// A place where a text has a phrase of a topic.
struct TopicHit {
  size_t topic = 0;           // in Topics::names()
  size_t begin = 0, end = 0;  // bytes of the text; of phrases that are asked for together, the last
};

// Tells whether the bytes from `begin` to `end` (not included) of the text share one with some hit.
bool is_in_hit(size_t begin, size_t end, const std::vector<TopicHit>& hits);

class Topics {
 public:
  // Reads a list (UTF-8). Errors: kUnreadable, "<file>:<line>: <what>", for the first mistake: a
  // line without a topic, a topic given twice or without phrases, an empty phrase.
  static Result<Topics> parse(std::string_view text, std::string_view file_name);

  // Returns the list compiled in; parsed at the first call.
  static const Topics& builtin();

  // Returns the names of all topics, in the order of the list.
  const std::vector<std::string>& names() const { return names_; }

  // Returns where `text` (UTF-8) has a phrase of a topic, in the order of the text. Thread-safe.
  std::vector<TopicHit> hits(std::string_view text) const;

  // Returns the topics that `text` has a phrase of, in the order of the list. Thread-safe.
  std::vector<std::string> find(std::string_view text) const;

 private:
  struct Phrases;

  std::vector<std::string> names_;
  std::shared_ptr<const Phrases> phrases_;
};

}  // namespace ofsearch
