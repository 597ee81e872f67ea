#include "indexer/document/lines/line_shapes.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "indexer/document/lines/list_marks.h"

#include <cctype>

namespace ofsearch {

bool ends_sentence(std::string_view text) {
  // Quotes, brackets and the raised number of a footnote may stand behind the full stop.
  static constexpr std::string_view kCloses[] = {"\"",     "'",      ")",      "\u2019", "\u201D",
                                                 "\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
                                                 "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view sign : kCloses)
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    // A footnote's number behind the full stop.
    while (!text.empty() && is_ascii_digit(text.back()) && text.find_last_of(".!?") != text.npos &&
           text.size() - text.find_last_of(".!?") <= 3) {
      text.remove_suffix(1);
      again = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

bool begins_upper(std::string_view text) {
  return !text.empty() && (std::isupper(static_cast<unsigned char>(text[0])) != 0 ||
                           text.starts_with("\u2018") || text.starts_with("\u201C"));
}

bool begins_with_note_number(std::string_view text) {
  if (text.size() <= 3) return false;
  size_t i = 0;
  char32_t c = next_code_point(text, &i);
  bool raised = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
  return raised || is_ascii_digit(text[0]);
}

// A tab behind a bullet or number only sets the text in.
bool is_row(const Line& line) {
  return line.text.find('\t', mark_of(line.text).length) != std::string::npos;
}

}  // namespace ofsearch
