#include "searcher/understand/understanding_times.h"

#include "common/report/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace ofsearch::understanding {
namespace {

constexpr int kFirstYear = 1990;

constexpr std::array<std::string_view, 24> kMonths = {
    "january",   "february", "march",    "april",    "may",  "june", "july", "august",
    "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
    "may",       "jun",      "jul",      "aug",      "sept", "oct",  "nov",  "dec"};

constexpr std::array<std::string_view, 13> kNumbers = {"",     "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

int last_day(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Months of a year that have a name together; `last` 14 is February of the next year.
struct Season {
  std::string_view name;
  int first, last;
};

constexpr std::array<Season, 10> kSeasons = {{{"spring", 3, 5},
                                              {"summer", 6, 8},
                                              {"autumn", 9, 11},
                                              {"winter", 12, 14},
                                              {"early", 1, 4},
                                              {"mid", 5, 8},
                                              {"late", 9, 12},
                                              {"beginning", 1, 3},
                                              {"start", 1, 3},
                                              {"end", 10, 12}}};

// A year, or months of it: `month` 0 is the whole year, `last_month` 0 is the same month, and more
// than 12 is of the next year. `last_year` for "2019/20".
struct Point {
  int year = 0, month = 0, last_year = 0;
  std::size_t count = 0;  // pieces
  int last_month = 0;
};

int number_of(const std::string& piece) {
  if (piece.empty() || piece.size() > 4 ||
      !std::all_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return -1;
  return std::stoi(piece);
}

int newest_year(const Vocabulary& vocabulary) {
  return vocabulary.newest.size() >= 4 ? number_of(vocabulary.newest.substr(0, 4)) : 2100;
}

int month_of(const std::string& piece) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (piece == kMonths[i]) return static_cast<int>(i % 12) + 1;
  return 0;
}

// A period of whole years or of months; 0: open.
struct Period {
  Point from, to;
};

class TimeFinder {
 public:
  TimeFinder(const Words& words, const Vocabulary& vocabulary)
      : words_(words), vocabulary_(vocabulary) {}

  AllRecognised run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t before = found_.size();
      if (words_.begins_word(at) && !range(at) && !bounded(at) && !last_ones(at) && !ago(at) &&
          !decade(at))
        single(at);
      at = found_.size() > before ? found_.back().first + found_.back().count : at + 1;
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t at, std::string_view list) const { return words_.is_one_of(at, list); }

  std::optional<Point> point(std::size_t at) const {
    if (const int month = month_of(words_.folded(at)); month > 0) {
      const std::size_t year_at = at + 1 + (words_.folded(at + 1) == "of" ? 1 : 0);
      if (const auto year = whole_year(year_at))
        return Point{year->year, month, 0, year_at + 1 - at, 0};
      return std::nullopt;
    }
    if (auto months = season(at)) return months;
    auto year = whole_year(at);
    if (!year) return std::nullopt;
    const int next = number_of(words_.folded(at + 1));  // "2019/20", "2019-2020" is a range
    const bool financial = words_.word_of(at) == (at + 1 < words_.size() ? words_.word_of(at + 1)
                                                                         : words_.typed().size());
    if (financial && words_.folded(at + 1).size() == 2 && next == (year->year + 1) % 100) {
      year->last_year = year->year + 1;
      year->count = 2;
    }
    return year;
  }

  // "Autumn 2023", "the summer of 2022", "early 2024".
  std::optional<Point> season(std::size_t at) const {
    for (const Season& each : kSeasons) {
      if (words_.folded(at) != each.name) continue;
      std::size_t year_at = at + 1;
      if (is(year_at, "term")) ++year_at;
      if (is(year_at, "of in")) ++year_at;
      if (const auto year = whole_year(year_at))
        return Point{year->year, each.first, 0, year_at + 1 - at, each.last};
    }
    return std::nullopt;
  }

  std::optional<Point> whole_year(std::size_t at) const {
    if (words_.folded(at).size() != 4) return std::nullopt;
    const int year = number_of(words_.folded(at));
    if (year < kFirstYear || year > newest_year(vocabulary_) + 1) return std::nullopt;
    return Point{year, 0, 0, 1, 0};
  }

  // "Children Act 1989", "Working Together 2018", "the 2014 regulations".
  bool is_of_a_law(std::size_t first, std::size_t end) const {
    constexpr std::string_view kLaws =
        "act acts regulation regulations order code guidance framework reform reforms legislation";
    return (first > 0 && is(first - 1, kLaws)) || is(end, kLaws) ||
           (first > 1 && words_.folded(first - 1) == "together" &&
            words_.folded(first - 2) == "working");
  }

  // ---- Forms ----------------------------------------------------------------------------------

  // "between 2015 and 2018", "from 2015 to 2018", "2015-2018".
  bool range(std::size_t at) {
    std::size_t from_at = at;
    const bool between = is(at, "between");
    const bool from = is(at, "from during in");
    if (between || from) ++from_at;
    const auto first = point(from_at);
    if (!first) return false;
    std::size_t to_at = from_at + first->count;
    const bool same_word =
        to_at < words_.size() && words_.word_of(to_at) == words_.word_of(to_at - 1);
    if (is(to_at, between ? "and to" : "to until till through"))
      ++to_at;
    else if (!same_word)
      return false;
    const auto last = point(to_at);
    if (!last || last->year < first->year) return false;
    return add(at, to_at + last->count, {*first, *last});
  }

  // "since 2019", "before March 2016", "2019 onwards", "2020 or later".
  bool bounded(std::size_t at) {
    std::size_t point_at = at;
    bool since = is(at, "since"), after = is(at, "after post"), before = is(at, "before pre");
    bool until = is(at, "until till by");
    if (is(at, "up") && is(at + 1, "to")) {
      until = true;
      ++point_at;
      if (is(point_at + 1, "and") && is(point_at + 2, "including")) point_at += 2;
    }
    const bool word = since || after || before || until;
    if (word) ++point_at;
    if (word && is(point_at, "the")) ++point_at;
    if (!word && is(at, "from in")) ++point_at;
    const auto when = point(point_at);
    if (!when) return false;
    std::size_t end = point_at + when->count;
    if (!word) {
      if (is(end, "onward onwards")) {
        ++end;
      } else if (is(end, "or and") && is(end + 1, "later after newer since")) {
        end += 2;
      } else if (is(end, "or and") && is(end + 1, "earlier before older")) {
        end += 2;
        return add(at, end, {Point(), *when});
      } else {
        return false;
      }
      since = true;
    }
    if (is_of_a_law(point_at, end)) return false;
    if (since) return add(at, end, {*when, Point()});
    if (until) return add(at, end, {Point(), *when});
    return add(at, end, after ? Period{next(*when), Point()} : Period{Point(), previous(*when)});
  }

  // "last three years", "in the past 18 months", "last year", "this year".
  // "Last year" is a calendar year, "the last year" is the last twelve months.
  bool last_ones(std::size_t at) {
    std::size_t end = at;
    if (is(end, "in over during within for from")) ++end;
    if (is(end, "last") && is(end + 1, "year")) {
      const int before = newest_year(vocabulary_) - 1;
      if (vocabulary_.newest.size() >= 4)
        return add(at, end + 2, {Point{before, 0, 0, 0, 0}, Point{before, 0, 0, 0, 0}});
    }
    if (is(end, "the")) ++end;
    if (vocabulary_.newest.size() < 6) return false;
    const int year = newest_year(vocabulary_), month = number_of(vocabulary_.newest.substr(4, 2));
    if (is(end, "this") && is(end + 1, "year"))
      return add(at, end + 2, {Point{year, 0, 0, 0, 0}, Point{year, 0, 0, 0, 0}});
    if (!is(end, "last past previous")) return false;
    ++end;
    int count = 1;
    if (is(end, "few couple")) {
      count = is(end, "few") ? 3 : 2;
      ++end;
      if (is(end, "of")) ++end;
    } else if (const int number = number_in_words(end); number > 0) {
      count = number;
      ++end;
    }
    if (!is(end, "year month")) return false;
    const int months = count * (is(end, "year") ? 12 : 1);
    const int begin = year * 12 + month - 1 - months;
    return add(at, end + 1, {Point{begin / 12, begin % 12 + 1, 0, 0, 0}, Point()});
  }

  // "Five years ago".
  bool ago(std::size_t at) {
    std::size_t end = at;
    if (is(end, "about around some over")) ++end;
    const int count = is(end, "a an") ? 1 : is(end, "couple") ? 2 : number_in_words(end);
    if (count == 0 || vocabulary_.newest.size() < 4) return false;
    if (is(++end, "of")) ++end;
    if (!is(end, "year years") || !is(end + 1, "ago")) return false;
    const Point year{newest_year(vocabulary_) - count, 0, 0, 0, 0};
    return add(at, end + 2, {year, year});
  }

  int number_in_words(std::size_t at) const {
    for (std::size_t i = 1; i < kNumbers.size(); ++i)
      if (words_.folded(at) == kNumbers[i]) return static_cast<int>(i);
    const int number = number_of(words_.folded(at));
    return number > 0 && number <= 60 ? number : 0;
  }

  // "the 2010s".
  bool decade(std::size_t at) {
    std::size_t first = at;
    if (is(first, "in during of for from")) ++first;
    if (is(first, "the")) ++first;
    const std::string& piece = words_.folded(first);
    if (piece.size() != 5 || !piece.ends_with("0s")) return false;
    const int year = number_of(piece.substr(0, 4));
    if (year < kFirstYear || year > newest_year(vocabulary_)) return false;
    return add(at, first + 1, {Point{year, 0, 0, 0, 0}, Point{year + 9, 0, 0, 0, 0}});
  }

  bool single(std::size_t at) {
    std::size_t first = at;
    if (is(first, "in during of for from")) ++first;
    if (first > at && is(first, "the")) ++first;
    const auto when = point(first);
    if (!when || is_of_a_law(first, first + when->count)) return false;
    return add(at, first + when->count, {*when, *when});
  }

  // ---- To filters -----------------------------------------------------------------------------

  // Months beyond December are of the next year.
  static Point point_of(int year, int month) {
    return {year + (month - 1) / 12, (month - 1) % 12 + 1, 0, 0, 0};
  }

  static Point end_of(Point point) {
    return point.last_month == 0 ? point : point_of(point.year, point.last_month);
  }

  static Point next(Point point) {
    if (point.month == 0) return {std::max(point.year, point.last_year) + 1, 0, 0, 0, 0};
    const Point end = end_of(point);
    return point_of(end.year, end.month + 1);
  }

  static Point previous(Point point) {
    if (point.month == 0) return {point.year - 1, 0, 0, 0, 0};
    return point.month == 1 ? Point{point.year - 1, 12, 0, 0, 0}
                            : Point{point.year, point.month - 1, 0, 0, 0};
  }

  bool add(std::size_t first, std::size_t end, Period period) {
    period.to = end_of(period.to);
    Recognised recognised{first, end - first, {}, {}, {}, false, {}};
    const int last = std::max(period.to.year, period.to.last_year);
    if (period.from.month == 0 && period.to.month == 0) {
      std::string years = period.from.year > 0 ? std::to_string(period.from.year) : "";
      if (period.from.year != last) years += ".." + (last > 0 ? std::to_string(last) : "");
      recognised.filters.emplace_back("year", years);
    } else {
      if (period.from.year > 0)
        recognised.filters.emplace_back("from", fmt::format("{:04}-{:02}-01", period.from.year,
                                                            std::max(period.from.month, 1)));
      if (last > 0) {
        const int month = period.to.month == 0 ? 12 : period.to.month;
        recognised.filters.emplace_back(
            "to", fmt::format("{:04}-{:02}-{:02}", last, month, last_day(last, month)));
      }
    }
    found_.push_back(std::move(recognised));
    return true;
  }

  const Words& words_;
  const Vocabulary& vocabulary_;
  AllRecognised found_;
};

}  // namespace

AllRecognised find_times(const Words& words, const Vocabulary& vocabulary) {
  return TimeFinder(words, vocabulary).run();
}

std::string recent_years(const Vocabulary& vocabulary) {
  constexpr int kYearsBack = 2;
  return vocabulary.newest.size() >= 4 ? fmt::format("{}..", newest_year(vocabulary) - kYearsBack)
                                       : "";
}

}  // namespace ofsearch::understanding
