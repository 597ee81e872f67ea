#include "searcher/plan/word_plans.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/text/text.h"
#include "searcher/plan/clauses/settings.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/judging_topics.h"
#include "searcher/plan/direction/negators.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

// Whether a word of judgement says what something is like ("superficial", "not robust"), and not
// only how good it is ("poor", "not good"): that is asked of a passage.
bool describes(const std::string& typed, const Direction& direction) {
  const bool judges = direction.finding != Finding::kNeutral && !direction.topic;
  const std::string word = search_form(typed);
  if (direction.negated && is_general(opposite_by_prefix(word))) return false;
  return judges && !is_general(word) && (direction.negated || !only_rates(word));
}

// "Nobody sees", "don't say": what is denied is what the query complains of.
bool is_denied(const std::vector<std::string>& typed, size_t at) {
  constexpr size_t kScope = 3;
  for (size_t before = at; before > 0 && at - before < kScope; --before)
    if (is_negator(typed, before - 1)) return true;
  return false;
}

}  // namespace

// ---- Words -----------------------------------------------------------------------------------

std::vector<Planned> WordPlans::plan(const std::vector<std::string>& typed_words) const {
  const Words parted = taken_apart(typed_words);
  if (const size_t due = overdue_at(parted); due < parted.size()) return plan_of_due(parted, due);
  const Words typed = with_shared_ends(in_the_order_of_the_field(parted));
  if (const DeniedHarm harm = denied_harm(typed); harm.end > 0) return beside_harm(typed, harm);
  std::vector<Planned> plans;
  std::vector<Thesaurus::Match> match = thesaurus_.matches(typed);
  std::vector<Everyday::Match> unsaid;
  std::vector<Everyday::Match> says = sayings(typed, &match, &unsaid);
  const Words heard = without_inner_negators(typed, match, says);
  std::vector<Forms> forms = forms_of(typed, heard, match);
  std::erase_if(says, [&](const Everyday::Match& saying) {  // "complained of": no complaints
    return saying.words.size() == 1 && forms[saying.words.front()].direction.only;
  });
  turn_negated(typed, heard, &says);
  turn_negated(typed, heard, &unsaid);
  std::ranges::sort(says, {}, [](const Everyday::Match& saying) { return saying.words.front(); });
  for (const Everyday::Match& saying : unsaid) {
    plans.push_back(asked_alone(saying, typed));
    for (size_t word : saying.words) {
      // "Not a single unregistered home" is praise, whatever the saying asks for.
      if (plans.back().direction == 0 && forms[word].direction.finding == Finding::kStrength)
        continue;
      forms[word].direction = {};
      forms[word].term.direction = false;
    }
  }
  const std::vector<size_t> named = names(typed, &match, &says);
  std::vector<bool> in_saying(typed.size());
  const bool has_topic = leave_out_carriers(typed, match, &says);
  for (const Everyday::Match& saying : says)
    for (size_t word : saying.words) in_saying[word] = true;
  const std::vector<std::string> turned = turned_words(heard, match, &in_saying);
  take_one_side(&forms);
  std::vector<std::string> only_ranked;
  std::vector<std::string> told = hear_denials(typed, match, says, &forms);
  size_t next = 0, next_saying = 0;
  // The words that say the plans from `from` on.
  const auto place = [&](size_t from, size_t first, size_t end) {
    for (; from < plans.size(); ++from) plans[from].first = first, plans[from].end = end;
  };
  const auto free_until = [&](size_t i) {
    size_t end = next < match.size() ? match[next].first_word : typed.size();
    while (i < end && !in_saying[i]) ++i;
    return i;
  };
  for (size_t i = 0; i < typed.size();) {
    for (; next_saying < says.size() && says[next_saying].words.front() == i; ++next_saying) {
      const size_t before = plans.size();
      append_all(&plans, said(says[next_saying], typed));
      append_all(&plans, groups_beside(says[next_saying], typed));
      place(before, i, says[next_saying].words.back() + 1);
    }
    if (in_saying[i]) {
      ++i;
      continue;
    }
    if (named[i] > 0) {
      plans.push_back(name(typed, i, named[i]));
      place(plans.size() - 1, i, i + named[i]);
      i += named[i];
      continue;
    }
    if (next < match.size() && match[next].first_word == i) {
      size_t count = match[next].word_count;
      std::vector<Forms> covered(
          std::make_move_iterator(forms.begin() + static_cast<long>(i)),
          std::make_move_iterator(forms.begin() + static_cast<long>(i + count)));
      plans.push_back(turned[next].empty() ? field_term(match[next], std::move(covered))
                                           : turned_term(match[next].entry, turned[next]));
      place(plans.size() - 1, i, i + count);
      i += count;
      ++next;
      continue;
    }
    if (NamedPlan named = group(typed, i, free_until(i)); named.words > 0) {
      if (has_topic) lighten(&named.plan, true);
      plans.push_back(std::move(named.plan));
      place(plans.size() - 1, i, i + named.words);
      i += named.words;
      continue;
    }
    const bool is_plain = options_.everyday != nullptr && options_.everyday->is_plain(typed[i]);
    const bool is_carrier = is_light(typed[i]) || carries_judgement(typed, i);
    const bool tells_more = describes(typed[i], forms[i].direction) || !forms[i].counts.empty();
    plans.push_back(left_over(typed[i], std::move(forms[i])));
    plans.back().plain = is_plain;
    place(plans.size() - 1, i, i + 1);
    if (has_topic && !tells_more && is_carrier && !is_left_without(typed, i)) {
      const bool is_asked = options_.everyday->names_group(typed[i]);
      if (!is_asked && !plans.back().terms.empty() && is_denied(typed, i))
        only_ranked.push_back(fmt::format("\"{}\"", typed[i]));
      lighten(&plans.back(), is_asked);
    }
    ++i;
  }
  mark_tails(typed, &plans);
  mark_places(typed, &plans);
  only_rank_tails(typed, &plans, &only_ranked);
  hear_words_first(&plans);
  ask_for_topics(&plans);
  if (asks_whether(typed))
    for (Planned& plan : plans) plan.direction = 0;
  balance(&plans);
  link_alternatives(typed, in_saying, &plans);
  keep_apart(&plans);
  join_alternatives(&plans);
  const auto is_looked_for = [](const Planned& plan) {
    return !plan.terms.empty() || !plan.unknown_words.empty();
  };
  if (std::ranges::none_of(plans, is_looked_for)) return each_by_itself(typed);
  std::erase_if(plans, [&](const Planned& plan) {
    return !is_looked_for(plan) && plan.direction_words.empty();
  });
  const auto is_asked = [](const Planned& plan) { return !plan.has.empty(); };
  if (std::ranges::count_if(plans, is_asked) == 1)
    widen_denied(typed, &*std::ranges::find_if(plans, is_asked));
  append_all(&plans.front().notices, std::move(told));
  if (!only_ranked.empty())
    plans.front().notices.push_back(
        fmt::format("counted whether or not with {}", fmt::join(only_ranked, ", ")));
  return plans;
}

// Behind a matter, "in case records" says where it is looked for.
void WordPlans::mark_places(const Words& typed, std::vector<Planned>* plans) {
  bool has_matter = false;
  for (Planned& plan : *plans) {
    if (!plan.meant.empty()) continue;  // one of the things that a saying asks for
    plan.setting = plan.setting || (has_matter && says_where(typed, plan.first));
    has_matter = has_matter || (!plan.has.empty() && !plan.judges && !plan.setting);
  }
}

// "Thorough but not timely": the fault is asked for; what is praised beside it only pulls.
void WordPlans::take_one_side(std::vector<Forms>* all) {
  const auto is_denied_praise = [](const Forms& forms) {
    return forms.direction.negated && forms.direction.finding == Finding::kWeakness;
  };
  if (std::ranges::none_of(*all, is_denied_praise)) return;
  for (Forms& forms : *all)
    if (!forms.direction.negated && forms.direction.finding == Finding::kStrength)
      forms.direction.finding = Finding::kNeutral;
}

// "Not too many changes of social worker": what words say goes before what a term is known to find.
void WordPlans::hear_words_first(std::vector<Planned>* plans) {
  const auto says = [](const Planned& plan) { return plan.direction != 0 && !plan.inherits; };
  if (std::ranges::none_of(*plans, says)) return;
  for (Planned& plan : *plans) {
    if (!plan.inherits) continue;
    plan.direction = 0;
    plan.direction_words.clear();
  }
}

// Beside a topic "weak" asks for any word that says so: reports write "variable" or "not robust".
void WordPlans::ask_for_topics(std::vector<Planned>* plans) {
  const auto is_topic = [](const Planned& plan) { return !plan.has.empty() && !plan.judges; };
  if (std::ranges::none_of(*plans, is_topic)) return;
  for (Planned& plan : *plans) {
    if (!plan.judges || !plan.is_general || plan.has.empty()) continue;
    plan.has = joined(Query::OP_OR, plan.has, plan.related);
    for (AddedWords& added : plan.added) append_all(&added.words, std::move(added.ranked));
  }
}

// "No longer", "too few": words that only turn or carry others are all there is to look for.
std::vector<Planned> WordPlans::each_by_itself(const Words& typed) const {
  std::vector<Planned> plans;
  for (const std::string& each : typed)
    if (Planned plan = left_over(each, word(each)); !plan.terms.empty())
      plans.push_back(std::move(plan));
  return plans;
}

Planned WordPlans::left_over(const std::string& typed, Forms forms) const {
  Planned planned;
  planned.shown = typed;
  planned.setting = names_who(typed);
  if (forms.direction.finding != Finding::kNeutral) {
    planned.direction = sign_of(forms.direction.finding);
    planned.direction_words.push_back(forms.term.shown.empty() ? typed : forms.term.shown);
    const std::string word = search_form(typed);
    planned.is_general = is_general(word) || is_general(opposite_by_prefix(word));
  }
  if (forms.left_out) return planned;
  if (forms.unknown && !forms.term.direction) planned.unknown_words.push_back(typed);
  planned.terms.push_back(forms.term);
  planned.patterns = std::move(forms.patterns);
  planned.score = scored(forms.forms, weight_of(planned.terms));
  // What is asked of a passage is the topic and what it is like; "poor" only pulls.
  if (!forms.term.direction || describes(typed, forms.direction))
    planned.has = forms.counts.empty() ? any_of(forms.forms) : forms.counts;
  planned.judges = forms.term.direction;
  if (!planned.has.empty() && !planned.patterns.empty())
    planned.counted.push_back({planned.patterns.front().sequence, planned.has, true});
  return planned;
}

Planned WordPlans::turned_term(const std::string& entry, const std::string& word) const {
  Forms forms = negated(word, false);
  forms.term.shown = "not " + entry;
  forms.direction.finding =
      finding_of(word) == Finding::kWeakness ? Finding::kStrength : Finding::kWeakness;
  forms.direction.negated = true;
  const std::string shown = forms.term.shown;
  return left_over(shown, std::move(forms));
}

}  // namespace ofsearch
