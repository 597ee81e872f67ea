#include "indexer/document/list_marks.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"

#include <cctype>

namespace ofsearch {
namespace {

constexpr int kLargestNumber = 400;   // of a paragraph; 2018 is a year
constexpr size_t kLongestNumber = 6;  // bytes, full stops included

Mark number_mark(std::string_view text) {
  size_t i = 0;
  while (i < text.size() && (is_ascii_digit(text[i]) || (text[i] == '.' && i > 0))) ++i;
  if (i == 0 || i > kLongestNumber || text[i - 1] != '.') return {};
  std::string_view digits = text.substr(0, i);
  while (digits.ends_with('.')) digits.remove_suffix(1);
  bool simple = digits.find('.') == std::string_view::npos;
  if (simple && std::stoi(std::string(digits)) > kLargestNumber) return {};
  size_t after = text.find_first_not_of(" \t", i);
  bool alone = after == std::string_view::npos;
  if (!alone && after == i) return {};
  return {std::string(digits), false, alone ? text.size() : after};
}

// U+FFFD is what a symbol font without a table of its characters leaves of a bullet.
bool is_sign(char32_t c) {
  return is_bullet(c) || c == 0xFFFD;
}

Mark bullet_mark(std::string_view text) {
  if (text.empty()) return {};
  size_t i = 0;
  char32_t c = next_code_point(text, &i);
  bool spaced = i < text.size() && text[i] == ' ';
  bool alone = i == text.size();
  bool dash = c == 0x2013 || c == 0x2015 || c == '-';
  bool letter = c == '*' || c == 'o';
  if (!is_sign(c) && !(dash && (spaced || alone)) && !(letter && spaced)) return {};
  if (c == 0xFFFD && !spaced && !alone) return {};
  while (i < text.size() && text[i] == ' ') ++i;
  return {"", true, i};
}

}  // namespace

Mark mark_of(std::string_view text) {
  Mark number = number_mark(text);
  return number.length > 0 ? number : bullet_mark(text);
}

std::string_view between_lines(std::string_view before, std::string_view after) {
  bool hyphen = before.size() > 1 && before.ends_with('-') &&
                std::isalnum(static_cast<unsigned char>(before[before.size() - 2])) != 0;
  bool series = after.starts_with("and ") || after.starts_with("or ") || after.starts_with("to ");
  return hyphen && !series ? "" : " ";
}

bool is_lone_mark(std::string_view text) {
  Mark mark = mark_of(text);
  return mark.length > 0 && mark.length == text.size();
}

}  // namespace ofsearch
