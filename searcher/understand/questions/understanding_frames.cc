#include "searcher/understand/questions/understanding_frames.h"

#include "common/words/stemmer.h"
#include "searcher/understand/words/understanding_phrases.h"

#include <string_view>

namespace ofsearch::understanding {
namespace {

// Classes of common/data/query-phrases.tsv.
struct Frame {
  std::string_view begin, end;
  std::string_view finding;
};

constexpr Frame kFrames[] = {
    {"who-does-not", "done-well", "weakness"}, {"who-does", "done-badly", "weakness"},
    {"who-does", "done-well", "strength"},     {"who-gets", "got-wrong", "weakness"},
    {"who-gets", "got-right", "strength"},     {"where-does", "goes-badly", "weakness"},
    {"where-does", "goes-well", "strength"},
};

constexpr std::string_view kNoTopic = "thing stuff everything anything something";

bool has_topic(const Words& words, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at)
    if (!is_stopword(words.folded(at)) && !words.is_one_of(at, kNoTopic)) return true;
  return false;
}

// Where the longest phrase of the class `name` begins that `words` end with; their size: nowhere.
std::size_t begin_of_end(const Words& words, std::string_view name, std::size_t from) {
  for (std::size_t at = from; at < words.size(); ++at)
    if (at + Phrases::builtin().length_of(name, words, at) == words.size()) return at;
  return words.size();
}

}  // namespace

AllRecognised find_frames(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Frame& frame : kFrames) {
      const std::size_t length = Phrases::builtin().length_of(frame.begin, words, at);
      if (length == 0) continue;
      const std::size_t end = begin_of_end(words, frame.end, at + length);
      if (end == words.size() || !has_topic(words, at + length, end)) continue;
      Recognised begin{at, length, {{"finding", std::string(frame.finding)}}, {}, {}, false, {}};
      begin.until = words.size();
      Recognised behind = begin;
      behind.first = end;
      behind.count = words.size() - end;
      behind.is_of_before = true;
      return {begin, behind};
    }
  return {};
}

}  // namespace ofsearch::understanding
