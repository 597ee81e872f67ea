// Makes the text of an RTF document: characters from bytes and numbers, and lines from text.
#pragma once

#include "indexer/readers/text/flow_lines.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

class RtfCharacters {
 public:
  // Sets the charset of the bytes, as charset.h names it.
  void set_charset(std::string name) { charset_ = std::move(name); }

  // Adds a byte of the text, unless it stands in for a character that came as a number.
  void add_byte(char c);

  // Returns the bytes so far as UTF-8.
  std::string take_bytes();

  // Returns the character of a \u, in UTF-8; empty for the first half of a pair. `skip` counts the
  // characters behind it that stand in for it, for old readers.
  std::string unicode(int number, int skip);

 private:
  std::string charset_ = "windows-1252", pending_;  // bytes in that charset
  int skip_ = 0;
  char32_t high_ = 0;
};

class RtfLines {
 public:
  // Adds text. "
  // " ends a line of the paragraph.
  void add(std::string_view text, bool bold, bool raised);

  // Adds a space at the end of a paragraph within a cell.
  void add_space() { text_ += ' '; }

  // Ends a paragraph. `heading` is its level, or 0. `note` means that it is a footnote's.
  void end_paragraph(int heading, bool note);

  void end_cell();
  void end_row();

  // Begin and end a footnote within a paragraph.
  void begin_note();
  void end_note(int heading);

  // Returns all lines, the notes behind the text.
  std::vector<FlowLine> take();

 private:
  std::string text_, row_;
  size_t bold_bytes_ = 0;  // of text_
  std::pair<std::string, size_t> before_note_;
  int block_ = 0;
  bool gap_ = false;
  std::vector<FlowLine> lines_, notes_;
};

}  // namespace ofsearch
