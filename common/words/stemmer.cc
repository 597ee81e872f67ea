#include "common/words/stemmer.h"

#include "common/words/word_families.h"
#include "common/words/words_apart.h"

#include <xapian.h>

#include <unordered_set>
#include <utility>

namespace ofsearch {
namespace {

// "PAs", "LSCBs", "GPs": a stemmer takes no plural from a word without a vowel before its end.
std::string without_plural_of_acronym(std::string word) {
  constexpr size_t kLongest = 6;  // letters
  if (word.size() < 3 || word.size() > kLongest || !word.ends_with('s') || word.ends_with("ss"))
    return word;
  if (word.find_first_of("aeiou") < word.size() - 2) return word;
  const std::string singular = word.substr(0, word.size() - 1);
  return is_stopword(word) || is_stopword(singular) ? word : singular;
}

}  // namespace

Stemmer::Stemmer() : stem_(std::make_unique<Xapian::Stem>("english")) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

const std::string& Stemmer::stem(const std::string& term) {
  auto [it, added] = known_.try_emplace(term);
  if (added) {
    std::string head = family_head(term);
    const std::string_view apart = stem_apart(head);
    it->second =
        !apart.empty() ? std::string(apart) : (*stem_)(without_plural_of_acronym(std::move(head)));
  }
  return it->second;
}

bool is_stopword(std::string_view term) {
  static const std::unordered_set<std::string_view> kWords = {
      "a",      "about", "after",   "all",   "also",  "an",     "and",   "any",    "are",   "as",
      "at",     "be",    "because", "been",  "being", "both",   "but",   "by",     "can",   "could",
      "did",    "do",    "does",    "done",  "each",  "either", "etc",   "for",    "from",  "had",
      "has",    "have",  "he",      "her",   "here",  "his",    "how",   "i",      "if",    "in",
      "into",   "is",    "it",      "its",   "may",   "me",     "might", "must",   "my",    "of",
      "on",     "or",    "our",     "ours",  "over",  "per",    "she",   "should", "so",    "some",
      "such",   "than",  "that",    "the",   "their", "them",   "then",  "there",  "these", "they",
      "this",   "those", "to",      "too",   "upon",  "us",     "was",   "we",     "were",  "what",
      "when",   "where", "which",   "while", "who",   "whom",   "whose", "why",    "will",  "with",
      "within", "would", "you",     "your"};
  return kWords.contains(term);
}

}  // namespace ofsearch
