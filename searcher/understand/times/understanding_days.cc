#include "searcher/understand/times/understanding_days.h"

#include "common/dates/typed_date.h"
#include "common/text/characters.h"

#include <algorithm>

namespace ofsearch::understanding {
namespace {

FoundDay found_day(const Date& day, std::size_t count) {
  if (!is_valid(day)) return {std::nullopt, count};
  return {Span{day, day, false}, count};
}

// A word of digits and signs, without the marks around it; two digits of a year are this century's.
std::string numbers_of(std::string word) {
  while (!word.empty() && !is_ascii_digit(word.back())) word.pop_back();
  word.erase(word.begin(), std::ranges::find_if(word, is_ascii_digit));
  const auto last = word.rfind('/');
  const bool is_short =
      std::ranges::count(word, '/') == 2 && word.size() - last == 3 && word.find('/') <= 2;
  return is_short ? word.substr(0, last + 1) + "20" + word.substr(last + 1) : word;
}

// Digits and signs of the word that begin at piece `at`: all, or one side of the dash in
// "01/04/2023-31/03/2024". Empty if the word has anything else.
std::string numbers_at(const Words& words, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && words.word_of(first - 1) == words.word_of(at)) --first;
  for (std::size_t i = first; i < words.size() && words.word_of(i) == words.word_of(at); ++i)
    if (number_of(words.folded(i)) < 0) return {};
  std::string word = words.typed()[words.word_of(at)];
  const bool is_range = std::ranges::count(word, '/') == 4;
  constexpr std::size_t kPiecesOfDay = 3;
  if (at != first && (!is_range || at != first + kPiecesOfDay)) return {};
  if (!is_range) return numbers_of(std::move(word));
  // Behind the second "/" are the digits of a year, and a dash of one or more bytes.
  std::size_t end = word.find('/', word.find('/') + 1) + 1;
  while (end < word.size() && is_ascii_digit(word[end])) ++end;
  return numbers_of(at == first ? word.substr(0, end) : word.substr(end));
}

// "01/05/2023", "2023-05-01", "2023-05".
std::optional<FoundDay> day_in_numbers(const Words& words, std::size_t at,
                                       const Vocabulary& vocabulary) {
  if (at >= words.size()) return std::nullopt;
  const std::string numbers = numbers_at(words, at);
  const auto is_sign = [](char c) { return !is_ascii_digit(c); };
  const std::size_t count = 1 + static_cast<std::size_t>(std::ranges::count_if(numbers, is_sign));
  const auto days = count > 1 ? parse_typed_date(numbers, Date{}) : std::nullopt;
  if (!days || days->first.year < kFirstYearInWords ||
      days->first.year > newest_year(vocabulary) + 1)
    return std::nullopt;
  return FoundDay{Span{days->first, days->last, false}, count, days->first == days->last};
}

}  // namespace

int day_number_at(const Words& words, std::size_t at) {
  constexpr std::string_view kNumbered =
      "section s part paragraph para regulation article chapter act aged age under over top";
  std::string piece = words.folded(at);
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (piece.size() > 2 && piece.ends_with(ending)) piece.resize(piece.size() - 2);
  const int day = piece.size() <= 2 ? number_of(piece) : 0;
  return day < 1 || day > 31 || (at > 0 && words.is_one_of(at - 1, kNumbered)) ? 0 : day;
}

std::optional<FoundDay> day_at(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  if (auto day = day_in_numbers(words, at, vocabulary)) return day;
  std::size_t end = at;
  int day = day_number_at(words, end), month = 0;
  if (day > 0) {  // "1st of May 2023"
    if (words.is_one_of(++end, "of")) ++end;
    month = month_at(words, end++);
  } else if ((month = month_at(words, end)) > 0) {  // "May 1 2023"
    day = day_number_at(words, ++end);
    ++end;
  }
  if (day == 0 || month == 0) return std::nullopt;
  const auto year = year_at(words, end, vocabulary);
  if (!year) return std::nullopt;
  return found_day({year->year, month, day}, end + year->count - at);
}

}  // namespace ofsearch::understanding
