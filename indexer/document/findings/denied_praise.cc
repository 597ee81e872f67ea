#include "indexer/document/findings/denied_praise.h"

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

// A clause inside the statement, or a condition, stands behind these.
constexpr std::array kOfAnother = {
    "who"sv,          "whom"sv,       "whose"sv,   "that"sv,    "which"sv,    "if"sv,
    "when"sv,         "where"sv,      "while"sv,   "whilst"sv,  "although"sv, "though"sv,
    "those"sv,        "how"sv,        "why"sv,     "whether"sv, "because"sv,  "unless"sv,
    "until"sv,        "as"sv,         "what"sv,    "despite"sv, "before"sv,   "even"sv,
    "historically"sv, "previously"sv, "without"sv, "reason"sv,  "reasons"sv};

constexpr std::array kAuxiliaries = {"is"sv,  "are"sv, "was"sv,  "were"sv, "do"sv,  "does"sv,
                                     "did"sv, "has"sv, "have"sv, "had"sv,  "been"sv};
// "not always", of what ought to be always so.
constexpr std::array kDegrees = {
    "always"sv,   "consistently"sv,   "routinely"sv,  "sufficiently"sv, "fully"sv,
    "yet"sv,      "systematically"sv, "adequately"sv, "effectively"sv,  "universally"sv,
    "clearly"sv,  "uniformly"sv,      "robustly"sv,   "rigorously"sv,   "securely"sv,
    "properly"sv, "meaningfully"sv,   "explicitly"sv, "evident"sv,      "embedded"sv,
    "regularly"sv};
// The deeds that are done where things are good: "do not ensure".
constexpr std::array kGoodDeeds = {
    "ensure"sv,   "ensured"sv,   "enable"sv,      "enabled"sv,      "enabling"sv, "provide"sv,
    "provided"sv, "lead"sv,      "reflect"sv,     "reflected"sv,    "support"sv,  "supporting"sv,
    "receive"sv,  "received"sv,  "demonstrate"sv, "demonstrated"sv, "helping"sv,  "identify"sv,
    "include"sv,  "produced"sv,  "articulated"sv, "progressed"sv,   "taken"sv,    "informed"sv,
    "benefit"sv,  "benefited"sv, "understand"sv,  "offered"sv,      "promote"sv,  "focus"sv};
// "There is no strategic approach."
constexpr std::array kGoodThings = {"system"sv,   "systems"sv,   "strategic"sv,  "strategy"sv,
                                    "clear"sv,    "robust"sv,    "consistent"sv, "effective"sv,
                                    "coherent"sv, "mechanism"sv, "systematic"sv};
constexpr std::array kFails = {"fail"sv, "fails"sv, "failed"sv};
constexpr std::array kLacks = {"lack"sv, "lacks"sv, "lacked"sv};

// "do not ensure", "are not always clear", "not yet in place".
bool is_denied_at(const Words& words, size_t at) {
  if (words[at] != "not" || at == 0 || at + 1 == words.size()) return false;
  const std::string& next = words[at + 1];
  if (!is_one_of(words[at - 1], kAuxiliaries)) return false;
  if (next == "in") return at + 2 < words.size() && words[at + 2] == "place";
  return is_one_of(next, kDegrees) || is_one_of(next, kGoodDeeds);
}

// "Leaders have failed to ensure", "the trust has been unable to recruit".
bool fails_at(const Words& words, size_t at) {
  if (at == 0 || at + 1 >= words.size() || words[at + 1] != "to") return false;
  if (is_one_of(words[at], kFails)) return true;
  return words[at] == "unable" && is_one_of(words[at - 1], kAuxiliaries);
}

// "Assessments lack detail", "there is a lack of oversight", "there is no clear strategy".
bool lacks_at(const Words& words, size_t at) {
  if (at == 0) return false;
  const bool is_there =
      is_one_of(words[at - 1], kAuxiliaries) ||
      (words[at - 1] == "a" && at > 1 && is_one_of(words[at - 2], kAuxiliaries)) ||
      words[at - 1] == "remains";
  if (is_one_of(words[at], kLacks))
    return is_there || !is_one_of(words[at - 1], std::array{"the"sv, "a"sv, "of"sv, "any"sv});
  if (words[at] == "no" && at + 1 < words.size())
    return is_there && is_one_of(words[at + 1], kGoodThings);
  return is_there && words[at] == "insufficient";
}

}  // namespace

bool is_praise_denied(std::string_view form) {
  if (!contains_any(form, std::array{" not "sv, " fail"sv, " unable"sv, " lack"sv,
                                     " insufficient"sv, " no "sv}))
    return false;
  const Words words = clause_words(form);
  for (size_t i = 0; i < words.size() && !is_one_of(words[i], kOfAnother); ++i)
    if (is_denied_at(words, i) || fails_at(words, i) || lacks_at(words, i)) return true;
  return false;
}

}  // namespace ofsearch
