// Finds, as the tokeniser, the words of a text and their positions. UTF-8 in and out.
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
  size_t begin = 0, end = 0;  // byte offsets in the text
  int position = 0;           // 1, 2, ...; a joined form has the position of its first part
  bool joined = false;        // "multiagency", made from "multi-agency" beside its two parts
  bool capitals = false;      // two or more letters, all of them capitals: "DBS", "UASC"
  bool possessive = false;    // "children's", also "childrens"
};

// Returns the words of `text` in order. A compound written with hyphens ("multi-agency",
// "COVID-19") gives its parts and, at the position of the first, the joined form: all spellings
// then match.
std::vector<Token> tokenise(std::string_view text);

// Returns the word with its possessive 's: "children's", also for "childrens"; empty for any other
// word.
std::string owner_of(const Token& token);

// Returns `word` as a possessive, and whether it is one.
std::string as_owner(std::string_view word);
bool is_owner(std::string_view word);

// The joined form of a compound, and the index of its first part among the words of the text.
struct JoinedForm {
  size_t first_word = 0;
  std::string term;
};

// Do what tokenise() does, faster, for callers that need few of the tokens. find_words() gives the
// byte ranges [begin, end) of the words of `text` in order, without joined forms; these are in
// `joined`, unless it is null. token_of_word() makes the token of one such word; its offsets and
// position are those within `word`.
void find_words(std::string_view text, std::vector<std::pair<size_t, size_t>>* ranges,
                std::vector<JoinedForm>* joined = nullptr);
Token token_of_word(std::string_view word);

}  // namespace ofsearch
