#include "indexer/readers/raised.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace ofsearch {
namespace {

constexpr std::array<char32_t, 10> kRaisedDigits = {0x2070, 0x00B9, 0x00B2, 0x00B3, 0x2074,
                                                    0x2075, 0x2076, 0x2077, 0x2078, 0x2079};

// The digits of "3", "[3]", "(3)", "[footnote 3]", "3, 4"; empty where there is more than that.
std::string note_number(std::string_view text) {
  constexpr size_t kLongest = 6;
  std::string digits, rest;
  for (char c : search_form(text)) {
    if (is_ascii_digit(c))
      digits.push_back(c);
    else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0)
      rest.push_back(c);
  }
  bool note = rest.empty() || rest == "footnote" || rest == "note" || rest == "fn";
  return note && digits.size() <= kLongest ? digits : std::string();
}

}  // namespace

char32_t raised_digit(int digit) {
  return kRaisedDigits[static_cast<size_t>(digit)];
}

std::string raised_text(std::string_view text, std::string_view before) {
  constexpr size_t kLongestSign = 4;  // bytes
  std::string out;
  for (char c : note_number(text)) append_code_point(&out, raised_digit(c - '0'));
  if (!out.empty() || text.size() > kLongestSign) return out.empty() ? std::string(text) : out;
  bool ordinal = !before.empty() && is_ascii_digit(before.back());
  bool mark = text.size() > 2;
  return ordinal || mark ? std::string(text) : std::string();
}

}  // namespace ofsearch
