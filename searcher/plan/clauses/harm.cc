#include "searcher/plan/clauses/harm.h"

#include "searcher/plan/clauses/describing.h"
#include "searcher/plan/clauses/typed_words.h"

#include <string_view>

namespace ofsearch {
namespace {

constexpr std::string_view kDeny =
    "no not none never nobody neither didn't don't wasn't weren't isn't aren't haven't hasn't "
    "didnt "
    "werent wasnt";

// Between the denial and the harm.
constexpr std::string_view kBetween =
    "any a an the single one of child children young people person teenagers babies boys girls "
    "case "
    "cases was were is are been being be find finds found see seen saw to that there where left "
    "leave leaves leaving living remain remains remained currently still evidence sign signs "
    "example examples as in by these this or and during inspection inspectors inspector visit";

// What inspectors do not do to harm; that services do not is a fault.
constexpr std::string_view kTold = "identify identified identifying recognise report come";

// Before the denial: who says it.
constexpr std::string_view kSaidBy =
    "inspections inspection inspectors inspector ofsted did do have had has were was are is there "
    "found find finds saw see that child children young people we";

constexpr std::string_view kDegrees =
    "immediate significant serious imminent unassessed further actual continuing continued "
    "unmanaged";

bool is_degree(const std::string& word) {
  static const auto kWords = set_of_words(kDegrees);
  return kWords.contains(word);
}

// "Of immediate harm" behind "risk", from word number `at` on: where it ends; `at` if something
// else is risked, or nothing.
size_t end_of_harm(const std::vector<std::string>& typed, size_t at, std::string* degree) {
  if (word_at(typed, at) != "of") return at;
  size_t harm = at + 1;
  for (; is_degree(word_at(typed, harm)); ++harm) *degree = word_at(typed, harm);
  return word_at(typed, harm) == "harm" ? harm + 1 : at;
}

// What is harm from word number `at` on: its end and what says it.
DeniedHarm harm_at(const std::vector<std::string>& typed, size_t at) {
  const std::string word = word_at(typed, at);
  if (word == "unsafe" || word == "harmed") return {at, at + 1, {{word}}};
  if (word != "at" && word != "in") return {};
  std::string degree;
  size_t risk = at + 1;
  for (; is_degree(word_at(typed, risk)); ++risk) degree = word_at(typed, risk);
  if (word == "in") {
    if (word_at(typed, risk) != "danger") return {};
    return {at, risk + 1, {{"in", "danger"}, {"at", "risk", "immediate"}, {"immediate", "risk"}}};
  }
  if (word_at(typed, risk) != "risk") return {};
  const size_t end = end_of_harm(typed, risk + 1, &degree);
  // "At risk of exploitation" tells of whom.
  if (end == risk + 1 && word_at(typed, end) == "of") return {};
  if (degree.empty()) return {at, end, {{"at", "risk"}}};
  return {at, end, {{"at", degree, "risk"}, {"at", "risk", "of", degree}}};
}

bool is_told_by_inspectors(const std::vector<std::string>& typed, size_t at) {
  static const auto kWho = set_of_words("inspections inspection inspectors inspector ofsted we");
  for (size_t i = 0; i < at; ++i)
    if (kWho.contains(word_at(typed, i))) return true;
  return false;
}

// The harm that word number `at` denies.
DeniedHarm harm_denied_by(const std::vector<std::string>& typed, size_t at) {
  static const auto kWords = set_of_words(kBetween);
  static const auto kTelling = set_of_words(kTold);
  const std::string denial = word_at(typed, at);
  const bool is_told = is_told_by_inspectors(typed, at);
  for (size_t i = at + 1; i < typed.size(); ++i) {
    if (DeniedHarm harm = harm_at(typed, i); harm.end > 0) return harm;
    const std::string word = word_at(typed, i);
    const bool tells =
        kTelling.contains(word) && (is_told || (denial == "no" && word == "identified"));
    if (!kWords.contains(word) && !tells) return {};
  }
  return {};
}

}  // namespace

DeniedHarm denied_harm(const std::vector<std::string>& typed) {
  static const auto kWords = set_of_words(kDeny);
  static const auto kBefore = set_of_words(kSaidBy);
  for (size_t at = 0; at < typed.size(); ++at) {
    if (!kWords.contains(word_at(typed, at)) || describes_people(typed, at)) continue;
    DeniedHarm harm = harm_denied_by(typed, at);
    if (harm.end == 0) continue;
    for (harm.first = at; harm.first > 0 && kBefore.contains(word_at(typed, harm.first - 1));)
      --harm.first;
    // "Children who are not at risk" are meant, "when not at risk".
    static const auto kClauses = set_of_words("who when if where whose");
    if (harm.first > 0 && kClauses.contains(word_at(typed, harm.first - 1))) continue;
    return harm;
  }
  return {};
}

}  // namespace ofsearch
