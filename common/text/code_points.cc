#include "common/text/code_points.h"

#include "common/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Dashes, quotation marks, bullets: nearly all signs of reports that are not ASCII. Told without
// ICU's tables, which a search would enter for them alone.
bool is_general_punctuation(char32_t c) {
  return c >= 0x2010 && c <= 0x2027;
}

// A byte of a code point but its first.
bool is_continuation(char c) {
  return (c & 0xC0) == 0x80;
}

}  // namespace

bool is_invisible(char32_t c) {
  // These include the controls that a terminal obeys, and those that turn the direction of writing.
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0x7F && c <= 0x9F && c != 0x85) ||
         (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
}

bool is_space(char32_t c) {
  if (is_general_punctuation(c)) return false;
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' ||
         (c >= 0x80 && (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x00A0));
}

bool is_private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032 || c == 0x201B ||
         c == 0xFF07;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_word(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(static_cast<char>(c));
  if (is_general_punctuation(c)) return false;
  auto u = static_cast<UChar32>(c);
  bool letter = u_isalnum(u) || ((U_MASK(u_charType(u)) & U_GC_M_MASK) != 0);
  // The search form drops these ("✔" followed by a selector of its picture).
  return letter && !u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

char32_t next_wide_code_point(std::string_view text, size_t* offset) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 c = 0;
  size_t i = *offset;
  U8_NEXT(bytes, i, text.size(), c);
  *offset = i;
  return c < 0 ? kReplacement : static_cast<char32_t>(c);
}

void append_code_point(std::string* out, char32_t c) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
    return;
  }
  std::array<uint8_t, 4> bytes{};
  int32_t n = 0;
  UBool error = false;
  U8_APPEND(bytes, n, 4, static_cast<UChar32>(c), error);
  if (!error) out->append(reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(n));
}

size_t cut_at_character(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

size_t length(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x2219 || c == 0x25A0 || c == 0x25A1 ||
         c == 0x25AA || c == 0x25AB || c == 0x25B6 || c == 0x25BA || c == 0x25CB || c == 0x25CF ||
         c == 0x25E6 || c == 0x25FC || c == 0x25FE || c == 0x2756 || c == 0x27A2 || c == 0x00B7 ||
         c == 0x2713 || c == 0x2714 || is_private_use(c);
}

bool is_utf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const uint8_t*>(bytes.data()), i, bytes.size(), c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace ofsearch
