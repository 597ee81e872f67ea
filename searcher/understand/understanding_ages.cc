#include "searcher/understand/understanding_ages.h"

#include "searcher/understand/understanding_spans.h"

#include <fmt/format.h>

namespace ofsearch::understanding {
namespace {

constexpr int kYoungest = 2, kOldest = 14;

bool is_age(int number) {
  return number >= kYoungest && number <= kOldest;
}

// How many pieces from `at` give an age: "12 yr old", "12yo", "aged 12"; 0: none do.
std::size_t length_of_age(const Words& words, std::size_t at) {
  const std::string& piece = words.folded(at);
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
