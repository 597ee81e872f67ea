// The part of WordPlans that finds each word typed, as it is judged or denied where it stands.
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/negators.h"
#include "searcher/plan/word_plans.h"

#include <algorithm>

namespace ofsearch {
namespace {

// "Not supported": the word judges nothing, but "unsupported" does.
bool is_denied_by_prefix(const Words& typed, size_t at) {
  return !opposite_by_prefix(word_at(typed, at)).empty() &&
         finding_of(word_at(typed, at)) == Finding::kNeutral &&
         negator_before(typed, at) < typed.size();
}

// "Not sufficient" says no more than "insufficient": how good something is.
bool is_general_denied(const Words& typed, size_t at) {
  return is_denied_by_prefix(typed, at) && is_general(opposite_by_prefix(word_at(typed, at)));
}

}  // namespace

// Of a word that no term of the field has.
WordPlans::Forms WordPlans::forms_by_prefix(const Words& typed, size_t at,
                                            const Direction& direction) const {
  if (is_denied_by_prefix(typed, at)) return negated(typed[at], false);
  const std::string own = search_form(typed[at]), base = without_prefix(own);
  const bool judges = direction.finding == Finding::kWeakness && !is_general(own);
  return judges && options_.widens_denied && !base.empty() ? of_denied(typed[at], base)
                                                           : word(typed[at]);
}

// `heard`: as without_inner_negators() has it.
std::vector<WordPlans::Forms> WordPlans::forms_of(
    const Words& typed, const Words& heard, const std::vector<Thesaurus::Match>& terms) const {
  bool only_stopwords = std::all_of(typed.begin(), typed.end(), [](const std::string& word) {
    return is_stopword(search_form(word));
  });
  std::vector<bool> in_term(typed.size());
  for (const Thesaurus::Match& term : terms)
    for (size_t i = 0; i < term.word_count; ++i) in_term[term.first_word + i] = true;
  std::vector<Forms> all;
  for (size_t i = 0; i < typed.size(); ++i) {
    Direction direction = direction_of(typed, i);
    if (direction.negated && direction.finding == Finding::kStrength && !heard[i].empty())
      direction = direction_of(heard, i);
    bool left_out = direction.only || (is_stopword(search_form(typed[i])) && !only_stopwords);
    Forms forms = left_out            ? Forms()
                  : direction.negated ? negated(typed[i], direction.ended)
                  : in_term[i]        ? word(typed[i])
                                      : forms_by_prefix(typed, i, direction);
    if (!left_out && !in_term[i] && is_general_denied(typed, i)) {
      direction = {Finding::kWeakness, false, true};
      all[negator_before(typed, i)].direction.finding = Finding::kNeutral;
    }
    forms.left_out = forms.left_out || left_out;
    if (left_out) forms.term.shown = with_what_is_missing(typed, i);
    forms.direction = direction;
    if (direction.negated) forms.term.shown = with_negator(typed, i);
    forms.term.direction = direction.finding != Finding::kNeutral && !direction.topic;
    all.push_back(std::move(forms));
  }
  join_neighbours(typed, &all);
  return all;
}

}  // namespace ofsearch
