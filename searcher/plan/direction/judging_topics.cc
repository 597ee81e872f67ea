#include "searcher/plan/direction/judging_topics.h"

#include "common/text/lists.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

struct Topic {
  std::string_view word, neighbour;
  bool before = false;  // the neighbour stands before the word
};

// Where a word of judgement belongs to a term of the topic.
constexpr std::array kTopics = {
    Topic{"high", "risk"},
    Topic{"high", "court"},
    Topic{"high", "need"},
    Topic{"high", "needs"},
    Topic{"high", "cost"},
    Topic{"high", "level"},
    Topic{"low", "level"},
    Topic{"late", "entrants"},
    Topic{"late", "permanence"},
    Topic{"best", "interests"},
    Topic{"best", "interest"},
    Topic{"best", "start"},
    Topic{"strong", "families"},
    Topic{"stronger", "families"},
    Topic{"good", "enough"},
    Topic{"little", "one"},
    Topic{"little", "ones"},
    Topic{"little", "children"},
    Topic{"little", "kids"},
    Topic{"little", "boys"},
    Topic{"little", "girls"},
    Topic{"little", "brother"},
    Topic{"little", "brothers"},
    Topic{"little", "sister"},
    Topic{"little", "sisters"},
    Topic{"little", "boy"},
    Topic{"little", "girl"},
    Topic{"little", "lad"},
    Topic{"little", "baby"},
    Topic{"little", "babies"},
    Topic{"failure", "thrive"},
    Topic{"no", "recourse"},
    Topic{"no", "fixed"},
    Topic{"no", "further"},
    Topic{"strengths", "difficulties"},
    Topic{"positive", "behaviour"},
    Topic{"well", "being"},
    Topic{"effective", "support"},
    Topic{"staff", "turnover"},
    Topic{"trusted", "adult"},
    Topic{"trusted", "adults"},
    Topic{"absent", "father"},
    Topic{"absent", "fathers"},
    Topic{"absent", "parent"},
    Topic{"absent", "parents"},
    Topic{"reluctant", "families"},
    Topic{"reluctant", "parents"},
    Topic{"unavailable", "parents"},
    Topic{"unidentified", "fathers"},
    Topic{"sparse", "population"},
    Topic{"missing", "episodes"},
    Topic{"missing", "children"},
    Topic{"missing", "episode"},
    Topic{"missing", "education"},
    Topic{"missing", "person"},
    Topic{"missing", "go", true},
    Topic{"missing", "goes", true},
    Topic{"missing", "going", true},
    Topic{"missing", "went", true},
    Topic{"missing", "children", true},
    Topic{"missing", "who", true},
    Topic{"missing", "young", true},
    Topic{"missing", "frequently", true},
};

// What a child may be missing from; anything else that is missing from something is a fault.
constexpr std::array<std::string_view, 10> kPlacesToMiss = {
    "home",       "care",    "education", "school",      "placement",
    "placements", "schools", "foster",    "residential", "homes"};

// How quickly something is done, from word number `at` on.
bool tells_time(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 9> kTimely = {
      "timely", "late", "promptly", "prompt", "swiftly", "quickly", "overdue", "delayed", "within"};
  const auto stands = [&](std::string_view text) { return length_at(words, at, text) > 0; };
  return is_one_of(word_at(words, at), kTimely) || stands("on time") || stands("in time") ||
         stands("in good time") || stands("on schedule") || is_within_time(words, at + 1);
}

}  // namespace

bool is_within_time(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 4> kTimes = {"timescale", "timescales", "timeframe",
                                                      "timeframes"};
  constexpr std::array<std::string_view, 3> kKept = {"within", "in", "to"};
  constexpr std::array<std::string_view, 10> kBetween = {
      "the",    "a",      "statutory",   "expected",   "required",
      "agreed", "timely", "appropriate", "reasonable", "child's"};
  if (!is_one_of(word_at(words, at), kTimes)) return false;
  size_t first = at;
  while (first > 0 && is_one_of(word_at(words, first - 1), kBetween)) --first;
  return first > 0 && is_one_of(word_at(words, first - 1), kKept);
}

bool carries_judgement(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 12> kDone = {
      "held",      "done",      "completed", "complete",  "undertaken", "finished",
      "conducted", "delivered", "produced",  "concluded", "convened",   "started"};
  if (!is_one_of(word_at(words, at), kDone)) return false;
  const std::string behind = word_at(words, at + 1);
  return tells_time(words, at + (behind == "too" || behind == "not" || behind == "very" ? 2 : 1));
}

bool is_topic(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  std::string after = word_at(words, at + 1), before = at > 0 ? word_at(words, at - 1) : "";
  if (after == "to" || after == "and") after = word_at(words, at + 2);
  if ((word == "few" && (before == "last" || before == "every")) ||
      ((word == "few" || word == "little") && before == "a"))
    return true;
  bool listed = std::any_of(kTopics.begin(), kTopics.end(), [&](const Topic& topic) {
    return topic.word == word && topic.neighbour == (topic.before ? before : after);
  });
  if (listed) return true;
  if (word != "missing") return false;
  if (is_written(after) || is_written(before)) return false;
  // "Interpreters missing", "training missing for carers".
  constexpr std::array<std::string_view, 5> kBehind = {"", "for", "in", "on", "of"};
  if (is_one_of(after, kBehind) && is_needed(before)) return false;
  std::string place = word_at(words, at + 2);
  return after != "from" || is_one_of(place, kPlacesToMiss);
}

}  // namespace ofsearch
