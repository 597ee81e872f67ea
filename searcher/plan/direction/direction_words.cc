#include "searcher/plan/direction/direction_words.h"

#include "common/text/text.h"

#include <array>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr std::string_view kDeny =
    "not never no without lack lacks lacked lacking don't doesn't didn't isn't aren't wasn't "
    "weren't "
    "won't can't cannot couldn't haven't hasn't hadn't nobody hardly rarely seldom dont "
    "doesnt isnt arent cant none few little neither nor";
constexpr std::string_view kWeaknesses =
    "inconsistently inadequately insufficiently ineffectively inappropriately "
    "underdeveloped patchy unmanageable weak weaker weakness weaknesses poor poorly late "
    "ineffective backlog backlogs delay delays delayed drift high failing failings "
    "failure failures failed inadequate inconsistent insufficient slow concerns problems "
    "gaps shortfalls deficits inappropriate unsafe unsuitable overdue unclear outdated "
    "unallocated shortage shortages worse worsening deteriorating deteriorated excessive "
    "missed missing absent incomplete superficial variable low instability turnover "
    "overlooked ignored slowly bad badly wrong infrequent irregular rushed unmet excluded "
    "forgotten forget forgets forgot ignore ignores ignoring overlook overlooks stuck "
    "misunderstood overwhelmed unstable inaccurate limited minimal over-optimistic "
    "optimistic unread unanswered unreliable tokenistic generic complacent cancelled "
    "stretched underestimated blamed unhappy hinders hindered hindering over-optimism "
    "incident-led jargon disorganised chaotic confused confusing cursory sporadic disjointed "
    "fragmented uncoordinated formulaic vague unresponsive untimely unsatisfactory "
    "unacceptable demoralised unsupported reactive terrible awful dreadful appalling dire shocking "
    "unaware rubbish shoddy sloppy slapdash lax shambolic woeful abysmal disappointing haphazard "
    "muddled "
    "mediocre substandard unimpressive unresolved unrecorded untrained unqualified unaddressed "
    "unidentified unrecognised unavailable inaccessible unmanaged unchecked unchallenged "
    "under-resourced underused underperforming incoherent sparse reluctant overreliance "
    "over-reliance";
constexpr std::string_view kStrengths =
    "manageable effectively successfully sensitively strong strength strengths effective "
    "good excellent outstanding best impressive exemplary successful robust timely "
    "improved innovative creative well positive prompt promptly swift swiftly regularly "
    "consistently useful helpful thorough thoroughly proud purposeful meaningful skilled "
    "praised stable clear regular decisive decisively comprehensive sensitive ambitious "
    "tenacious exceptional accurate reflective valued trusted appreciated "
    "reliable reliably dependable personalised happy plenty responsive proactive "
    "proactively coherent cohesive seamless diligent vigilant rigorous rigorously insightful "
    "brilliant fantastic amazing superb terrific wonderful marvellous commendable quick quickly "
    "rapid rapidly speedy speedily brilliantly superbly excellently";

// How good or bad something is, or how quickly done, and nothing else: other words say the same.
// The forms of "manageable", "skilled" and "clear" mean other things, and "regular" is said of too
// many.
constexpr std::string_view kOnlyRates =
    "weak weaker weakness weaknesses poor poorly bad badly wrong terrible awful dreadful appalling "
    "dire shocking rubbish shoddy sloppy shambolic woeful abysmal disappointing mediocre "
    "substandard "
    "unimpressive inadequate inadequately insufficient insufficiently ineffective ineffectively "
    "failing failings failure failures failed concerns problems worse worsening deteriorating "
    "deteriorated unsatisfactory unacceptable slow slowly late "
    "strong strength strengths effective effectively good excellent outstanding best impressive "
    "exemplary successful successfully improved well positive useful helpful proud praised valued "
    "brilliant fantastic amazing superb terrific wonderful marvellous commendable exceptional "
    "manageable skilled clear regular regularly "
    "prompt promptly swift swiftly quick quickly rapid rapidly speedy speedily";

// Of those, what may be said of anything: the topic with the direction is what is asked for.
constexpr std::string_view kGeneral =
    "weak weaker weakness weaknesses poor poorly bad badly terrible awful dreadful appalling dire "
    "shocking rubbish shoddy sloppy shambolic woeful abysmal disappointing mediocre substandard "
    "unimpressive inadequate inadequately ineffective ineffectively unsatisfactory unacceptable "
    "insufficient insufficiently strong strength strengths effective effectively good excellent "
    "outstanding best impressive "
    "exemplary well positive useful helpful brilliant fantastic amazing superb terrific wonderful "
    "marvellous commendable exceptional";

constexpr std::array<const char*, 4> kDenyingPrefixes = {"un", "in", "dis", "ir"};

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

bool only_rates(const std::string& word) {
  static const auto kWords = set_of_words(kOnlyRates);
  return kWords.contains(word);
}

bool is_general(const std::string& word) {
  static const auto kWords = set_of_words(kGeneral);
  return kWords.contains(word);
}

Finding opposite(Finding finding) {
  if (finding == Finding::kStrength) return Finding::kWeakness;
  return finding == Finding::kWeakness ? Finding::kStrength : finding;
}

std::vector<std::string> denied_by_prefix(const std::string& word) {
  constexpr size_t kShortest = 5;  // letters; "unwell" is another thing
  if (word.size() < kShortest) return {};
  std::vector<std::string> denied;
  for (const char* prefix : kDenyingPrefixes) denied.push_back(prefix + word);
  return denied;
}

std::string opposite_by_prefix(const std::string& word) {
  for (const char* prefix : kDenyingPrefixes)
    if (std::string denied = prefix + word; finding_of(denied) == Finding::kWeakness) return denied;
  return {};
}

std::string without_prefix(const std::string& word) {
  constexpr size_t kShortest = 3;  // letters: "unmet"
  if (finding_of(word) != Finding::kWeakness || word.ends_with("ity")) return {};
  for (std::string_view prefix : kDenyingPrefixes)
    if (word.starts_with(prefix) && word.size() >= prefix.size() + kShortest)
      return word.substr(prefix.size());
  return {};
}

}  // namespace ofsearch
