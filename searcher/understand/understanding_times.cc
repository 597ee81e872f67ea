#include "searcher/understand/understanding_times.h"

#include "searcher/understand/understanding_spans.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace ofsearch::understanding {
namespace {

constexpr std::array<std::string_view, 13> kNumbers = {"",     "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

int last_day(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

class TimeFinder {
 public:
  TimeFinder(const Words& words, const Vocabulary& vocabulary)
      : words_(words), vocabulary_(vocabulary) {}

  AllRecognised run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t before = found_.size();
      if (words_.begins_word(at) && !compared(at) && !any_time(at) && !range(at) &&
          !range_in_year(at) && !bounded(at) && !last_ones(at) && !ago(at) && !decade(at))
        single(at);
      at = found_.size() > before ? found_.back().first + found_.back().count : at + 1;
    }
    return std::move(found_);
  }

 private:
  bool is(std::size_t at, std::string_view list) const { return words_.is_one_of(at, list); }

  std::optional<FoundSpan> span(std::size_t at) const { return span_at(words_, at, vocabulary_); }

  // "Children Act 1989", "Working Together 2018", "the 2014 regulations".
  bool is_of_a_law(std::size_t first, std::size_t end) const {
    constexpr std::string_view kLaws =
        "act acts regulation regulations order code guidance framework reform reforms legislation";
    return (first > 0 && is(first - 1, kLaws)) || is(end, kLaws) ||
           (first > 1 && words_.folded(first - 1) == "together" &&
            words_.folded(first - 2) == "working");
  }

  // ---- Forms ----------------------------------------------------------------------------------

  // What a period begins with at `at` is passed: "between", "from".
  std::size_t pass_opening(std::size_t at) const {
    return at + (is(at, "between from during in of for") ? 1 : 0);
  }

  // Where the last part begins of a period that opens at `at`, its first part ending before `end`:
  // behind "and" or "to", or in the same word, as in "2015-2018".
  std::optional<std::size_t> last_part(std::size_t at, std::size_t end) const {
    if (is(end, is(at, "between") ? "and to" : "to until till through")) return end + 1;
    const bool same_word = end < words_.size() && words_.word_of(end) == words_.word_of(end - 1);
    return same_word ? std::optional(end) : std::nullopt;
  }

  // "between 2015 and 2018", "from 2015 to 2018", "2015-2018".
  bool range(std::size_t at) {
    const std::size_t from_at = pass_opening(at);
    const auto first = span(from_at);
    if (!first) return false;
    const auto to_at = last_part(at, from_at + first->count);
    const auto last = to_at ? span(*to_at) : std::nullopt;
    if (!last || last->span.last < first->span.first) return false;
    return add(
        at, *to_at + last->count,
        {first->span.first, last->span.last, first->span.whole_years && last->span.whole_years});
  }

  // "between January and March 2024", "November to February 2024": the year of the first is that of
  // the last, or the one before.
  bool range_in_year(std::size_t at) {
    const std::size_t from_at = pass_opening(at);
    const auto to_at = last_part(at, from_at + 1);
    const auto last = to_at ? span(*to_at) : std::nullopt;
    if (!last || last->span.whole_years) return false;
    auto first = named_span(words_, from_at, last->span.last / kMonthsOfYear);
    if (!first) return false;
    if (first->first > last->span.first) first->first -= kMonthsOfYear;
    return add(at, *to_at + last->count, {first->first, last->span.last, false});
  }

  // "since 2019", "before March 2016", "older than 2016", "2019 onwards", "2020 or later".
  bool bounded(std::size_t at) {
    std::size_t when_at = at;
    bool since = is(at, "since"), after = is(at, "after post"), before = is(at, "before pre");
    bool until = is(at, "until till by");
    if (is(at, "up") && is(at + 1, "to")) {
      until = true;
      ++when_at;
      if (is(when_at + 1, "and") && is(when_at + 2, "including")) when_at += 2;
    }
    if (is(at + 1, "than")) {  // "older than 2016"
      after = after || is(at, "later newer");
      before = before || is(at, "earlier older");
      if (after || before) ++when_at;
    }
    const bool word = since || after || before || until;
    if (word) ++when_at;
    if (word && is(when_at, "the")) ++when_at;
    if (!word && is(at, "from in")) ++when_at;
    const auto when = span(when_at);
    if (!when) return false;
    const auto [begins, ends, whole] = when->span;
    std::size_t end = when_at + when->count;
    if (!word) {
      if (is(end, "onward onwards")) {
        ++end;
      } else if (is(end, "or and") && is(end + 1, "later after newer since")) {
        end += 2;
      } else if (is(end, "or and") && is(end + 1, "earlier before older")) {
        end += 2;
        return add(at, end, {0, ends, whole});
      } else {
        return false;
      }
      since = true;
    }
    if (is_of_a_law(when_at, end)) return false;
    if (since) return add(at, end, {begins, 0, whole});
    if (until) return add(at, end, {0, ends, whole});
    return add(at, end, after ? Span{ends + 1, 0, whole} : Span{0, begins - 1, whole});
  }

  // "Last three years", "in the past 18 months", "this year". "Last year" is a calendar year, "the
  // last year" is the last twelve months.
  bool last_ones(std::size_t at) {
    std::size_t end = at;
    constexpr std::string_view kBeforeVerb =
        "to not can cannot will should would could must may might do does dont usually often";
    if (is(end, "last") && end > 0 && is(end - 1, kBeforeVerb))
      return false;  // "to last two years"
    if (is(end, "in over during within for from")) ++end;
    if (is(end, "last") && is(end + 1, "year")) {
      const int before = newest_year(vocabulary_) - 1;
      if (vocabulary_.newest.size() >= 4) return add(at, end + 2, years(before, before));
    }
    if (is(end, "the")) ++end;
    if (vocabulary_.newest.size() < 6) return false;
    const int year = newest_year(vocabulary_), month = number_of(vocabulary_.newest.substr(4, 2));
    if (is(end, "this") && is(end + 1, "year")) return add(at, end + 2, years(year, year));
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
    const int back = count * (is(end, "year") ? 12 : 1);
    return add(at, end + 1, {months(year, month, month).first - back, 0, false});
  }

  // "Better than five years ago", "worse than in 2019": no time of the reports that are asked for.
  bool compared(std::size_t at) {
    if (!is(at, "than") || !(ago(at + 1) || single(at + 1))) return false;
    Recognised& than = found_.back();
    --than.first;
    ++than.count;
    than.filters.clear();
    return true;
  }

  // "Before and after 2018": any time, newest first.
  bool any_time(std::size_t at) {
    const bool both = is(at, "before after") && is(at + 1, "and or") && is(at + 2, "after before");
    const auto when = both ? span(at + 3) : std::nullopt;
    if (when) found_.push_back({at, 3 + when->count, {}, {}, SortOrder::kNewest, false, {}});
    return when.has_value();
  }

  // "Five years ago".
  bool ago(std::size_t at) {
    std::size_t end = at;
    if (is(end, "about around some over")) ++end;
    const int count = is(end, "a an") ? 1 : is(end, "couple") ? 2 : number_in_words(end);
    if (count == 0 || vocabulary_.newest.size() < 4) return false;
    if (is(++end, "of")) ++end;
    if (!is(end, "year") || !is(end + 1, "ago")) return false;
    const int year = newest_year(vocabulary_) - count;
    return add(at, end + 2, years(year, year));
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
    if (year < kFirstYearInWords || year > newest_year(vocabulary_)) return false;
    return add(at, first + 1, years(year, year + 9));
  }

  bool single(std::size_t at) {
    std::size_t first = at;
    if (is(first, "in during of for from")) ++first;
    if (first > at && is(first, "the")) ++first;
    const auto when = span(first);
    if (!when || is_of_a_law(first, first + when->count)) return false;
    return add(at, first + when->count, when->span);
  }

  // ---- To filters -----------------------------------------------------------------------------

  bool add(std::size_t first, std::size_t end, const Span& span) {
    Recognised recognised{first, end - first, {}, {}, {}, false, {}};
    const int year = span.first / 12, last_year = span.last / 12;
    if (span.whole_years) {
      std::string filter = year > 0 ? std::to_string(year) : "";
      if (year != last_year) filter += ".." + (last_year > 0 ? std::to_string(last_year) : "");
      recognised.filters.emplace_back("year", filter);
    } else {
      if (span.first > 0)
        recognised.filters.emplace_back("from",
                                        fmt::format("{:04}-{:02}-01", year, span.first % 12 + 1));
      if (span.last > 0) {
        const int month = span.last % 12 + 1;
        recognised.filters.emplace_back(
            "to", fmt::format("{:04}-{:02}-{:02}", last_year, month, last_day(last_year, month)));
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

void take_newest_before_kinds(const Words& words, AllRecognised* all) {
  constexpr std::string_view kCounts =
      "few couple several of two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10";
  const Recognised* before = nullptr;
  for (Recognised& each : *all) {
    const std::size_t free_from = before == nullptr ? 0 : before->first + before->count;
    const bool is_kind = std::ranges::any_of(each.filters, [](const auto& filter) {
      return filter.first == "type" || filter.first == "kind";
    });
    std::size_t first = each.first;
    while (first > free_from && words.is_one_of(first - 1, kCounts)) --first;
    // "Latest" may be understood by itself: then the count alone is left.
    bool is_newest = before != nullptr && first == free_from && before->filters.empty() &&
                     before->order == SortOrder::kNewest;
    if (first > free_from && words.is_one_of(first - 1, "last latest newest")) {
      is_newest = true;
      --first;
      if (first > free_from && words.is_one_of(first - 1, "the its their our")) --first;
    }
    if (is_kind && is_newest && !each.excluded) {
      each.count += each.first - first;
      each.first = first;
      each.order = SortOrder::kNewest;
    }
    before = &each;
  }
}

}  // namespace ofsearch::understanding
