#include "indexer/metadata/grades/words/grade_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

bool is_digits(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view last_word(std::string_view words) {
  size_t space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

std::string_view drop_first(std::string_view words) {
  size_t space = words.find(' ');
  return space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
}

std::string_view drop_last(std::string_view words) {
  size_t space = words.rfind(' ');
  return space == std::string_view::npos ? std::string_view() : words.substr(0, space);
}

}  // namespace

std::string_view without_numbers(std::string_view words) {
  while (is_digits(first_word(words))) words = drop_first(words);
  if (first_word(words) == "grade" && is_digits(first_word(drop_first(words))))
    words = drop_first(drop_first(words));
  while (is_digits(last_word(words))) {
    words = drop_last(words);
    if (last_word(words) == "grade") words = drop_last(words);
  }
  // A footnote's number printed behind the last letter.
  while (words.size() > 3 && words.back() >= '0' && words.back() <= '9') words.remove_suffix(1);
  return words;
}

std::optional<std::string> grade_from_words(std::string_view words) {
  words = without_numbers(words);
  for (const PrintedGrade& row : printed_grades())
    if (words == row.words) return std::string(row.grade);
  return std::nullopt;
}

std::optional<std::string> grade_at_end(std::string_view words, std::string_view* before) {
  words = without_numbers(words);
  for (const PrintedGrade& row : printed_grades()) {
    if (!words.ends_with(row.words)) continue;
    size_t at = words.size() - row.words.size();
    if (at > 0 && words[at - 1] != ' ') continue;
    *before = words.substr(0, at == 0 ? 0 : at - 1);
    return std::string(row.grade);
  }
  return std::nullopt;
}

std::optional<std::string> grade_at_start(std::string_view words, size_t* end) {
  for (const PrintedGrade& row : printed_grades()) {
    if (!words.starts_with(row.words)) continue;
    if (words.size() > row.words.size() && words[row.words.size()] != ' ') continue;
    *end = row.words.size();
    return std::string(row.grade);
  }
  return std::nullopt;
}

bool is_grade_piece(std::string_view words) {
  words = without_numbers(words);
  if (words.empty()) return false;
  std::string inner = ' ' + std::string(words) + ' ';
  return std::ranges::any_of(printed_grades(), [&](const PrintedGrade& row) {
    return (' ' + std::string(row.words) + ' ').find(inner) != std::string::npos;
  });
}

bool grade_may_go_on(std::string_view words) {
  words = without_numbers(words);
  return std::ranges::any_of(printed_grades(), [&](const PrintedGrade& row) {
    return row.words.size() > words.size() && row.words.starts_with(words) &&
           row.words[words.size()] == ' ';
  });
}

}  // namespace ofsearch
