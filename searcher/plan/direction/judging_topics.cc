#include "searcher/plan/direction/judging_topics.h"

#include "common/text/lists.h"
#include "common/text/text.h"
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

// "Mental health problems", "debt problems": what somebody has, and no fault of a service.
bool is_condition(const std::string& word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"drug",          "drugs",       "alcohol",      "drink",         "drinking",
       "addiction",     "substance",   "misuse",       "gambling",      "health",
       "behaviour",     "behavioural", "behaviours",   "emotional",     "psychological",
       "anger",         "sleep",       "sleeping",     "accommodation", "money",
       "financial",     "debt",        "attendance",   "learning",      "reading",
       "speech",        "language",    "relationship", "relationships", "medical",
       "dental",        "hearing",     "sight",        "eating",        "attachment",
       "developmental", "peer",        "friendship",   "neighbour",     "parenting",
       "marital",       "immigration", "personal",     "parental",      "housing"});
  return is_one_of(word, kWords);
}

// Who goes missing, and what goes by the name of that.
bool may_go_missing(const std::string& word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"",           "child",      "children",      "boy",
                                       "boys",       "girl",       "girls",         "teenager",
                                       "teenagers",  "babies",     "leaver",        "leavers",
                                       "people",     "person",     "youngsters",    "adolescents",
                                       "siblings",   "brothers",   "sisters",       "pupils",
                                       "students",   "kids",       "lads",          "who",
                                       "that",       "they",       "those",         "uasc",
                                       "episodes",   "interviews", "reports",       "homes",
                                       "placements", "schools",    "lines",         "gangs",
                                       "drugs",      "risks",      "responses",     "incidents",
                                       "numbers",    "refugees",   "notifications", "seekers",
                                       "carers",     "families",   "cases",         "protocols",
                                       "meetings"});
  return is_one_of(word, kWords);
}

// How quickly something is done, from word number `at` on.
bool tells_time(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 9> kTimely = {
      "timely", "late", "promptly", "prompt", "swiftly", "quickly", "overdue", "delayed", "within"};
  const auto stands = [&](std::string_view text) { return length_at(words, at, text) > 0; };
  return is_one_of(word_at(words, at), kTimely) || stands("on time") || stands("in time") ||
         stands("in good time") || stands("on schedule") || is_within_time(words, at + 1);
}

// "Completed within timescales", "undertaken too late".
bool is_done_in_time(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 12> kDone = {
      "held",      "done",      "completed", "complete",  "undertaken", "finished",
      "conducted", "delivered", "produced",  "concluded", "convened",   "started"};
  if (!is_one_of(word_at(words, at), kDone)) return false;
  const std::string behind = word_at(words, at + 1);
  return tells_time(words, at + (behind == "too" || behind == "not" || behind == "very" ? 2 : 1));
}

// "Good work on county lines", "weak practice around neglect", "poor response to domestic abuse":
// whether word number `at` stands between a word of judgement and its topic.
bool is_work_between(const std::vector<std::string>& words, size_t at) {
  struct Carrier {
    std::string_view word, behind;  // with blanks between
  };
  constexpr std::array kCarriers = {Carrier{"work", "on in with around to for across"},
                                    Carrier{"working", "on in with around"},
                                    Carrier{"practice", "on in with around for of about across"},
                                    Carrier{"performance", "on in at around for"},
                                    Carrier{"approach", "to on in around for"},
                                    Carrier{"approaches", "to on in around for"},
                                    Carrier{"response", "to for around"},
                                    Carrier{"responses", "to for around"},
                                    Carrier{"handling", "of"},
                                    Carrier{"management", "of"},
                                    Carrier{"use", "of"}};
  if (at == 0 || at + 2 >= words.size()) return false;
  const std::string before = word_at(words, at - 1);
  if (finding_of(before) == Finding::kNeutral || !only_rates(before)) return false;
  return std::ranges::any_of(kCarriers, [&](const Carrier& each) {
    return each.word == word_at(words, at) &&
           std::ranges::count(split_words(each.behind), word_at(words, at + 1)) > 0;
  });
}

}  // namespace

bool is_within_time(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 4> kTimes = {"timescale", "timescales", "timeframe",
                                                      "timeframes"};
  constexpr std::array<std::string_view, 3> kKept = {"within", "in", "to"};
  constexpr std::array<std::string_view, 10> kBetween = {
      "the",    "a",      "statutory",   "expected",   "required",
      "agreed", "timely", "appropriate", "reasonable", "child's"};
  // "In time", but not "in times of crisis", "in time to come".
  const std::string word = word_at(words, at), behind = word_at(words, at + 1);
  if (word == "time")
    return at > 0 && word_at(words, at - 1) == "in" && behind != "of" && behind != "to";
  if (!is_one_of(word, kTimes)) return false;
  size_t first = at;
  while (first > 0 && is_one_of(word_at(words, first - 1), kBetween)) --first;
  return first > 0 && is_one_of(word_at(words, first - 1), kKept);
}

bool carries_judgement(const std::vector<std::string>& words, size_t at) {
  return is_done_in_time(words, at) || is_work_between(words, at);
}

bool lacks_thing(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 5> kBehind = {"", "for", "in", "on", "of"};
  constexpr std::array<std::string_view, 12> kBeing = {"are", "is",    "was",       "were",
                                                       "be",  "being", "often",     "still",
                                                       "has", "have",  "sometimes", "been"};
  constexpr std::array<std::string_view, 8> kThings = {"book", "passport", "letter", "paperwork",
                                                       "work", "evidence", "file",   "story"};
  constexpr std::array<std::string_view, 10> kRecords = {
      "files",     "file",   "letters", "passports", "books",
      "paperwork", "photos", "entries", "genograms", "details"};
  if (word_at(words, at) != "missing") return false;
  std::string behind = word_at(words, at + 1);
  if (is_one_of(behind, kRecords)) return true;
  const bool from = behind == "from" && !is_one_of(word_at(words, at + 2), kPlacesToMiss);
  if (behind == "and") behind = word_at(words, at + 2);
  if (at == 0 || !(from || is_one_of(behind, kBehind))) return false;
  size_t of = at;  // behind what is missing
  while (of > 0 && is_one_of(word_at(words, of - 1), kBeing)) --of;
  if (of == 0) return false;
  const std::string thing = word_at(words, of - 1);
  if (is_needed(thing)) return true;
  if (may_go_missing(thing)) return false;
  // "Police are missing"; "police missing" speaks of children.
  if (of < at || is_one_of(thing, kThings)) return true;
  constexpr size_t kShortest = 4;
  return thing.size() > kShortest && thing.ends_with('s') && !thing.ends_with("ss");
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
  // "Good enough parenting" is a term; "plans not good enough" judges.
  if (word == "good" && after == "enough") return word_at(words, at + 2).starts_with("parent");
  if (word == "problems" && is_condition(before)) return true;
  if (word != "missing") return false;
  if (is_written(after) || is_written(before) || lacks_thing(words, at)) return false;
  std::string place = word_at(words, at + 2);
  return after != "from" || is_one_of(place, kPlacesToMiss);
}

}  // namespace ofsearch
