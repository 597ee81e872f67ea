// The words of a text, and where they stand. UTF-8 in and out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// One word of a text.
struct Token {
  std::string term;           // search form, without a possessive 's
  size_t begin = 0, end = 0;  // bytes of the text it was made from
  int position = 0;           // 1, 2, ...; a joined form has the position of its first part
  bool joined = false;        // "multiagency", made from "multi-agency" beside its two parts
  bool capitals = false;      // two or more letters, all of them capitals: "DBS", "UASC"
};

// The words of `text` in order. A compound written with hyphens ("multi-agency", "COVID-19")
// gives its parts and, beside the first of them, the joined form, so that all spellings meet.
std::vector<Token> tokenise(std::string_view text);

// The joined form of a compound, and which of a text's words is its first part.
struct JoinedForm {
  size_t first_word = 0;
  std::string term;
};

// Where the words of `text` stand, in order: the tokens that tokenise() gives, without the joined
// forms, as byte ranges [begin, end); the joined forms in a list of their own, if it is asked for.
// And the token of one word, at position 1 of its own text. For those who need few of a text's
// tokens.
void find_words(std::string_view text, std::vector<std::pair<size_t, size_t>>* ranges,
                std::vector<JoinedForm>* joined = nullptr);
Token token_of_word(std::string_view word);

}  // namespace ofsearch
