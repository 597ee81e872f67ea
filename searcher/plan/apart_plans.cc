// The part of WordPlans that keeps terms of one query apart, where one's other names are the
// other: "county lines exploitation", where each mention of county lines would meet both.
#include "searcher/plan/word_plans.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

bool contains(const Words& all, const Words& part) {
  return !part.empty() &&
         std::search(all.begin(), all.end(), part.begin(), part.end()) != all.end();
}

bool share_a_word(const Words& one, const Words& other) {
  return std::ranges::any_of(
      one, [&](const std::string& word) { return std::ranges::count(other, word) > 0; });
}

// Whether a form of a term, whose own words are `own`, is a mention of `typed` alone: "criminal
// exploitation" for county lines. "Private foster carers" are private fostering, and carers.
bool says_only(const Words& form, const Words& own, const Words& typed) {
  return form == typed || (contains(form, typed) && !share_a_word(form, own));
}

// Takes from `plan` what is only another mention of what `other` has typed. False: nothing. A word
// that is no term of the field must be in several forms: "emergency duty service" for out of hours
// is a service as well.
bool take_mentions(Planned* plan, const Planned& other) {
  constexpr std::ptrdiff_t kSeveral = 3;
  const Words own = plan->counted.front().words, typed = other.counted.front().words;
  const auto is_mention = [&](const CountedForm& form) {
    return says_only(form.words, own, typed);
  };
  const auto begin = plan->counted.begin() + 1;
  const std::ptrdiff_t mentions = std::count_if(begin, plan->counted.end(), is_mention);
  if (mentions < (other.recognised ? 1 : kSeveral)) return false;
  plan->counted.erase(std::remove_if(begin, plan->counted.end(), is_mention), plan->counted.end());
  return true;
}

void take_shared(Planned* plan, const Planned& other) {
  const auto is_shared = [&](const CountedForm& form) {
    return std::ranges::count(other.counted, form.words, &CountedForm::words) > 0;
  };
  plan->counted.erase(std::remove_if(plan->counted.begin() + 1, plan->counted.end(), is_shared),
                      plan->counted.end());
}

void count_again(Planned* plan) {
  plan->has = Query();
  for (const CountedForm& form : plan->counted)
    plan->has = joined(Query::OP_OR, plan->has, form.query);
}

bool is_another_name(const Planned& plan, const Words& typed) {
  return std::ranges::any_of(
      plan.counted, [&](const CountedForm& form) { return form.same && form.words == typed; });
}

bool is_form(const Planned& plan, const Words& typed) {
  return std::ranges::count(plan.counted, typed, &CountedForm::words) > 0;
}

// "Leaver" and "leaving", "guardian" and "guardianship".
bool are_of_one_root(const std::string& one, const std::string& other) {
  constexpr size_t kRoot = 4;  // letters
  return one == other || (one.size() >= kRoot && other.size() >= kRoot &&
                          one.compare(0, kRoot, other, 0, kRoot) == 0);
}

bool are_of_the_same_words(const Words& one, const Words& other) {
  return std::ranges::all_of(one, [&](const std::string& word) {
    return std::ranges::any_of(
        other, [&](const std::string& each) { return are_of_one_root(word, each); });
  });
}

// Whether both say the same: two names of one thing, or terms that find each other and are of the
// same words ("care leavers leaving care").
bool say_the_same(const Planned& one, const Planned& other) {
  const Words &first = one.counted.front().words, &second = other.counted.front().words;
  if (!one.recognised || !other.recognised) return false;
  if (is_another_name(one, second) || is_another_name(other, first)) return true;
  return are_of_the_same_words(first, second) && are_of_the_same_words(second, first) &&
         is_form(one, second) && is_form(other, first);
}

// Whether another name of `plan` says that it is a kind of what is typed: CSE is child sexual
// exploitation, and "CSE exploitation" asks for no more.
bool is_kind_of(const Planned& plan, const Words& typed) {
  return std::ranges::any_of(plan.counted, [&](const CountedForm& form) {
    return form.same && form.words != typed &&
           says_only(form.words, plan.counted.front().words, typed);
  });
}

void ask_for_kind(Planned* kind, Planned* whole) {
  kind->notices.push_back("\"" + whole->shown + "\" is part of what \"" + kind->shown +
                          "\" means, which is counted alone");
  whole->has = Query();
}

bool is_counted(const Planned& plan) {
  return !plan.has.empty() && !plan.counted.empty() && !plan.counted.front().words.empty();
}

// Whether `plan` is only ranked by `typed`: a neglect toolkit by the graded care profile, which is
// one.
bool only_ranks_by(const Planned& plan, const Words& typed) {
  return !is_form(plan, typed) && std::ranges::any_of(plan.patterns, [&](const Pattern& pattern) {
    return !pattern.typed && !pattern.exact && pattern.sequence == typed;
  });
}

// What says more is kept longer, where not all of a query can be.
void keep_before(Planned* more, const Planned& less) {
  constexpr double kStep = 0.01;
  if (more->idf() <= less.idf()) more->rarity = less.idf() + kStep;
}

// Two names of one thing are one thing; else two things need two mentions.
void keep_two_apart(Planned* one, Planned* other) {
  const Words first = one->counted.front().words, second = other->counted.front().words;
  if (first == second) return;
  if (is_kind_of(*one, second)) return ask_for_kind(one, other);
  if (is_kind_of(*other, first)) return ask_for_kind(other, one);
  if (say_the_same(*one, *other)) {
    one->notices.push_back("\"" + one->shown + "\" and \"" + other->shown +
                           "\" are counted as one thing");
    one->has = joined(Query::OP_OR, one->has, other->has);
    other->has = Query();
    return;
  }
  const bool ranks_one = only_ranks_by(*one, second), ranks_other = only_ranks_by(*other, first);
  if (ranks_one && !ranks_other && other->recognised) keep_before(other, *one);
  if (ranks_other && !ranks_one && one->recognised) keep_before(one, *other);
  const bool of_one = take_mentions(one, *other), of_other = take_mentions(other, *one);
  if (!of_one && !of_other) return;
  take_shared(other, *one);
  count_again(one);
  count_again(other);
}

}  // namespace

void WordPlans::keep_apart(std::vector<Planned>* plans) {
  const auto are_alternatives = [](const Planned& one, const Planned& other) {
    return one.alternatives > 0 && one.alternatives == other.alternatives;
  };
  for (size_t i = 0; i < plans->size(); ++i)
    for (size_t j = i + 1; j < plans->size(); ++j)
      if (Planned& one = (*plans)[i], &other = (*plans)[j];
          is_counted(one) && is_counted(other) && !are_alternatives(one, other))
        keep_two_apart(&one, &other);
}

}  // namespace ofsearch
