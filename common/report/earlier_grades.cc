#include "common/report/earlier_grades.h"

#include "common/report/values.h"
#include "common/text/lists.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ofsearch {
namespace {

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool names_grade(std::string_view words) {
  return has_phrase(words, "ri") ||
         std::ranges::any_of(printed_grades(), [&](const PrintedGrade& row) {
           return row.grade != kNotJudged && has_phrase(words, row.words);
         });
}

bool tells_of_before(std::string_view remark) {
  static constexpr std::array<std::string_view, 10> kBefore = {
      "previously", "previous", "formerly", "was",  "were",
      "last",       "earlier",  "before",   "from", "unchanged"};
  const std::string words = bare_words(remark);
  if (!names_grade(words)) return false;
  return std::ranges::any_of(split_words(words), [](std::string_view word) {
    return is_year(word) || is_one_of(word, kBefore);
  });
}

// The remark in the brackets that `text` begins with; none if it begins with no bracket, or the
// remark is longer than any is. A text of nothing but brackets is then no endless work.
std::optional<std::string_view> remark_of(std::string_view text) {
  constexpr size_t kLongest = 120;  // bytes
  const char close = text.starts_with('(') ? ')' : text.starts_with('[') ? ']' : '\0';
  if (close == '\0') return std::nullopt;
  const std::string_view behind = text.substr(1, kLongest + 1);
  const size_t end = behind.find(close);
  if (end == behind.npos) return std::nullopt;
  return behind.substr(0, end);
}

}  // namespace

std::string without_earlier_grades(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const std::optional<std::string_view> remark = remark_of(text.substr(at));
    if (!remark || !tells_of_before(*remark)) {
      out.push_back(text[at++]);
      continue;
    }
    while (out.ends_with(' ')) out.pop_back();
    at += remark->size() + 2;
  }
  return out;
}

}  // namespace ofsearch
