#include "indexer/document/findings/plain_statements.h"

#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "indexer/document/findings/absent_harm.h"
#include "indexer/document/findings/asked_better.h"
#include "indexer/document/findings/burdens.h"
#include "indexer/document/findings/clause_words.h"
#include "indexer/document/findings/denied_praise.h"
#include "indexer/document/findings/faults.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

constexpr std::array kNone = {"no "sv,
                              "none "sv,
                              "and none "sv,
                              "there is no "sv,
                              "there are no "sv,
                              "there were no "sv,
                              "there are currently no "sv,
                              "at the time of the inspection, no "sv,
                              "at the time of this inspection, no "sv,
                              "at the point of this inspection, no "sv};
constexpr std::array kBad = {
    "bed and breakfast"sv, "multiple occupation"sv, "unregistered"sv, "unregulated"sv,
    "unallocated"sv,       "waiting list"sv,        "backlog"sv};
constexpr std::array kNotUsed = {" is not used"sv, " are not used"sv, " is never used"sv};
// A recital of numbers, a condition, or more than the statement.
constexpr std::array kMore = {"ceased to be"sv, "no longer"sv,    " unless "sv,
                              " except "sv,     " other than "sv, " because "sv};

constexpr std::array kUnsure = {"cannot assure "sv,
                                "could not assure "sv,
                                "unable to assure "sv,
                                "not able to assure "sv,
                                "not assured itself "sv,
                                "not assured themselves "sv,
                                "leaders cannot be assured"sv,
                                "leaders could not be assured"sv,
                                "managers cannot be assured"sv,
                                "managers could not be assured"sv,
                                "authority cannot be assured"sv,
                                "board cannot be assured"sv,
                                "unable to be assured"sv};

// Words for what is slow, late, too much or too little, whatever good comes too late.
constexpr std::array kTooLate = {" has been slow"sv,
                                 " have been slow"sv,
                                 " is slow"sv,
                                 " are slow"sv,
                                 " is inefficient"sv,
                                 " are inefficient"sv,
                                 " been delayed"sv,
                                 " often delayed"sv,
                                 " yet to demonstrate"sv,
                                 " experienced too many"sv,
                                 " could have been"sv,
                                 " should have been"sv,
                                 " over-reliant"sv,
                                 " longer than is desirable"sv,
                                 " makes it difficult"sv,
                                 " makes it harder"sv,
                                 " makes it more difficult"sv,
                                 " makes it hard"sv,
                                 " making it difficult"sv,
                                 " making it harder"sv,
                                 " making it more difficult"sv,
                                 " made it difficult"sv,
                                 " made it harder"sv,
                                 " made it more difficult"sv};
// Words for how often what is bad is done.
constexpr std::array kOften = {" frequently "sv, " regularly "sv, " routinely "sv, " too often "sv};
constexpr std::array kUses = {" placed "sv, " places "sv, " live "sv, " uses "sv, " used "sv};
constexpr std::array kConditions = {"when "sv, "if "sv, "where "sv, "once "sv};

// `phrase`, its last word whole: "is slow" and not "is slowly rising".
bool has_to_its_end(std::string_view form, std::string_view phrase) {
  for (size_t at = form.find(phrase); at != form.npos; at = form.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    if (end == form.size() || !is_ascii_letter(form[end])) return true;
  }
  return false;
}

// "They are not supported well enough", "not quickly enough to ensure ..."; not "not overloaded and
// have enough time", "do not accept that good is good enough".
bool says_not_enough(std::string_view form) {
  constexpr size_t kNear = 50;  // bytes
  constexpr std::array kApart = {","sv, " and "sv, " but "sv, " that "sv, " only "sv};
  for (size_t at = form.find(" not "); at != form.npos; at = form.find(" not ", at + 1)) {
    const std::string_view near = form.substr(at, kNear);
    const size_t enough = near.find(" enough");
    if (enough != near.npos && has_to_its_end(near, " enough") &&
        !contains_any(near.substr(0, enough), kApart))
      return true;
  }
  return false;
}

bool has_condition(std::string_view form) {
  return std::ranges::any_of(kConditions, [&](std::string_view word) {
    return form.starts_with(word) || form.find(' ' + std::string(word)) != form.npos;
  });
}

// "Some children have experienced several changes of social worker."
bool suffers_changes(std::string_view form) {
  static constexpr std::array kSuffers = {"experience"sv, "experienced"sv, "had"sv};
  static constexpr std::array kMany = {"several"sv,  "multiple"sv, "repeated"sv,
                                       "frequent"sv, "numerous"sv, "many"sv};
  static constexpr std::array kElse = {"not"sv,   "no"sv,  "never"sv, "rarely"sv,    "few"sv,
                                       "fewer"sv, "who"sv, "that"sv,  "previously"sv};
  if (!contains_any(form, std::array{" changes"sv})) return false;
  const std::vector<std::string> words = clause_words(form);
  for (size_t i = 0; i + 1 < words.size() && !is_one_of(words[i], kElse); ++i) {
    if (!is_one_of(words[i], kMany) || words[i + 1] != "changes") continue;
    if (i == 0 || is_one_of(words[i - 1], kSuffers) || words[i - 1] == "too") return true;
  }
  return false;
}

// "There have been improvements in assessments", "this has led to improvements"; not where they are
// asked for, doubted or too few.
bool tells_of_improvement(std::string_view form) {
  static constexpr std::array kSays = {"been"sv, "to"sv, "in"sv, "made"sv, "secured"sv, "seen"sv};
  static constexpr std::array kLeads = {"led"sv, "resulted"sv};
  static constexpr std::array kElse = {"not"sv,      "no"sv,           "nor"sv,
                                       "never"sv,    "little"sv,       "limited"sv,
                                       "few"sv,      "yet"sv,          "fail"sv,
                                       "failed"sv,   "failure"sv,      "should"sv,
                                       "must"sv,     "need"sv,         "needed"sv,
                                       "required"sv, "insufficient"sv, "insufficiently"sv,
                                       "slow"sv,     "too"sv,          "only"sv,
                                       "unclear"sv,  "difficult"sv,    "lack"sv,
                                       "evidence"sv, "cannot"sv,       "unable"sv,
                                       "early"sv,    "without"sv,      "if"sv,
                                       "whether"sv,  "when"sv,         "some"sv,
                                       "area"sv,     "poor"sv,         "inadequate"sv,
                                       "weak"sv,     "variable"sv,     "inconsistent"sv,
                                       "could"sv,    "would"sv};
  constexpr size_t kNear = 4;  // words
  if (!contains_any(form, std::array{" improvement"sv})) return false;
  const std::vector<std::string> words = clause_words(form);
  if (std::ranges::any_of(words, [](const auto& word) { return is_one_of(word, kElse); }))
    return false;
  const auto is_improvement = [&](size_t at) {
    return words[at] == "improvement" || words[at] == "improvements";
  };
  for (size_t i = 1; i < words.size(); ++i) {
    if (!is_one_of(words[i], kSays)) continue;
    if ((words[i] == "to" || words[i] == "in") && !is_one_of(words[i - 1], kLeads)) continue;
    if (words[i] == "been" && words[i - 1] != "has" && words[i - 1] != "have") continue;
    for (size_t at = i + 1; at < std::min(words.size(), i + kNear); ++at)
      if (is_improvement(at)) return true;
  }
  return false;
}

bool is_no_praise(std::string_view form) {
  return std::ranges::any_of(
             kTooLate, [&](std::string_view too_late) { return has_to_its_end(form, too_late); }) ||
         says_not_enough(form) || bears_a_burden(form) || suffers_changes(form) || hinders(form) ||
         is_done_badly(form) || is_praise_denied(form) ||
         (contains_any(form, kBad) && contains_any(form, kOften) && contains_any(form, kUses) &&
          !contains_any(form, std::array{" not "sv, "no "sv, "never "sv, "monitor"sv, "review"sv}));
}

// "No young people are placed in bed and breakfast accommodation."
bool says_none_of_bad(std::string_view form) {
  if (!contains_any(form, kBad) || contains_any(form, kMore)) return false;
  return contains_any(form, kNotUsed) || std::ranges::any_of(kNone, [&](std::string_view words) {
           return form.starts_with(words);
         });
}

}  // namespace

PlainStatement plain_statement(std::string_view clause) {
  const std::string form = search_form(clause);
  const bool condition = has_condition(form);
  if (contains_any(form, kUnsure) || is_said_high(form) ||
      (!condition && (asks_for_better(form) || is_called_concern(form) || does_harm(form))))
    return PlainStatement::kCriticism;
  if (!condition && is_no_praise(form)) return PlainStatement::kNoPraise;
  if (says_none_of_bad(form)) return PlainStatement::kPraise;
  return is_harm_absent(form) || tells_of_improvement(form) ? PlainStatement::kNoCriticism
                                                            : PlainStatement::kNone;
}

}  // namespace ofsearch
