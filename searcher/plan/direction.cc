#include "searcher/plan/direction.h"

#include "searcher/plan/direction_words.h"
#include "searcher/plan/measures.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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
    Topic{"failure", "thrive"},
    Topic{"no", "recourse"},
    Topic{"strengths", "difficulties"},
    Topic{"positive", "behaviour"},
    Topic{"well", "being"},
    Topic{"effective", "support"},
    Topic{"staff", "turnover"},
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

// What is at fault where it is missing: "missing chronologies".
constexpr std::array<std::string_view, 12> kWritten = {
    "chronologies", "chronology", "records", "recordings", "plans",       "assessments",
    "documents",    "minutes",    "reviews", "signatures", "information", "data"};

// Whether the word judges nothing where it stands: "high court", "a few".
bool is_topic(const std::vector<std::string>& words, size_t at, const std::string& word) {
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
  if (is_one_of(kWritten, after)) return false;
  std::string place = word_at(words, at + 2);
  return after != "from" || is_one_of(kPlacesToMiss, place);
}

// Nouns that judge and that people ask about as such.
constexpr std::array<std::string_view, 9> kTopicNouns = {"backlog",   "backlogs", "shortage",
                                                         "shortages", "turnover", "instability",
                                                         "drift",     "delay",    "delays"};

// Judge nothing alone, but are praise where they are denied: "no waiting", "never miss".
constexpr std::array<std::string_view, 14> kGoodIfDenied = {
    "wait",   "waits",  "waiting", "queue",    "queues",       "queuing",     "miss",
    "misses", "holdup", "busy",    "barriers", "unregistered", "unregulated", "unlawful"};

// May stand between a negator and its word: "no undue delay", "no children are left in unsuitable
// homes", "few young people have to wait".
constexpr std::array<std::string_view, 47> kBetween = {
    "from",   "just",   "one",        "single",       "having",      "of",       "any",
    "a",      "the",    "too",        "undue",        "unnecessary", "much",     "great",
    "being",  "always", "often",      "been",         "child",       "children", "young",
    "people", "babies", "families",   "parents",      "carers",      "care",     "leavers",
    "staff",  "social", "workers",    "are",          "is",          "in",       "with",
    "who",    "left",   "living",     "live",         "placed",      "have",     "had",
    "has",    "to",     "experience", "experiencing", "feel"};

struct Opposite {
  std::string_view word, says;
};

constexpr std::array kOpposites = {
    Opposite{"delay", "timely"},
    Opposite{"delay", "promptly"},
    Opposite{"delay", "prompt"},
    Opposite{"delay", "swiftly"},
    Opposite{"delay", "quickly"},
    Opposite{"drift", "timely"},
    Opposite{"drift", "promptly"},
    Opposite{"late", "on time"},
    Opposite{"late", "timely"},
    Opposite{"late", "within timescales"},
    Opposite{"shortage", "sufficient"},
    Opposite{"shortage", "enough"},
    Opposite{"turnover", "stable"},
    Opposite{"backlog", "up to date"},
    Opposite{"overdue", "on time"},
    Opposite{"overdue", "timely"},
    Opposite{"timely", "delay"},
    Opposite{"timely", "late"},
    Opposite{"timely", "too long"},
    Opposite{"timely", "not timely"},
    Opposite{"effective", "ineffective"},
    Opposite{"effective", "not effective"},
    Opposite{"robust", "not robust"},
    Opposite{"robust", "weak"},
    Opposite{"good", "poor"},
    Opposite{"good", "weak"},
};

bool judges(const std::vector<std::string>& words, size_t at) {
  std::string word = word_at(words, at);
  if (is_one_of(kGoodIfDenied, word)) return true;
  auto it = words_of_judgement().find(word);
  return it != words_of_judgement().end() && !it->second.only && !is_topic(words, at, word);
}

// The word that the negator at `at` turns; the end of the words if it is none of judgement.
size_t turned_by(const std::vector<std::string>& words, size_t at) {
  size_t turned = at + 1;
  while (turned < words.size() && is_one_of(kBetween, word_at(words, turned))) ++turned;
  return judges(words, turned) ? turned : words.size();
}

bool is_negator(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  if (word == "free") return word_at(words, at + 1) == "of" || word_at(words, at + 1) == "from";
  const auto it = words_of_judgement().find(word);
  return it != words_of_judgement().end() && it->second.only && !is_topic(words, at, word);
}

// "working well": the verb says nothing of the topic.
bool is_carrier_of_well(const std::vector<std::string>& words, size_t at, std::string_view word) {
  constexpr std::array<std::string_view, 7> kVerbs = {"work", "works", "working", "worked",
                                                      "done", "doing", "going"};
  return is_one_of(kVerbs, word) && word_at(words, at + 1) == "well";
}

// "Not seen promptly", "do not visit children regularly": a verb is denied some words before.
bool is_denied(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kScope = 6;
  constexpr std::array<std::string_view, 5> kOfNouns = {"no", "none", "without", "lack", "lacking"};
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    const std::string word = word_at(words, before - 1);
    if (is_negator(words, before - 1) && !is_one_of(kOfNouns, word)) return true;
  }
  return false;
}

Finding opposite(Finding finding) {
  if (finding == Finding::kStrength) return Finding::kWeakness;
  return finding == Finding::kWeakness ? Finding::kStrength : finding;
}

}  // namespace

int sign_of(Finding finding) {
  if (finding == Finding::kStrength) return 1;
  return finding == Finding::kWeakness ? -1 : 0;
}

Finding finding_of(const std::string& word) {
  const auto it = words_of_judgement().find(word);
  return it == words_of_judgement().end() ? Finding::kNeutral : it->second.finding;
}

size_t negator_before(const std::vector<std::string>& words, size_t at) {
  size_t before = at;
  while (before > 0) {
    const std::string word = word_at(words, before - 1);
    if (is_one_of(kBetween, word))
      --before;
    else if ((word == "or" || word == "and") && before > 1 && judges(words, before - 2))
      before -= 2;  // "without drift or delay"
    else
      break;
  }
  return before > 0 && is_negator(words, before - 1) ? before - 1 : words.size();
}

Direction direction_of(const std::vector<std::string>& words, size_t at) {
  std::string word = word_at(words, at);
  if (is_carrier_of_well(words, at, word)) return {Finding::kNeutral, true};
  if (is_one_of(kGoodIfDenied, word)) {
    const bool denied = negator_before(words, at) < words.size();
    return {denied ? Finding::kStrength : Finding::kNeutral, false, denied};
  }
  if (is_negator(words, at) && turned_by(words, at) < words.size())
    return {Finding::kNeutral, true};
  auto it = words_of_judgement().find(word);
  if (it == words_of_judgement().end() || is_topic(words, at, word)) return {};
  Direction direction = it->second;
  if (word == "high" || word == "low") direction.finding = finding_of_measure(words, at);
  direction.topic = is_one_of(kTopicNouns, word);
  const bool is_turned = negator_before(words, at) < words.size() ||
                         (direction.finding == Finding::kStrength && is_denied(words, at));
  if ((direction.topic && is_less_of(words, at)) || (!direction.only && is_turned)) {
    direction.negated = true;
    direction.finding = opposite(direction.finding);
  }
  // Alone, a word of judgement is all there is to look for.
  if (words.size() == 1) direction.only = false;
  return direction;
}

std::vector<std::string_view> opposites_of(const std::string& word) {
  std::string singular = word;
  if (singular.ends_with('s')) singular.pop_back();
  std::vector<std::string_view> says;
  for (const Opposite& row : kOpposites)
    if (row.word == word || row.word == singular) says.push_back(row.says);
  return says;
}

}  // namespace ofsearch
