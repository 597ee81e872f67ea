#include "searcher/understand/times/understanding_times.h"

#include "common/text/code_points.h"
#include "searcher/understand/times/understanding_bounds.h"
#include "searcher/understand/times/understanding_counted.h"
#include "searcher/understand/times/understanding_deadlines.h"
#include "searcher/understand/times/understanding_points.h"
#include "searcher/understand/times/understanding_published.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ofsearch::understanding {
namespace {

// Before "year": no period of one year.
constexpr std::string_view kOtherYears = "every each per this last next first second final new";

class TimeFinder {
 public:
  TimeFinder(const Words& words, const Vocabulary& vocabulary)
      : words_(words), vocabulary_(vocabulary) {}

  AllRecognised run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t before = found_.size();
      const bool found =
          words_.begins_word(at) && (compared(at) || any_time(at) || period_of_length(at) ||
                                     range(at) || bounded(at) || last_ones(at) || single(at));
      if (!found)
        at += std::max<std::size_t>(1, length_of_unclear(at));
      else if (found_.size() > before)
        at = found_.back().first + found_.back().count;
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
    return pass_article(at + (is(at, "between from during in of for") ? 1 : 0));
  }

  std::size_t pass_article(std::size_t at) const { return at + (is(at, "the") ? 1 : 0); }

  // Whether a dash parts two words, alone or at one of them: "2018 - 2020", "2018- 2020".
  bool has_dash_before(std::size_t at) const {
    if (at == 0 || at >= words_.size()) return false;
    const std::size_t before = words_.word_of(at - 1), word = words_.word_of(at);
    if (word != before + 1) return false;
    const std::vector<std::string>& typed = words_.typed();
    std::size_t first = 0;
    return !words_.dash_behind(before).empty() || typed[before].ends_with('-') ||
           is_dash(next_code_point(typed[word], &first));
  }

  // Where the last part begins of a period that opens at `at`, its first part ending before `end`:
  // behind "and" or "to" or a dash, or in the same word, as in "2015-2018".
  std::optional<std::size_t> last_part(std::size_t at, std::size_t end) const {
    if (is(end, "up") && is(end + 1, "to until till")) ++end;
    if (is(end, is(at, "between") ? "and to" : "to until till through"))
      return pass_article(end + 1);
    const bool same_word = end < words_.size() && words_.word_of(end) == words_.word_of(end - 1);
    return same_word || has_dash_before(end) ? std::optional(end) : std::nullopt;
  }

  // "between 2015 and 2018", "from 2015 to 2018", "2015-2018", "2018 to now", "between January and
  // March 2024", "1 April to 31 March 2024".
  bool range(std::size_t at) {
    const std::size_t from_at = pass_opening(at);
    if (const auto first = span(from_at)) return range_from(at, from_at, *first);
    for (std::size_t end = from_at + 1; end <= from_at + 3; ++end) {
      const auto to_at = is(end, "and") ? std::optional(end + 1) : last_part(at, end);
      const auto last = to_at ? span(*to_at) : std::nullopt;
      const auto first = last ? span_before(words_, from_at, *last) : std::nullopt;
      if (!first || from_at + first->count != end) continue;
      const bool follows = days_before(last->span.first, 1) == first->span.last;
      if (is(end, "and") && !is(at, "between") && !follows) continue;  // "16 and 17 June 2023"
      return add(at, *to_at + last->count,
                 {first->span.first, last->span.last, last->span.whole_years});
    }
    return false;
  }

  bool range_from(std::size_t at, std::size_t from_at, const FoundSpan& first) {
    const auto to_at = last_part(at, from_at + first.count);
    if (!to_at) return false;
    if (is(*to_at, "now today date present"))
      return add(at, *to_at + 1, {first.span.first, {}, first.span.whole_years});
    const auto last = span(*to_at);
    if (!last || last->span.last < first.span.first) return false;
    return add(
        at, *to_at + last->count,
        {first.span.first, last->span.last, first.span.whole_years && last->span.whole_years});
  }

  // "In the 12 months to March 2024", "the year ending 31 March 2024", "two years to 2022".
  bool period_of_length(std::size_t at) {
    std::size_t end = at + (is(at, "in over during for within throughout") ? 1 : 0);
    const bool has_article = is(end, "the");
    end = pass_article(end);
    if (is(end, "last past previous rolling full")) ++end;
    auto length = length_at(words_, end);
    if (!length) {
      const bool is_other = !has_article && end > 0 && is(end - 1, kOtherYears);
      if (is(end, "financial reporting academic school")) ++end;
      length = is_other ? std::nullopt : unit_at(words_, end);
    }
    if (!length) return false;
    end += length->count;
    if (is(end, "period")) ++end;
    return period_to(at, end, *length) || period_from(at, end, *length, has_article);
  }

  bool period_to(std::size_t at, std::size_t end, const Length& length) {
    if (is(end, "leading")) ++end;
    if (is(end, "up") && is(end + 1, "to until")) ++end;
    if (!is(end, "to until till ending ended")) return false;
    if (is(++end, "on in at")) ++end;
    end = pass_article(end);
    const auto when = span(end);
    if (!when || is_of_a_law(end, end + when->count)) return false;
    return add(at, end + when->count, ending(length, when->span));
  }

  // "The 12 months from April 2023", "the two years before 2018".
  bool period_from(std::size_t at, std::size_t end, const Length& length, bool has_article) {
    const bool before = has_article && is(end, "before");
    const bool after = has_article && is(end, "after following");
    const bool since = has_article && is(end, "since");
    const bool from = is(end, "starting beginning") || (has_article && is(end, "from"));
    if (!before && !after && !since && !from) return false;
    if (is(++end, "on in at from")) ++end;
    end = pass_article(end);
    const auto when = span(end);
    if (!when || is_of_a_law(end, end + when->count)) return false;
    Span span = when->span;
    if (before) {
      span.last = days_before(span.first, 1);
      span = ending(length, span);
    } else if (since) {
      span.last = {};
    } else {
      if (after) span.first = days_before(span.last, -1);
      span.last = days_before(months_before(span.first, -length.months), 1);
      span.whole_years = span.whole_years && length.in_years;
    }
    return add(at, end + when->count, span);
  }

  // As long as `length`, to the end of `span`.
  static Span ending(const Length& length, const Span& span) {
    const Date next = days_before(span.last, -1);
    return {months_before(next, length.months), span.last, length.in_years && span.whole_years};
  }

  // "since 2019", "before March 2016", "older than 2016", "2019 onwards", "2020 or later", "more
  // than ten years ago".
  bool bounded(std::size_t at) {
    const auto before = bound_before(words_, at);
    std::size_t when_at = at + (before ? before->count : is(at, "from in") ? 1 : 0);
    when_at = pass_article(when_at);
    const auto when = span(when_at);
    if (!when || is_unclear(at, *when)) return false;
    std::size_t end = when_at + when->count;
    auto bound = before;
    if (!bound && when->or_more) bound = FoundBound{Bound::kUntil};
    if (!bound) {
      bound = bound_behind(words_, end);
      if (bound) end += bound->count;
    }
    // "From 1 May 2023"
    if (!bound && when->is_day && is(at, "from")) bound = FoundBound{Bound::kSince};
    if (!bound || (bound->of_ago_only && !when->point)) return false;
    if (!when->is_counted && is_of_a_law(when_at, end)) return false;
    return add(at, end, bounded_span(bound->bound, *when));
  }

  // "Up to five years ago" may mean since then or until then.
  bool is_unclear(std::size_t at, const FoundSpan& when) const {
    return when.point && is(at, "up") && is(at + 1, "to");
  }

  // What is left as words though a part of it could be understood.
  std::size_t length_of_unclear(std::size_t at) const {
    const auto before = bound_before(words_, at);
    const auto when = before ? span(at + before->count) : std::nullopt;
    if (when && is_unclear(at, *when)) return before->count + when->count;
    return length_of_no_day(words_, at, vocabulary_);
  }

  // "To last two years", "cannot last this year": no adjective.
  bool is_verb(std::size_t at) const {
    constexpr std::string_view kBeforeVerb =
        "to not can cannot will should would could must may might do does dont usually often";
    return is(at, "last") && at > 0 && is(at - 1, kBeforeVerb);
  }

  // "Last three years", "in the past 18 months". "Last year" is a calendar year, "the last year" is
  // the last twelve months.
  bool last_ones(std::size_t at) {
    const std::size_t first = at + (is(at, "in over during within for from") ? 1 : 0);
    const auto last = is_verb(first) ? std::nullopt : last_ones_at(words_, first, vocabulary_);
    return last && add(at, first + last->count, last->span);
  }

  // "Better than five years ago", "worse than in 2019": no time of the reports that are asked for.
  bool compared(std::size_t at) {
    if (!is(at, "than") || !single(at + 1)) return false;
    Recognised& than = found_.back();
    --than.first;
    ++than.count;
    than.filters.clear();
    than.notes.clear();
    last_.reset();
    return true;
  }

  // "Before and after 2018": any time, newest first.
  bool any_time(std::size_t at) {
    const bool both = is(at, "before after") && is(at + 1, "and or") && is(at + 2, "after before");
    const auto when = both ? span(at + 3) : std::nullopt;
    if (when) found_.push_back({at, 3 + when->count, {}, {}, SortOrder::kNewest, false, {}});
    if (when) last_.reset();
    return when.has_value();
  }

  bool single(std::size_t at) {
    std::size_t first = at;
    if (is(first, "in during of for from on dated")) ++first;
    const bool has_article = is(first, "the");
    first = pass_article(first);
    const auto when = span(first);
    if (!when || is_verb(first)) return false;
    if (is(at, "on dated") && !when->is_day) return false;
    if (!when->is_counted && is_of_a_law(first, first + when->count)) return false;
    if (has_article && first == at + 1 && when->decade == 0 && !when->is_day) return false;
    if (!when->is_day) return add(at, first + when->count, when->span);
    const Date& day = when->span.first;
    add(at, first + when->count, months(day.year, day.month, day.month));
    found_.back().notes.push_back(
        fmt::format("inspections last for days: \"{}\" is taken for all that ended in its month",
                    words_.text(first, when->count)));
    return true;
  }

  // ---- To filters -----------------------------------------------------------------------------

  // "Since 2018 and before 2021" is one period: that before piece `first` and `span`.
  std::optional<Span> joined(std::size_t first, const Span& span) const {
    if (found_.empty() || !last_) return std::nullopt;
    const std::size_t end = found_.back().first + found_.back().count;
    if (first != end && (first != end + 1 || !is(end, "and but"))) return std::nullopt;
    const bool begins_last = last_->last.year == 0 && span.first.year == 0;
    const bool ends_last = last_->first.year == 0 && span.last.year == 0;
    if (begins_last == ends_last) return std::nullopt;
    Span whole = begins_last ? Span{last_->first, span.last} : Span{span.first, last_->last};
    whole.whole_years = last_->whole_years && span.whole_years;
    return whole.first <= whole.last ? std::optional(whole) : std::nullopt;
  }

  bool add(std::size_t first, std::size_t end, Span span) {
    if (const auto whole = joined(first, span)) {
      first = found_.back().first;
      found_.pop_back();
      span = *whole;
    }
    last_ = span;
    Recognised recognised{first, end - first, {}, {}, {}, false, {}};
    const bool has_first = span.first.year > 0, has_last = span.last.year > 0;
    if (span.whole_years) {
      std::string filter = has_first ? std::to_string(span.first.year) : "";
      if (span.first.year != span.last.year)
        filter += ".." + (has_last ? std::to_string(span.last.year) : "");
      recognised.filters.emplace_back("year", filter);
    } else {
      if (has_first) recognised.filters.emplace_back("from", to_iso(span.first));
      if (has_last) recognised.filters.emplace_back("to", to_iso(span.last));
    }
    found_.push_back(std::move(recognised));
    return true;
  }

  const Words& words_;
  const Vocabulary& vocabulary_;
  AllRecognised found_;
  std::optional<Span> last_;  // of the last of found_, if it has one
};

}  // namespace

AllRecognised find_times(const Words& words, const Vocabulary& vocabulary) {
  AllRecognised times = TimeFinder(words, vocabulary).run();
  take_deadlines(words, &times);
  take_published(words, &times);
  tell_counted(words, vocabulary, &times);
  return times;
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
