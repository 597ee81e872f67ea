#include "indexer/document/passage_shape.h"

#include "common/field/authorities/authorities.h"
#include "common/report/sections.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace ofsearch {
namespace {

// Between the words of what is left out; printed text has none.
constexpr std::string_view kGap = " \x01 ";

// `text` with each name of an authority as a gap.
std::string without_authorities(std::string_view text) {
  std::string out;
  size_t from = 0;
  for (const Authorities::Mention& mention : Authorities::builtin().mentions(text)) {
    out.append(text.substr(from, mention.begin - from)).append(kGap);
    from = mention.end;
  }
  return out.append(text.substr(from));
}

// Words of change. What a number is measured by changes with the number: "an increase from 293".
constexpr std::array<std::string_view, 14> kChanges = {
    "increase", "increased", "decrease", "decreased", "reduction", "reduced", "rise",
    "risen",    "fall",      "fallen",   "higher",    "lower",     "fewer",   "compared"};
// Words that a sentence can do with or without and say the same.
constexpr std::array<std::string_view, 30> kFormWords = {
    "a",   "an",  "the",  "of",   "in",    "at",    "as",    "on",   "to",    "with",
    "for", "by",  "from", "and",  "is",    "are",   "was",   "were", "be",    "been",
    "has", "had", "have", "this", "these", "which", "their", "that", "there", "who"};

// "was judged to be good": what one authority was given, in words that others have too.
bool says_a_grade(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kSaid = {
      "judged",         "inadequate",          "is adequate",          "is good",
      "is outstanding", "require improvement", "requires improvement", "are good",
      "are outstanding"};
  const std::string words = bare_words(text);
  return std::any_of(kSaid.begin(), kSaid.end(),
                     [&](std::string_view said) { return contains(words, said); });
}

// FNV-1a: the same in every process, and of every version that reads the cache.
void add_to_hash(std::string_view word, uint64_t* hash) {
  constexpr uint64_t kPrime = 1099511628211u;
  for (char c : word) *hash = (*hash ^ static_cast<unsigned char>(c)) * kPrime;
  *hash = (*hash ^ ' ') * kPrime;
}

}  // namespace

std::optional<uint64_t> passage_shape(const Passage& passage) {
  constexpr size_t kFewestWords = 6;
  const std::string_view text = passage.text;
  if (passage.finding != Finding::kNeutral || text.find('\t') != text.npos ||
      is_label(text.substr(0, text.find('\n'))) || contains(text, " in post ") ||
      says_a_grade(text))
    return std::nullopt;
  uint64_t hash = 14695981039346656037u;
  size_t words = 0;
  bool after_gap = false;
  std::string before;
  const std::string without = without_authorities(text);
  for (std::string_view part : split_words(without)) {
    std::string word = bare_words(part);
    const bool gap =
        part == "\x01" || has_ascii_digit(word) || is_month(word) || is_one_of(word, kChanges);
    if (gap) {
      if (!after_gap) add_to_hash(kGap, &hash);
      after_gap = true;
      continue;
    }
    if (word.empty()) continue;
    ++words;
    // "Children and young people" are the children of other reports.
    const bool said = before == "children" && (word == "young" || word == "people");
    if (said || is_one_of(word, kFormWords)) continue;
    add_to_hash(word, &hash);
    after_gap = false;
    before = std::move(word);
  }
  if (words < kFewestWords) return std::nullopt;
  return hash;
}

}  // namespace ofsearch
