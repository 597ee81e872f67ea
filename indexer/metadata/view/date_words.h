// Reads the words and numbers that dates are made of.
#pragma once

#include "common/text/characters.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ofsearch {

// A reader at a place of the text. Its functions return false, or nothing, and stay where they
// are if what they look for is not there.
class Cursor {
 public:
  Cursor(std::string_view text, size_t pos) : text_(text), pos_(pos) {}

  size_t pos() const { return pos_; }
  bool at_end() const { return pos_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[pos_]; }

  // Skips any number of spaces, over `line_ends` line ends at most.
  void skip_spaces(int line_ends = 1) {
    while (const size_t length = space_at(text_, pos_)) {
      if (text_[pos_] == '\n' && line_ends-- == 0) break;
      pos_ += length;
    }
  }

  bool skip_one_space() {
    const size_t length = peek() == '\n' ? 0 : space_at(text_, pos_);
    pos_ += length;
    return length > 0;
  }

  bool skip(char c) {
    if (peek() != c) return false;
    ++pos_;
    return true;
  }

  bool skip_dash() {
    const size_t begin = pos_;
    while (const size_t length = dash_at(text_, pos_)) pos_ += length;  // "--" is one, too
    return pos_ > begin;
  }

  // Returns the run of letters from here, without moving.
  std::string_view letters() const {
    size_t end = pos_;
    while (end < text_.size() && is_ascii_letter(text_[end])) ++end;
    return text_.substr(pos_, end - pos_);
  }

  bool skip_word(std::string_view word) {
    if (!equal_ignoring_ascii_case(letters(), word)) return false;
    pos_ += word.size();
    return true;
  }

  // Reads a whole run of digits, if it has between `least` and `most` of them.
  std::optional<int> number(size_t least, size_t most) {
    size_t end = pos_;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    if (end - pos_ < least || end - pos_ > most) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data() + pos_, text_.data() + end, value);
    pos_ = end;
    return value;
  }

  void advance(size_t bytes) { pos_ += bytes; }

 private:
  std::string_view text_;
  size_t pos_;
};

// Runs `read` on a copy of the cursor and moves the cursor only if it succeeds.
template <typename Read>
auto attempt(Cursor& cursor, Read read) {
  Cursor copy = cursor;
  auto result = read(copy);
  if (result) cursor = copy;
  return result;
}

// Reads a month, whole or short; 1 to 12.
std::optional<int> read_month(Cursor& cursor);

// Skips a day of the week, with what parts it from the date.
bool skip_weekday(Cursor& cursor);

// Skips "st" in "1st", also if the PDF sets it apart ("1 st").
bool skip_ordinal(Cursor& cursor);

// Reads one or two digits; or two with a space printed between them, "1 9" for 19.
std::optional<int> read_day(Cursor& cursor);

// Returns `year` if a report can be of it; else nothing.
std::optional<int> valid_year(std::optional<int> year);

// Reads four digits; or four with a space printed among them, "20 19".
std::optional<int> read_year(Cursor& cursor);

}  // namespace ofsearch
