#include "searcher/plan/direction/judging_verbs.h"

#include "common/text/lists.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

struct Verb {
  std::string_view text;  // one word or several, in search form
  Finding finding;
  VerbKind kind = VerbKind::kAsked;
};

constexpr Finding kFault = Finding::kWeakness, kPraise = Finding::kStrength;

constexpr std::array kVerbs = {
    Verb{"let down", kFault, VerbKind::kCarried},
    Verb{"lets down", kFault, VerbKind::kCarried},
    Verb{"letting down", kFault, VerbKind::kCarried},
    Verb{"special measures", kFault, VerbKind::kTopic},
    Verb{"disbelieved", kFault, VerbKind::kCarried},
    Verb{"sidelined", kFault, VerbKind::kCarried},
    Verb{"disregarded", kFault, VerbKind::kCarried},
    Verb{"turned away", kFault, VerbKind::kCarried},
    Verb{"turned down", kFault, VerbKind::kCarried},
    Verb{"pillar to post", kFault, VerbKind::kTopic},
    Verb{"falling behind", kFault, VerbKind::kCarried},
    Verb{"fallen behind", kFault, VerbKind::kCarried},
    Verb{"falling short", kFault, VerbKind::kCarried},
    Verb{"falls short", kFault, VerbKind::kCarried},
    Verb{"fell short", kFault, VerbKind::kCarried},
    Verb{"short of", kFault, VerbKind::kCarried},
    Verb{"kept in the dark", kFault, VerbKind::kCarried},
    Verb{"lost in the system", kFault},
    Verb{"lost in system", kFault},
    Verb{"kept informed", kPraise},
    Verb{"keep informed", kPraise},
    Verb{"keeps informed", kPraise},
    Verb{"keeping informed", kPraise},
    Verb{"listened to", kPraise},
    Verb{"taken seriously", kPraise},
};

// What is lost to somebody's fault. Children, parents and homes are lost to other things.
constexpr auto kLost = std::to_array<std::string_view>(
    {"confidence", "trust",     "contact",   "touch", "faith",       "track", "momentum",
     "focus",      "patience",  "records",   "files", "data",        "staff", "workers",
     "managers",   "paperwork", "documents", "sight", "credibility", "grip",  "goodwill"});
constexpr std::array<std::string_view, 5> kLose = {"lost", "lose", "loses", "losing", "loss"};

constexpr auto kRefuse = std::to_array<std::string_view>(
    {"refused", "refuse", "refuses", "refusing", "denied", "rejected", "rejects", "declined"});
constexpr std::array<std::string_view, 3> kDismiss = {"dismissed", "dismisses", "dismissing"};
// What services say no to.
constexpr auto kAsked = std::to_array<std::string_view>(
    {"referrals",   "referral", "requests",      "request", "applications", "application",
     "help",        "access",   "support",       "service", "services",     "assessment",
     "assessments", "place",    "places",        "school",  "therapy",      "placement",
     "placements",  "housing",  "transport",     "funding", "respite",      "treatment",
     "admission",   "camhs",    "accommodation", "contact"});
// Whose refusal is a fault.
constexpr auto kServices = std::to_array<std::string_view>(
    {"schools", "gps", "councils", "council", "academies", "police", "services", "providers",
     "agencies", "partners", "managers", "authorities", "headteachers", "homes"});
// Who refuses what is offered, which is no fault of a service.
constexpr auto kFamily = std::to_array<std::string_view>(
    {"parents", "parent", "mother", "mothers", "father", "fathers", "family", "families", "child",
     "children", "people", "person", "teenagers", "carer", "carers", "birth", "care"});

constexpr auto kWho = std::to_array<std::string_view>(
    {"children",  "child", "people", "girls", "boys",   "victims",   "they",      "are",
     "were",      "is",    "was",    "being", "be",     "been",      "families",  "parents",
     "survivors", "and",   "not",    "never", "always", "teenagers", "daughters", "pupils"});

constexpr std::array<std::string_view, 6> kParents = {"parents", "parent", "mother",
                                                      "mothers", "father", "fathers"};

constexpr size_t kNear = 3;  // words

bool has_near(const std::vector<std::string>& words, size_t first, auto matches) {
  for (size_t i = first; i < std::min(words.size(), first + kNear); ++i)
    if (matches(word_at(words, i))) return true;
  return false;
}

// "Refused a school place", "referrals refused", "rejected by CAMHS"; not "refused asylum", "mother
// refused help", "rejected by parents".
bool is_refusal(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at), after = word_at(words, at + 1);
  const std::string before = at > 0 ? word_at(words, at - 1) : "";
  if (!is_one_of(word, kRefuse)) return false;
  if (is_one_of(before, kServices)) return true;
  const auto is_family = [](const std::string& each) { return is_one_of(each, kFamily); };
  if (after == "to" && !is_family(word_at(words, at + 2))) return false;
  if (after == "by") return !has_near(words, at + 2, is_family);
  if (is_one_of(before, kAsked)) return true;
  // "Carers refused support" were, and "carers refuse it" themselves.
  const bool was_done = word == "refused" || word == "denied";
  if (was_done ? is_one_of(before, kParents) : is_family(before)) return false;
  return has_near(words, at + 1, [](const std::string& each) { return is_one_of(each, kAsked); });
}

// "Allegations dismissed"; not "staff dismissed", "dismissed from his post".
bool is_dismissal(const std::vector<std::string>& words, size_t at) {
  constexpr auto kStaff = std::to_array<std::string_view>(
      {"staff", "worker", "workers", "manager", "managers", "director", "employee", "employees",
       "member", "members", "case", "cases", "appeal", "appeals"});
  return is_one_of(word_at(words, at), kDismiss) && word_at(words, at + 1) != "from" &&
         !(at > 0 && is_one_of(word_at(words, at - 1), kStaff));
}

bool is_loss(const std::vector<std::string>& words, size_t at) {
  const std::string word = word_at(words, at);
  if (!is_one_of(word, kLose)) return false;
  const auto is_lost = [](const std::string& each) { return is_one_of(each, kLost); };
  return is_lost(word_at(words, at + 1)) || is_lost(word_at(words, at + 2)) ||
         (word == "lost" && at > 0 && is_lost(word_at(words, at - 1)));
}

// "Takes too long", "taking far too long".
bool is_too_long(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 5> kTake = {"take", "takes", "taking", "took", "taken"};
  if (!is_one_of(word_at(words, at), kTake)) return false;
  const size_t too = word_at(words, at + 1) == "far" || word_at(words, at + 1) == "much" ? 2 : 1;
  return length_at(words, at + too, "too long") > 0;
}

// "Kept waiting", "left waiting".
bool is_left_so(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 5> kVerb = {"kept", "keep", "keeps", "left", "leaves"};
  return is_one_of(word_at(words, at), kVerb) && word_at(words, at + 1) == "waiting";
}

// "Enough adopters", "sufficient placements"; not "good enough", "enough is".
bool is_enough(const std::vector<std::string>& words, size_t at) {
  constexpr std::array<std::string_view, 3> kWords = {"enough", "sufficient", "ample"};
  if (!is_one_of(word_at(words, at), kWords) || (at > 0 && word_at(words, at - 1) == "good"))
    return false;
  return has_near(words, at + 1, [](const std::string& each) {
    return each == "time" || is_scarce(each) || is_needed(each);
  });
}

// "Children believed", "are believed"; not "believed to be".
bool is_belief(const std::vector<std::string>& words, size_t at) {
  return word_at(words, at) == "believed" && word_at(words, at + 1) != "to" &&
         word_at(words, at + 1) != "that" && at > 0 && is_one_of(word_at(words, at - 1), kWho);
}

// "Special measures lifted", "removed from special measures": they have ended.
bool is_lifted(const std::vector<std::string>& words, size_t at) {
  constexpr auto kLifted = std::to_array<std::string_view>(
      {"lifted", "ended", "removed", "left", "leave", "leaving", "exited", "exit", "exiting"});
  constexpr auto kBetween = std::to_array<std::string_view>(
      {"have", "has", "had", "been", "are", "were", "was", "now", "recently", "from"});
  if (length_at(words, at, "special measures") == 0) return false;
  size_t before = at, behind = at + 2;
  while (before > 0 && is_one_of(word_at(words, before - 1), kBetween)) --before;
  while (is_one_of(word_at(words, behind), kBetween)) ++behind;
  return is_one_of(word_at(words, behind), kLifted) ||
         (before > 0 && is_one_of(word_at(words, before - 1), kLifted));
}

const Verb* verb_at(const std::vector<std::string>& words, size_t at) {
  const auto* verb = std::ranges::find_if(
      kVerbs, [&](const Verb& each) { return length_at(words, at, each.text) > 0; });
  return verb == kVerbs.end() ? nullptr : verb;
}

}  // namespace

JudgingVerb verb_of(const std::vector<std::string>& words, size_t at) {
  const bool is_out = at > 1 && length_at(words, at - 2, "out of special measures") > 0;
  if (is_out) return {};
  if (is_lifted(words, at)) return {kPraise};
  if (const Verb* verb = verb_at(words, at); verb != nullptr) return {verb->finding, verb->kind};
  if (is_left_so(words, at)) return {kFault, VerbKind::kOfWait};
  if (is_dismissal(words, at)) return {kFault, VerbKind::kCarried};
  if (is_too_long(words, at)) return {kFault, VerbKind::kTopic};
  if (is_refusal(words, at) || is_loss(words, at)) return {kFault};
  if (is_enough(words, at) || is_belief(words, at)) return {kPraise};
  return {};
}

}  // namespace ofsearch
