#include "indexer/readers/list_label.h"

#include <array>
#include <utility>

namespace ofsearch {
namespace {

constexpr int kLargestRoman = 3999;

std::string letters(int number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26)
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

std::string roman(int number) {
  static constexpr std::array<std::pair<int, const char*>, 13> kSigns = {{{1000, "m"},
                                                                          {900, "cm"},
                                                                          {500, "d"},
                                                                          {400, "cd"},
                                                                          {100, "c"},
                                                                          {90, "xc"},
                                                                          {50, "l"},
                                                                          {40, "xl"},
                                                                          {10, "x"},
                                                                          {9, "ix"},
                                                                          {5, "v"},
                                                                          {4, "iv"},
                                                                          {1, "i"}}};
  std::string out;
  for (const auto& [value, sign] : kSigns)
    for (; number >= value; number -= value) out += sign;
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

NumberFormat format_of_letter(char type) {
  switch (type) {
    case 'a':
      return NumberFormat::kLowerLetter;
    case 'A':
      return NumberFormat::kUpperLetter;
    case 'i':
      return NumberFormat::kLowerRoman;
    case 'I':
      return NumberFormat::kUpperRoman;
    default:
      return NumberFormat::kDecimal;
  }
}

NumberFormat format_of_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, NumberFormat>, 6> kNames = {
      {{"decimal", NumberFormat::kDecimal},
       {"decimalZero", NumberFormat::kDecimal},
       {"lowerLetter", NumberFormat::kLowerLetter},
       {"upperLetter", NumberFormat::kUpperLetter},
       {"lowerRoman", NumberFormat::kLowerRoman},
       {"upperRoman", NumberFormat::kUpperRoman}}};
  for (const auto& [known, format] : kNames)
    if (known == name) return format;
  return NumberFormat::kBullet;
}

std::string format_number(int number, NumberFormat format) {
  bool writable = number > 0 && number <= kLargestRoman;
  if (format == NumberFormat::kBullet) return {};
  if (format == NumberFormat::kDecimal || !writable) return std::to_string(number);
  bool is_roman = format == NumberFormat::kLowerRoman || format == NumberFormat::kUpperRoman;
  bool is_upper = format == NumberFormat::kUpperLetter || format == NumberFormat::kUpperRoman;
  std::string text = is_roman ? roman(number) : letters(number);
  return is_upper ? upper(std::move(text)) : text;
}

}  // namespace ofsearch
