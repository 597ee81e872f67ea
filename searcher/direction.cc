#include "searcher/direction.h"

#include <unordered_set>

namespace ofsearch {
namespace {

const std::unordered_set<std::string_view>& weak_words() {
  static const std::unordered_set<std::string_view> kWords = {
      "weak",         "weakness",  "weaknesses",   "poor",      "poorly",      "late",
      "ineffective",  "backlog",   "backlogs",     "delay",     "delays",      "delayed",
      "drift",        "high",      "failing",      "failings",  "failure",     "failures",
      "failed",       "inadequate", "inconsistent", "insufficient", "lack",    "lacking",
      "slow",         "concerns",  "problems",     "gaps",      "shortfalls",  "deficits",
      "inappropriate", "unsafe",   "unsuitable",   "not",       "never",       "overdue",
      "untimely",     "unclear",   "outdated",     "unallocated", "shortage",  "shortages",
      "worse",        "worsening", "deteriorating", "excessive"};
  return kWords;
}

const std::unordered_set<std::string_view>& strong_words() {
  static const std::unordered_set<std::string_view> kWords = {
      "strong",    "strength", "strengths", "effective", "good",       "excellent", "outstanding",
      "best",      "impressive", "exemplary", "successful", "well",    "robust",    "timely",
      "improved",  "innovative", "creative"};
  return kWords;
}

}  // namespace

bool is_direction_word(std::string_view word) { return direction_of(word) != Finding::kNeutral; }

Finding direction_of(std::string_view word) {
  if (weak_words().contains(word)) return Finding::kWeakness;
  if (strong_words().contains(word)) return Finding::kStrength;
  return Finding::kNeutral;
}

}  // namespace ofsearch
