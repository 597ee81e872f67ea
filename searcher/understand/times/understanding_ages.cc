#include "searcher/understand/times/understanding_ages.h"

#include "searcher/understand/words/understanding_spans.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

namespace ofsearch::understanding {
namespace {

constexpr int kYoungest = 2, kOldest = 14;
constexpr int kFirstInReports = 16;  // "16 and 17 year olds" are a term of theirs
constexpr int kGrownUp = 18;

bool is_age(int number) {
  return number >= kYoungest && number <= kOldest;
}

struct Age {
  int years = -1;
  std::size_t count = 0;  // pieces
};

bool has_years_old(const Words& words, std::size_t at) {
  return words.is_one_of(at, "year yr yrs y") && words.is_one_of(at + 1, "old olds o");
}

// "5s", "fives", "5 year olds", "the age of 5": people of that age; no pieces: nothing of the kind.
Age people_of_age(const Words& words, std::size_t at) {
  constexpr std::string_view kNamed[] = {"", "ones", "twos", "threes", "fours", "fives"};
  for (int years = 2; years < static_cast<int>(std::size(kNamed)); ++years)
    if (words.folded(at) == kNamed[years]) return {years, 1};
  const std::string& piece = words.folded(at);
  if (const int years = number_of(piece); years >= 0)
    return has_years_old(words, at + 1) ? Age{years, 3} : Age{};
  if (piece.ends_with('s') && number_of(piece.substr(0, piece.size() - 1)) >= 0)
    return {number_of(piece.substr(0, piece.size() - 1)), 1};
  if (words.length_at(at, "the age of") > 0 && number_of(words.folded(at + 3)) >= 0)
    return {number_of(words.folded(at + 3)), 4};
  return {};
}

// "Under 5s", "over-10s".
std::size_t length_of_limit(const Words& words, std::size_t at) {
  const bool is_under = words.is_one_of(at, "under below");
  if (!is_under && !words.is_one_of(at, "over")) return 0;
  const Age age = people_of_age(words, at + 1);
  const bool is_child = is_under ? age.years <= kGrownUp : age.years < kFirstInReports;
  return age.count > 0 && is_child ? 1 + age.count : 0;
}

// "0-5 year olds", "aged 10 to 14"; not those of 16 and more, of which reports speak.
std::size_t length_of_range(const Words& words, std::size_t at) {
  std::size_t end = at;
  const bool is_said = words.is_one_of(end, "aged age");
  if (is_said) ++end;
  if (words.is_one_of(end, "between")) ++end;
  const int first = number_of(words.folded(end));
  if (first < 0 || first >= kFirstInReports) return 0;
  const bool is_one_word = !words.ends_word(end);
  if (words.is_one_of(++end, "to and or"))
    ++end;
  else if (!is_one_word)
    return 0;
  const int last = number_of(words.folded(end++));
  if (last <= first || last > kGrownUp) return 0;
  if (has_years_old(words, end)) return end + 2 - at;
  return is_said ? end - at : 0;
}

// How many pieces from `at` give an age: "12 yr old", "12yo", "aged 12"; 0: none do.
std::size_t length_of_age(const Words& words, std::size_t at) {
  const std::string& piece = words.folded(at);
  if (const std::size_t length = length_of_limit(words, at); length > 0) return length;
  if (const std::size_t length = length_of_range(words, at); length > 0) return length;
  if (words.is_one_of(at, "aged age") && is_age(number_of(words.folded(at + 1))) &&
      !words.is_one_of(at + 2, "to and or until"))
    return 2;
  if (piece.size() > 2 && piece.ends_with("yo"))
    return is_age(number_of(piece.substr(0, piece.size() - 2))) ? 1 : 0;
  if (!is_age(number_of(piece)) || !words.is_one_of(at + 1, "year yr yrs y")) return 0;
  return words.is_one_of(at + 2, "old olds o") ? 3 : 0;
}

}  // namespace

AllRecognised find_ages(const Words& words) {
  AllRecognised all;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t length = words.begins_word(at) ? length_of_age(words, at) : 0;
    if (length == 0 || !words.ends_word(at + length - 1)) continue;
    Recognised age;
    age.first = at;
    age.count = length;
    age.notes.push_back(
        fmt::format("reports seldom give ages: \"{}\" was not looked for", words.text(at, length)));
    all.push_back(std::move(age));
    at += length - 1;
  }
  return all;
}

}  // namespace ofsearch::understanding
