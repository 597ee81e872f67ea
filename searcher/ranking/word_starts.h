// Filters words fast by their first three letters. Most words of a text cannot match any word that
// is looked for, and need be neither folded nor looked up.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ofsearch {

class WordStarts {
 public:
  // Adds `word`, which is in search form.
  void add(std::string_view word) {
    if (is_plain(word))
      starts_.set(number(word));
    else
      starts_.set();  // an accent may be written behind its letter
  }

  // Adds all words that have this stem. The stemmer changes the ends of words: with a stem of four
  // letters or more the first three letters stay, with a shorter one two ("use": "using"; "cri":
  // "cry"). Porter 2 has three exceptions.
  void add_stem(std::string_view stem) {
    constexpr size_t kLong = 4, kKept = 2;
    if (stem.size() >= kLong || stem.empty() || !is_plain(stem)) return add(stem);
    std::string_view kept = stem.substr(0, kKept);
    size_t last = number(kept);  // no letter behind them has the highest number
    size_t span = kept.size() == kKept ? kLetters : kLetters * kLetters;
    for (size_t i = 0; i < span; ++i) starts_.set(last - i);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kIrregular = {
        {{"die", "dying"}, {"lie", "lying"}, {"tie", "tying"}}};
    for (const auto& [of, word] : kIrregular)
      if (stem == of) add(word);
  }

  // Returns false only if the search form of `printed`, a word of a text, cannot begin like an
  // added word. Returns true for any word whose first three characters are not all ASCII letters or
  // digits.
  bool may_begin(std::string_view printed) const {
    return !is_plain(printed) || starts_.test(number(printed));
  }

 private:
  static constexpr size_t kStart = 3;     // letters
  static constexpr size_t kLetters = 37;  // of the alphabet, digits, and none
  static constexpr uint8_t kNoLetter = kLetters - 1;
  static constexpr uint8_t kOther = kLetters;  // no plain letter

  static constexpr std::array<uint8_t, 0x100> kNumbers = [] {
    std::array<uint8_t, 0x100> numbers{};
    numbers.fill(kOther);
    uint8_t number = 0;
    for (char c = 'a'; c <= 'z'; ++c, ++number) {
      numbers[static_cast<size_t>(c)] = number;
      numbers[static_cast<size_t>(c - 'a' + 'A')] = number;
    }
    for (char c = '0'; c <= '9'; ++c) numbers[static_cast<size_t>(c)] = number++;
    return numbers;
  }();

  static uint8_t number_at(std::string_view word, size_t i) {
    return i < word.size() ? kNumbers[static_cast<unsigned char>(word[i])] : kNoLetter;
  }

  // Tells whether only letters that stay what they are stand at its start.
  static bool is_plain(std::string_view word) {
    for (size_t i = 0; i < kStart; ++i)
      if (number_at(word, i) == kOther) return false;
    return true;
  }

  // Returns the number of a plain start; the last letter counts least.
  static size_t number(std::string_view word) {
    size_t number = 0;
    for (size_t i = 0; i < kStart; ++i) number = number * kLetters + number_at(word, i);
    return number;
  }

  std::bitset<kLetters * kLetters * kLetters> starts_;
};

}  // namespace ofsearch
