#include "indexer/document/findings/asked_better.h"

#include "common/text/lists.h"

#include <algorithm>
#include <array>
#include <string>

namespace ofsearch {
namespace {

using namespace std::string_view_literals;

// Words for what is asked for behind "need to" or "needs to". Some words count behind "need to"
// alone, as "their needs to ensure" has no verb.
constexpr std::array kBetter = {
    "be more "sv,        "be better"sv,    "be clearer"sv,  "be stronger"sv, "be improved"sv,
    "be strengthened"sv, "be developed"sv, "be further "sv, "be embedded"sv, "be completed"sv,
    "be addressed"sv,    "be done"sv,      "improve"sv,     "happen"sv,      "do more"sv};
constexpr std::array kEnsure = {"ensure "sv, "develop "sv, "strengthen "sv, "further "sv};
// Between who needs it and "need".
constexpr std::array kBetween = {"also"sv, "still"sv, "now"sv, "much"sv, "further"sv};
// The words that stand before "need" if it is a noun, or begins what another clause speaks of.
constexpr std::array kOther = {"the"sv,  "in"sv,   "a"sv,     "of"sv,  "any"sv, "no"sv,   "who"sv,
                               "that"sv, "what"sv, "which"sv, "how"sv, "you"sv, "they"sv, ""sv};
// Another clause has begun before.
constexpr std::array kOfAnother = {"what "sv, "which "sv, " that "sv, " who "sv, " how "sv};
// Somebody sees what is needed, which is half praise.
constexpr std::array kSeen = {"recogni"sv, "aware"sv, "identif"sv, "underst"sv,   "know"sv,
                              "accept"sv,  "focus"sv, "reflect"sv, "acknowledg"sv};

// The word that ends at `end`, without those of kBetween.
std::string_view word_before(std::string_view form, size_t end) {
  while (end > 0) {
    const size_t begin = form.rfind(' ', end - 1) + 1;  // 0 if there is none
    const std::string_view word = form.substr(begin, end - begin);
    if (begin == 0 || !is_one_of(word, kBetween)) return word;
    end = begin - 1;
  }
  return {};
}

// "The quality of plans needs to be improved"; not "the help they need to improve".
bool says_what_is_needed(std::string_view form) {
  if (contains_any(form, kSeen)) return false;
  for (const std::string_view needs : {" need to "sv, " needs to "sv})
    for (size_t at = form.find(needs); at != form.npos; at = form.find(needs, at + 1)) {
      const std::string_view who = word_before(form, at);
      const std::string_view what = form.substr(at + needs.size());
      const auto begins = [&](std::string_view words) { return what.starts_with(words); };
      if (is_one_of(who, kOther) || who.find('\'') != who.npos) continue;
      if (contains_any(form.substr(0, at), kOfAnother)) continue;
      if (who == "there" || std::ranges::any_of(kBetter, begins)) return true;
      if (needs == " need to " && std::ranges::any_of(kEnsure, begins)) return true;
    }
  return false;
}

// Wishes of the statement itself, whatever good it names.
constexpr std::array kWishes = {" could be strengthened"sv,
                                " could be improved"sv,
                                " could be further "sv,
                                " could be better"sv,
                                " could be clearer"sv,
                                " could be more "sv,
                                " could be enhanced"sv,
                                " could be sharper"sv,
                                " would benefit from more "sv,
                                " would benefit from further "sv,
                                " would benefit from greater "sv,
                                " would benefit from a more "sv,
                                " would benefit from a wider "sv,
                                " would benefit from wider "sv,
                                " would benefit from reviewing "sv,
                                " would benefit from additional "sv,
                                " would benefit from clearer "sv,
                                " would benefit from stronger "sv,
                                " would benefit from being "sv,
                                " needs strengthening"sv,
                                " need strengthening"sv,
                                " needs improving"sv,
                                " needs improvement"sv,
                                " needs development"sv,
                                " needs further development"sv,
                                " needs further improvement"sv,
                                " needs further strengthening"sv,
                                " need further development"sv,
                                " requires further development"sv,
                                " require further development"sv,
                                " requires further strengthening"sv,
                                " require further strengthening"sv,
                                " requires further improvement"sv,
                                " require further improvement"sv,
                                " requires further attention"sv,
                                " require further attention"sv,
                                " requires strengthening"sv,
                                " require strengthening"sv,
                                " requires development"sv,
                                " there is a need to "sv,
                                " there is still a need to "sv,
                                " challenges remain"sv,
                                " remains untested"sv,
                                " remains fragile"sv,
                                " remains a challenge"sv};
// Something else is said, or seen, before these words.
constexpr std::array kAside = {" what "sv,  " which "sv, " that "sv,  " who "sv, " how "sv,
                               " where "sv, " when "sv,  " areas "sv, " if "sv,  " those "sv};

bool wishes(std::string_view form) {
  // Few clauses have any of these, and each wish has one.
  if (!contains_any(form, std::array{"could be"sv, "benefit"sv, "need"sv, "require"sv, "remain"sv}))
    return false;
  const std::string spaced = ' ' + std::string(form);
  const size_t at = first_of(spaced, kWishes);
  if (at == std::string::npos) return false;
  const std::string before = spaced.substr(0, at + 1);
  return !contains_any(before, kAside) && !contains_any(before, kSeen);
}

}  // namespace

bool asks_for_better(std::string_view form) {
  return says_what_is_needed(form) || wishes(form);
}

}  // namespace ofsearch
