#include "searcher/understand/times/understanding_deadlines.h"

#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kDue = "deadline due target timescale timeframe";
constexpr std::string_view kKindsOfDate = "due target completion end start review";
// What is done to reports by a day, or what they are: "published by June 2023", "reports by 2019".
constexpr std::string_view kOfReports =
    "published inspected reinspected visited written judged rated graded issued reported "
    "dated report inspection letter visit council authority ofsted inspector";
// What a plan says first: "Complete all PEPs". Words that are nouns as well say nothing.
constexpr std::string_view kImperatives =
    "complete launch implement ensure develop deliver introduce embed establish update train roll "
    "produce create improve reduce strengthen agree commission appoint finalise begin undertake "
    "carry provide achieve refresh relaunch redesign";
constexpr std::string_view kBeginnings = "launch relaunch introduce implement roll";
constexpr std::string_view kQuestions =
    "which what who whose how where when why has have had did do does is are was were";

bool is_folded(const Words& words, std::size_t at, std::string_view list) {
  return at < words.size() && words.is_one_of(at, list) && words.piece(at) == words.folded(at);
}

bool stands_before(const Words& words, std::size_t end, std::string_view list) {
  for (std::size_t at = 0; at < end; ++at)
    if (words.is_one_of(at, list)) return true;
  return false;
}

bool is_participle(const Words& words, std::size_t at) {
  const std::string& word = words.folded(at);
  return (word.size() > 4 && word.ends_with("ed")) || words.is_one_of(at, "place complete");
}

// "Below 18 by the end of 2024".
bool has_number_before(const Words& words, std::size_t end) {
  for (std::size_t at = 0; at < end; ++at)
    if (has_ascii_digit(words.folded(at))) return true;
  return false;
}

// A day or a month: "improved by 2022" may tell of what was, "audited by 31/03/2025" is a plan.
bool is_within_year(const Recognised& time) {
  return std::ranges::none_of(time.filters, [](const auto& filter) {
    return filter.first == "year" || filter.second.ends_with("-12-31");
  });
}

// Whether the noun that ends before `end` is set off as what the time behind it is for:
// "Timescale: 2025", "deadline March 2025"; "timescales in 2024" are a topic.
bool is_set_off(const Words& words, std::size_t end, const Recognised& time) {
  if (words.is_label(end - 1) || words.is_one_of(end - 1, "due")) return true;
  constexpr std::string_view kOfTopics =
      "in during within throughout since from before after between over last this until till";
  return words.piece(end - 1) == words.folded(end - 1) && is_within_year(time) &&
         !words.is_one_of(time.first, kOfTopics);
}

// Where "deadline:", "target date" begin that end before the time; that of the time: nowhere.
std::size_t begin_of_due(const Words& words, const Recognised& time) {
  std::size_t at = time.first;
  while (at > 0 && words.is_one_of(at - 1, "is of for by")) --at;
  if (at == 0 || !is_set_off(words, at, time)) return time.first;
  if (at > 1 && words.is_one_of(at - 1, "date") && words.is_one_of(at - 2, kKindsOfDate))
    return at - 2;
  return words.is_one_of(at - 1, kDue) ? at - 1 : time.first;
}

bool is_deadline(const Words& words, const Recognised& time) {
  if (words.is_one_of(0, kQuestions)) return false;
  const bool is_plan = is_folded(words, 0, kImperatives) && time.first > 1;
  if (!words.is_one_of(time.first, "by"))
    return is_plan && is_folded(words, 0, kBeginnings) && words.is_one_of(time.first, "in during");
  if (time.first > 0 && words.is_one_of(time.first - 1, kOfReports)) return false;
  if (is_plan || stands_before(words, time.first, "all every")) return true;
  if (time.first > 0 && is_participle(words, time.first - 1) && is_within_year(time)) return true;
  return has_number_before(words, time.first) && words.length_at(time.first, "by the end of") > 0;
}

}  // namespace

void take_deadlines(const Words& words, AllRecognised* times) {
  for (Recognised& time : *times) {
    if (time.filters.empty()) continue;
    const std::size_t first = begin_of_due(words, time);
    if (first == time.first && !is_deadline(words, time)) continue;
    time.count += time.first - first;
    time.first = first;
    time.filters.clear();
    time.notes = {fmt::format("a due date is no time of reports: \"{}\" was not looked for",
                              words.text(time.first, time.count))};
  }
}

}  // namespace ofsearch::understanding
