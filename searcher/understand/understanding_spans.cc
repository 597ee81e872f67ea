#include "searcher/understand/understanding_spans.h"

#include <algorithm>
#include <array>

namespace ofsearch::understanding {
namespace {

// Months of a year that have a name; 14 is February of the next year.
struct Named {
  std::string_view name;
  int first, last;
};

constexpr Named kNamed[] = {
    {"january", 1, 1}, {"jan", 1, 1},       {"february", 2, 2},   {"feb", 2, 2},
    {"march", 3, 3},   {"mar", 3, 3},       {"april", 4, 4},      {"apr", 4, 4},
    {"may", 5, 5},     {"june", 6, 6},      {"jun", 6, 6},        {"july", 7, 7},
    {"jul", 7, 7},     {"august", 8, 8},    {"aug", 8, 8},        {"september", 9, 9},
    {"sept", 9, 9},    {"october", 10, 10}, {"oct", 10, 10},      {"november", 11, 11},
    {"nov", 11, 11},   {"dec", 12, 12},     {"december", 12, 12}, {"spring", 3, 5},
    {"summer", 6, 8},  {"autumn", 9, 11},   {"winter", 12, 14},   {"early", 1, 4},
    {"mid", 5, 8},     {"late", 9, 12},     {"beginning", 1, 3},  {"start", 1, 3},
    {"end", 10, 12},
};

std::optional<int> year_at(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  if (words.folded(at).size() != 4) return std::nullopt;
  const int year = number_of(words.folded(at));
  if (year < kFirstYearInWords || year > newest_year(vocabulary) + 1) return std::nullopt;
  return year;
}

const Named* named_at(const Words& words, std::size_t at) {
  const auto* named = std::ranges::find(kNamed, words.folded(at), &Named::name);
  return named == std::end(kNamed) ? nullptr : named;
}

// How many pieces at `at` name a part of a year that is counted, and which: "first quarter of",
// "Q3", "second half of".
std::size_t counted_part(const Words& words, std::size_t at, Named* part) {
  constexpr std::string_view kOrdinals[] = {"first 1st", "second 2nd", "third 3rd", "fourth 4th"};
  const std::string& piece = words.folded(at);
  if (piece.size() == 2 && piece[0] == 'q' && piece[1] >= '1' && piece[1] <= '4') {
    const int first = (piece[1] - '1') * 3 + 1;
    *part = {{}, first, first + 2};
    return 1;
  }
  const int parts = words.is_one_of(at + 1, "quarter") ? 4
                    : words.is_one_of(at + 1, "half")  ? 2
                                                       : 0;
  if (parts == 0) return 0;
  const int length = kMonthsOfYear / parts;
  for (int i = 0; i < parts; ++i) {
    const bool is_last = i + 1 == parts && words.is_one_of(at, "last final");
    if (!is_last && !words.is_one_of(at, kOrdinals[i])) continue;
    *part = {{}, i * length + 1, (i + 1) * length};
    return 2;
  }
  return 0;
}

// The same for any part: "March", "autumn term", "Q3".
std::size_t part_at(const Words& words, std::size_t at, Named* part) {
  const Named* named = named_at(words, at);
  if (named == nullptr) return counted_part(words, at, part);
  *part = *named;
  return words.is_one_of(at + 1, "term") ? 2 : 1;
}

// "2019/20"; "2019-2020" is a range.
bool is_two_years(const Words& words, std::size_t at, int year) {
  const std::string& next = words.folded(at + 1);
  return next.size() == 2 && words.word_of(at) == words.word_of(at + 1) &&
         number_of(next) == (year + 1) % 100;
}

}  // namespace

Span years(int first, int last) {
  return {first * kMonthsOfYear, last * kMonthsOfYear + 11, true};
}

Span months(int year, int first, int last) {
  return {year * kMonthsOfYear + first - 1, year * kMonthsOfYear + last - 1, false};
}

int number_of(const std::string& piece) {
  if (piece.empty() || piece.size() > 4 ||
      !std::all_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return -1;
  return std::stoi(piece);
}

int newest_year(const Vocabulary& vocabulary) {
  return vocabulary.newest.size() >= 4 ? number_of(vocabulary.newest.substr(0, 4)) : 2100;
}

std::optional<Span> named_span(const Words& words, std::size_t at, int year) {
  const Named* named = named_at(words, at);
  if (named == nullptr) return std::nullopt;
  return months(year, named->first, named->last);
}

std::optional<FoundSpan> span_at(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  Named part{};
  if (const std::size_t count = part_at(words, at, &part); count > 0) {
    std::size_t end = at + count;
    if (words.is_one_of(end, "of in")) ++end;
    if (const auto year = year_at(words, end, vocabulary))
      return FoundSpan{months(*year, part.first, part.last), end + 1 - at};
  }
  const auto year = year_at(words, at, vocabulary);
  if (!year) return std::nullopt;
  if (is_two_years(words, at, *year)) return FoundSpan{years(*year, *year + 1), 2};
  return FoundSpan{years(*year, *year), 1};
}

}  // namespace ofsearch::understanding
