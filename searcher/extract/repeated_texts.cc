#include "searcher/extract/repeated_texts.h"

#include "common/records/passage_record.h"
#include "common/text/characters.h"
#include "common/words/words.h"
#include "searcher/results/found_passages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace ofsearch {
namespace {

// Texts of which seven tenths of the pairs of words are alike, as nine tenths of the words of
// nearly the same ones make sure, share one of so many parts with 99 of 100 chances; others hardly
// ever.
constexpr size_t kHashesPerPart = 3;

uint64_t mixed(uint64_t x) {
  x ^= x >> 33;
  x *= 0xFF51AFD7ED558CCD;
  x ^= x >> 33;
  x *= 0xC4CEB9FE1A85EC53;
  return x ^ (x >> 33);
}

// Capitals as small letters (FNV-1a).
uint32_t hash_of(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325;
  for (char c : word) hash = (hash ^ static_cast<unsigned char>(to_ascii_lower(c))) * 0x100000001B3;
  return static_cast<uint32_t>(hash ^ hash >> 32);
}

// Nine tenths of the words of both are common to both (Jaccard): of all that they have, one in
// nineteen may be a word that the other has not.
size_t most_different(size_t words, size_t others) {
  constexpr size_t kWordsPerDifference = 19;
  return (words + others) / kWordsPerDifference;
}

// Nearly all that are compared differ at once.
bool are_nearly_same(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  const size_t most = most_different(a.size(), b.size());
  size_t different = 0;
  auto x = a.begin(), y = b.begin();
  while (x != a.end() && y != b.end() && different <= most) {
    if (*x == *y)
      ++x, ++y;
    else
      ++different, *x < *y ? ++x : ++y;
  }
  const auto rest = (a.end() - x) + (b.end() - y);
  return different <= most && different + static_cast<size_t>(rest) <= most;
}

}  // namespace

RepeatedTexts::Parts RepeatedTexts::parts_of(const Hashes& words) {
  std::array<uint64_t, kParts * kHashesPerPart> least;
  least.fill(std::numeric_limits<uint64_t>::max());
  auto take = [&](uint64_t pair) {
    for (size_t i = 0; i < least.size(); ++i)
      least[i] = std::min(least[i], mixed(pair + 0x9E3779B97F4A7C15 * (i + 1)));
  };
  for (size_t i = 0; i + 1 < words.size(); ++i) take(mixed(words[i]) ^ words[i + 1]);
  if (words.size() == 1) take(words[0]);
  Parts parts;
  for (size_t i = 0; i < kParts; ++i) {
    uint64_t part = i;
    for (size_t j = 0; j < kHashesPerPart; ++j) part = mixed(part ^ least[i * kHashesPerPart + j]);
    parts[i] = static_cast<uint32_t>(part);
  }
  return parts;
}

void RepeatedTexts::enter(uint32_t number) {
  Text& text = texts_[number];
  for (uint32_t i = 0; i < kParts; ++i)
    text.before[i] = std::exchange(*place_of(text.parts[i]), number * kParts + i);
}

// Keeps at least twice as many places as entries.
void RepeatedTexts::make_room() {
  constexpr size_t kLeast = 1024;
  latest_.assign(std::max(kLeast, 4 * std::bit_floor(texts_.size() * kParts)), kNone);
  for (uint32_t number = 0; number < texts_.size(); ++number) enter(number);
}

// Reads those words of `text` only that may be the same.
bool RepeatedTexts::says(const Text& text, const Hashes& words) {
  const auto [fewer, more] = std::minmax({size_t{text.different}, words.size()});
  if (more - fewer > most_different(fewer, more)) return false;
  read_.resize(text.different);
  words_.read(text.begin, reinterpret_cast<char*>(read_.data()), text.different * sizeof(uint32_t));
  return are_nearly_same(words, read_);
}

void RepeatedTexts::add(const Hashes& words, const Parts& parts) {
  const std::string_view bytes(reinterpret_cast<const char*>(words.data()),
                               words.size() * sizeof(uint32_t));
  texts_.push_back({words_.add(bytes), static_cast<uint32_t>(words.size()), parts, {}});
  if (2 * texts_.size() * kParts > latest_.size())
    make_room();
  else
    enter(static_cast<uint32_t>(texts_.size() - 1));
}

// The earliest of those that share a part.
std::optional<size_t> RepeatedTexts::find(const Hashes& words, const Parts& parts) {
  std::optional<size_t> first;
  if (latest_.empty()) return first;
  for (uint32_t part : parts)
    for (uint32_t entry = *place_of(part); entry != kNone;) {
      const uint32_t number = entry / kParts, i = entry % kParts;
      const Text& other = texts_[number];
      if (other.parts[i] == part && (!first || number < *first) && says(other, words))
        first = number;
      entry = other.before[i];
    }
  return first;
}

std::optional<size_t> RepeatedTexts::find_or_add(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> ranges;
  find_words(text, &ranges);
  Hashes words;
  words.reserve(ranges.size());
  for (const auto& [begin, end] : ranges) words.push_back(hash_of(text.substr(begin, end - begin)));
  const Parts parts = parts_of(words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (auto earlier = find(words, parts)) return earlier;
  add(words, parts);
  return std::nullopt;
}

namespace {

void mark_hits(std::vector<ReportHit>* hits, RepeatedTexts* texts) {
  std::vector<std::pair<uint32_t, uint32_t>> places;  // which hit, which of its passages
  for (uint32_t i = 0; i < hits->size(); ++i)
    for (uint32_t j = 0; j < (*hits)[i].passages.size(); ++j) {
      PassageHit& passage = (*hits)[i].passages[j];
      passage.same_as.reset();
      if (auto earlier = texts->find_or_add(passage.passage.text)) {
        const auto& [hit, n] = places[*earlier];
        passage.same_as = {(*hits)[hit].report.id, (*hits)[hit].passages[n].passage.n};
      } else {
        places.emplace_back(i, j);
      }
    }
}

void mark_aside(const std::vector<ReportHit>& hits, FoundPassages* passages, RepeatedTexts* texts) {
  std::vector<uint32_t> numbers;  // of the passages that are in `texts`
  for (const ReportHit& hit : hits)
    for (size_t i = hit.first_aside; i < hit.first_aside + hit.aside; ++i) {
      const std::string record = passages->passage(i).record;
      if (auto earlier = texts->find_or_add(view_passage(record)->text))
        passages->set_same(i, numbers[*earlier]);
      else
        numbers.push_back(static_cast<uint32_t>(i));
    }
}

}  // namespace

void mark_repeats(SearchResults* results) {
  if (!results->aside) {
    RepeatedTexts texts;
    mark_hits(&results->hits, &texts);
  } else {
    RepeatedTexts texts(results->aside->most_in_memory());
    mark_aside(results->hits, results->aside.get(), &texts);
  }
}

}  // namespace ofsearch
