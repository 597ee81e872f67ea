#include "searcher/plan/direction/contrast.h"

#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/clauses/settings.h"
#include "searcher/plan/clauses/typed_words.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

namespace ofsearch {
namespace {

// Longest first.
constexpr std::string_view kExcept[] = {"with the exception of",
                                        "but not including",
                                        "not including",
                                        "as opposed to",
                                        "other than",
                                        "except for",
                                        "except"};
// What "other than" makes no exception of: "a language other than English", "anything other than".
constexpr std::string_view kNoTopics[] = {"language", "languages", "anything", "something",
                                          "nothing",  "anyone",    "someone",  "nobody",
                                          "adults",   "adult",     "people",   "none"};
constexpr std::string_view kButNot[] = {"but not", "and not"};

// What a question may be about beside another of these. Longest first.
constexpr std::string_view kNamed[] = {
    "unaccompanied asylum seeking children",
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
    "uasc",
    "cse",
    "cce",
    "babies",
    "teenagers",
};

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

// Whether a word names a thing, by its ending: "victims", "exploitation".
bool is_noun(const std::string& word) {
  constexpr std::string_view kEndings[] = {"tion", "sion", "ment", "ship",
                                           "ness", "ance", "ence", "ism"};
  const bool is_plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  return is_plural || std::ranges::any_of(kEndings, [&](std::string_view ending) {
           return word.ends_with(ending);
         });
}

// Of a service "not" says what is lacking ("care leavers not pathway plans"), of a harm it does
// not.
bool is_harm(const std::string& word) {
  return word == "exploitation" || word == "abuse" || word == "violence" || word == "neglect" ||
         word == "lines" || word == "gangs" || word == "radicalisation";
}

// How many words from `at` to the end are one term of the field, a noun: "not victims".
size_t length_of_last_term(const std::vector<std::string>& words, size_t at,
                           const Thesaurus& thesaurus) {
  if (at >= words.size() || !is_noun(word_at(words, words.size() - 1))) return 0;
  const std::vector<std::string> last(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
  if (last.size() == 1 && names_who(last[0])) return 1;
  if (!names_who(fmt::format("{}", fmt::join(last, " "))) &&
      !is_harm(word_at(words, words.size() - 1)) && length_of_one(words, at, kNamed) == 0)
    return 0;
  const std::vector<Thesaurus::Match> match = thesaurus.matches(last);
  const bool is_one = match.size() == 1 && match[0].word_count == last.size();
  return is_one ? last.size() : 0;
}

bool ends_with_term(const std::vector<std::string>& words, size_t end, const Thesaurus& thesaurus) {
  return std::ranges::any_of(thesaurus.matches(words), [&](const Thesaurus::Match& match) {
    return match.first_word + match.word_count == end;
  });
}

bool ends_with_named(const std::vector<std::string>& words, size_t end) {
  for (size_t first = 0; first < end; ++first)
    if (first + length_of_one(words, first, kNamed) == end) return true;
  return false;
}

// The contrast that begins at `at`, which is not the first word.
std::optional<Contrast> contrast_at(const std::vector<std::string>& words, size_t at,
                                    const Thesaurus& thesaurus) {
  Contrast contrast{at, at, at};
  if (const size_t opening = length_of_one(words, at, kExcept); opening > 0) {
    if (std::ranges::find(kNoTopics, word_at(words, at - 1)) != std::end(kNoTopics))
      return std::nullopt;
    contrast.topic = behind_stopwords(words, at + opening);
    if (finding_of(word_at(words, contrast.topic)) != Finding::kNeutral) return std::nullopt;
    contrast.end = contrast.topic + length_of_topic(words, contrast.topic, thesaurus);
  } else {
    size_t denial = length_of_one(words, at, kButNot);
    if (denial == 0 && word_at(words, at) == "not" && ends_with_named(words, at)) denial = 1;
    // "Gangs or county lines not exploitation": one term of the field, and not another.
    size_t last = 0;
    if (word_at(words, at) == "not" && (denial > 0 || ends_with_term(words, at, thesaurus)))
      last = length_of_last_term(words, at + 1, thesaurus);
    if (denial == 0 && last == 0) return std::nullopt;
    contrast.topic = at + std::max<size_t>(denial, 1);
    contrast.end = contrast.topic + std::max(last, length_of_one(words, contrast.topic, kNamed));
  }
  if (contrast.end == contrast.topic) return std::nullopt;
  // "But not fostering or adoption": neither.
  while (word_at(words, contrast.end) == "or") {
    const size_t other = length_of_one(words, contrast.end + 1, kNamed);
    if (other == 0) break;
    contrast.end += 1 + other;
  }
  return contrast;
}

}  // namespace

std::vector<Contrast> contrasts_in(const std::vector<std::string>& words,
                                   const Thesaurus& thesaurus) {
  std::vector<Contrast> all;
  const std::vector<Thesaurus::Match> terms = thesaurus.matches(words);
  // "Education other than at school" is one term.
  const auto is_inside_term = [&](size_t at) {
    return std::ranges::any_of(terms, [&](const Thesaurus::Match& term) {
      return at > term.first_word && at < term.first_word + term.word_count;
    });
  };
  bool has_topic = false;  // before `at`
  for (size_t at = 0; at < words.size(); ++at) {
    const auto contrast =
        has_topic && !is_inside_term(at) ? contrast_at(words, at, thesaurus) : std::nullopt;
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
