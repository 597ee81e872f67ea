#include "searcher/understand/words/understanding_spans.h"

#include <algorithm>
#include <array>

namespace ofsearch::understanding {
namespace {

struct Named {
  std::string_view name;
  int first, last;  // as Part has them
};

constexpr Named kMonthsAndSeasons[] = {
    {"january", 1, 1}, {"jan", 1, 1},       {"february", 2, 2},   {"feb", 2, 2},
    {"march", 3, 3},   {"mar", 3, 3},       {"april", 4, 4},      {"apr", 4, 4},
    {"may", 5, 5},     {"june", 6, 6},      {"jun", 6, 6},        {"july", 7, 7},
    {"jul", 7, 7},     {"august", 8, 8},    {"aug", 8, 8},        {"september", 9, 9},
    {"sept", 9, 9},    {"october", 10, 10}, {"oct", 10, 10},      {"november", 11, 11},
    {"nov", 11, 11},   {"dec", 12, 12},     {"december", 12, 12}, {"spring", 3, 5},
    {"summer", 6, 8},  {"autumn", 9, 11},   {"winter", 12, 14},
};

// Of schools.
constexpr Named kTerms[] = {{"autumn", 9, 12}, {"spring", 1, 4}, {"summer", 4, 7}};

constexpr Named kRest[] = {
    {"early", 1, 4},     {"mid", 5, 8},   {"middle", 5, 8}, {"late", 9, 12},
    {"beginning", 1, 3}, {"start", 1, 3}, {"end", 10, 12},
};

// Years of a decade, 0 to 9.
constexpr Named kPartsOfDecade[] = {
    {"early", 0, 3},  {"beginning", 0, 3}, {"start", 0, 3}, {"mid", 4, 6},
    {"middle", 4, 6}, {"late", 7, 9},      {"end", 7, 9},
};

template <std::size_t N>
const Named* named_at(const Words& words, std::size_t at, const Named (&table)[N]) {
  const auto* named = std::ranges::find(table, words.folded(at), &Named::name);
  return named == std::end(table) ? nullptr : named;
}

// "First quarter", "Q3", "second half".
std::optional<Part> counted_part(const Words& words, std::size_t at) {
  constexpr std::string_view kOrdinals[] = {"first 1st", "second 2nd", "third 3rd", "fourth 4th"};
  const std::string& piece = words.folded(at);
  if (piece.size() == 2 && piece[0] == 'q' && piece[1] >= '1' && piece[1] <= '4') {
    const int first = (piece[1] - '1') * 3 + 1;
    return Part{first, first + 2, 1};
  }
  const int parts = words.is_one_of(at + 1, "quarter") ? 4
                    : words.is_one_of(at + 1, "half")  ? 2
                                                       : 0;
  if (parts == 0) return std::nullopt;
  const int length = kMonthsOfYear / parts;
  for (int i = 0; i < parts; ++i) {
    const bool is_last = i + 1 == parts && words.is_one_of(at, "last final");
    if (is_last || words.is_one_of(at, kOrdinals[i]))
      return Part{i * length + 1, (i + 1) * length, 2};
  }
  return std::nullopt;
}

// The first year of "2010s"; 0: it is no decade.
int decade_of(const std::string& piece, const Vocabulary& vocabulary) {
  if (piece.size() != 5 || !piece.ends_with("0s")) return 0;
  const int year = number_of(piece.substr(0, 4));
  return year < kFirstYearInWords || year > newest_year(vocabulary) ? 0 : year;
}

}  // namespace

Span years(int first, int last) {
  return {{first, 1, 1}, {last, 12, 31}, true};
}

Span months(int year, int first, int last) {
  const Date begin{year, 1, 1};
  return {months_before(begin, 1 - first), days_before(months_before(begin, -last), 1), false};
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

std::optional<Date> newest_day(const Vocabulary& vocabulary) {
  const std::string& newest = vocabulary.newest;
  if (newest.size() != 8) return std::nullopt;
  const Date day{number_of(newest.substr(0, 4)), number_of(newest.substr(4, 2)),
                 number_of(newest.substr(6, 2))};
  return is_valid(day) ? std::optional(day) : std::nullopt;
}

std::optional<FoundYear> year_at(const Words& words, std::size_t at, const Vocabulary& vocabulary) {
  // "The last year" is no calendar year.
  const bool is_last = words.is_one_of(at, "last") && (at == 0 || !words.is_one_of(at - 1, "the"));
  if ((is_last || words.is_one_of(at, "this")) && words.is_one_of(at + 1, "year")) {
    if (!newest_day(vocabulary)) return std::nullopt;
    return FoundYear{newest_year(vocabulary) - (is_last ? 1 : 0), 2};
  }
  if (words.folded(at).size() != 4) return std::nullopt;
  const int year = number_of(words.folded(at));
  if (year < kFirstYearInWords || year > newest_year(vocabulary) + 1) return std::nullopt;
  return FoundYear{year, 1};
}

int month_at(const Words& words, std::size_t at) {
  const Named* named = named_at(words, at, kMonthsAndSeasons);
  return named != nullptr && named->first == named->last ? named->first : 0;
}

std::optional<Part> month_or_season_at(const Words& words, std::size_t at) {
  if (words.is_one_of(at + 1, "term"))
    if (const Named* term = named_at(words, at, kTerms)) return Part{term->first, term->last, 2};
  const Named* named = named_at(words, at, kMonthsAndSeasons);
  if (named == nullptr) return std::nullopt;
  return Part{named->first, named->last, 1};
}

std::optional<Part> part_at(const Words& words, std::size_t at) {
  if (const auto part = month_or_season_at(words, at)) return part;
  if (const Named* named = named_at(words, at, kRest)) return Part{named->first, named->last, 1};
  return counted_part(words, at);
}

std::optional<FoundSpan> part_of_decade_at(const Words& words, std::size_t at, int year) {
  FoundSpan found{{}, 0, year};
  if (const Named* named = named_at(words, at, kPartsOfDecade)) {
    found.span = years(year + named->first, year + named->last);
    found.count = 1;
    return found;
  }
  const auto half = words.is_one_of(at + 1, "half") ? counted_part(words, at) : std::nullopt;
  if (!half) return std::nullopt;
  found.span = half->first == 1 ? years(year, year + 4) : years(year + 5, year + 9);
  found.count = half->count;
  return found;
}

std::optional<FoundSpan> decade_at(const Words& words, std::size_t at,
                                   const Vocabulary& vocabulary) {
  if (const int year = decade_of(words.folded(at), vocabulary); year > 0)
    return FoundSpan{years(year, year + 9), 1, year};
  const auto any = part_of_decade_at(words, at, kFirstYearInWords);
  if (!any) return std::nullopt;
  std::size_t end = at + any->count;
  if (words.is_one_of(end, "of in")) ++end;
  if (words.is_one_of(end, "the")) ++end;
  const int year = decade_of(words.folded(end), vocabulary);
  if (year == 0) return std::nullopt;
  auto part = part_of_decade_at(words, at, year);
  part->count = end + 1 - at;
  return part;
}

}  // namespace ofsearch::understanding
