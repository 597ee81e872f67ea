#include "common/field/authorities/names_in_text.h"

#include "common/field/authorities/short_compass.h"
#include "common/text/characters.h"
#include "common/text/lists.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

template <size_t N>
bool contains_ignoring_case(const std::array<std::string_view, N>& table, std::string_view word) {
  return std::any_of(table.begin(), table.end(), [word](std::string_view entry) {
    return equal_ignoring_ascii_case(entry, word);
  });
}

// Letters beyond ASCII count as letters where they are Latin ones (U+00C0 to U+024F).
size_t word_character_at(std::string_view text, size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (is_ascii_alnum(text[pos])) return 1;
  return byte >= 0xC3 && byte <= 0xC9 && pos + 1 < text.size() ? 2 : 0;
}

bool is_spaces(std::string_view text) {
  size_t pos = 0;
  while (const size_t length = space_at(text, pos)) pos += length;
  return pos == text.size();
}

bool may_have_stop(std::string_view word) {
  return equal_ignoring_ascii_case(word, "St") || is_short_compass(word);
}

// Whether `gap` may stand between two words of a name: spaces with at most one line end, a dash
// (before a line end at most), an apostrophe, the stop of "St." or "N.E.", a comma where the name
// has some.
bool may_join(std::string_view gap, std::string_view before, bool commas) {
  const size_t dash = dash_at(gap, 0);
  const bool stop = gap.starts_with('.') && may_have_stop(before);
  const bool comma = gap.starts_with(',') && commas;
  const std::string_view rest =
      gap.substr(stop || comma ? 1 : std::max(dash, apostrophe_at(gap, 0)));
  const auto lines = std::count(rest.begin(), rest.end(), '\n');
  return is_spaces(rest) && lines <= 1 && (dash == 0 || rest.empty() || lines == 1);
}

bool same_word(std::string_view printed, std::string_view wanted) {
  if (printed == "&") return wanted == "and";
  if (is_ascii_upper(wanted[0]) && !is_ascii_upper(printed[0])) return false;
  return equal_ignoring_ascii_case(printed, wanted);
}

// Words that, after a name, make it that of another body or of a place in a town.
constexpr std::array<std::string_view, 2> kForceWords = {"police", "constabulary"};
constexpr std::array<std::string_view, 10> kPlaceWords = {
    "Avenue",    "Cathedral", "Crescent", "Hospital", "Hospitals",
    "Infirmary", "Lane",      "Prison",   "Road",     "University"};

// Words that, before a name, make it that of a larger or smaller place: "Greater Manchester",
// "Mid Devon". A name of two words that begins so ("West Sussex") is found before its last word.
constexpr std::array<std::string_view, 4> kSizeWords = {"Greater", "Mid", "New", "Central"};
constexpr std::array<std::string_view, 8> kCompassWords = {
    "North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest"};

// Names that are common words too where a sentence begins: "Reading to children is ...".
constexpr std::array<std::string_view, 1> kCommonWords = {"Reading"};
constexpr std::array<std::string_view, 3> kOwnWords = {"borough", "council", "local"};

// The word after `end` if only spaces, with one line end at most, stand between; else empty.
std::string_view following_word(std::string_view text, size_t end) {
  const Word word = next_word(text, end);
  const std::string_view gap = text.substr(end, word.begin - end);
  const bool near = is_spaces(gap) && std::count(gap.begin(), gap.end(), '\n') <= 1;
  return near ? text_of(text, word) : std::string_view();
}

bool is_other_body(std::string_view text, size_t end) {
  const std::string_view word = following_word(text, end);
  if (contains_ignoring_case(kForceWords, word)) return true;
  return !word.empty() && is_ascii_upper(word[0]) && contains_ignoring_case(kPlaceWords, word);
}

// "M1" or "SW1A", and "2WD": the two halves of a postcode.
bool is_outward_code(std::string_view word) {
  const size_t letters = word.size() > 1 && is_ascii_upper(word[1]) ? 2 : 1;
  if (word.size() <= letters || word.size() > 4) return false;
  return is_ascii_upper(word[0]) && is_ascii_digit(word[letters]);
}

bool is_inward_code(std::string_view word) {
  return word.size() == 3 && is_ascii_digit(word[0]) && is_ascii_upper(word[1]) &&
         is_ascii_upper(word[2]);
}

// A name before a postcode is a postal town: reports give the inspectorate's own address.
bool is_postal_town(std::string_view text, size_t end) {
  if (end < text.size() && text[end] == ',') ++end;
  const std::string_view outward = following_word(text, end);
  if (!is_outward_code(outward)) return false;
  return is_inward_code(
      following_word(text, static_cast<size_t>(outward.data() - text.data()) + outward.size()));
}

// "Kent and Medway Combined Authority" is no council; `end`: that of either name.
bool is_in_combined_authority(std::string_view text, size_t end) {
  for (std::string_view word = following_word(text, end); !word.empty();
       word = following_word(text, end)) {
    end = static_cast<size_t>(word.data() - text.data()) + word.size();
    if (equal_ignoring_ascii_case(word, "combined")) {
      const std::string_view next = following_word(text, end);
      return equal_ignoring_ascii_case(next, "authority") ||
             equal_ignoring_ascii_case(next, "county");
    }
    if (!is_ascii_upper(word[0]) && word != "and" && word != "&" && word != "the") return false;
  }
  return false;
}

// `before`: the word in front of the name, or an empty one.
bool is_other_place(std::string_view text, Word before, size_t begin) {
  const std::string_view word = text_of(text, before);
  std::string_view gap = text.substr(before.end, begin - before.end);
  const bool short_compass = is_short_compass(word);
  if (short_compass && gap.starts_with('.')) gap.remove_prefix(1);  // "N. Kent"
  if (word.empty() || !is_ascii_upper(word[0]) || !is_spaces(gap)) return false;
  if (word == "NHS") return true;  // "NHS Kent and Medway", a board's name
  // A compass word at a line's end is rather the end of a region's name.
  return contains_ignoring_case(kSizeWords, word) ||
         (gap.find('\n') == std::string_view::npos &&
          (short_compass || contains_ignoring_case(kCompassWords, word)));
}

bool opens_sentence(std::string_view text, size_t begin) {
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  if (begin == 0) return true;
  const char before = text[begin - 1];
  // Bytes beyond ASCII: bullets and opening quotes, mostly.
  return std::string_view(".!?:\n\r").find(before) != std::string_view::npos ||
         static_cast<unsigned char>(before) >= 0x80;
}

bool is_common_word(std::string_view text, size_t begin, size_t end) {
  const std::string_view name = text.substr(begin, end - begin);
  if (!is_one_of(name, kCommonWords) || !opens_sentence(text, begin)) return false;
  const std::string_view next = following_word(text, end);
  return !next.empty() && !is_ascii_upper(next[0]) && !is_one_of(next, kOwnWords);
}

}  // namespace

Word next_word(std::string_view text, size_t pos) {
  while (pos < text.size() && text[pos] != '&' && word_character_at(text, pos) == 0) ++pos;
  if (pos == text.size()) return {pos, pos};
  if (text[pos] == '&') return {pos, pos + 1};
  Word word{pos, pos};
  while (word.end < text.size()) {
    const size_t length = word_character_at(text, word.end);
    if (length == 0) break;
    word.end += length;
  }
  return word;
}

std::string_view text_of(std::string_view text, Word word) {
  return text.substr(word.begin, word.end - word.begin);
}

size_t match_name(std::string_view text, Word first, const std::vector<std::string>& words,
                  bool commas) {
  Word word = first;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const Word next = next_word(text, word.end);
      const std::string_view gap = text.substr(word.end, next.begin - word.end);
      if (next.begin == next.end || !may_join(gap, text_of(text, word), commas)) return 0;
      word = next;
    }
    if (!same_word(text_of(text, word), words[i])) return 0;
  }
  return word.end;
}

bool is_meant(std::string_view text, Word before, size_t begin, size_t end) {
  return !is_other_body(text, end) && !is_postal_town(text, end) &&
         !is_in_combined_authority(text, end) && !is_other_place(text, before, begin) &&
         !is_common_word(text, begin, end);
}

}  // namespace ofsearch
