#include "common/index/topic_findings.h"

#include "common/field/topics.h"
#include "common/index/fields.h"
#include "common/index/schema.h"
#include "common/report/values.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr double kClear = 0.3;  // of -1 to 1

// The sentences that praise or criticise, with their topics.
struct ClearSentence {
  bool praises = false;
  std::vector<std::string> topics;
};

std::vector<ClearSentence> clear_sentences(const Passage& passage) {
  std::vector<ClearSentence> clear;
  const Sentences sentences = sentences_of(passage);
  if (passage.sentence_findings.size() != sentences.size()) return clear;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const double finding = passage.sentence_findings[i];
    if (finding <= kClear && finding >= -kClear) continue;
    const auto [begin, end] = sentences[i];
    const std::string_view text = std::string_view(passage.text).substr(begin, end - begin);
    clear.push_back({finding > 0, Topics::builtin().find(text)});
  }
  return clear;
}

Finding finding_among(const std::vector<ClearSentence>& sentences, const Passage& passage,
                      const std::vector<std::string>& topics) {
  bool good = false, bad = false;
  for (const ClearSentence& sentence : sentences)
    if (std::ranges::find_first_of(sentence.topics, topics) != sentence.topics.end())
      (sentence.praises ? good : bad) = true;
  if (good && bad) return Finding::kMixed;
  return good ? Finding::kStrength : bad ? Finding::kWeakness : passage.finding;
}

}  // namespace

Finding topic_finding(const Passage& passage, const std::vector<std::string>& topics) {
  return finding_among(clear_sentences(passage), passage, topics);
}

std::vector<std::string> topic_finding_terms(const Passage& passage) {
  std::vector<std::string> terms;
  const std::vector<std::string> topics = field_values(*find_field("topic"), passage);
  if (topics.empty()) return terms;
  const std::vector<ClearSentence> sentences = clear_sentences(passage);
  for (const std::string& topic : topics)
    terms.push_back(
        topic_finding_term(topic, finding_name(finding_among(sentences, passage, {topic}))));
  return terms;
}

std::string topic_finding_term(std::string_view topic, std::string_view finding) {
  return filter_term(*find_field("topic"), topic) + ":" + std::string(finding);
}

}  // namespace ofsearch
