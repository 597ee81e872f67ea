#include "common/text/harmless.h"

#include "common/text/code_points.h"

#include <fmt/format.h>

namespace ofsearch {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool turns_or_ends_lines(char32_t c) {
  return (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_malformed(char32_t c, std::string_view bytes) {
  return c == 0xFFFD && bytes != "\uFFFD";
}

std::string spelt_out(std::string_view bytes) {
  std::string out;
  for (char byte : bytes) out += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
  return out;
}

}  // namespace

std::string printable(std::string_view text, std::string_view kept) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    size_t begin = i;
    char32_t c = next_code_point(text, &i);
    std::string_view bytes = text.substr(begin, i - begin);
    if (is_malformed(c, bytes))
      out += spelt_out(bytes);
    else if (turns_or_ends_lines(c))
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else if (is_control(c) && kept.find(static_cast<char>(c)) == std::string_view::npos)
      out += fmt::format("\\x{:02X}", static_cast<unsigned>(c));
    else
      out += bytes;
  }
  return out;
}

std::string harmless_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (size_t i = 0; i < json.size();) {
    size_t begin = i;
    char32_t c = next_code_point(json, &i);
    if (turns_or_ends_lines(c) || (is_control(c) && c >= 0x7F))
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += json.substr(begin, i - begin);
  }
  return out;
}

}  // namespace ofsearch
