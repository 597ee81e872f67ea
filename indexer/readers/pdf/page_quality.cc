#include "indexer/readers/pdf/page_quality.h"

#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace ofsearch {
namespace {

// The words that any English text is held together by; and those of Welsh, the other language of
// the reports' neighbours.
constexpr std::array<std::string_view, 28> kSmallWords = {
    "the", "and", "of", "to", "in", "a",  "is", "for", "that", "are", "with", "on", "by",  "be",
    "as",  "or",  "at", "it", "y",  "yr", "yn", "i",   "o",    "ac",  "mae",  "ar", "not", "this"};

struct Count {
  size_t characters = 0, unknown = 0, letters = 0, vowels = 0, words = 0, small_words = 0;
};

void count_characters(std::string_view text, Count* count) {
  for (size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, &at);
    if (c == ' ' || c == '\t') continue;
    ++count->characters;
    bool private_use = c >= 0xE000 && c <= 0xF8FF;
    count->unknown += c == 0xFFFD || private_use || c < 0x20 ? 1 : 0;
    if (c >= 0x80 || std::isalpha(static_cast<int>(c)) == 0) continue;
    ++count->letters;
    std::string_view vowels = "aeiouyAEIOUY";
    count->vowels += vowels.find(static_cast<char>(c)) != std::string_view::npos ? 1 : 0;
  }
}

Count count(const Page& page) {
  Count out;
  for (const Line& line : page.lines) {
    count_characters(line.text, &out);
    std::string bare = bare_words(line.text);
    for (std::string_view word : split_words(bare)) {
      ++out.words;
      out.small_words +=
          std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end() ? 1 : 0;
    }
  }
  return out;
}

bool is_letter(std::string_view text, size_t at) {
  auto c = static_cast<unsigned char>(text[at]);
  return std::isalpha(c) != 0;
}

}  // namespace

bool is_unreadable(const Page& page) {
  constexpr size_t kTelling = 20, kManyWords = 40;
  Count c = count(page);
  if (c.characters >= kTelling && c.unknown * 10 >= c.characters * 3) return true;
  // A page of figures has few words; one of nonsense has many, none of which is small, and letters
  // in shares that no language has.
  bool no_words = c.words >= kManyWords && c.small_words * 100 < c.words;
  bool strange = c.letters * 2 < c.characters || c.vowels * 100 < c.letters * 24 ||
                 c.vowels * 100 > c.letters * 60;
  bool of_figures = c.letters * 4 < c.characters && c.unknown == 0;
  return no_words && strange && !of_figures;
}

std::vector<std::string> damaged_words(const std::vector<Page>& pages, size_t most) {
  static constexpr std::string_view kUnknown = "\uFFFD";
  std::vector<std::string> words;
  for (const Page& page : pages)
    for (const Line& line : page.lines)
      for (std::string_view word : split_words(line.text)) {
        size_t at = word.find(kUnknown);
        if (at == std::string_view::npos) continue;
        size_t behind = at + kUnknown.size();
        bool inside = (at > 0 && is_letter(word, at - 1)) ||
                      (behind < word.size() && is_letter(word, behind));
        if (inside && words.size() < most) words.emplace_back(word);
      }
  return words;
}

std::string number_list(const std::vector<int>& numbers) {
  constexpr size_t kRange = 3;  // fewer are named one by one
  std::vector<std::string> ranges;
  for (size_t i = 0; i < numbers.size();) {
    size_t end = i + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    if (end - i >= kRange) {
      ranges.push_back(std::to_string(numbers[i]) + " to " + std::to_string(numbers[end - 1]));
      i = end;
    } else {
      ranges.push_back(std::to_string(numbers[i++]));
    }
  }
  std::string out;
  for (size_t i = 0; i < ranges.size(); ++i)
    out += (i == 0 ? "" : i + 1 == ranges.size() ? " and " : ", ") + ranges[i];
  return out;
}

}  // namespace ofsearch
