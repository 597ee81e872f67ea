#include "indexer/document/findings/absent_harm.h"

#include "common/text/lists.h"
#include "indexer/document/findings/clause_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string>;

constexpr std::array kHarm = {"drift"sv,       "drifting"sv,   "delay"sv,       "delays"sv,
                              "turnover"sv,    "vacancies"sv,  "backlog"sv,     "backlogs"sv,
                              "breakdown"sv,   "breakdowns"sv, "moves"sv,       "disruption"sv,
                              "exclusions"sv,  "absences"sv,   "absenteeism"sv, "waiting"sv,
                              "disruptions"sv, "complaints"sv, "duplication"sv, "re"sv};
// Words that make, with the word before, the name of a harm: "waiting lists", "re-referrals",
// "turnover rates".
constexpr std::array kNames = {"list"sv, "lists"sv, "times"sv,  "referrals"sv,
                               "rate"sv, "rates"sv, "levels"sv, "offending"sv};
// Words between what is said of a harm and the harm.
constexpr std::array kLinks = {"the"sv,         "any"sv,           "a"sv,           "all"sv,
                               "unnecessary"sv, "undue"sv,         "further"sv,     "potential"sv,
                               "possible"sv,    "additional"sv,    "risk"sv,        "risks"sv,
                               "of"sv,          "for"sv,           "from"sv,        "children"sv,
                               "child"sv,       "experiencing"sv,  "significant"sv, "staff"sv,
                               "placement"sv,   "placements"sv,    "unplanned"sv,   "worker"sv,
                               "workforce"sv,   "number"sv,        "numbers"sv,     "avoidable"sv,
                               "school"sv,      "frequent"sv,      "unwarranted"sv, "undesirable"sv,
                               "social"sv,      "permanent"sv,     "evidence"sv,    "sign"sv,
                               "signs"sv,       "inappropriate"sv, "multiple"sv,    "several"sv,
                               "repeated"sv};
// The words that stand between "few" or "no" and a harm: "few delays", not "few children with
// delays".
constexpr std::array kBetweenFew = {"unnecessary"sv, "undue"sv,      "significant"sv, "evidence"sv,
                                    "of"sv,          "staff"sv,      "placement"sv,   "unplanned"sv,
                                    "avoidable"sv,   "sign"sv,       "signs"sv,       "school"sv,
                                    "permanent"sv,   "apparent"sv,   "obvious"sv,     "any"sv,
                                    "formal"sv,      "noticeable"sv, "discernible"sv};

constexpr std::array kPrevents = {
    "prevent"sv,    "prevents"sv,   "prevented"sv, "preventing"sv, "avoid"sv,     "avoids"sv,
    "avoided"sv,    "avoiding"sv,   "minimise"sv,  "minimises"sv,  "minimised"sv, "minimising"sv,
    "reduce"sv,     "reduces"sv,    "reduced"sv,   "reducing"sv,   "without"sv,   "reduction"sv,
    "decrease"sv,   "fall"sv,       "minimal"sv,   "minimum"sv,    "avoidance"sv, "prevention"sv,
    "eliminated"sv, "eradicated"sv, "fewer"sv};
constexpr std::array kFew = {"no"sv, "few"sv, "little"sv};
constexpr std::array kSuffer = {"experience"sv, "suffer"sv, "face"sv, "have"sv, "encounter"sv};
constexpr std::array kBe = {"has"sv, "have"sv, "is"sv,      "are"sv,
                            "was"sv, "were"sv, "remains"sv, "remain"sv};
constexpr std::array kAdverbs = {
    "now"sv,         "been"sv,         "being"sv,     "also"sv,         "significantly"sv,
    "relatively"sv,  "very"sv,         "generally"sv, "often"sv,        "usually"sv,
    "greatly"sv,     "considerably"sv, "steadily"sv,  "successfully"sv, "substantially"sv,
    "markedly"sv,    "typically"sv,    "extremely"sv, "kept"sv,         "therefore"sv,
    "normally"sv,    "dramatically"sv, "recently"sv,  "largely"sv,      "routinely"sv,
    "consequently"sv};
constexpr std::array kFallen = {"reduced"sv,   "reducing"sv,   "fallen"sv,     "falling"sv,
                                "decreased"sv, "decreasing"sv, "declined"sv,   "declining"sv,
                                "minimised"sv, "avoided"sv,    "prevented"sv,  "rare"sv,
                                "low"sv,       "minimal"sv,    "eliminated"sv, "eradicated"sv};
// "Turnover has reduced the effectiveness of training."
constexpr std::array kObjects = {"the"sv,  "their"sv, "its"sv,      "a"sv,   "an"sv,
                                 "all"sv,  "our"sv,   "children"sv, "his"sv, "opportunities"sv,
                                 "some"sv, "staff"sv, "managers"sv};
// A harm ends before these, or is part of another name: "no complaints procedure".
constexpr std::array kBehind = {
    ","sv,    "in"sv,   "of"sv,      "for"sv,    "to"sv,     "at"sv,   "when"sv,   "between"sv,
    "and"sv,  "or"sv,   "with"sv,    "due"sv,    "as"sv,     "from"sv, "before"sv, "after"sv,
    "by"sv,   "on"sv,   "during"sv,  "while"sv,  "within"sv, "were"sv, "was"sv,    "is"sv,
    "are"sv,  "once"sv, "because"sv, "where"sv,  "being"sv,  "if"sv,   "seen"sv,   "about"sv,
    "this"sv, "into"sv, "caused"sv,  "through"sv};

// It is asked for, or does not happen for all.
constexpr std::array kDoubts = {"not"sv,
                                "no"sv,
                                "never"sv,
                                "cannot"sv,
                                "unable"sv,
                                "fail"sv,
                                "fails"sv,
                                "failed"sv,
                                "failure"sv,
                                "enough"sv,
                                "insufficient"sv,
                                "insufficiently"sv,
                                "nor"sv,
                                "few"sv,
                                "needed"sv,
                                "too"sv,
                                "should"sv,
                                "could"sv,
                                "must"sv,
                                "yet"sv,
                                "require"sv,
                                "requires"sv,
                                "required"sv,
                                "however"sv,
                                "but"sv,
                                "although"sv,
                                "despite"sv,
                                "lacking"sv,
                                "weak"sv,
                                "weaker"sv,
                                "lack"sv,
                                "lacks"sv,
                                "limited"sv,
                                "variable"sv,
                                "inconsistent"sv,
                                "inconsistently"sv,
                                "some"sv,
                                "little"sv,
                                "poor"sv,
                                "missed"sv,
                                "ineffective"sv,
                                "previously"sv,
                                "improve"sv,
                                "improving"sv,
                                "improvement"sv,
                                "progress"sv,
                                "recommendation"sv,
                                "would"sv,
                                "intended"sv,
                                "aim"sv,
                                "aims"sv};
// The words with which demands begin.
constexpr std::array kDemands = {
    "ensure"sv,  "strengthen"sv, "reduce"sv,  "take"sv,       "make"sv,     "develop"sv,
    "review"sv,  "continue"sv,   "further"sv, "provide"sv,    "minimise"sv, "avoid"sv,
    "prevent"sv, "ensuring"sv,   "track"sv,   "timeliness"sv, "monitor"sv,  "implement"sv,
    "address"sv, "embed"sv,      "increase"sv};
constexpr std::array kDemanded = {"work with"sv,         "the quality"sv,    "the timeliness"sv,
                                  "the impact"sv,        "the oversight"sv,  "the progression"sv,
                                  "the effectiveness"sv, "the consistency"sv};

// Words `from` up to but not `to`.
struct Span {
  size_t from = 0, to = 0;

  bool empty() const { return from == to; }
};

// The first word at or behind `at` that is not in `table`.
template <typename Table>
size_t behind(const Words& words, size_t at, const Table& table) {
  while (at < words.size() && is_one_of(words[at], table)) ++at;
  return at;
}

// Tells whether a word is what each rule below looks for; most clauses have none of it.
bool may_be_harm(const std::string& word) {
  return is_one_of(word, kHarm) || word == "changes";
}

// Returns the place behind the name of the harm that begins at `at`; `at` if none does.
size_t end_of_harm(const Words& words, size_t at) {
  if (at >= words.size() || !is_one_of(words[at], kHarm)) return at;
  return behind(words, at + 1, kNames);
}

bool ends_name(const Words& words, size_t at) {
  return at == words.size() || is_one_of(words[at], kBehind);
}

// "avoid unnecessary delay", "a reduction in staff vacancies".
Span prevented_at(const Words& words, size_t at) {
  if (!is_one_of(words[at], kPrevents)) return {};
  size_t next = at + 1;
  if (next < words.size() && words[next] == "in") ++next;
  const size_t harm = behind(words, next, kLinks);
  const size_t end = end_of_harm(words, harm);
  return end > harm ? Span{at, end} : Span{};
}

// "no delay", "little drift"; not "a few delays", "no complaints procedure".
Span few_at(const Words& words, size_t at) {
  if (!is_one_of(words[at], kFew)) return {};
  if (at > 0 && (words[at - 1] == "a" || words[at - 1] == "quite")) return {};
  const size_t harm = behind(words, at + 1, kBetweenFew);
  const size_t end = end_of_harm(words, harm);
  return end > harm && ends_name(words, end) ? Span{at, end} : Span{};
}

// "do not drift", "do not experience unnecessary delays", "do not have multiple changes".
Span not_suffered_at(const Words& words, size_t at) {
  if (words[at] != "not" || at == 0) return {};
  if (!is_one_of(words[at - 1], std::array{"do"sv, "does"sv, "did"sv})) return {};
  const size_t verb = behind(words, at + 1, kAdverbs);
  if (verb == words.size()) return {};
  if (words[verb] == "drift") return {at, verb + 1};
  if (!is_one_of(words[verb], kSuffer)) return {};
  const size_t harm = behind(words, verb + 1, kLinks);
  if (harm < words.size() && words[harm] == "changes") return {at, harm + 1};
  const size_t end = end_of_harm(words, harm);
  return end > harm ? Span{at, end} : Span{};
}

// "Staff turnover has significantly reduced", "delays in adoption are rare"; not "turnover has
// reduced the effectiveness of training".
Span fallen_at(const Words& words, size_t at) {
  constexpr size_t kNear = 6;  // words between the harm and what is said of it
  const size_t end = end_of_harm(words, at);
  if (end == at) return {};
  for (size_t be = end; be < words.size() && be - end <= kNear; ++be) {
    if (words[be] == "," || words[be] == "and") return {};
    if (!is_one_of(words[be], kBe)) continue;
    const size_t fallen = behind(words, be + 1, kAdverbs);
    if (fallen == words.size() || !is_one_of(words[fallen], kFallen)) return {};
    const bool has_object = fallen + 1 < words.size() && is_one_of(words[fallen + 1], kObjects);
    return has_object ? Span{} : Span{at, fallen + 1};
  }
  return {};
}

bool begins_demand(std::string_view form, const Words& words) {
  return is_one_of(words.front(), kDemands) ||
         std::ranges::any_of(kDemanded,
                             [&](std::string_view start) { return form.starts_with(start); });
}

bool is_doubt(const Words& words, size_t at) {
  if (is_one_of(words[at], kDoubts)) return true;
  if (at + 1 == words.size()) return false;
  const std::string& next = words[at + 1];
  if (words[at] == "need" || words[at] == "needs")
    return is_one_of(next, std::array{"to"sv, "for"sv, "further"sv});
  return words[at] == "more" && is_one_of(next, std::array{"work"sv, "to"sv, "needs"sv});
}

}  // namespace

bool is_harm_absent(std::string_view form) {
  const Words words = clause_words(form);
  if (std::ranges::none_of(words, may_be_harm) || begins_demand(form, words)) return false;
  bool absent = false;
  for (size_t i = 0; i < words.size(); ++i) {
    Span said;
    for (const auto& rule : {prevented_at, few_at, not_suffered_at, fallen_at})
      if (said.empty()) said = rule(words, i);
    if (said.empty() && is_doubt(words, i)) return false;
    if (said.empty()) continue;
    absent = true;
    i = said.to - 1;
  }
  return absent;
}

}  // namespace ofsearch
