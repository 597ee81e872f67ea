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
constexpr double kNarrowWeight = 2, kBroadWeight = 0.5;  // a word weighs up to 1
// The share of what the poorer of two texts has that both must have; what has less than kLeast is
// taken as if it had so much.
constexpr double kShare = 0.34, kLeast = 2;

bool is_broad(std::string_view topic) {
  return std::ranges::binary_search(kBroad, topic);
}

// Without the last bracket of "Permanence planning. (outcome 4, national framework)".
std::string_view without_reference(std::string_view text) {
  for (std::string_view begin : {"(outcome", "(Outcome", "(enabler", "(Enabler"})
    text = text.substr(0, text.find(begin));
  return text;
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
  const std::vector<TopicHit> hits = topics.hits(text);
  Content content;
  for (const TopicHit& hit : hits) {
    const std::string& name = topics.names()[hit.topic];
    content.weights["topic " + name] = is_broad(name) ? kBroadWeight : kNarrowWeight;
  }
  for (const Token& token : tokenise(text)) {
    if (token.joined || is_stopword(token.term) || is_in_hit(token.begin, token.end, hits))
      continue;
    const std::string stem = stemmer_of_thread().stem(token.term);
    content.weights[stem] = rarity(stem);
  }
  for (const auto& [what, weight] : content.weights) content.sum += weight;
  return content;
}

bool SameMatter::speaks_of(const Passage& asked, const Passage& found,
                           const std::vector<std::string>& topics) const {
  const Content wanted = content_of(asked.text);
  return std::ranges::any_of(windows_of(found), [&](std::string_view window) {
    const Content content = content_of(window);
    const bool of_topic = std::ranges::any_of(topics, [&](const std::string& topic) {
      return content.weights.contains("topic " + topic);
    });
    if (!of_topic) return false;
    double shared = 0;
    for (const auto& [what, weight] : wanted.weights)
      if (content.weights.contains(what)) shared += weight;
    return shared >= kShare * std::max(kLeast, std::min(wanted.sum, content.sum));
  });
}

}  // namespace ofsearch
