#include "searcher/plan/direction/contrast.h"

#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace ofsearch {
namespace {

// Longest first.
constexpr std::array<std::string_view, 10> kExcept = {"with the exception of",
                                                      "but not including",
                                                      "not including",
                                                      "as opposed to",
                                                      "other than",
                                                      "apart from",
                                                      "aside from",
                                                      "except for",
                                                      "excluding",
                                                      "except"};
constexpr std::array<std::string_view, 3> kNot = {"but not", "and not", "not"};

// What a question may be about beside another of these. Longest first.
constexpr std::array<std::string_view, 40> kNamed = {"unaccompanied asylum seeking children",
                                                     "children looked after",
                                                     "children in care",
                                                     "children in need",
                                                     "child in need",
                                                     "looked after children",
                                                     "private fostering",
                                                     "special guardianship",
                                                     "residential care",
                                                     "sexual exploitation",
                                                     "criminal exploitation",
                                                     "domestic abuse",
                                                     "domestic violence",
                                                     "child protection",
                                                     "disabled children",
                                                     "children's homes",
                                                     "care leavers",
                                                     "care leaver",
                                                     "kinship care",
                                                     "kinship carers",
                                                     "foster care",
                                                     "foster carers",
                                                     "unaccompanied children",
                                                     "asylum seekers",
                                                     "early help",
                                                     "mental health",
                                                     "front door",
                                                     "adoption",
                                                     "adopters",
                                                     "fostering",
                                                     "autism",
                                                     "disability",
                                                     "neglect",
                                                     "send",
                                                     "sen",
                                                     "uasc",
                                                     "cse",
                                                     "cce",
                                                     "babies",
                                                     "teenagers"};

// How many words from `at` on are `text`; 0: others stand there.
size_t length_at(const std::vector<std::string>& words, size_t at, std::string_view text) {
  const std::vector<std::string_view> wanted = split_words(text);
  for (size_t i = 0; i < wanted.size(); ++i)
    if (word_at(words, at + i) != search_form(wanted[i])) return 0;
  return wanted.size();
}

size_t length_of_one(const std::vector<std::string>& words, size_t at,
                     std::span<const std::string_view> texts) {
  for (std::string_view text : texts)
    if (const size_t length = length_at(words, at, text); length > 0) return length;
  return 0;
}

// How many words name the term of the field, or the word, at `at`.
size_t length_of_topic(const std::vector<std::string>& words, size_t at,
                       const Thesaurus& thesaurus) {
  if (at >= words.size()) return 0;
  for (const Thesaurus::Match& match : thesaurus.matches(words))
    if (match.first_word == at) return match.word_count;
  return 1;
}

size_t behind_stopwords(const std::vector<std::string>& words, size_t at) {
  while (at < words.size() && is_stopword(word_at(words, at))) ++at;
  return at;
}

// The contrast that begins at `at`.
std::optional<Contrast> contrast_at(const std::vector<std::string>& words, size_t at,
                                    const Thesaurus& thesaurus) {
  Contrast contrast{at, at, at};
  if (const size_t opening = length_of_one(words, at, kExcept); opening > 0) {
    contrast.topic = behind_stopwords(words, at + opening);
    contrast.end = contrast.topic + length_of_topic(words, contrast.topic, thesaurus);
  } else if (const size_t denial = length_of_one(words, at, kNot); denial > 0) {
    contrast.topic = at + denial;
    contrast.end = contrast.topic + length_of_one(words, contrast.topic, kNamed);
  }
  if (contrast.end == contrast.topic) return std::nullopt;
  return contrast;
}

}  // namespace

std::vector<Contrast> contrasts_in(const std::vector<std::string>& words,
                                   const Thesaurus& thesaurus) {
  std::vector<Contrast> all;
  bool has_topic = false;  // before `at`
  for (size_t at = 0; at < words.size(); ++at) {
    const auto contrast = has_topic ? contrast_at(words, at, thesaurus) : std::nullopt;
    if (contrast) {
      all.push_back(*contrast);
      at = contrast->end - 1;
    } else {
      const std::string word = word_at(words, at);
      has_topic = has_topic || (!is_stopword(word) && finding_of(word) == Finding::kNeutral);
    }
  }
  return all;
}

}  // namespace ofsearch
