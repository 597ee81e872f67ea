#include "searcher/understand/grades/understanding_several_judgements.h"

#include "common/index/listed_values.h"
#include "common/report/values.h"
#include "common/text/characters.h"
#include "common/text/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace ofsearch::understanding {
namespace {

constexpr std::string_view kJudgementNouns = "judgement judgment";

std::size_t pass_back(const Words& words, std::size_t at, std::string_view list) {
  while (at > 0 && words.is_one_of(at - 1, list)) --at;
  return at;
}

struct Count {
  std::string_view words;
  bool is_one;
};

// Longest first.
constexpr Count kCounts[] = {
    {"at least one", true},
    {"one or more", true},
    {"at least two", false},
    {"at least three", false},
    {"two or more", false},
    {"three or more", false},
    {"more than one", false},
    {"more than two", false},
    {"a couple of", false},
    {"one", true},
    {"any", true},
    {"two", false},
    {"three", false},
    {"four", false},
    {"several", false},
    {"multiple", false},
    {"many", false},
};

// "Two or more inadequate judgements": any judgement will do.
std::optional<Recognised> counted_judgements(const Words& words, const SaidGrade& said) {
  if (!words.is_one_of(said.end, kJudgementNouns)) return std::nullopt;
  for (const Count& count : kCounts) {
    const std::size_t length = words.length_before(said.first, count.words);
    if (length == 0) continue;
    std::size_t first = pass_back(words, said.first - length,
                                  "with having have has had got received that which who");
    first -= council_before(words, first);
    Recognised found{first, said.end + 1 - first, {}, {}, {}, false, {}};
    for (const Judgement& judgement : judgements())
      for (const std::string& grade : said.grades)
        found.filters.emplace_back("grade", fmt::format("{}:{}", judgement.name, grade));
    if (!count.is_one)
      found.notes.push_back(fmt::format("not asked for: {} judgements of grade {}; one is enough",
                                        count.words, list_in_words(said.grades)));
    return found;
  }
  return std::nullopt;
}

// The pieces behind a grade at `at` that say it of all judgements: "for every judgement".
std::size_t length_of_all(const Words& words, std::size_t at, bool is_clear) {
  if (is_clear && words.length_at(at, "across the board") > 0) return 3;
  std::size_t end = at;
  if (!words.is_one_of(end, "for in on across")) return 0;
  if (!words.is_one_of(++end, "every all each")) return 0;
  while (words.is_one_of(++end, "of the its their")) {
  }
  const bool is_noun =
      words.is_one_of(end, kJudgementNouns) || (is_clear && words.is_one_of(end, "area category"));
  return is_noun ? end + 1 - at : 0;
}

// "All judgements good": where the words before a grade begin that say so; `first`: nowhere.
std::size_t begin_of_all(const Words& words, std::size_t first) {
  std::size_t at = pass_back(words, first, "are is were was being judged rated graded as");
  if (at == 0 || !words.is_one_of(at - 1, kJudgementNouns)) return first;
  at = pass_back(words, at - 1, "of the its their");
  return at > 0 && words.is_one_of(at - 1, "every all each") ? at - 1 : first;
}

// The overall grade is all that a filter can ask for.
std::optional<Recognised> all_judgements(const Words& words, const SaidGrade& said) {
  std::size_t first = begin_of_all(words, said.first), end = said.end;
  if (first == said.first) {
    first = pass_back(words, first, "judged rated graded being be been are is were was that which");
    const std::size_t council = council_before(words, first);
    first -= council;
    const bool is_clear =
        first < said.first || words.is_one_of(said.first, "outstanding inadequate");
    const std::size_t length = length_of_all(words, end, is_clear);
    if (length == 0) return std::nullopt;
    end += length;
  }
  const std::string grade = list_in_words(said.grades);
  Recognised found{first, end - first, {}, {}, {}, false, {}};
  for (const std::string& each : said.grades) found.filters.emplace_back("grade", each);
  found.notes.push_back(
      fmt::format("not asked for: that every judgement is {}; only the overall grade is", grade));
  return found;
}

// ---- Judgements that must all be so ------------------------------------------------------------

const Field& judgements_field() {
  return *find_field("judgements");
}

std::string section_of(const std::string& value) {
  return value.substr(0, value.find(':'));
}

std::set<std::string> sections_of(const Filters& filters) {
  std::set<std::string> sections;
  for (const auto& [field, value] : filters)
    for (const std::string& each : values_together(judgements_field(), value))
      sections.insert(section_of(each));
  return sections;
}

// The values of both; empty where they are of one judgement and differ.
std::string both_values(const std::string& a, const std::string& b) {
  std::string all = a;
  for (const std::string& each : values_together(judgements_field(), b)) {
    bool is_there = false;
    for (const std::string& other : values_together(judgements_field(), a)) {
      if (section_of(other) != section_of(each)) continue;
      if (other != each) return {};
      is_there = true;
    }
    if (!is_there) all += "+" + each;
  }
  return all;
}

// Where the words begin that join what begins at `at` to what ends at `end`.
std::size_t begin_of_joint(const Words& words, std::size_t end, std::size_t at) {
  const std::size_t first = pass_back(
      words, at,
      "but and with while whilst although though yet whereas only just still merely also");
  return first <= end ? end : at;
}

// Whether no word in [from, to) parts or denies.
bool joins(const Words& words, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at)
    if (words.is_one_of(at,
                        "or nor vs versus than compared not never non neither except excluding "
                        "without isnt arent wasnt werent"))
      return false;
  return true;
}

}  // namespace

std::optional<Recognised> find_several(const Words& words, const SaidGrade& said) {
  if (said.is_denied) return std::nullopt;
  if (auto found = counted_judgements(words, said)) return found;
  return all_judgements(words, said);
}

Filters both(const Filters& a, const Filters& b) {
  Filters all;
  for (const auto& [field, value] : a)
    for (const auto& [other_field, other] : b)
      if (std::string joined = both_values(value, other); !joined.empty())
        all.emplace_back(field, std::move(joined));
  return all;
}

bool is_judgement(const Recognised& recognised) {
  return std::ranges::any_of(recognised.filters, [](const auto& filter) {
    return filter.second.find(':') != std::string::npos;
  });
}

void join_judgements(const Words& words, AllRecognised* found) {
  Recognised* lead = nullptr;
  std::size_t lead_end = 0;
  for (Recognised& each : *found) {
    if (!is_judgement(each)) continue;
    const std::size_t end = each.first + each.count;
    const bool may_join = lead != nullptr && !each.excluded && joins(words, lead_end, each.first) &&
                          sections_of(lead->filters) != sections_of(each.filters);
    const Filters filters = may_join ? both(lead->filters, each.filters) : Filters();
    if (!filters.empty()) {
      lead->filters = each.filters = filters;
      lead->until = end;
      each.is_of_before = true;
      each.first = begin_of_joint(words, lead_end, each.first);
      each.count = end - each.first;
    } else {
      lead = each.excluded || (each.first > 0 && !joins(words, each.first - 1, each.first))
                 ? nullptr
                 : &each;
    }
    lead_end = end;
  }
}

}  // namespace ofsearch::understanding
