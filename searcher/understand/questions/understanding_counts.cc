#include "searcher/understand/questions/understanding_counts.h"

#include "searcher/understand/words/understanding_phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kInspecting =
    "led lead leads inspected inspects visited carried conducted undertook signed wrote did done";
constexpr std::string_view kHaving = "has have had having was were is are got get received with";
constexpr std::string_view kMost = "most fewest least";
constexpr std::string_view kCountNote =
    "how many documents there are of each {} is listed by: "
    "--facets {}";
constexpr std::string_view kNoNumbersNote = "numbers that reports give are not compared; ";
constexpr std::string_view kWhoNote = "who led them is listed by: --facets inspector";

// What documents are counted by.
struct Subject {
  std::string_view facet;
  std::size_t length = 0;  // pieces
};

std::optional<Subject> subject_at(const Words& words, std::size_t at) {
  if (words.is_one_of(at, "lead") && words.is_one_of(at + 1, "inspector"))
    return Subject{"inspector", 2};
  for (const std::string_view facet : {"inspector", "region", "year", "grade"})
    if (words.is_one_of(at, facet)) return Subject{facet, 1};
  const std::size_t council = Phrases::builtin().length_of("council", words, at);
  return council > 0 ? std::optional(Subject{"authority", council}) : std::nullopt;
}

// The piece behind those of `list` from `at` on.
std::size_t pass(const Words& words, std::size_t at, std::string_view list) {
  while (words.is_one_of(at, list)) ++at;
  return at;
}

// How many pieces at `at` name any document: "inspections", "reports", "visits".
std::size_t length_of_any(const Words& words, std::size_t at) {
  const std::size_t length = Phrases::builtin().length_of("document", words, at);
  return length > 0 ? length : words.is_one_of(at, "visit") ? 1 : 0;
}

// "Focused visits", "inadequate councils", "good judgements".
bool is_kind_at(const Words& words, std::size_t at) {
  const Phrases& phrases = Phrases::builtin();
  if (!phrases.at(words, at, "type kind").empty()) return true;
  return std::ranges::any_of(phrases.at(words, at, "grade"), [&](const FoundPhrase& grade) {
    const std::size_t end = at + grade.length;
    return words.is_one_of(end, "judgement judgment grade rating outcome") ||
           phrases.length_of("council", words, end) > 0 || length_of_any(words, end) > 0;
  });
}

// Where "most inspections of" ends, or "most" before a kind; `at`: none is asked for. "The most
// improved" is no count.
std::size_t end_of_most(const Words& words, std::size_t at) {
  std::size_t end = pass(words, at, "the");
  if (!words.is_one_of(end, kMost)) return at;
  end = pass(words, end + 1, "of the");
  if (is_kind_at(words, end)) return end;
  const std::size_t any = length_of_any(words, end);
  return any > 0 ? end + any : at;
}

// Whether "most" at `at` makes a quality of what is behind it: "the most effective", "the least
// experienced"; "the most children" are a number. At the end it is neither.
bool is_superlative(const Words& words, std::size_t at) {
  constexpr std::string_view kQualities = "common recent important likely often help strong risk";
  constexpr std::string_view kEndings[] = {"ive", "ful", "ed",  "ing", "able", "ible", "ent",
                                           "ant", "al",  "ous", "ic",  "ate",  "ary",  "ly"};
  const std::string& word = words.folded(at + 1);
  return word.empty() || words.is_one_of(at + 1, kQualities) ||
         std::ranges::any_of(kEndings, [&](std::string_view end) { return word.ends_with(end); });
}

Recognised counted(std::size_t first, std::size_t end, std::string note) {
  Recognised recognised{first, end - first, {}, {std::move(note)}, {}, false, {}};
  recognised.asks_counts = true;
  return recognised;
}

std::string note_on(const Subject& subject) {
  return fmt::format(kCountNote, subject.facet, subject.facet);
}

// "Who inspected", "which inspector led the inspection of", "lead inspector of".
std::optional<Recognised> find_who(const Words& words) {
  const bool is_who = words.is_one_of(0, "who");
  std::size_t end = is_who || words.is_one_of(0, "which what") ? 1 : 0;
  if (!is_who) {
    const auto subject = subject_at(words, end);
    if (!subject || subject->facet != "inspector") return std::nullopt;
    end += subject->length;
  }
  const std::size_t verbs = pass(words, end, kHaving);
  std::size_t behind = pass(words, verbs, kInspecting);
  if (words.is_one_of(behind, "out")) ++behind;
  const std::size_t most = end_of_most(words, behind);
  if (most > behind) return counted(0, most, note_on({"inspector"}));
  if (behind == verbs || (is_who && !words.is_one_of(verbs, "led inspected visited")))
    return std::nullopt;
  const std::size_t article = pass(words, behind, "the their its last latest recent");
  if (words.is_one_of(article, kMost) && article + 1 == words.size())  // "inspects most"
    return counted(0, words.size(), note_on({"inspector"}));
  const std::size_t any = length_of_any(words, article);
  const bool leads = words.is_one_of(verbs, "led");
  if (is_who && leads && any == 0 && length_of_any(words, words.size() - 1) == 0)
    return std::nullopt;  // "who led the board"
  return counted(0, any > 0 ? article + any : behind, std::string(kWhoNote));
}

// "Which council had the most", "region with the fewest".
std::optional<Recognised> find_which(const Words& words) {
  const std::size_t first = pass(words, 0, "which what in the");
  const auto subject = subject_at(words, first);
  if (!subject) return std::nullopt;
  const std::size_t verbs = pass(words, first + subject->length, "that");
  const std::size_t behind = pass(words, verbs, kHaving);
  const std::size_t end = behind > verbs ? end_of_most(words, behind) : behind;
  if (end > behind) return counted(0, end, note_on(*subject));
  const std::size_t most = pass(words, behind, "the");
  if (behind == verbs || !words.is_one_of(most, kMost) || is_superlative(words, most)) return {};
  return counted(0, pass(words, most + 1, "of the"),
                 std::string(kNoNumbersNote) + note_on(*subject));
}

// "Who is the lead inspector for", "name of the inspector of", "lead inspector for".
std::optional<Recognised> find_name(const Words& words) {
  std::size_t first = 0;
  if (words.is_one_of(0, "who")) first = pass(words, 1, "is was are were the");
  if (words.length_at(0, "name of") > 0) first = pass(words, 2, "the");
  const auto subject = subject_at(words, first);
  if (!subject || subject->facet != "inspector") return std::nullopt;
  const std::size_t end = first + subject->length;
  const std::size_t behind = pass(words, end, "for of");
  if (first == 0 && behind == end) return std::nullopt;  // "lead inspector feedback"
  return counted(0, behind, std::string(kWhoNote));
}

// "How many ... by region", "number of ... per council".
std::optional<Recognised> find_by(const Words& words, std::size_t opening) {
  for (std::size_t at = opening; opening > 0 && at < words.size(); ++at) {
    if (!words.is_one_of(at, "by per each every")) continue;
    const std::size_t by = pass(words, at, "by per each every for");
    const auto subject = subject_at(words, by);
    const std::size_t end = subject ? by + subject->length : 0;
    const std::size_t first = words.is_one_of(at - 1, "for in of") ? at - 1 : at;
    if (end == words.size()) return counted(first, end, note_on(*subject));
  }
  return std::nullopt;
}

// How many pieces ask how many there are, at the beginning.
std::size_t length_of_how_many(const Words& words) {
  for (const std::string_view opening :
       {"how many", "number of", "numbers of", "count of", "count"})
    if (const std::size_t length = words.length_at(0, opening); length > 0) return length;
  return 0;
}

}  // namespace

AllRecognised find_counts(const Words& words) {
  for (auto find : {find_who, find_which, find_name})
    if (auto found = find(words)) return {std::move(*found)};
  const std::size_t opening = length_of_how_many(words);
  auto by = find_by(words, opening);
  if (!by) return {};
  Recognised how_many{0, opening, {}, {}, {}, false, {}};
  how_many.asks_counts = true;
  return {std::move(how_many), std::move(*by)};
}

}  // namespace ofsearch::understanding
