#include "indexer/metadata/view/damage.h"

#include "common/field/common_words.h"
#include "common/text/characters.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace ofsearch {
namespace {

constexpr size_t kShortest = 7;          // letters of a word that tells
constexpr size_t kEnding = 2;            // last letters, in which forms of one word differ
constexpr size_t kEnough = 2500;         // such words of a document
constexpr size_t kFewest = 3;            // misread words
constexpr size_t kCommonToMisread = 99;  // so many common words to a misread one

std::string without(std::string_view word, size_t at, size_t count = 1) {
  return std::string(word.substr(0, at)).append(word.substr(at + count));
}

std::string with_gap(std::string_view word, size_t at) {
  std::string gap(word);
  gap[at] = '?';
  return gap;
}

// The common words with one letter open, and with one letter gone.
struct Damaged {
  std::unordered_set<std::string> gaps, shorter;
};

const Damaged& damaged_words() {
  static const Damaged all = [] {
    Damaged words;
    for (std::string_view word : common_words()) {
      if (word.size() < kShortest) continue;
      for (size_t i = 1; i + kEnding < word.size(); ++i) {
        words.gaps.insert(with_gap(word, i));
        words.shorter.insert(without(word, i));
      }
    }
    return words;
  }();
  return all;
}

bool is_damaged(std::string_view word) {
  const Damaged& known = damaged_words();
  if (known.shorter.contains(std::string(word))) return true;
  for (size_t i = 1; i + kEnding < word.size(); ++i) {
    if (known.gaps.contains(with_gap(word, i))) return true;
    std::string less = without(word, i);
    if (less.size() >= kShortest && is_common_word(less)) return true;
    if (known.shorter.contains(without(word, i, 2))) return true;  // "rn" for "m"
  }
  return false;
}

// Letters and digits, the first a small letter.
bool tells(std::string_view word) {
  return word.size() + 1 >= kShortest && is_ascii_letter(word[0]) && !is_ascii_upper(word[0]);
}

// Calls `take` for each word between spaces and marks.
template <typename Take>
void each_word(std::string_view text, Take take) {
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    while (end < text.size() && is_ascii_alnum(text[end])) ++end;
    if (end > begin) take(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

bool is_misread(const CleanDocument& document) {
  size_t common = 0, words = 0;
  std::unordered_map<std::string_view, size_t> others;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (words > kEnough) break;
    each_word(paragraph.text, [&](std::string_view word) {
      if (!tells(word)) return;
      ++words;
      if (is_common_word(word))
        common += word.size() >= kShortest;
      else
        ++others[word];
    });
  }
  // A word that comes twice is spelt so.
  auto misread =
      static_cast<size_t>(std::count_if(others.begin(), others.end(), [](const auto& word) {
        return word.second == 1 && is_damaged(word.first);
      }));
  return misread >= kFewest && misread * kCommonToMisread >= common;
}

bool may_be_misread(std::string_view word, std::string_view right) {
  if (word == right) return false;
  size_t same = 0, shorter = std::min(word.size(), right.size());
  while (same < shorter && word[same] == right[same]) ++same;
  size_t tail = 0;
  while (tail < shorter - same && word[word.size() - 1 - tail] == right[right.size() - 1 - tail])
    ++tail;
  size_t odd = word.size() - same - tail, missing = right.size() - same - tail;
  constexpr size_t kLong = 6;  // letters; of a short word only one may differ
  return odd <= 2 && missing <= 2 && odd + missing <= (right.size() >= kLong ? 3u : 2u) &&
         same + tail >= right.size() / 2;
}

}  // namespace ofsearch
