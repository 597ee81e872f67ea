#include "searcher/plan/direction/endings.h"

#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"

#include <string_view>
#include <unordered_set>

namespace ofsearch {
namespace {

using WordSet = std::unordered_set<std::string_view>;

bool is_helper(const std::string& word) {
  static const WordSet kWords = {"do",   "does", "did", "are", "is", "was", "were", "have", "has",
                                 "will", "can",  "it",  "we",  "he", "she", "they", "that", "this"};
  return kWords.contains(word);
}

bool is_of_today(const std::string& word) {
  static const WordSet kWords = {"now",   "anymore",  "any",   "more", "longer",
                                 "today", "nowadays", "these", "days", "currently"};
  return kWords.contains(word);
}

bool denies(const std::string& word) {
  return word == "not" || word == "no" || word == "dont" || word.ends_with("n't") ||
         word == "isnt" || word == "arent" || word == "doesnt" || word == "didnt";
}

bool joins_contrast(const std::string& word) {
  static const WordSet kWords = {"but", "and", "though", "although", "yet", "however"};
  return kWords.contains(word);
}

// "No longer a problem", "no longer seen": where such words begin behind "longer" at the end; the
// number of words if there are none.
size_t end_without_state(const std::vector<std::string>& words) {
  static const WordSet kWords = {"a",    "an",    "the",  "problem",   "issue", "concern", "case",
                                 "seen", "found", "used", "happening", "there", "true"};
  size_t end = words.size();
  while (end > 0 && kWords.contains(word_at(words, end - 1))) --end;
  return end > 0 && word_at(words, end - 1) == "longer" ? end : words.size();
}

// The first word of the clause; the number of words if there is none. Words of today may be gone
// from its end, as they order the answers.
size_t clause_of_ending(const std::vector<std::string>& words) {
  size_t end = end_without_state(words);
  const size_t least = end < words.size() ? 1 : 2;  // words before it
  bool is_over = false;                             // "not any more" says so without a "but"
  for (; end > 0; --end) {
    const std::string word = word_at(words, end - 1);
    if (!is_of_today(word) && !is_helper(word)) break;
    is_over = is_over || word == "anymore" || word == "more" || word == "longer";
  }
  if (end == 0 || !denies(word_at(words, end - 1))) return words.size();
  size_t begin = end - 1;
  while (begin > 0 && (is_helper(word_at(words, begin - 1)) || word_at(words, begin - 1) == "now"))
    --begin;
  if (begin > 1 && joins_contrast(word_at(words, begin - 1))) return begin - 1;
  return is_over && begin >= least ? begin : words.size();
}

}  // namespace

bool is_taken_back(const std::vector<std::string>& words, size_t at) {
  const size_t clause = clause_of_ending(words);
  return clause < words.size() && at < clause;
}

bool is_past(const std::vector<std::string>& words, size_t at) {
  static const WordSet kGrades = {"inadequate", "adequate", "good", "outstanding", "poor", "weak"};
  constexpr size_t kScope = 3;
  for (size_t before = at; before > 0 && at - before < kScope; --before) {
    const std::string word = word_at(words, before - 1);
    if (word == "previously" || word == "formerly") return true;
  }
  const std::string word = word_at(words, at), before = at > 0 ? word_at(words, at - 1) : "";
  if (before == "being" && at > 1 && word_at(words, at - 2) == "after")
    return kGrades.contains(word);
  // "From good to outstanding" is no worse.
  return before == "from" && word_at(words, at + 1) == "to" &&
         finding_of(word_at(words, at + 2)) != finding_of(word);
}

bool takes_back(const std::vector<std::string>& words, size_t at) {
  return at >= clause_of_ending(words);
}

}  // namespace ofsearch
