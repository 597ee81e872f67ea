#include "common/field/topic_model.h"

#include "common/system/embedded_table.h"
#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace ofsearch {
namespace {

constexpr std::string_view kHeader = "feature\tweight";
constexpr std::string_view kConstant = "=constant";

// Counts up to each of these are told apart by the last number that they do not exceed.
constexpr std::array<int, 4> kHits = {1, 2, 3, 4};
constexpr std::array<int, 3> kSentencesWithTopic = {1, 2, 3};
constexpr std::array<int, 6> kSentences = {1, 2, 3, 4, 6, 8};
constexpr std::array<int, 7> kWordsBefore = {1, 3, 6, 10, 15, 22, 30};
constexpr std::array<int, 5> kTopicsBeside = {0, 1, 2, 3, 4};
constexpr std::array<int, 5> kCommas = {0, 1, 2, 3, 5};

// Behind one of these stands a list or an example.
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

// Where the sentences of `text` begin. It is enough to tell them roughly.
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

std::string_view last_word(std::string_view text) {
  const size_t end = text.find_last_not_of(' ');
  if (end == text.npos) return kEdge;
  text = text.substr(0, end + 1);
  const size_t blank = text.rfind(' ');
  return blank == text.npos ? text : text.substr(blank + 1);
}

// Or the sign that `text` begins with.
std::string_view first_word(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == text.npos) return kEdge;
  return text.substr(begin, text.find_first_of(" ,.;:", begin + 1) - begin);
}

struct Sentence {
  size_t begin = 0, end = 0;
  std::set<size_t> topics;
};

// A passage divided into sentences, with what stands in each.
class Layout {
 public:
  Layout(std::string_view text, const std::vector<TopicHit>& hits) : text_(text) {
    for (size_t begin : sentence_begins(text)) {
      if (!sentences_.empty()) sentences_.back().end = begin;
      sentences_.push_back({begin, text.size(), {}});
    }
    for (const TopicHit& hit : hits) sentences_[sentence_of(hit)].topics.insert(hit.topic);
  }

  size_t sentences() const { return sentences_.size(); }

  size_t sentence_of(const TopicHit& hit) const {
    const auto after = std::ranges::upper_bound(sentences_, hit.begin, {}, &Sentence::begin);
    return static_cast<size_t>(after - sentences_.begin()) - 1;
  }

  // What the place of `hit` in its sentence tells, which phrase of `topic` it is, and which words
  // stand on either side: "in the front door team" says less of the front door than "the front door
  // is".
  void add_place(const std::string& topic, const TopicHit& hit,
                 std::set<std::string>* features) const {
    const Sentence& sentence = sentences_[sentence_of(hit)];
    auto lower = [&](size_t begin, size_t end) {
      return to_ascii_lower(text_.substr(begin, end - begin));
    };
    const std::string_view whole = text_.substr(sentence.begin, sentence.end - sentence.begin);
    const std::string before = " " + lower(sentence.begin, hit.begin);
    features->insert(counted("words before", count_of(before, ' ') - 1, kWordsBefore));
    features->insert(counted("topics beside", sentence.topics.size() - 1, kTopicsBeside));
    features->insert(counted("commas", count_of(whole, ','), kCommas));
    if (std::ranges::any_of(
            kListed, [&](std::string_view words) { return before.find(words) != before.npos; }))
      features->insert("listed");
    features->insert(fmt::format("{}: {}", topic, lower(hit.begin, hit.end)));
    features->insert(fmt::format("{} behind {}", topic, last_word(before)));
    features->insert(fmt::format("{} before {}", topic, first_word(lower(hit.end, sentence.end))));
  }

 private:
  std::string_view text_;
  std::vector<Sentence> sentences_;
};

std::vector<std::string> features_of(const std::string& topic, const std::vector<TopicHit>& hits,
                                     const Layout& layout) {
  std::set<std::string> features = {"topic " + topic, counted("hits", hits.size(), kHits),
                                    counted("sentences", layout.sentences(), kSentences)};
  std::set<size_t> sentences;
  for (const TopicHit& hit : hits) {
    sentences.insert(layout.sentence_of(hit));
    layout.add_place(topic, hit, &features);
  }
  features.insert(counted("sentences with it", sentences.size(), kSentencesWithTopic));
  if (sentences.contains(0)) features.insert("in the first sentence");
  return {features.begin(), features.end()};
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

}  // namespace

std::vector<MentionedTopic> mentioned_topics(std::string_view text, const Topics& topics) {
  const std::vector<TopicHit> hits = topics.hits(text);
  std::vector<MentionedTopic> mentioned;
  if (hits.empty()) return mentioned;
  const Layout layout(text, hits);
  std::map<size_t, std::vector<TopicHit>> by_topic;
  for (const TopicHit& hit : hits) {
    std::vector<TopicHit>& before = by_topic[hit.topic];
    // Phrases that overlap are one.
    if (before.empty() || before.back().end <= hit.begin) before.push_back(hit);
  }
  for (const auto& [topic, its_hits] : by_topic) {
    const std::string& name = topics.names()[topic];
    mentioned.push_back({name, features_of(name, its_hits, layout)});
  }
  return mentioned;
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
    const std::optional<double> weight = cells.size() == 2 ? number(cells[1]) : std::nullopt;
    if (!weight) return fail("no feature and weight");
    if (!model.weights_.emplace(cells[0], *weight).second) return fail("a feature is there twice");
  }
  if (!model.weights_.contains(std::string(kConstant))) return fail("no constant");
  return model;
}

const TopicModel& TopicModel::builtin() {
  static const auto model = embedded_table<TopicModel>("topic-model.tsv");
  return model;
}

double TopicModel::score(const MentionedTopic& topic) const {
  double sum = weights_.at(std::string(kConstant));
  for (const std::string& feature : topic.features) {
    const auto found = weights_.find(feature);
    if (found != weights_.end()) sum += found->second;
  }
  return sum;
}

std::vector<std::string> topics_said_of(std::string_view text) {
  std::vector<std::string> names;
  for (MentionedTopic& topic : mentioned_topics(text, Topics::builtin()))
    if (TopicModel::builtin().score(topic) > 0) names.push_back(std::move(topic.name));
  return names;
}

}  // namespace ofsearch
