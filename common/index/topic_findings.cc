#include "common/index/topic_findings.h"

#include "common/field/topics/topics.h"
#include "common/index/fields.h"
#include "common/index/schema.h"
#include "common/report/sentence_findings.h"
#include "common/report/values.h"

#include <algorithm>
#include <array>
#include <map>

namespace ofsearch {
namespace {

constexpr std::array<Finding, 4> kFindings = {Finding::kStrength, Finding::kWeakness,
                                              Finding::kMixed, Finding::kNeutral};

using Names = std::vector<std::string>;

// Returns the topics by sentence; nothing if it is not known what the sentences find.
std::vector<Names> topics_of_sentences(const SentenceFindings& sentences) {
  std::vector<Names> topics;
  if (!sentences.known()) return topics;
  for (size_t i = 0; i < sentences.sentences().size(); ++i)
    topics.push_back(Topics::builtin().find(sentences.text(i)));
  return topics;
}

Finding finding_among(const SentenceFindings& sentences, const std::vector<Names>& by_sentence,
                      const Names& topics) {
  std::vector<size_t> own;
  for (size_t i = 0; i < by_sentence.size(); ++i)
    if (std::ranges::find_first_of(by_sentence[i], topics) != by_sentence[i].end())
      own.push_back(i);
  return sentences.of(own);
}

}  // namespace

Finding topic_finding(const Passage& passage, const Names& topics) {
  const SentenceFindings sentences(passage);
  return finding_among(sentences, topics_of_sentences(sentences), topics);
}

std::vector<TopicFinding> topic_findings(const Passage& passage) {
  std::vector<TopicFinding> all;
  const Names topics = field_values(*find_field("topic"), passage);
  if (topics.empty()) return all;
  const SentenceFindings sentences(passage);
  const std::vector<Names> by_sentence = topics_of_sentences(sentences);
  for (const std::string& topic : topics)
    all.push_back({topic, finding_among(sentences, by_sentence, {topic})});
  return all;
}

Names topic_finding_terms(const Passage& passage) {
  Names terms;
  for (const TopicFinding& each : topic_findings(passage))
    terms.push_back(topic_finding_term(each.topic, finding_name(each.finding)));
  return terms;
}

std::string topic_finding_term(std::string_view topic, std::string_view finding) {
  return filter_term(*find_field("topic"), topic) + ":" + std::string(finding);
}

std::vector<TopicFinding> topic_findings_of(const Names& terms) {
  static const std::map<std::string, TopicFinding> kByTerm = [] {
    std::map<std::string, TopicFinding> by_term;
    for (const std::string& topic : Topics::builtin().names())
      for (Finding finding : kFindings)
        by_term[topic_finding_term(topic, finding_name(finding))] = {topic, finding};
    return by_term;
  }();
  std::vector<TopicFinding> all;
  for (const std::string& term : terms)
    if (const auto said = kByTerm.find(term); said != kByTerm.end()) all.push_back(said->second);
  const Names& names = Topics::builtin().names();
  std::ranges::sort(all, {}, [&](const TopicFinding& each) {
    return std::ranges::find(names, each.topic) - names.begin();
  });
  return all;
}

std::string topic_terms_prefix() {
  return prefixed_term(find_field("topic")->term_prefix, "");
}

}  // namespace ofsearch
