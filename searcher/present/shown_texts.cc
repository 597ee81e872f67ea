#include "searcher/present/shown_texts.h"

#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kNearlySame = 0.9;

size_t count_common(const std::vector<size_t>& a, const std::vector<size_t>& b) {
  size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++common, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return common;
}

// The share of the words of both that both have (Jaccard).
double likeness(const std::vector<size_t>& a, const std::vector<size_t>& b) {
  size_t common = count_common(a, b), all = a.size() + b.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

// Capitals as small letters (FNV-1a).
size_t hash_of(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(to_ascii_lower(c))) * 0x100000001B3;
  return hash;
}

}  // namespace

bool ShownTexts::add(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> ranges;
  find_words(text, &ranges);
  Words words;
  words.reserve(ranges.size());
  for (const auto& [begin, end] : ranges) words.push_back(hash_of(text.substr(begin, end - begin)));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  bool known = std::any_of(words_.begin(), words_.end(), [&](const Words& shown) {
    return likeness(words, shown) >= kNearlySame;
  });
  if (!known) words_.push_back(std::move(words));
  return !known;
}

}  // namespace ofsearch
