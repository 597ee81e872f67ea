// Tells quickly which words of a text cannot be one of those that are looked for, by their first
// two letters: most are not, and need be neither folded nor looked up.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace ofsearch {

class WordStarts {
 public:
  // `word` in search form.
  void add(std::string_view word) { starts_.set(number(word)); }

  // False only where no search form of `printed`, a word as it stands in a text, begins like an
  // added word. What search form makes of other letters than ASCII's, of signs in a word ("1,200")
  // and of what is behind them is not foreseen.
  bool may_begin(std::string_view printed) const {
    bool plain = is_letter(printed[0]) && (printed.size() < 2 || is_letter(printed[1]));
    return !plain || starts_.test(number(printed));
  }

 private:
  static constexpr size_t kBytes = 0x100;

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  static size_t number(std::string_view word) {
    auto letter = [&](size_t i) -> size_t {
      char c = i < word.size() ? word[i] : ' ';
      return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    };
    return letter(0) * kBytes + letter(1);
  }

  std::bitset<kBytes * kBytes> starts_;
};

}  // namespace ofsearch
