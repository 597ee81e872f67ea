#include "searcher/understand/grades/understanding_said_grades.h"

#include "common/index/fields.h"
#include "common/report/values.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ofsearch::understanding {
namespace {

struct Comparison {
  std::string_view words;
  bool better;  // than the grade; else worse
  bool itself;  // the grade is one of them
};

// Longest first.
constexpr Comparison kBefore[] = {
    {"no worse than", true, true},   {"not worse than", true, true},
    {"no less than", true, true},    {"not less than", true, true},
    {"no lower than", true, true},   {"not lower than", true, true},
    {"no better than", false, true}, {"not better than", false, true},
    {"no higher than", false, true}, {"not higher than", false, true},
    {"a minimum of", true, true},    {"at least", true, true},
    {"not below", true, true},       {"better than", true, false},
    {"higher than", true, false},    {"above", true, false},
    {"at best", false, true},        {"at most", false, true},
    {"not above", false, true},      {"less than", false, false},
    {"worse than", false, false},    {"lower than", false, false},
    {"not yet", false, false},       {"below", false, false},
    {"not quite", false, false},     {"yet to be", false, false},
    {"yet to become", false, false}, {"failed to be", false, false},
    {"failed to get", false, false}, {"failed to become", false, false},
    {"fell short of", false, false}, {"falling short of", false, false},
};
constexpr Comparison kBehind[] = {
    {"or better", true, true},  {"and better", true, true}, {"or above", true, true},
    {"and above", true, true},  {"or higher", true, true},  {"or worse", false, true},
    {"and worse", false, true}, {"or below", false, true},  {"and below", false, true},
    {"or lower", false, true},  {"or less", false, true},
};

// Takes the words around a grade that compare with it.
void take_comparison(const Words& words, SaidGrade* said) {
  // False: no grade is better than the best.
  const auto take = [&](const Comparison& comparison) {
    std::vector<std::string> grades =
        grades_beside(said->grades.front(), comparison.better, comparison.itself);
    if (grades.empty()) return false;
    said->grades = std::move(grades);
    said->is_compared = true;
    return true;
  };
  for (const Comparison& each : kBefore) {
    const std::size_t length = words.length_before(said->first, each.words);
    if (length == 0) continue;
    if (take(each)) said->first -= length;
    return;
  }
  for (const Comparison& each : kBehind) {
    const std::size_t length = words.length_at(said->end, each.words);
    if (length == 0) continue;
    if (take(each)) said->end += length;
    return;
  }
}

// "Good but not outstanding" is good. What is said of two judgements stays.
void take_limit(const Words& words, SaidGrade* said) {
  std::size_t end = said->end + words.length_at(said->end, "but not");
  if (end == said->end) return;
  while (words.is_one_of(end, "yet quite rated judged graded")) ++end;
  const auto other = phrase_at(words, end, "grade");
  if (!other || other->phrase->value == said->grades.front()) return;
  said->end = end + other->length;
  said->is_compared = true;
}

}  // namespace

std::optional<FoundPhrase> phrase_at(const Words& words, std::size_t at, std::string_view takes) {
  const auto phrases = Phrases::builtin().at(words, at, takes);
  return phrases.empty() ? std::nullopt : std::optional(phrases.front());
}

std::vector<std::string> grades_beside(const std::string& than, bool better, bool itself) {
  std::vector<std::string> names;
  for (const std::string& name : awarded_grade_names()) {
    const int order = compare_grades(than, name);
    if (order == 0 ? itself : (order > 0) == better) names.push_back(name);
  }
  return names;
}

std::vector<std::string> other_grades(const std::vector<std::string>& grades) {
  const auto said = [&](std::string_view grade) {
    return std::ranges::find(grades, grade) != grades.end();
  };
  std::vector<std::string> others;
  for (const std::string& name : awarded_grade_names()) {
    const bool is_said = std::ranges::any_of(
        grades, [&](const std::string& grade) { return compare_grades(grade, name) == 0; });
    if (!is_said && !(name == "outstanding" && said("good"))) others.push_back(name);
  }
  return others;
}

std::size_t length_of_comparison(const Words& words, std::size_t at) {
  std::size_t longest = 0;
  for (const Comparison& each : kBefore)
    longest = std::max(longest, words.length_at(at, each.words));
  return longest;
}

std::size_t council_before(const Words& words, std::size_t end) {
  for (std::size_t length = std::min<std::size_t>(end, 3); length > 0; --length)
    if (Phrases::builtin().length_of("council", words, end - length) == length) return length;
  return 0;
}

bool closes_with_overall(const Words& words, std::size_t at) {
  return words.is_one_of(at, "overall") &&
         (at + 1 == words.size() || words.is_one_of(at + 1, kPrepositions) ||
          words.is_one_of(at + 1, "and but or though although with since before after"));
}

bool is_said_of_councils(const Words& words, std::size_t at) {
  if (at > 1 && words.is_one_of(at - 1, "not never")) --at;
  if (at == 0 || !words.is_one_of(at - 1, "are is was were arent isnt wasnt werent")) return false;
  --at;
  while (at > 0 && words.is_one_of(at - 1, "that which who")) --at;
  return council_before(words, at) > 0;
}

bool is_clear_grade(const std::string& grade) {
  return grade == "outstanding" || grade == "inadequate" || grade == "requires improvement";
}

bool names_graded_kind(const Recognised& each) {
  return std::ranges::any_of(each.filters, [](const auto& filter) {
    return find_field(filter.first) == find_field("type") && !awards_no_grade(filter.second);
  });
}

bool says_nothing_more(const Words& words, std::size_t from, std::size_t to,
                       const AllRecognised& known) {
  for (std::size_t at = from; at < to; ++at) {
    const bool is_known = std::ranges::any_of(known, [&](const Recognised& each) {
      return at >= each.first && at < each.first + each.count;
    });
    if (!is_known && !words.is_one_of(at,
                                      "is are was were has have been which who what why how in "
                                      "of the they it and since at"))
      return false;
  }
  return true;
}

SaidGrade said_grade(const Words& words, std::size_t at, const FoundPhrase& found) {
  SaidGrade said{at, at + found.length, {found.phrase->value}};
  said.is_denied = found.phrase->takes == "not-grade";
  while (words.is_one_of(said.end, "or and")) {
    const auto other = phrase_at(words, said.end + 1, "grade");
    if (!other) break;
    said.grades.push_back(other->phrase->value);
    said.end += 1 + other->length;
  }
  if (said.grades.size() == 1 && !said.is_denied) take_comparison(words, &said);
  take_limit(words, &said);
  said.is_overall = closes_with_overall(words, said.end);
  if (said.is_overall) ++said.end;
  return said;
}

}  // namespace ofsearch::understanding
