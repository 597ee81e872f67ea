#include "indexer/document/lines/list_marks.h"

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
  bool bracket = i > 0 && i < text.size() && text[i] == ')' && text[i - 1] != '.';
  i += bracket ? 1 : 0;
  if (i == 0 || i > kLongestNumber || (text[i - 1] != '.' && !bracket)) return {};
  std::string_view digits = text.substr(0, bracket ? i - 1 : i);
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
  bool spaced = i < text.size() && (text[i] == ' ' || text[i] == '\t');
  bool alone = i == text.size();
  bool dash = c == 0x2013 || c == 0x2015 || c == '-';
  bool letter = c == '*' || c == 'o';
  if (!is_sign(c) && !(dash && (spaced || alone)) && !(letter && spaced)) return {};
  if (c == 0xFFFD && !spaced && !alone) return {};
  while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
  return {"", true, i};
}

}  // namespace

Mark mark_of(std::string_view text) {
  Mark number = number_mark(text);
  return number.length > 0 ? number : bullet_mark(text);
}

Mark paragraph_number_of(std::string_view text) {
  constexpr size_t kShortest = 60;  // bytes of a paragraph; less is a heading or a row
  size_t begin = text.starts_with('(') ? 1 : 0, end = begin;
  while (end < text.size() && (is_ascii_digit(text[end]) || (text[end] == '.' && end > begin)))
    ++end;
  std::string_view number = text.substr(begin, end - begin);
  if (number.empty() || number.size() > kLongestNumber || number.ends_with('.')) return {};
  bool nested = number.find('.') != std::string_view::npos;
  if (begin > 0 ? nested || !text.substr(end).starts_with(") ") : !nested) return {};
  size_t after = end + begin + 1;
  bool sentence = text.size() >= kShortest && text.ends_with('.') && text.find('\t') == text.npos;
  bool upper = after < text.size() && text[after] >= 'A' && text[after] <= 'Z';
  if (!sentence || !upper || text[after - 1] != ' ') return {};
  return {std::string(number), false, after};
}

bool begins_lettered_item(std::string_view text, std::string_view before) {
  constexpr size_t kLongest = 4;  // letters: "viii"
  const size_t close = text.find(')');
  if (!text.starts_with('(') || close == text.npos || !text.substr(close).starts_with(") "))
    return false;
  const std::string_view mark = text.substr(1, close - 1);
  const bool letter = mark.size() == 1 && mark[0] >= 'a' && mark[0] <= 'z';
  const bool roman = !mark.empty() && mark.size() <= kLongest &&
                     mark.find_first_not_of("ivx") == std::string_view::npos;
  if (!letter && !roman) return false;
  return before.ends_with('.') || before.ends_with(';') || before.ends_with(':') ||
         before.ends_with(',') || before.ends_with(" and") || before.ends_with(" or");
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
