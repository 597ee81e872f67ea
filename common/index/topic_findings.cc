#include "common/index/topic_findings.h"

#include "common/field/topics/topics.h"
#include "common/index/fields.h"
#include "common/index/schema.h"
#include "common/report/count_sentences.h"
#include "common/report/values.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

constexpr double kClear = 0.3;  // of -1 to 1
constexpr double kLean = 0.1;   // less says nothing

struct Told {
  double finding = 0;  // -1 to 1
  bool counts = false;
  bool goes_on = false;  // "This limits ...": with the sentence before
  std::vector<std::string> topics;
};

bool goes_on_with_sentence_before(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kBegin = {"This ",  "These ", "They ",  "It ",
                                                             "Their ", "Its ",   "Those ", "Such "};
  return std::ranges::any_of(kBegin, [&](std::string_view word) { return text.starts_with(word); });
}

// Empty if it is not known what the sentences of `passage` find.
std::vector<Told> told_sentences(const Passage& passage) {
  std::vector<Told> told;
  const Sentences sentences = sentences_of(passage);
  if (passage.sentence_findings.size() != sentences.size()) return told;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const auto [begin, end] = sentences[i];
    const std::string_view text = std::string_view(passage.text).substr(begin, end - begin);
    told.push_back({passage.sentence_findings[i], tells_count(text),
                    goes_on_with_sentence_before(text), Topics::builtin().find(text)});
  }
  return told;
}

// What the clear ones find together; neutral if there are none.
Finding clear_among(const std::vector<const Told*>& sentences) {
  const bool good = std::ranges::any_of(sentences, [](auto* s) { return s->finding > kClear; });
  const bool bad = std::ranges::any_of(sentences, [](auto* s) { return s->finding < -kClear; });
  if (good && bad) return Finding::kMixed;
  return good ? Finding::kStrength : bad ? Finding::kWeakness : Finding::kNeutral;
}

Finding finding_among(const std::vector<Told>& sentences, const Passage& passage,
                      const std::vector<std::string>& topics) {
  std::vector<const Told*> own, behind;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (std::ranges::find_first_of(sentences[i].topics, topics) == sentences[i].topics.end())
      continue;
    own.push_back(&sentences[i]);
    if (i + 1 < sentences.size() && sentences[i + 1].goes_on) behind.push_back(&sentences[i + 1]);
  }
  for (const auto& told : {own, behind})
    if (Finding clear = clear_among(told); clear != Finding::kNeutral) return clear;
  if (own.empty()) return passage.finding;
  if (std::ranges::all_of(own, [](auto* s) { return s->counts; })) return Finding::kNeutral;
  const double side = passage.finding == Finding::kStrength   ? 1
                      : passage.finding == Finding::kWeakness ? -1
                                                              : 0;
  const bool against =
      std::ranges::any_of(own, [&](auto* s) { return s->finding * side < -kLean; }) &&
      std::ranges::none_of(own, [&](auto* s) { return s->finding * side > kLean; });
  return against ? Finding::kMixed : passage.finding;
}

}  // namespace

Finding topic_finding(const Passage& passage, const std::vector<std::string>& topics) {
  return finding_among(told_sentences(passage), passage, topics);
}

std::vector<std::string> topic_finding_terms(const Passage& passage) {
  std::vector<std::string> terms;
  const std::vector<std::string> topics = field_values(*find_field("topic"), passage);
  if (topics.empty()) return terms;
  const std::vector<Told> sentences = told_sentences(passage);
  for (const std::string& topic : topics)
    terms.push_back(
        topic_finding_term(topic, finding_name(finding_among(sentences, passage, {topic}))));
  return terms;
}

std::string topic_finding_term(std::string_view topic, std::string_view finding) {
  return filter_term(*find_field("topic"), topic) + ":" + std::string(finding);
}

}  // namespace ofsearch
