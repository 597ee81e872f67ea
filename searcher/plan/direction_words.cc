#include "searcher/plan/direction_words.h"

#include "common/text/text.h"

namespace ofsearch {
namespace {

constexpr std::string_view kDeny =
    "not never no without lack lacking don't doesn't didn't isn't aren't wasn't weren't "
    "won't can't cannot couldn't haven't hasn't hadn't nobody hardly rarely seldom dont "
    "doesnt isnt arent cant none few little";
constexpr std::string_view kWeaknesses =
    "inconsistently inadequately insufficiently ineffectively inappropriately "
    "underdeveloped patchy unmanageable weak weaker weakness weaknesses poor poorly late "
    "ineffective backlog backlogs delay delays delayed drift high failing failings "
    "failure failures failed inadequate inconsistent insufficient slow concerns problems "
    "gaps shortfalls deficits inappropriate unsafe unsuitable overdue unclear outdated "
    "unallocated shortage shortages worse worsening deteriorating deteriorated excessive "
    "missed missing absent incomplete superficial variable low instability turnover "
    "overlooked ignored slowly bad badly wrong infrequent irregular rushed unmet excluded "
    "forgotten stuck overwhelmed unstable inaccurate limited minimal over-optimistic "
    "optimistic";
constexpr std::string_view kStrengths =
    "manageable effectively successfully sensitively strong strength strengths effective "
    "good excellent outstanding best impressive exemplary successful robust timely "
    "improved innovative creative well positive prompt promptly swift swiftly regularly "
    "consistently useful helpful thorough thoroughly proud purposeful meaningful skilled "
    "praised stable clear regular decisive decisively comprehensive sensitive ambitious "
    "tenacious exceptional accurate reflective";

struct Row {
  std::string_view words;  // with blanks between
  Direction direction;
};

constexpr Row kRows[] = {{kDeny, {Finding::kWeakness, true}},
                         {kWeaknesses, {Finding::kWeakness, false}},
                         {kStrengths, {Finding::kStrength, false}}};

}  // namespace

const std::unordered_map<std::string_view, Direction>& words_of_judgement() {
  static const auto kWords = [] {
    std::unordered_map<std::string_view, Direction> words;
    for (const auto& [list, direction] : kRows)
      for (std::string_view word : split_words(list)) words.emplace(word, direction);
    return words;
  }();
  return kWords;
}

std::string word_at(const std::vector<std::string>& words, size_t at) {
  return at < words.size() ? search_form(words[at]) : std::string();
}

}  // namespace ofsearch
