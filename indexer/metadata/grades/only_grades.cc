#include "indexer/metadata/grades/only_grades.h"

#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/words/grade_words.h"
#include "indexer/metadata/grades/words/judgement_labels.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

// Words with which the other lines of a title page begin, in bare words.
constexpr std::array<std::string_view, 7> kTitleLabels = {
    "inspection date", "inspection dates",    "date of inspection", "dates of inspection",
    "lead inspector",  "reporting inspector", "report published"};

// The words above a table of grades, in bare words.
constexpr std::string_view kAboveTable =
    "the judgements on areas of the service that contribute to overall effectiveness are";

// Words that join a judgement and its grade, or head their columns.
constexpr std::array<std::string_view, 16> kJoining = {
    "judgement", "judgements", "judgment", "grade", "graded", "key", "the",  "is",
    "are",       "was",        "were",     "for",   "about",  "of",  "that", "it"};

struct Count {
  int judgements = 0, grades = 0;
};

// Returns how many of `words`, which are not empty, say a judgement or a grade or join them; 0 for
// others.
size_t stating_words(const std::vector<std::string_view>& words, size_t at, Count* count) {
  const auto labels = match_labels(words, at);
  if (!labels.empty()) {
    ++count->judgements;
    return labels.front().words;
  }
  const char* end = words.back().data() + words.back().size();
  const std::string_view rest(words[at].data(), static_cast<size_t>(end - words[at].data()));
  size_t length = 0;
  if (grade_at_start(rest, &length)) {
    ++count->grades;
    return split_words(rest.substr(0, length)).size();
  }
  if (rest.starts_with(kAboveTable)) return split_words(kAboveTable).size();
  const bool number = words[at].find_first_not_of("0123456789") == std::string_view::npos;
  return number || is_one_of(words[at], kJoining) ? 1 : 0;
}

// The first word that belongs to the grades: behind what a title page says before them.
size_t begin_of_grades(const std::vector<std::string_view>& words, std::string_view line) {
  const bool title = std::ranges::any_of(
      kTitleLabels, [&](std::string_view label) { return find_phrase(line, label) == 0; });
  size_t at = 0;
  while (title && at < words.size() && match_labels(words, at).empty()) ++at;
  return at;
}

// "Children's services in Loamshire are good", above the table.
bool grades_all_services(std::string_view line) {
  std::string_view before;
  constexpr size_t kLongestName = 70;  // bytes, of an authority's name and the words before it
  return line.starts_with("childrens services in ") && grade_at_end(line, &before) &&
         before.size() <= kLongestName;
}

// Counts what `line` (bare words) states; false if it says anything else.
bool count_grades(const std::string& line, Count* count) {
  if (grades_all_services(line)) return true;
  const std::vector<std::string_view> words = split_words(line);
  for (size_t at = begin_of_grades(words, line); at < words.size();) {
    const size_t taken = stating_words(words, at, count);
    if (taken == 0) return false;
    at += taken;
  }
  return true;
}

}  // namespace

bool states_only_grades(std::string_view text) {
  constexpr size_t kLongestTable = 1500;  // bytes
  if (text.size() > kLongestTable) return false;
  Count count;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (!count_grades(bare_words(text.substr(begin, end - begin)), &count)) return false;
    begin = end + 1;
  }
  return count.judgements > 0 && count.grades > 0;
}

}  // namespace ofsearch
