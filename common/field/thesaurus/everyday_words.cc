#include "common/field/thesaurus/everyday_words.h"

#include "common/field/stemmer_of_thread.h"
#include "common/field/thesaurus/thesaurus_words.h"
#include "common/text/text.h"

#include <algorithm>
#include <unordered_set>

namespace ofsearch::everyday {
namespace {

constexpr char kWritten = '=', kBeside = '+';  // no stem begins so

}  // namespace

bool is_filler(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {
      "a",    "an",   "the",   "of",   "from",  "to",    "in",    "at",   "with",
      "for",  "s",    "their", "his",  "her",   "its",   "my",    "your", "our",
      "they", "them", "he",    "she",  "it",    "we",    "us",    "you",  "i",
      "is",   "are",  "was",   "were", "be",    "been",  "being", "and",  "or",
      "as",   "into", "about", "this", "these", "those", "there", "very", "really"};
  return kWords.contains(word);
}

std::string written(std::string_view word) {
  return kWritten + std::string(word);
}

std::string beside(std::string_view word) {
  static const std::unordered_set<std::string_view> kBe = {"is", "are",  "was",  "were",
                                                           "be", "been", "being"};
  static const std::unordered_set<std::string_view> kTheir = {"their", "his",  "her", "its",
                                                              "my",    "your", "our", "the"};
  return kBeside + std::string(kBe.contains(word) ? "be" : kTheir.contains(word) ? "their" : word);
}

bool is_beside(std::string_view item) {
  return item.starts_with(kBeside);
}

std::string stem_of_item(const std::string& item) {
  return item.starts_with(kWritten) ? stemmer_of_thread().stem(item.substr(1)) : item;
}

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for (std::string_view word : split_words(text))
    for (const thesaurus::Piece& piece : thesaurus::split_pieces(word))
      if (!is_filler(piece.folded))
        stems.push_back(word.starts_with('"') ? written(piece.folded)
                                              : stemmer_of_thread().stem(piece.folded));
  return stems;
}

std::vector<std::string> stems_of_saying(std::string_view text) {
  std::vector<std::string> counted = stems_of(text);
  const auto is_common = [](const std::string& stem) { return is_stopword(stem); };
  if (counted.empty() || (counted.size() > 1 && !std::ranges::all_of(counted, is_common)))
    return counted;
  std::vector<std::string> all;
  for (const thesaurus::Piece& piece : thesaurus::split_pieces(text)) {
    if (is_filler(piece.folded)) {
      all.push_back(beside(piece.folded));
      continue;
    }
    all.push_back(std::move(counted.front()));
    counted.erase(counted.begin());
  }
  return all;
}

}  // namespace ofsearch::everyday
