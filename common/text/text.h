// The forms of a text, through ICU: as it is shown, as it is compared, as bare words.
// Everything takes and returns UTF-8; malformed bytes become U+FFFD, never an error.
#pragma once

#include <string>
#include <string_view>
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

// What stands between the plain spaces of `text`; nothing empty.
std::vector<std::string_view> split_words(std::string_view text);

}  // namespace ofsearch
