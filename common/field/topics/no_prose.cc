#include "common/field/topics/no_prose.h"

#include "common/text/characters.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr int kHeading = 12;  // words; a heading may have capitals throughout
constexpr int kGrades = 3;
constexpr int kWordsOfGrade = 14;  // of a row of a table, on average, with its grade

constexpr std::array<std::string_view, 5> kFirstWords = {"Outstanding", "Good", "Requires",
                                                         "Inadequate", "Adequate"};

}  // namespace

bool is_no_prose(std::string_view text) {
  int words = 0, capitals = 0, grades = 0;
  bool begins = true;  // a sentence
  for (std::string_view word : split(text, ' ')) {
    while (!word.empty() && !is_ascii_letter(word.front())) word.remove_prefix(1);
    if (word.empty()) continue;
    ++words;
    capitals += is_ascii_upper(word.front());
    const std::string_view bare = word.substr(0, word.find_last_not_of(".,;:") + 1);
    grades += !begins && std::ranges::find(kFirstWords, bare) != kFirstWords.end();
    begins = word.back() == '.';
  }
  if (words < kHeading) return false;
  return 2 * capitals >= words || (grades >= kGrades && words <= grades * kWordsOfGrade);
}

}  // namespace ofsearch
