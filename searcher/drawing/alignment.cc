#include "searcher/drawing/alignment.h"

#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace ofsearch {
namespace {

constexpr size_t kGram = 12;           // letters that must agree in a row
constexpr long kBucket = 32;           // distances that count as one
constexpr long kSlack = 400;           // letters that may lie in between: furniture, footnotes
constexpr size_t kEnoughLetters = 24;  // found, unless the passage has fewer

using Places = std::unordered_map<std::string_view, std::vector<size_t>>;

Places grams_of(std::string_view page) {
  Places places;
  for (size_t at = 0; at + kGram <= page.size(); ++at) places[page.substr(at, kGram)].push_back(at);
  return places;
}

const std::vector<size_t>& places_of(const Places& places, std::string_view gram) {
  static const std::vector<size_t> kNone;
  auto it = places.find(gram);
  return it == places.end() ? kNone : it->second;
}

// Returns by how much most of the passage is shifted on the page.
long likely_shift(std::string_view passage, const Places& places) {
  std::map<long, size_t> votes;
  for (size_t at = 0; at + kGram <= passage.size(); ++at)
    for (size_t place : places_of(places, passage.substr(at, kGram)))
      ++votes[(static_cast<long>(place) - static_cast<long>(at)) / kBucket];
  auto most = std::max_element(votes.begin(), votes.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? 0 : most->first * kBucket;
}

// The place nearest to where `at` should be, not before `from`; kNowhere if none is near.
size_t nearest_place(const std::vector<size_t>& places, size_t at, long shift, size_t from) {
  size_t best = kNowhere;
  long least = kSlack;
  for (size_t place : places) {
    long off = std::labs(static_cast<long>(place) - static_cast<long>(at) - shift);
    if (place < from || off >= least) continue;
    best = place;
    least = off;
  }
  return best;
}

std::vector<size_t> align_short(std::string_view passage, std::string_view page) {
  std::vector<size_t> found(passage.size(), kNowhere);
  size_t at = passage.empty() ? page.npos : page.find(passage);
  for (size_t i = 0; at != page.npos && i < found.size(); ++i) found[i] = at + i;
  return found;
}

}  // namespace

void Letters::add(std::string_view piece, size_t source) {
  auto append = [&](char c) {
    text.push_back(c);
    sources.push_back(source);
  };
  for (size_t at = 0; at < piece.size();) {
    auto byte = static_cast<unsigned char>(piece[at]);
    size_t begin = at;
    if (byte >= 0x80) {
      next_code_point(piece, &at);
      for (char c : bare_words(piece.substr(begin, at - begin)))
        if (c != ' ') append(c);
      continue;
    }
    ++at;
    if (byte >= 'A' && byte <= 'Z') append(static_cast<char>(byte - 'A' + 'a'));
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
      append(static_cast<char>(byte));
  }
}

Letters letters_of(std::string_view text) {
  Letters letters;
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    next_code_point(text, &at);
    letters.add(text.substr(begin, at - begin), begin);
  }
  return letters;
}

std::vector<size_t> align(std::string_view passage, std::string_view page) {
  if (passage.size() < kGram) return align_short(passage, page);
  Places places = grams_of(page);
  long shift = likely_shift(passage, places);
  std::vector<size_t> found(passage.size(), kNowhere);
  size_t from = 0, letters = 0;
  for (size_t at = 0; at + kGram <= passage.size(); ++at) {
    size_t place = nearest_place(places_of(places, passage.substr(at, kGram)), at, shift, from);
    if (place == kNowhere) continue;
    from = place + 1;
    shift = static_cast<long>(place) - static_cast<long>(at);
    for (size_t i = 0; i < kGram; ++i) {
      letters += found[at + i] == kNowhere ? 1 : 0;
      found[at + i] = place + i;
    }
  }
  if (letters < std::min(kEnoughLetters, passage.size()))
    std::fill(found.begin(), found.end(), kNowhere);
  return found;
}

}  // namespace ofsearch
