// Makes the forms of a text, through ICU: for display, for comparison, and as bare words. All
// functions take and return UTF-8; malformed bytes become U+FFFD, never an error.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns text for people: ligatures spelt out, soft hyphens and zero-width characters removed,
// bullets of the Symbol and Wingdings fonts as "•", each run of spaces and line ends as one plain
// space, none at the ends. Quotes, dashes and case stay as printed.
std::string display_form(std::string_view text);

// Returns text for comparison: NFKC, case folded, Latin letters without their accents, quotes
// straight, every dash a "-", spaces as in display_form(). "Children’s  SERVICES" -> "children's
// services".
std::string search_form(std::string_view text);

// Returns only the letters and digits of `text`, in lower case, words separated by one space. It is
// for comparing names and headings without punctuation and footnote numbers. "Help & protection:"
// -> "help and protection".
std::string bare_words(std::string_view text);

// Returns where `phrase` begins in `words`, both bare words, as whole words, at or after `from`;
// npos if nowhere.
size_t find_phrase(std::string_view words, std::string_view phrase, size_t from = 0);
bool has_phrase(std::string_view words, std::string_view phrase);

// Tells whether `words` have one of `phrases`.
template <typename Phrases>
bool has_any_phrase(std::string_view words, const Phrases& phrases) {
  return std::ranges::any_of(phrases,
                             [&](std::string_view phrase) { return has_phrase(words, phrase); });
}

// Returns the parts of `text` between plain spaces, without empty ones.
std::vector<std::string_view> split_words(std::string_view text);

}  // namespace ofsearch
