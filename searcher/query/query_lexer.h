// The words, quotes, brackets and operators of a query, in order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Lexeme {
  enum class Kind { kWord, kPhrase, kOpen, kClose, kAnd, kOr, kNot, kNear } kind;
  std::string text;
  int distance = 0;           // of NEAR, in words; 0 if it is none
  char sign = 0;              // '+' or '-' in front
  std::string field;          // of "name:value", in search form
  size_t begin = 0, end = 0;  // its bytes in what was typed
};

// `text` is UTF-8 as typed; curly quotes are straight ones, a dash in front of a word is a minus.
// Never fails: a stray quote is left out.
std::vector<Lexeme> lexemes_of(std::string_view text);

}  // namespace ofsearch
