// The part of WordPlans that plans whom a question is about: "teenage girls", "young men".
#include "common/text/text.h"
#include "searcher/plan/word_plans.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

constexpr double kLight = 0.08;  // of the weight of a word of the topic

// Who is young under several names, and the words before a name that say no more. The names are
// meanings of sayings, so that the index knows them.
struct Group {
  std::string_view words, before;  // with blanks between
  std::array<std::string_view, 2> names;
};
constexpr std::string_view kYoung = "young younger teenage teenaged teen adolescent older";
constexpr std::string_view kYoungAdult = "young teenage adolescent";
constexpr std::array<Group, 4> kGroups = {{
    {"girl girls", kYoung, {"girls", "young women"}},
    {"boy boys lad lads", kYoung, {"boys", "young men"}},
    {"woman women", kYoungAdult, {"girls", "young women"}},
    {"man men", kYoungAdult, {"boys", "young men"}},
}};

bool is_among(const std::string& word, std::string_view words) {
  return std::ranges::count(split_words(words), word) > 0;
}

struct NamedGroup {
  const Group* group = nullptr;
  size_t count = 0;  // words; 0: no group is named
};

// "Women" alone are no group of the young.
NamedGroup group_at(const Words& typed, size_t at) {
  const std::string first = search_form(typed[at]);
  const std::string second = at + 1 < typed.size() ? search_form(typed[at + 1]) : "";
  for (const Group& group : kGroups) {
    if (is_among(first, group.before) && is_among(second, group.words)) return {&group, 2};
    if (is_among(first, group.words) && group.before == kYoung) return {&group, 1};
  }
  return {};
}

}  // namespace

// Speaks a little for a passage that has it; only whom the question is about is asked for.
void WordPlans::lighten(Planned* planned, bool is_asked) const {
  for (QueryTerm& term : planned->terms) term.idf = std::min(term.idf, options_.most_idf) * kLight;
  if (!planned->score.empty())
    planned->score = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, planned->score, kLight);
  if (!is_asked) planned->has = Xapian::Query();
  planned->light = true;
  planned->unknown_words.clear();
}

// The words of a group are one thing. No word: none is named at `at`, or not before `end`.
WordPlans::NamedPlan WordPlans::group(const Words& typed, size_t at, size_t end) const {
  const NamedGroup named = group_at(typed, at);
  if (options_.everyday == nullptr || named.group == nullptr || at + named.count > end) return {};
  std::string shown = typed[at];
  if (named.count > 1) shown += " " + typed[at + 1];
  std::vector<Everyday::Meaning> names;
  for (std::string_view name : named.group->names) names.push_back({std::string(name), false});
  Planned planned = said_once(names, shown);
  planned.recognised = false;  // it is given up before the topic is
  return {named.count, std::move(planned)};
}

// "Disabled girls" are disabled children, and girls: groups that a saying's words name, but not
// what it means.
std::vector<Planned> WordPlans::groups_beside(const Everyday::Match& saying,
                                              const Words& typed) const {
  std::vector<Planned> groups;
  const auto is_meant = [&](size_t word) {
    return std::ranges::any_of(*saying.meanings, [&](const auto& meanings) {
      return std::ranges::any_of(meanings, [&](const Everyday::Meaning& meaning) {
        const std::vector<std::string> stems = lookup_.stems(lookup_.phrase_words(meaning.text));
        return std::ranges::count(stems, lookup_.stem(search_form(typed[word]))) > 0;
      });
    });
  };
  for (size_t word : saying.words) {
    NamedPlan named = group(typed, word, typed.size());
    if (saying.meanings->empty() || named.words != 1 || is_meant(word)) continue;
    lighten(&named.plan, true);
    groups.push_back(std::move(named.plan));
  }
  return groups;
}

}  // namespace ofsearch
