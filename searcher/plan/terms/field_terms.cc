// The part of WordPlans that plans a term of the field: its words, and what it stands for.
#include "common/index/field_phrases.h"
#include "common/report/acronyms.h"
#include "common/text/text.h"
#include "searcher/plan/clauses/settings.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/word_plans.h"

#include <algorithm>
#include <utility>

namespace ofsearch {

using Query = Xapian::Query;

Query WordPlans::any_of(const std::vector<Weighed>& forms) {
  Query all;
  for (const Weighed& form : forms) all = joined(Query::OP_OR, all, form.query);
  return all;
}

Planned WordPlans::field_term(const Thesaurus::Match& match, std::vector<Forms> words) const {
  Planned planned;
  for (Forms& word : words)
    if (word.direction.loose) word.direction = {};
  const bool denies =
      std::ranges::any_of(words, [](const Forms& word) { return word.direction.only; });
  const bool judges_by_no_word = std::ranges::none_of(words, [](const Forms& word) {
    return word.direction.finding != Finding::kNeutral ||
           finding_of(search_form(word.term.shown)) != Finding::kNeutral;
  });
  std::vector<size_t> all;  // the terms that the entry's words are
  Query typed_apart, each_word;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string own = words[i].term.shown;
    // In a term of the field a word of judgement is topic: "staff turnover".
    each_word = joined(Query::OP_AND, each_word, any_of(words[i].forms));
    Planned word = left_over(own, std::move(words[i]));
    if (!word.terms.empty()) all.push_back(planned.terms.size());
    typed_apart = joined(Query::OP_OR, typed_apart, word.score);
    append_terms(&planned, &word);
  }
  planned.shown = match.entry;
  const bool inherits = !denies && judges_by_no_word;
  const Finding finding = denies || inherits ? finding_by_other_names(match) : Finding::kNeutral;
  if (finding != Finding::kNeutral) {
    planned.direction = sign_of(finding);
    planned.direction_words = {match.entry};
    planned.inherits = inherits;
  }
  if (all.empty()) return planned;
  // "On time" says how something is done, "waiting too long" is what is asked about.
  const bool says_how = inherits && finding == Finding::kStrength;
  planned.judges =
      says_how || (words.size() == 1 && planned.direction != 0 && planned.terms[0].direction);
  // "Not effective" is said of anything, as "ineffective" is.
  const auto is_general_name = [](const Expansion& name) {
    return name.relation == Expansion::kSame && is_general(search_form(name.text));
  };
  planned.is_general = planned.judges && is_general(search_form(match.entry));
  if (denies && finding != Finding::kNeutral &&
      std::ranges::any_of(match.expansions, is_general_name))
    planned.judges = planned.is_general = true;
  planned.recognised = !planned.judges;
  planned.setting = names_who(match.entry);
  std::vector<Weighed> found;  // what says the same or more closely
  std::vector<Weighed> related;
  AddedWords added{match.entry, {}, {}};
  std::vector<std::string> meanings;
  add_meaning(match.entry, 1, all, &planned, &found);
  const Query own_meaning = any_of(found);
  std::vector<CountedForm> counted;
  if (match.word_count > 1) add_entry(match.entry, all, &planned);
  const std::vector<std::string> marked = marked_terms(match.expansions);
  for (size_t i = 0; i < match.expansions.size(); ++i) {
    const Expansion& expansion = match.expansions[i];
    std::vector<Weighed>* to = expansion.relation == Expansion::kRelated ? &related : &found;
    const size_t before = to->size();
    if (expansion.capitals || !add_expansion(expansion, marked[i], all, &planned, to)) continue;
    if (to == &found)
      counted.push_back({lookup_.stems(lookup_.phrase_words(expansion.text)),
                         any_of({to->begin() + static_cast<long>(before), to->end()}),
                         expansion.relation == Expansion::kSame});
    if (meaning_key(expansion.text) != meaning_key(match.entry))
      (to == &related ? added.ranked : added.words).push_back(expansion.text);
    if (expansion.relation == Expansion::kSame && expansion.text.find(' ') != std::string::npos)
      meanings.push_back(meaning_key(expansion.text));
  }
  if (match.word_count == 1 && !meanings.empty())
    planned.meanings.emplace_back(search_form(match.entry), meanings);
  if (added.any()) planned.added.push_back(std::move(added));

  Query own = each_word;  // of one word: in any form
  if (match.word_count > 1) {
    std::vector<std::string> entry = words_of_phrase(match.entry);
    own = phrase_of(entry, lookup_.marked_phrase(entry), PhraseOf::kTyped).query;
  }
  planned.as_typed = own;
  planned.has = joined(Query::OP_OR, own, any_of(found));
  planned.counted.push_back({lookup_.stems(lookup_.phrase_words(match.entry)),
                             joined(Query::OP_OR, own, own_meaning), true});
  append_all(&planned.counted, std::move(counted));
  planned.related = any_of(related);
  found.insert(found.end(), related.begin(), related.end());
  planned.score = typed_apart;
  if (!found.empty())
    planned.score = joined(Query::OP_OR, typed_apart, scored(found, weight_of(planned.terms)));
  if (!found.empty()) planned.unknown_words.clear();
  return planned;
}

}  // namespace ofsearch
