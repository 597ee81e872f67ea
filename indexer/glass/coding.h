// How numbers and texts are written in the tables of a glass database (Xapian 1.4,
// xapian-core/common/pack.h describes the encodings).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ofsearch::glass {

// Seven bits a byte, the lowest first; the high bit says that more follow.
inline void append_number(std::string* out, uint64_t number) {
  for (; number >= 0x80; number >>= 7) out->push_back(static_cast<char>(number | 0x80));
  out->push_back(static_cast<char>(number));
}

inline void append_text(std::string* out, std::string_view text) {
  append_number(out, text.size());
  *out += text;
}

// At the end of a key: whole bytes, the lowest first, none for zero.
inline void append_last_number(std::string* out, uint32_t number) {
  for (; number > 0; number >>= 8) out->push_back(static_cast<char>(number));
}

// Sorts as the number does: highest byte first, behind as many one bits as bytes follow the second.
inline void append_sorted_number(std::string* out, uint32_t number) {
  int bytes = number < 0x8000 ? 2 : number < 0x400000 ? 3 : number < 0x20000000 ? 4 : 5;
  auto ones = static_cast<uint64_t>(0xff00 >> (bytes - 2)) & 0xff;
  uint64_t bits = number | ones << (8 * (bytes - 1));
  for (int byte = bytes; byte-- > 0;) out->push_back(static_cast<char>(bits >> (8 * byte)));
}

// Sorts as the text does, at the end of a key; a zero byte is written with an 0xff behind it.
inline void append_sorted_text(std::string* out, std::string_view text) {
  for (char c : text) {
    out->push_back(c);
    if (c == '\0') out->push_back('\xff');
  }
}

}  // namespace ofsearch::glass
