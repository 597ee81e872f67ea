#include "searcher/understand/words/understanding_documents.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/text/characters.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "searcher/understand/words/understanding_sentences.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kPlurals = "reports inspections letters findings judgements judgments";

// How many pieces at `at` name documents of the inspectorate; one word only in the plural.
std::size_t length_of_documents(const Words& words, std::size_t at) {
  const std::size_t length = Phrases::builtin().length_of("documents", words, at);
  const auto is_plural = [&](std::string_view plural) { return words.folded(at) == plural; };
  if (length != 1) return length;
  for (std::string_view plural : split_words(kPlurals))
    if (is_plural(plural)) return 1;
  return 0;
}

// Whether a word beside documents makes others' of them, whatever it says: "44", "of".
bool is_of_others(const Words& words, std::size_t at) {
  return is_stopword(words.folded(at)) || has_ascii_digit(words.folded(at));
}

// Whether what ends before `end` makes others' documents of those behind it: "court", "missing
// person".
bool has_maker(const Words& words, std::size_t end) {
  constexpr std::size_t kLongest = 2;  // pieces
  if (is_of_others(words, end - 1)) return true;
  for (std::size_t length = std::min(kLongest, end); length > 0; --length)
    if (Phrases::builtin().length_of("document-maker", words, end - length) == length) return true;
  return false;
}

// Whether the words of pieces [first, end) are part of a longer term of the field: "letters before
// proceedings".
bool is_part_of_term(const Words& words, std::size_t first, std::size_t end) {
  const auto [begin, last] = words.words_of(first, end - first);
  return std::ranges::any_of(
      Thesaurus::builtin().matches(words.typed()), [&](const Thesaurus::Match& match) {
        return match.first_word < last && begin < match.first_word + match.word_count &&
               match.word_count > last - begin;
      });
}

// Where documents begin that end the words; their number: nowhere.
std::size_t first_behind(const Words& words) {
  constexpr std::size_t kLongest = 3;  // pieces
  for (std::size_t length = std::min(kLongest, words.size() - 1); length > 0; --length) {
    const std::size_t first = words.size() - length;
    if (length_of_documents(words, first) != length) continue;
    // "Neglect in ofsted reports"
    if (length > 1 && first > 1 && words.is_one_of(first - 1, "in within across")) return first - 1;
    return has_maker(words, first) ? words.size() : first;
  }
  return words.size();
}

// Where documents end that begin the words; 0: nowhere.
std::size_t end_before(const Words& words) {
  const std::size_t length = length_of_documents(words, 0);
  const bool is_topic =
      length < words.size() && (is_of_others(words, length) ||
                                Phrases::builtin().length_of("document-part", words, length) > 0);
  return is_topic ? 0 : length;
}

}  // namespace

std::vector<QueryNode> without_documents(std::vector<QueryNode> left, std::string* taken) {
  constexpr std::size_t kLongest = 6;  // words: longer ones are sentences
  taken->clear();
  const Words words = words_of(left);
  if (words.size() < 2 || left.size() > kLongest) return left;
  std::size_t first = end_before(words), end = words.size();
  if (first == 0) end = first_behind(words);
  if (first == 0 && end == words.size()) return left;
  if (first > 0 ? is_part_of_term(words, 0, first) : is_part_of_term(words, end, words.size()))
    return left;
  const auto [begin, last] = words.words_of(first, end - first);
  std::vector<QueryNode> rest(left.begin() + static_cast<std::ptrdiff_t>(begin),
                              left.begin() + static_cast<std::ptrdiff_t>(last));
  if (count_topics(rest) == 0) return left;
  *taken = first > 0 ? words.text(0, first) : words.text(end, words.size() - end);
  return rest;
}

}  // namespace ofsearch::understanding
