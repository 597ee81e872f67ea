// The part of WordPlans that finds what is denied: "no delay", "not clear" and "unclear".
#include "common/text/text.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/negators.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kDenied = 0.3;  // of the weight of what says the opposite: "unhappy"
constexpr size_t kClose = 6;     // words: "not always made sufficiently clear"

const Words& words_that_deny() {
  static const Words kWords = {"not",  "no",     "never",  "nor",     "without",
                               "lack", "lacks",  "lacked", "lacking", "insufficiently",
                               "few",  "rarely", "cannot", "less",    "inconsistently"};
  return kWords;
}

}  // namespace

// "no delay", of which `typed` is the last word: so written, or what says the same. "Not promptly"
// is written in many ways, so the word itself stays; what has `ended` is named by its word.
WordPlans::Forms WordPlans::negated(const std::string& typed, bool ended) const {
  const std::string word = search_form(typed);
  Forms forms = single_word(typed, word);
  std::vector<std::string> says;
  const auto is_there = [&](const std::string& each) {
    return lookup_.stem_frequency(lookup_.stem(each)) > 0;
  };
  bool has_prefix = false;
  if (finding_of(word) == Finding::kStrength || !opposite_by_prefix(word).empty()) {
    says = denied_by_prefix(word);
    if (const std::string opposite = opposite_by_prefix(word); says.empty() && !opposite.empty())
      says.push_back(opposite);
    has_prefix = !ended && std::ranges::any_of(says, is_there);
    says.push_back("not " + word);
    // The word itself is as often praise: "unhappy" comes before it.
    if (!ended && std::ranges::any_of(says, is_there)) {
      forms.patterns.front().typed = false;
      forms.patterns.front().weight = forms.forms.front().share = kDenied;
    }
  } else if (!ended) {
    forms.patterns.clear();
    forms.forms.clear();
    says = {"no " + word, "without " + word};
  }
  for (std::string_view opposite : opposites_of(word)) says.emplace_back(opposite);
  for (const std::string& text : says) {
    std::vector<std::string> words = lookup_.phrase_words(text);
    if (words.empty()) continue;
    std::vector<std::string> stems = lookup_.stems(words);
    forms.patterns.push_back({stems, false, {0}, 1});
    if (words.size() == 1 && lookup_.stem_frequency(stems[0]) > 0)
      forms.forms.push_back(lookup_.term(stem_term(stems[0])));
    if (words.size() < 2 || lookup_.phrase_frequency(stems) == 0) continue;
    // "Clear" anywhere is not "not clear", where "unclear" says it.
    const Weighed phrase =
        lookup_.phrase_forms(words, has_prefix ? PhraseOf::kOtherName : PhraseOf::kTyped);
    if (!phrase.query.empty()) forms.forms.push_back(phrase);
  }
  if (forms.forms.empty()) return single_word(typed, word);
  if (has_prefix) count_denials(word, &forms);
  return forms;
}

// Whether the query may read so many more lists of positions: words that nobody typed leave half of
// those that it may read to the words that somebody did.
bool WordPlans::may_read(double position_lists) const {
  return lookup_.position_lists() + position_lists < options_.limits.position_lists / 2;
}

// What "unclear" says, "clear" says only behind a "not", which may stand some words before.
void WordPlans::count_denials(const std::string& word, Forms* forms) const {
  for (const char* between : {"always", "sufficiently", "consistently", "yet", "fully", "made"})
    forms->patterns.push_back(
        {lookup_.stems(lookup_.phrase_words(fmt::format("not {} {}", between, word))),
         false,
         {0},
         1});
  if (!may_read(2 * lookup_.stem_frequency(lookup_.stem(word)))) return;
  forms->forms.push_back(lookup_.in_order({words_that_deny(), lookup_.forms(word)}, kClose));
  for (size_t i = 1; i < forms->forms.size(); ++i)
    forms->counts = joined(Xapian::Query::OP_OR, forms->counts, forms->forms[i].query);
}

// "Unclear" is looked for as "not clear" is.
WordPlans::Forms WordPlans::of_denied(const std::string& typed, const std::string& base) const {
  Forms forms = negated(base, false);
  if (forms.counts.empty()) return word(typed);
  const Forms own = word(typed);
  forms.term = own.term;
  forms.unknown = own.unknown && forms.unknown;
  return forms;
}

// "Not ignored" alone: where no report denies it so, its word is all there is to count.
void WordPlans::widen_denied(const Words& typed, Planned* only) const {
  if (!only->judges || only->direction <= 0) return;
  for (size_t i = 0; i < typed.size(); ++i) {
    const Direction direction = direction_of(typed, i);
    if (!direction.negated || direction.finding != Finding::kStrength) continue;
    only->wider = lookup_.any_form(search_form(typed[i])).query;
    only->wider_note = fmt::format("no report says \"{}\": what is counted has \"{}\"",
                                   with_negator(typed, i), typed[i]);
  }
}

}  // namespace ofsearch
