// The part of WordPlans that hears "or" between two things that are asked for: one of them is
// enough ("without health or police").
#include "common/text/lists.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/word_plans.h"
#include "searcher/query/or_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// A clause of its own: "or whether", "or how".
constexpr std::array<std::string_view, 9> kClauses = {"if",  "when", "where", "which",  "why",
                                                      "how", "what", "who",   "whether"};

// Asked for as what is found of a topic.
bool judges(const Planned& plan) {
  return plan.direction != 0 || plan.judges;
}

bool is_topic(const Planned& plan) {
  return !plan.has.empty() && !plan.judges;
}

using Plans = std::vector<Planned*>;

// Whether "or" joins two things of one kind: topics, or words of judgement of which none finds what
// another denies.
bool are_of_one_kind(const Plans& left, const Plans& right) {
  const auto all = [&](const auto& is) {
    return std::ranges::all_of(left, is) && std::ranges::all_of(right, is);
  };
  const auto none = [&](int direction) {
    return all([&](const Planned* plan) { return plan->direction != direction; });
  };
  if (left.empty() || right.empty()) return false;
  if (all([](const Planned* plan) { return is_topic(*plan); })) return true;
  return all([](const Planned* plan) { return judges(*plan); }) && (none(1) || none(-1));
}

// "Social workers", "social care": two words that name one thing, from `at` on.
bool is_name_of_two(const Words& typed, size_t at) {
  constexpr std::array<std::string_view, 4> kSecond = {"worker", "workers", "work", "care"};
  return at + 1 < typed.size() && search_form(typed[at]) == "social" &&
         is_one_of(search_form(typed[at + 1]), kSecond);
}

// Those of `plans` that ask for something, and begin or end at a word.
Plans plans_where(std::vector<Planned>* plans, size_t Planned::*place, size_t at) {
  Plans found;
  for (Planned& plan : *plans)
    if (plan.end > plan.first && plan.*place == at && (is_topic(plan) || judges(plan)))
      found.push_back(&plan);
  return found;
}

// What stands behind "or" at `at`: "or the police", "or in adoption".
Plans behind(const Words& typed, size_t at, std::vector<Planned>* plans) {
  for (size_t i = at + 1; i < typed.size(); ++i) {
    const std::string word = search_form(typed[i]);
    if (or_only_bounds(word) || is_one_of(word, kClauses)) return {};
    if (Plans found = plans_where(plans, &Planned::first, i); !found.empty()) return found;
    if (!is_stopword(word) || word == "or") return {};
  }
  return {};
}

// Adds the other word of a name of two; both begin where the first does.
void add_rest_of_name(const Words& typed, std::vector<Planned>* plans, Plans* side) {
  const size_t at = side->front()->first;
  const auto add = [&](size_t first, size_t other) {
    if (!is_name_of_two(typed, first)) return;
    for (Planned* plan : plans_where(plans, &Planned::first, other)) side->push_back(plan);
    std::ranges::sort(*side, {}, &Planned::first);
    for (Planned* plan : *side) plan->first = first;
  };
  add(at, at + 1);
  if (at > 0) add(at - 1, at - 1);
}

// Two things that one saying or name asks for.
void ask_for_both(Planned* one, Planned* other) {
  if (one->shown != other->shown) one->shown += " " + other->shown;
  one->has = joined(Query::OP_AND, one->has, other->has);
  one->meant.clear();
  other->has = Query();
}

void ask_for_either(Planned* one, Planned* other) {
  const double common = std::min(one->idf(), other->idf());
  const bool asks_nothing = one->has.empty() || other->has.empty();
  one->has = asks_nothing ? Query() : Query(Query::OP_OR, one->has, other->has);
  one->wider = joined(Query::OP_OR, one->wider, other->wider);
  if (one->wider_note.empty()) one->wider_note = other->wider_note;
  const bool both = !one->as_typed.empty() && !other->as_typed.empty();
  one->as_typed = both ? Query(Query::OP_OR, one->as_typed, other->as_typed) : Query();
  one->either = (one->either.empty() ? one->shown : one->either) + ", " + other->shown;
  one->shown += " or " + other->shown;
  one->meant.clear();
  one->is_general = other->is_general = one->is_general && other->is_general;
  one->recognised = one->recognised && other->recognised;
  one->plain = one->plain && other->plain;
  one->light = one->light && other->light;
  one->commonest = common;
  other->has = Query();
}

}  // namespace

// "Physical or emotional abuse" is "physical abuse or emotional abuse", where both are terms.
Words WordPlans::with_shared_ends(Words typed) const {
  constexpr size_t kMostWords = 3;
  if (!options_.or_joins) return typed;
  // The last "or" first, so that what one side is given the next before it can share.
  for (size_t i = typed.size(); i-- > 1;) {
    if (i + 2 >= typed.size() || search_form(typed[i]) != "or" ||
        is_stopword(search_form(typed[i + 1])))
      continue;
    const std::vector<Thesaurus::Match> known = thesaurus_.matches(typed);
    const auto ends_here = [&](const Thesaurus::Match& match) {
      return match.word_count > 1 && match.first_word + match.word_count == i;
    };
    const auto has_it = [&](const Thesaurus::Match& match) {
      return match.first_word <= i && i < match.first_word + match.word_count;
    };
    if (std::ranges::any_of(known, ends_here) || std::ranges::any_of(known, has_it)) continue;
    const size_t most = std::min(kMostWords, typed.size() - i - 2);
    for (size_t count = most; count > 0; --count) {
      const auto end = typed.begin() + static_cast<long>(i + 2);
      Words whole = {typed[i - 1]};
      whole.insert(whole.end(), end, end + static_cast<long>(count));
      const std::vector<Thesaurus::Match> match = thesaurus_.matches(whole);
      if (match.size() != 1 || match.front().word_count != whole.size()) continue;
      typed.insert(typed.begin() + static_cast<long>(i), whole.begin() + 1, whole.end());
      break;
    }
  }
  return typed;
}

// Gives each two things that "or" joins one number. "Or" in a term or a saying is part of it.
void WordPlans::link_alternatives(const Words& typed, const std::vector<bool>& in_saying,
                                  std::vector<Planned>* plans) const {
  if (!options_.or_joins) return;
  for (size_t i = 1; i + 1 < typed.size(); ++i) {
    const auto has_it = [&](const Planned& plan) { return plan.first < i && i + 1 < plan.end; };
    if (search_form(typed[i]) != "or" || in_saying[i] ||
        or_is_in_name(search_form(typed[i - 1]), search_form(typed[i + 1])) ||
        std::ranges::any_of(*plans, has_it))
      continue;
    Plans left = plans_where(plans, &Planned::end, i), right = behind(typed, i, plans);
    if (!are_of_one_kind(left, right) || is_number_beside_or(search_form(typed[i - 1]))) continue;
    for (Plans* side : {&left, &right}) add_rest_of_name(typed, plans, side);
    const size_t number = left.front()->alternatives > 0 ? left.front()->alternatives : i;
    for (const Plans& side : {left, right})
      for (Planned* plan : side) plan->alternatives = number;
  }
}

void WordPlans::join_alternatives(std::vector<Planned>* plans) {
  const auto join = [&](bool one_side) {
    for (size_t i = 0; i < plans->size(); ++i)
      for (size_t j = i + 1; j < plans->size() && (*plans)[i].alternatives > 0; ++j) {
        Planned &one = (*plans)[i], &other = (*plans)[j];
        if (other.alternatives != one.alternatives || one_side != (one.first == other.first))
          continue;
        one_side ? ask_for_both(&one, &other) : ask_for_either(&one, &other);
        other.alternatives = 0;
      }
  };
  join(true);
  join(false);
}

}  // namespace ofsearch
