#include "searcher/understand/times/understanding_published.h"

#include "searcher/understand/words/understanding_phrases.h"

#include <algorithm>
#include <string_view>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kOfAny = "published inspected reinspected";
// Others have it done to them as well: "children visited in 2022".
constexpr std::string_view kOfReports =
    "released issued written dated completed done visited undertaken conducted";
constexpr std::string_view kAuxiliaries = "that which was were been has have had being";
// What councils publish.
constexpr std::string_view kOfOthers =
    "offer strategy plan policy guidance guide protocol procedure framework review handbook "
    "statement assessment data statistic standard standards document act toolkit charter scr "
    "jsna research study survey audit summary paper pledge";

// How many pieces that end before `end` name councils.
std::size_t length_of_councils(const Words& words, std::size_t end) {
  for (std::size_t length = std::min<std::size_t>(end, 2); length > 0; --length)
    if (Phrases::builtin().length_of("council", words, end - length) == length) return length;
  return 0;
}

// Whether a word for reports or councils ends before `end`.
bool is_of_reports(const Words& words, std::size_t end) {
  return length_of_councils(words, end) > 0 ||
         (end > 0 && Phrases::builtin().length_of("document", words, end - 1) == 1);
}

// Where the words begin that say that reports were made then; `first`: they do not.
std::size_t begin_of_made(const Words& words, std::size_t first) {
  if (first == 0) return first;
  const bool of_any = words.is_one_of(first - 1, kOfAny);
  std::size_t begin = first - 1;
  while (begin > 0 && words.is_one_of(begin - 1, kAuxiliaries)) --begin;
  if (!of_any && !(words.is_one_of(first - 1, kOfReports) && is_of_reports(words, begin)))
    return first;
  const bool is_of_others = begin > 0 && words.is_one_of(begin - 1, kOfOthers);
  return is_of_others ? first : begin - length_of_councils(words, begin);
}

}  // namespace

void take_published(const Words& words, AllRecognised* times) {
  for (Recognised& time : *times) {
    if (time.filters.empty()) continue;
    const std::size_t first = begin_of_made(words, time.first);
    if (first == time.first) continue;
    const bool is_inspected = words.is_one_of(time.first - 1, "inspected reinspected visited");
    time.count += time.first - first;
    time.first = first;
    if (!is_inspected)
      time.notes.emplace_back(
          "times are those of inspections: when a report was published is no filter");
  }
}

}  // namespace ofsearch::understanding
