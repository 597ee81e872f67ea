#include "searcher/present/repeated_texts.h"

#include "common/text/characters.h"
#include "common/text/words.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kNearlySame = 0.9;

// Texts of which seven tenths of the pairs of words are alike, as nine tenths of the words of
// nearly the same ones make sure, share one of so many parts with 99 of 100 chances; others hardly
// ever.
constexpr size_t kParts = 10;
constexpr size_t kHashesPerPart = 2;

using Hashes = std::vector<uint64_t>;

uint64_t mixed(uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCD;
  x ^= x >> 33;
  x *= 0xC4CEB9FE1A85EC53;
  return x ^ (x >> 33);
}

// Capitals as small letters (FNV-1a).
uint64_t hash_of(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(to_ascii_lower(c))) * 0x100000001B3;
  return hash;
}

size_t count_common(const Hashes& a, const Hashes& b) {
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
double likeness(const Hashes& a, const Hashes& b) {
  size_t common = count_common(a, b), all = a.size() + b.size() - common;
  return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

std::array<uint64_t, kParts> parts_of(const Hashes& words) {
  std::array<uint64_t, kParts * kHashesPerPart> least;
  least.fill(std::numeric_limits<uint64_t>::max());
  auto take = [&](uint64_t pair) {
    for (size_t i = 0; i < least.size(); ++i)
      least[i] = std::min(least[i], mixed(pair + 0x9E3779B97F4A7C15 * (i + 1)));
  };
  for (size_t i = 0; i + 1 < words.size(); ++i) take(mixed(words[i]) ^ words[i + 1]);
  if (words.size() == 1) take(words[0]);
  std::array<uint64_t, kParts> parts;
  for (size_t i = 0; i < kParts; ++i) {
    parts[i] = i;
    for (size_t j = 0; j < kHashesPerPart; ++j)
      parts[i] = mixed(parts[i] ^ least[i * kHashesPerPart + j]);
  }
  return parts;
}

}  // namespace

std::optional<size_t> RepeatedTexts::find_or_add(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> ranges;
  find_words(text, &ranges);
  Hashes words;
  words.reserve(ranges.size());
  for (const auto& [begin, end] : ranges) words.push_back(hash_of(text.substr(begin, end - begin)));
  const auto parts = parts_of(words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::optional<size_t> first;
  for (uint64_t part : parts)
    if (auto it = by_part_.find(part); it != by_part_.end())
      for (size_t other : it->second)
        if ((!first || other < *first) && likeness(words, texts_[other]) >= kNearlySame)
          first = other;
  if (first) return first;
  for (uint64_t part : parts) by_part_[part].push_back(texts_.size());
  texts_.push_back(std::move(words));
  return std::nullopt;
}

void mark_repeats(SearchResults* results) {
  RepeatedTexts texts;
  std::vector<PassagePlace> places;
  for (ReportHit& hit : results->hits)
    for (PassageHit& passage : hit.passages) {
      passage.same_as.reset();
      if (auto earlier = texts.find_or_add(passage.passage.text))
        passage.same_as = places[*earlier];
      else
        places.push_back({hit.report.id, passage.passage.n});
    }
}

}  // namespace ofsearch
