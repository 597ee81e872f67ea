// Finds spaces, dashes, apostrophes and ASCII letters in extracted text, for code that scans the
// bytes of UTF-8.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool is_ascii_alnum(char c) {
  return is_ascii_digit(c) || is_ascii_letter(c);
}
constexpr char to_ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
}

constexpr char to_ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

inline bool has_ascii_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Returns `text` with ASCII capitals in lower case; all other bytes are unchanged.
inline std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_ascii_lower(c);
  return lower;
}

// Returns `text` without ASCII whitespace at either end.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

// Returns the parts between separators, including empty ones: "a,,b" -> "a", "", "b".
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Tells whether `text` has `part`. It is much faster than find() if `part` begins with a frequent
// letter.
inline bool contains(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

inline bool equal_ignoring_ascii_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i)
    if (to_ascii_lower(a[i]) != to_ascii_lower(b[i])) return false;
  return true;
}

namespace scan_detail {

template <size_t N>
size_t one_of_at(const std::array<std::string_view, N>& table, std::string_view text, size_t pos) {
  const std::string_view rest = text.substr(pos);
  for (std::string_view entry : table)
    if (rest.starts_with(entry)) return entry.size();
  return 0;
}

}  // namespace scan_detail

// Returns the length in bytes of the space character at `pos` (ASCII and Unicode spaces, line ends,
// and zero-width characters such as the soft hyphen); 0 if there is none. `pos` may be the text's
// end.
inline size_t space_at(std::string_view text, size_t pos) {
  static constexpr std::array<std::string_view, 27> kSpaces = {" ",
                                                               "\n",
                                                               "\r",
                                                               "\t",
                                                               "\f",
                                                               "\v",
                                                               "\xC2\xA0",
                                                               "\xC2\xAD",
                                                               "\xC2\x85",
                                                               "\xE2\x80\x80",
                                                               "\xE2\x80\x81",
                                                               "\xE2\x80\x82",
                                                               "\xE2\x80\x83",
                                                               "\xE2\x80\x84",
                                                               "\xE2\x80\x85",
                                                               "\xE2\x80\x86",
                                                               "\xE2\x80\x87",
                                                               "\xE2\x80\x88",
                                                               "\xE2\x80\x89",
                                                               "\xE2\x80\x8A",
                                                               "\xE2\x80\x8B",
                                                               "\xE2\x80\xA8",
                                                               "\xE2\x80\xA9",
                                                               "\xE2\x80\xAF",
                                                               "\xE2\x81\x9F",
                                                               "\xE3\x80\x80",
                                                               "\xEF\xBB\xBF"};
  return scan_detail::one_of_at(kSpaces, text, pos);
}

// Returns the length in bytes of the hyphen, dash or minus sign at `pos`; 0 if there is none.
inline size_t dash_at(std::string_view text, size_t pos) {
  static constexpr std::array<std::string_view, 10> kDashes = {
      "-",
      "\xE2\x80\x90",   // hyphen
      "\xE2\x80\x91",   // non-breaking hyphen
      "\xE2\x80\x92",   // figure dash
      "\xE2\x80\x93",   // en dash
      "\xE2\x80\x94",   // em dash
      "\xE2\x80\x95",   // horizontal bar
      "\xE2\x88\x92",   // minus
      "\xEF\xB9\xA3",   // small hyphen
      "\xEF\xBC\x8D"};  // full-width hyphen
  return scan_detail::one_of_at(kDashes, text, pos);
}

// Returns the length in bytes of the apostrophe at `pos`, straight or curly; 0 if there is none.
inline size_t apostrophe_at(std::string_view text, size_t pos) {
  static constexpr std::array<std::string_view, 4> kApostrophes = {"'", "\xE2\x80\x99",
                                                                   "\xE2\x80\x98", "\xCA\xBC"};
  return scan_detail::one_of_at(kApostrophes, text, pos);
}

}  // namespace ofsearch
