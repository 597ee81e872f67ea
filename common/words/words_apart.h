// Words to which a stemmer gives the stem of a word of another meaning ("medication", "medical").
// It is a table; the next such word is a row.
#pragma once

#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the stem of `word` (search form) where a stemmer would give it that of another word
// ("officer", "office"); empty for any other word.
std::string_view stem_apart(std::string_view word);

// Every word of the table with its stem.
struct WordApart {
  std::string_view word, stem;
};
const std::vector<WordApart>& words_apart();

}  // namespace ofsearch
