// Unicode, through ICU: one display form, one search form, and the breaks between words.
// Everything takes and returns UTF-8; malformed bytes become U+FFFD, never an error.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

// Text as people should see it: ligatures spelt out, soft hyphens and zero-width characters gone,
// private-use bullets of the Symbol and Wingdings fonts as "•", every kind of space as one plain
// space, none at the ends. Quotes, dashes and case stay as printed. Line ends count as spaces.
std::string display_form(std::string_view text);

// Text as it is compared: NFKC, case folded, curly quotes straight, every dash a "-", spaces as in
// display_form. "Children’s  SERVICES" -> "children's services".
std::string search_form(std::string_view text);

// Lower-case letters and digits of `text` only, words separated by one space: for comparing names
// and headings whatever their punctuation and footnote numbers. "Help & protection:" -> "help and
// protection".
std::string bare_words(std::string_view text);

// `text` with control characters as "\xHH", so that the name of a file can neither break a line of
// what is printed nor command a terminal.
std::string printable(std::string_view text);

// True when `bytes` is well-formed UTF-8.
bool is_utf8(std::string_view bytes);

// True for a bullet sign (U+2022, U+25FC, private-use bullets, ...).
bool is_bullet(char32_t c);

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

// Decodes the code point at `*offset` and moves `*offset` behind it.
char32_t next_wide_code_point(std::string_view text, size_t* offset);  // for any that is not ASCII
inline char32_t next_code_point(std::string_view text, size_t* offset) {
  auto byte = static_cast<unsigned char>(text[*offset]);
  if (byte >= 0x80) return next_wide_code_point(text, offset);
  ++*offset;
  return byte;
}
void append_code_point(std::string* out, char32_t c);

// What stands between the plain spaces of `text`; nothing empty.
std::vector<std::string_view> split_words(std::string_view text);

// Number of code points.
size_t length(std::string_view text);

}  // namespace ofsearch
