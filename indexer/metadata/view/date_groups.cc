#include "indexer/metadata/view/date_groups.h"

#include "common/dates/date.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace ofsearch {
namespace {

constexpr int kLongestVisit = 70;  // days from first to last

// Between two dates stands one short word or sign that joins none and is no word before a date:
// "to" or a dash, misread.
bool is_misread_join(std::string_view between) {
  static constexpr std::array<std::string_view, 12> kBeforeDates = {
      "on", "of", "in", "at", "by", "from", "for", "dated", "the", "or", "since", "a"};
  constexpr size_t kShort = 5;  // bytes
  return between.size() <= kShort && between.find(' ') == std::string_view::npos &&
         std::find(kBeforeDates.begin(), kBeforeDates.end(), between) == kBeforeDates.end();
}

bool is_day_number(std::string_view word) {
  return word.size() <= 2 && is_ascii_digit(word[0]);
}

// "S" and "lx" in "S and 6 October": no words.
bool is_misread_day(std::string_view word) {
  return word.size() <= 2 && !is_ascii_digit(word[0]) &&
         word.find_first_of("aeiouy") == std::string_view::npos;
}

// "26 xnd", "26 March xnd" or "26 March ~", before "27 April"
bool ends_with_misread_join(std::string_view words) {
  std::vector<std::string_view> all = split_words(words);
  size_t n = all.size();
  if (n >= 2 && is_day_number(all[n - 2]) && is_month(all[n - 1])) return true;
  if (n >= 2 && (all[n - 1] == "and" || all[n - 1] == "to") && is_misread_day(all[n - 2]))
    return true;
  if (n < 2 || !is_misread_join(all[n - 1])) return false;
  return is_day_number(all[n - 2]) || (n >= 3 && is_day_number(all[n - 3]));
}

// "and l October", behind "30 September"
bool begins_with_misread_day(std::string_view words) {
  std::vector<std::string_view> all = split_words(words);
  return all.size() >= 3 && all[0] == "and" && is_misread_day(all[1]) && is_month(all[2]);
}

}  // namespace

bool is_possible(const DateSpan& span) {
  return days_between(span.start, span.end) <= kLongestVisit;
}

void keep_first_group(std::vector<DateSpan>* spans, std::string_view sentence) {
  for (size_t i = 1; i < spans->size(); ++i) {
    size_t begin = (*spans)[i - 1].end_offset, end = (*spans)[i].begin_offset;
    std::string between = bare_words(sentence.substr(begin, end - begin));
    static constexpr std::array<std::string_view, 21> kJoining = {"",
                                                                  "and",
                                                                  "and on",
                                                                  "and from",
                                                                  "and between",
                                                                  "and then",
                                                                  "then",
                                                                  "and again on",
                                                                  "to",
                                                                  "week two",
                                                                  "and week two",
                                                                  "week one and",
                                                                  "week 2",
                                                                  "and week 2",
                                                                  "week 1 and",
                                                                  "second week",
                                                                  "w c",
                                                                  "and w c",
                                                                  "week commencing",
                                                                  "and week commencing",
                                                                  "and the week commencing"};
    if (std::find(kJoining.begin(), kJoining.end(), between) != kJoining.end()) continue;
    spans->resize(is_misread_join(between) ? 0 : i);
    return;
  }
}

void open_weeks(std::vector<DateSpan>* spans, std::string_view text) {
  static constexpr std::array<std::string_view, 8> kWeeks = {"week commencing",
                                                             "weeks commencing",
                                                             "week beginning",
                                                             "weeks beginning",
                                                             "week starting",
                                                             "weeks starting",
                                                             "w c",
                                                             "week of"};
  constexpr int kToFriday = 4;  // days
  bool week = false;
  size_t behind = 0;
  for (DateSpan& span : *spans) {
    const std::string before = bare_words(text.substr(behind, span.begin_offset - behind));
    const bool goes_on = week && (before.empty() || before == "and");
    behind = span.end_offset;
    week = span.start == span.end && (goes_on || std::ranges::any_of(kWeeks, [&](auto words) {
                                        return before == words ||
                                               before.ends_with(" " + std::string(words));
                                      }));
    if (!week) continue;
    span.end = days_before(span.start, -kToFriday);
    span.end_exact = false;
  }
}

bool is_half_read(std::string_view text, const DateSpan& span) {
  if (span.start != span.end) return false;
  constexpr size_t kNear = 30;  // bytes: a day, month and year
  std::string before = bare_words(text.substr(0, span.begin_offset));
  std::string behind = bare_words(text.substr(span.end_offset, kNear));
  std::string_view near = before;
  if (near.size() > kNear) near.remove_prefix(near.size() - kNear);
  std::string_view printed_behind = trimmed(text.substr(span.end_offset, kNear));
  constexpr std::array<std::string_view, 3> kDashes = {"-", "\u2013", "\u2014"};
  bool dash_behind = std::ranges::any_of(
      kDashes, [&](std::string_view dash) { return printed_behind.starts_with(dash); });
  // Nothing follows the word that joins two days if the edge of a picture cut it off.
  bool cut_off = behind == "to" || (dash_behind && behind.empty());
  bool joined_behind = ((behind.starts_with("to ") || dash_behind) && has_ascii_digit(behind)) ||
                       cut_off || begins_with_misread_day(behind);
  bool joined_before = (near.ends_with(" to") || near.ends_with(" and")) && has_ascii_digit(near);
  bool misread_before = ends_with_misread_join(before);
  std::string_view printed_before = trimmed(text.substr(0, span.begin_offset));
  bool dash_before = std::ranges::any_of(
      kDashes, [&](std::string_view dash) { return printed_before.ends_with(dash); });
  return joined_behind || joined_before || misread_before || (dash_before && has_ascii_digit(near));
}

}  // namespace ofsearch
