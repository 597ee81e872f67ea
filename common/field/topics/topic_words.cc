#include "common/field/topics/topic_words.h"

#include "common/text/characters.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ofsearch {
namespace {

constexpr std::string_view kConstant = "=constant";
constexpr std::string_view kApostrophe = "’";

// The length of the word that `text` begins with, 0 if it begins with none.
size_t word_length(std::string_view text) {
  size_t length = 0;
  while (length < text.size()) {
    if (is_ascii_alnum(text[length]) ||
        (length > 0 && (text[length] == '\'' || text[length] == '-')))
      ++length;
    else if (length > 0 && text.substr(length).starts_with(kApostrophe))
      length += kApostrophe.size();
    else
      break;
  }
  return length;
}

}  // namespace

std::optional<double> finite_number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || read != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string_view> words_and_signs(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const bool sign = std::string_view(".,;:()").find(text[at]) != std::string_view::npos;
    const size_t length = sign ? 1 : word_length(text.substr(at));
    if (length > 0) words.push_back(text.substr(at, length));
    at += std::max<size_t>(length, 1);
  }
  return words;
}

bool TopicWords::add(std::string_view word, std::string_view rarity, std::string_view weights) {
  const std::optional<double> rare = finite_number(rarity);
  if (!rare || words_.contains(word)) return false;
  Word& added = words_.emplace(std::string(word), Word{*rare, {}}).first->second;
  const auto pairs = weights.empty() ? std::vector<std::string_view>() : split(weights, ',');
  for (std::string_view pair : pairs) {
    pair = trimmed(pair);
    const size_t blank = pair.find(' ');
    const std::optional<double> weight =
        blank == pair.npos ? std::nullopt : finite_number(pair.substr(blank + 1));
    if (!weight || blank == 0) return false;
    const size_t topic =
        topics_.emplace(std::string(pair.substr(0, blank)), topics_.size()).first->second;
    added.weights.emplace_back(topic, *weight);
  }
  constants_.resize(topics_.size());
  if (word == kConstant)
    for (const auto& [topic, weight] : added.weights) constants_[topic] = weight;
  return true;
}

TopicWords::Odds TopicWords::odds(std::string_view text) const {
  const std::string lower = to_ascii_lower(text);
  std::vector<std::string_view> words = words_and_signs(lower);
  std::ranges::sort(words);
  Odds sums(constants_.size());
  double squares = 0;
  for (size_t begin = 0, end = 0; begin < words.size(); begin = end) {
    while (end < words.size() && words[end] == words[begin]) ++end;
    const auto found = words_.find(words[begin]);
    if (found == words_.end()) continue;
    const double share = found->second.rarity * (1 + std::log(end - begin));
    squares += share * share;
    for (const auto& [topic, weight] : found->second.weights) sums[topic] += share * weight;
  }
  for (size_t topic = 0; topic < sums.size(); ++topic)
    sums[topic] = constants_[topic] + (squares > 0 ? sums[topic] / std::sqrt(squares) : 0);
  return sums;
}

double TopicWords::of_topic(const Odds& odds, const std::string& topic) const {
  const auto found = topics_.find(topic);
  return found == topics_.end() ? 0 : odds[found->second];
}

}  // namespace ofsearch
