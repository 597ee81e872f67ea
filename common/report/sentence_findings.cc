#include "common/report/sentence_findings.h"

#include "common/report/count_sentences.h"

#include <algorithm>
#include <array>
#include <span>

namespace ofsearch {
namespace {

constexpr double kClear = 0.3;  // of -1 to 1
constexpr double kSure = 0.5;   // the model is seldom wrong
constexpr double kLean = 0.1;   // less says nothing

constexpr std::array<std::string_view, 8> kGoesOn = {"This ",  "These ", "They ",  "It ",
                                                     "Their ", "Its ",   "Those ", "Such "};
constexpr std::array<std::string_view, 6> kObjects = {"However,", "But ",     "Nevertheless",
                                                      "Despite",  "Although", "Nonetheless"};

bool begins_with_one_of(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

SentenceFindings::SentenceFindings(const Passage& passage)
    : passage_(passage),
      sentences_(sentences_of(passage)),
      known_(passage.sentence_findings.size() == sentences_.size()) {}

std::string_view SentenceFindings::text(size_t sentence) const {
  const auto [begin, end] = sentences_[sentence];
  return std::string_view(passage_.text).substr(begin, end - begin);
}

// Returns what those of `some` find that are at least so clear; neutral if none is.
Finding SentenceFindings::clear_among(const std::vector<size_t>& some, double least) const {
  const std::vector<double>& found = passage_.sentence_findings;
  const bool good = std::ranges::any_of(some, [&](size_t i) { return found[i] > least; });
  const bool bad = std::ranges::any_of(some, [&](size_t i) { return found[i] < -least; });
  if (good && bad) return Finding::kMixed;
  return good ? Finding::kStrength : bad ? Finding::kWeakness : Finding::kNeutral;
}

Finding SentenceFindings::of(const std::vector<size_t>& own) const {
  if (!known_ || own.empty()) return passage_.finding;
  if (Finding clear = clear_among(own, kClear); clear != Finding::kNeutral) return clear;
  std::vector<size_t> behind;
  for (size_t i : own)
    if (i + 1 < sentences_.size() && begins_with_one_of(text(i + 1), kGoesOn))
      behind.push_back(i + 1);
  if (Finding clear = clear_among(behind, kClear); clear != Finding::kNeutral) return clear;
  if (std::ranges::all_of(own, [&](size_t i) { return tells_count(text(i)); }))
    return Finding::kNeutral;
  const std::vector<double>& found = passage_.sentence_findings;
  const double side = passage_.finding == Finding::kStrength   ? 1
                      : passage_.finding == Finding::kWeakness ? -1
                                                               : 0;
  const bool against =
      std::ranges::any_of(own, [&](size_t i) { return found[i] * side < -kLean; }) &&
      std::ranges::none_of(own, [&](size_t i) { return found[i] * side > kLean; });
  return against ? Finding::kMixed : passage_.finding;
}

Finding SentenceFindings::surely(const std::vector<size_t>& own) const {
  if (!known_) return Finding::kNeutral;
  std::vector<size_t> all = own;
  for (size_t i : own)
    if (const size_t next = i + 1;
        next < sentences_.size() &&
        (begins_with_one_of(text(next), kGoesOn) || begins_with_one_of(text(next), kObjects)))
      all.push_back(next);
  const Finding found = clear_among(all, kClear);
  return found == clear_among(all, kSure) ? found : Finding::kNeutral;
}

}  // namespace ofsearch
