#include "searcher/evidence/same_matter.h"

#include "common/field/stemmer_of_thread.h"
#include "common/field/topics/topics.h"
#include "common/report/sentences.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace ofsearch {
namespace {

// Topics that stand beside any other: how work is done and led, and large groups of children.
constexpr std::array<std::string_view, 27> kBroad = {"adoption",
                                                     "assessments",
                                                     "care-leavers",
                                                     "care-planning-and-reviews",
                                                     "child-in-need",
                                                     "child-protection-plans",
                                                     "child-s-voice",
                                                     "corporate-support",
                                                     "disabled-children",
                                                     "drift-and-delay",
                                                     "early-help",
                                                     "emotional-health",
                                                     "equality-and-diversity",
                                                     "foster-care",
                                                     "front-door",
                                                     "improvement-and-self-evaluation",
                                                     "information-sharing",
                                                     "leadership",
                                                     "management-oversight",
                                                     "partnership-working",
                                                     "performance-management",
                                                     "police-and-criminal-justice",
                                                     "practice-model",
                                                     "quality-assurance",
                                                     "recording",
                                                     "special-educational-needs",
                                                     "training-and-development"};
constexpr double kNarrowWeight = 1, kBroadWeight = 0.6;
constexpr double kCommon = 0.2;      // a rarity up to it tells nothing
constexpr double kTopicShare = 0.3;  // of the likeness of topics beside that of words
constexpr double kLeast = 0.36;  // likeness; chosen by 250 pairs that were read: quality/tables.md

bool is_broad(std::string_view topic) {
  return std::ranges::binary_search(kBroad, topic);
}

// Returns `text` without its last bracket: "Permanence planning. (outcome 4, national framework)".
std::string_view without_reference(std::string_view text) {
  for (std::string_view begin : {"(outcome", "(Outcome", "(enabler", "(Enabler"})
    text = text.substr(0, text.find(begin));
  return text;
}

// Tells whether a text speaks of the board that safeguards children. What is asked of that board is
// asked of nobody else.
bool speaks_of_board(std::string_view text) {
  return std::ranges::any_of(tokenise(text), [](const Token& token) {
    return token.term == "board" || token.term == "boards" || token.term.ends_with("scb") ||
           token.term.ends_with("scp");
  });
}

// Returns how much both have of what they have, from 0 to 1: the share of weights, by the cosine
// measure for sets (Salton and McGill 1983).
double likeness(const std::unordered_map<std::string, double>& a,
                const std::unordered_map<std::string, double>& b) {
  const auto sum = [](const auto& weights) {
    double all = 0;
    for (const auto& [what, weight] : weights) all += weight;
    return all;
  };
  double shared = 0;
  for (const auto& [what, weight] : a)
    if (b.contains(what)) shared += weight;
  const double all = std::sqrt(sum(a) * sum(b));
  return all > 0 ? shared / all : 0;
}

// The text of each sentence together with the one after it; at least one text.
std::vector<std::string_view> windows_of(const Passage& passage) {
  const std::string_view text = passage.text;
  const Sentences sentences = sentences_of(passage);
  std::vector<std::string_view> windows;
  for (size_t i = 0; i + 1 < sentences.size(); ++i)
    windows.push_back(
        text.substr(sentences[i].first, sentences[i + 1].second - sentences[i].first));
  if (windows.empty()) windows.push_back(text);
  return windows;
}

}  // namespace

SameMatter::SameMatter(const std::vector<Report>& reports) {
  Stemmer& stemmer = stemmer_of_thread();
  for (const Report& report : reports)
    for (const Passage& passage : report.passages) {
      ++passages_;
      std::set<std::string> stems;
      for (const Token& token : tokenise(passage.text)) stems.insert(stemmer.stem(token.term));
      for (const std::string& stem : stems) ++passages_with_[stem];
    }
}

// 1 for a word of one passage, near 0 for one that stands in all.
double SameMatter::rarity(const std::string& stem) const {
  const auto known = passages_with_.find(stem);
  const auto all = static_cast<double>(passages_ + 1);
  const auto with = static_cast<double>(known == passages_with_.end() ? 1 : known->second);
  return std::log(all / with) / std::log(all);
}

SameMatter::Content SameMatter::content_of(std::string_view text) const {
  text = without_reference(text);
  const Topics& topics = Topics::builtin();
  Content content;
  for (const TopicHit& hit : topics.hits(text)) {
    const std::string& name = topics.names()[hit.topic];
    content.topics[name] = is_broad(name) ? kBroadWeight : kNarrowWeight;
  }
  for (const Token& token : tokenise(text)) {
    if (token.joined || is_stopword(token.term)) continue;
    const std::string stem = stemmer_of_thread().stem(token.term);
    if (const double weight = rarity(stem) - kCommon; weight > 0) content.words[stem] = weight;
  }
  return content;
}

bool SameMatter::speaks_of(const Passage& asked, const Passage& found,
                           const std::vector<std::string>& topics) const {
  if (speaks_of_board(asked.text) && !speaks_of_board(found.text)) return false;
  const Content wanted = content_of(asked.text);
  return std::ranges::any_of(windows_of(found), [&](std::string_view window) {
    const Content content = content_of(window);
    const bool of_topic = std::ranges::any_of(
        topics, [&](const std::string& topic) { return content.topics.contains(topic); });
    return of_topic && likeness(wanted.words, content.words) +
                               kTopicShare * likeness(wanted.topics, content.topics) >=
                           kLeast;
  });
}

}  // namespace ofsearch
