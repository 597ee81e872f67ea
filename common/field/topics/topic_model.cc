#include "common/field/topics/topic_model.h"

#include "common/system/embedded_table.h"
#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

constexpr std::string_view kHeader = "feature\tweight\ttopics";
constexpr std::string_view kWord = "word: ";  // begins a line of TopicWords
constexpr std::string_view kConstant = "=constant";
constexpr std::string_view kLeast = "=least";  // the probability that a mark must exceed

// Counts up to each of these are told apart by the last number that they do not exceed.
constexpr std::array<int, 3> kHits = {1, 2, 3};
constexpr std::array<int, 3> kSentencesWithTopic = {1, 2, 3};
constexpr std::array<int, 6> kSentences = {1, 2, 3, 4, 6, 8};
constexpr std::array<int, 7> kWordsBefore = {1, 3, 6, 10, 15, 22, 30};
constexpr std::array<int, 5> kWords = {8, 14, 20, 28, 40};  // of a sentence
constexpr std::array<int, 5> kTopicsBeside = {0, 1, 2, 3, 4};
constexpr std::array<int, 5> kCommas = {0, 1, 2, 3, 5};

// A list or an example stands behind one of these.
constexpr std::array<std::string_view, 7> kListed = {
    " such as ",  " including ", " for example ", " for example, ",
    " includes ", " include ",   " as well as "};

template <size_t N>
std::string counted(std::string_view name, size_t count, const std::array<int, N>& steps) {
  for (int step : steps)
    if (count <= static_cast<size_t>(step)) return fmt::format("{} {}", name, step);
  return fmt::format("{} more", name);
}

size_t count_of(std::string_view text, char c) {
  return static_cast<size_t>(std::ranges::count(text, c));
}

// Returns where the sentences of `text` begin. It is enough to tell them roughly.
std::vector<size_t> sentence_begins(std::string_view text) {
  std::vector<size_t> begins = {0};
  for (size_t at = text.find_first_of(".!?"); at != text.npos;
       at = text.find_first_of(".!?", at + 1)) {
    const size_t next = text.find_first_not_of("'\")\xe2\x80\x98\x99\x9c\x9d", at + 1);
    if (next != text.npos && text[next] == ' ' && next + 1 < text.size())
      begins.push_back(next + 1);
  }
  return begins;
}

constexpr std::string_view kEdge = "^";  // in place of a word, where a sentence begins or ends

// Quicker than fmt::format; many features are made for each sentence.
std::string joined(std::string_view a, std::string_view b, std::string_view c = "") {
  std::string text;
  text.reserve(a.size() + b.size() + c.size());
  return text.append(a).append(b).append(c);
}

struct Sentence {
  size_t begin = 0;
  std::string text;                     // in lower case
  std::vector<std::string_view> words;  // of `text`
  std::map<size_t, std::vector<TopicHit>> topics;
};

// A passage divided into sentences, with the topics that each has phrases of.
class Layout {
 public:
  Layout(std::string_view text, const std::vector<TopicHit>& hits, const Topics& topics)
      : names_(topics.names()) {
    const std::vector<size_t> begins = sentence_begins(text);
    for (size_t i = 0; i < begins.size(); ++i) {
      const size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
      sentences_.push_back(
          {begins[i], to_ascii_lower(text.substr(begins[i], end - begins[i])), {}, {}});
    }
    for (Sentence& sentence : sentences_) sentence.words = words_and_signs(sentence.text);
    for (const TopicHit& hit : hits) add(hit);
  }

  // Returns the topics in the order of the list.
  std::vector<MentionedTopic> mentioned() const {
    std::vector<MentionedTopic> all;
    for (const auto& [topic, sentences] : sentences_with_) {
      all.push_back({names_[topic], {}});
      for (size_t sentence : sentences)
        all.back().sentences.push_back(features(topic, sentence, sentences.size()));
    }
    return all;
  }

 private:
  void add(const TopicHit& hit) {
    const auto after = std::ranges::upper_bound(sentences_, hit.begin, {}, &Sentence::begin);
    std::vector<TopicHit>& before = std::prev(after)->topics[hit.topic];
    // Phrases that overlap are one.
    if (before.empty() || before.back().end <= hit.begin) before.push_back(hit);
    sentences_with_[hit.topic].insert(static_cast<size_t>(after - sentences_.begin()) - 1);
  }

  Features features(size_t topic, size_t number, size_t sentences_with_it) const {
    const Sentence& sentence = sentences_[number];
    const std::string& name = names_[topic];
    const std::vector<TopicHit>& hits = sentence.topics.at(topic);
    Features all = {"topic " + name,
                    counted("sentences", sentences_.size(), kSentences),
                    counted("sentences with it", sentences_with_it, kSentencesWithTopic),
                    counted("hits", hits.size(), kHits),
                    counted("topics beside", sentence.topics.size() - 1, kTopicsBeside),
                    counted("commas", count_of(sentence.text, ','), kCommas),
                    counted("words", sentence.words.size(), kWords)};
    if (number == 0) all.push_back("in the first sentence");
    for (std::string_view word : sentence.words) all.push_back(joined(name, " with ", word));
    for (const auto& [other, sentences] : sentences_with_)
      if (other != topic) all.push_back(joined(name, " and ", names_[other]));
    for (const TopicHit& hit : hits) add_place(name, sentence, hit, &all);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // Adds what the place of `hit` in its sentence tells, which phrase of `topic` it is, and which
  // words stand on either side: "in the front door team" says less of the front door than "the
  // front door is".
  static void add_place(const std::string& topic, const Sentence& sentence, const TopicHit& hit,
                        Features* features) {
    const std::string_view text = sentence.text;
    const size_t begin = hit.begin - sentence.begin;
    const size_t end = std::min(hit.end - sentence.begin, text.size());
    const std::string before = " " + std::string(text.substr(0, begin));
    const std::vector<std::string_view> words_before = words_and_signs(before);
    const std::vector<std::string_view> words_behind = words_and_signs(text.substr(end));
    const std::string_view last = words_before.empty() ? kEdge : words_before.back();
    const std::string_view next = words_behind.empty() ? kEdge : words_behind.front();
    features->push_back(counted("words before", words_before.size(), kWordsBefore));
    if (std::ranges::any_of(
            kListed, [&](std::string_view words) { return before.find(words) != before.npos; }))
      features->push_back("listed");
    features->push_back(joined(topic, ": ", text.substr(begin, end - begin)));
    features->push_back(joined("behind ", last));
    features->push_back(joined("before ", next));
    features->push_back(joined(topic, " behind ", last));
    features->push_back(joined(topic, " before ", next));
  }

  const std::vector<std::string>& names_;
  std::vector<Sentence> sentences_;
  std::map<size_t, std::set<size_t>> sentences_with_;  // topic -> numbers of sentences
};

}  // namespace

std::vector<MentionedTopic> mentioned_topics(std::string_view text, const Topics& topics) {
  const std::vector<TopicHit> hits = topics.hits(text);
  if (hits.empty()) return {};
  return Layout(text, hits, topics).mentioned();
}

Result<TopicModel> TopicModel::parse(std::string_view text, std::string_view file_name) {
  TopicModel model;
  int line_number = 0;
  bool header = false;
  const auto fail = [&](std::string_view what) {
    return Error{ErrorCode::kUnreadable, fmt::format("{}:{}: {}", file_name, line_number, what),
                 "train the model again with scripts/train-topics"};
  };
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!header) {
      if (line != kHeader) return fail("no header");
      header = true;
      continue;
    }
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() != 3) return fail("no feature, weight and topics");
    if (cells[0].starts_with(kWord)) {
      if (!model.words_.add(cells[0].substr(kWord.size()), cells[1], cells[2]))
        return fail("no word, rarity and weights of topics");
      continue;
    }
    const std::optional<double> weight = finite_number(cells[1]);
    if (!weight || !cells[2].empty()) return fail("no feature and weight");
    if (!model.weights_.emplace(cells[0], *weight).second) return fail("a feature is there twice");
  }
  if (!model.weights_.contains(std::string(kConstant))) return fail("no constant");
  const auto least = model.weights_.find(std::string(kLeast));
  if (least == model.weights_.end()) return fail("no least probability");
  model.least_ = least->second;
  return model;
}

const TopicModel& TopicModel::builtin() {
  static const auto model = embedded_table<TopicModel>("topic-model.tsv");
  return model;
}

double TopicModel::odds(const Features& features) const {
  double sum = weights_.at(std::string(kConstant));
  for (const std::string& feature : features) {
    const auto found = weights_.find(feature);
    if (found != weights_.end()) sum += found->second;
  }
  return sum;
}

double TopicModel::probability(const MentionedTopic& topic, double words) const {
  double none = 0;  // the logarithm of how likely no sentence says something
  for (const Features& sentence : topic.sentences) none -= std::log1p(std::exp(odds(sentence)));
  // The logarithm of p / (1 - p) of the sentences, and what the words add.
  constexpr double kSure = 30;  // from here on, log(e^x - 1) is x
  const double said = (-none > kSure ? -none : std::log(std::expm1(-none))) + words;
  return 1 / (1 + std::exp(-said));
}

std::vector<std::string> TopicModel::said_of(std::string_view text, const Topics& topics) const {
  std::vector<std::string> names;
  std::vector<MentionedTopic> mentioned = mentioned_topics(text, topics);
  if (mentioned.empty()) return names;
  const TopicWords::Odds words = words_.odds(text);
  for (MentionedTopic& topic : mentioned)
    if (says_something(topic, words_.of_topic(words, topic.name)))
      names.push_back(std::move(topic.name));
  return names;
}

std::vector<std::string> topics_said_of(std::string_view text) {
  return TopicModel::builtin().said_of(text, Topics::builtin());
}

}  // namespace ofsearch
