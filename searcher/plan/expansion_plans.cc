// The part of WordPlans that prepares the words typed, finds each of them, adds what a term of the
// field stands for, and weighs what is found.
#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/report/acronyms.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "common/words/words.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/negators.h"
#include "searcher/plan/lookup/told_apart.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr std::array<std::string_view, 3> kJoining = {"of", "for", "to"};
constexpr std::array<std::string_view, 3> kArticles = {"the", "a", "their"};

}  // namespace

// What candidates are chosen by is close to what they are scored by later (ranking.h): a term
// weighs its capped idf, an expansion its share of that. No weight is an estimate (as that of
// OP_SYNONYM is), which would depend on how the index is divided. The sum of the forms, though the
// best alone should count: with OP_MAX, Xapian 1.4.22 crashes where a shard has none of the words
// of a phrase.
Query WordPlans::scored(const std::vector<Weighed>& forms, double weight) {
  std::vector<Query> queries;
  for (const Weighed& form : forms) {
    constexpr double kSteps = 256;  // short to read under --explain
    double scale = form.natural > 0 ? weight * form.share / form.natural : 1;
    queries.emplace_back(Query::OP_SCALE_WEIGHT, form.query, std::ceil(scale * kSteps) / kSteps);
  }
  if (queries.size() == 1) return queries.front();
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

double WordPlans::weight_of(const std::vector<QueryTerm>& terms) const {
  double weight = 0;
  for (const QueryTerm& term : terms)
    weight +=
        std::min(term.idf, options_.most_idf) * (term.direction ? options_.direction_weight : 1);
  return weight;
}

// Words that signs other than hyphens part are words of their own: "school/college".
std::vector<std::string> WordPlans::taken_apart(const std::vector<std::string>& typed) const {
  std::vector<std::string> words;
  for (const std::string& word : typed) {
    std::vector<Token> tokens = tokenise(word);
    bool compound =
        std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.joined; });
    if (compound || tokens.size() < 2) {
      words.push_back(word);
      continue;
    }
    for (const Token& token : tokens)
      words.push_back(word.substr(token.begin, token.end - token.begin));
  }
  return words;
}

// "Reviews for children in care" are "children in care reviews", where that is a term.
Words WordPlans::in_the_order_of_the_field(Words typed) const {
  constexpr size_t kMostWords = 4;
  const std::vector<Thesaurus::Match> known = thesaurus_.matches(typed);
  const auto in_a_term = [&](size_t word) {
    return std::ranges::any_of(known, [&](const Thesaurus::Match& match) {
      return word >= match.first_word && word < match.first_word + match.word_count;
    });
  };
  // "Planning for care leavers" is no "care planning": no term of two words is taken apart.
  const auto cuts_a_term = [&](size_t end) {
    return std::ranges::any_of(known, [&](const Thesaurus::Match& match) {
      return match.first_word < end && end < match.first_word + match.word_count;
    });
  };
  for (size_t i = 0; i + 2 < typed.size(); ++i) {
    if (!is_one_of(search_form(typed[i + 1]), kJoining) || in_a_term(i + 1)) continue;
    const size_t first = i + 2 + (is_one_of(search_form(typed[i + 2]), kArticles) ? 1 : 0);
    for (size_t count = std::min(kMostWords, typed.size() - std::min(first, typed.size()));
         count > 0; --count) {
      if (cuts_a_term(first + count)) continue;
      Words turned;
      for (size_t at = first; at < first + count; ++at) turned.push_back(typed[at]);
      turned.push_back(typed[i]);
      const std::vector<Thesaurus::Match> match = thesaurus_.matches(turned);
      if (match.size() != 1 || match.front().word_count != turned.size()) continue;
      Words all;
      for (size_t at = 0; at < i; ++at) all.push_back(typed[at]);
      append_all(&all, std::move(turned));
      for (size_t at = first + count; at < typed.size(); ++at) all.push_back(typed[at]);
      return in_the_order_of_the_field(std::move(all));
    }
  }
  return typed;
}

WordPlans::Forms WordPlans::word(const std::string& typed) const {
  WordSequence sequence = lookup_.sequence(typed);
  if (sequence.words.empty()) {
    Forms nothing;
    nothing.left_out = true;
    return nothing;
  }
  if (sequence.joined.empty() && sequence.words.size() == 1)
    return single_word(typed, sequence.words[0]);
  return compound(typed, sequence);
}

WordPlans::Forms WordPlans::single_word(const std::string& typed, const std::string& word) const {
  Forms forms;
  std::string stem = lookup_.stem(word);
  // Stopwords have no stem in the index; alone they are looked for as they are.
  const std::string term = lookup_.found_by(word);
  double frequency = lookup_.frequency(term);
  forms.unknown = frequency == 0 && !is_stopword(word);
  forms.term = {typed, lookup_.idf(frequency), false};
  const Words own = forms_of_its_own(word);
  for (const std::string& form : own) forms.patterns.push_back({{form}, true, {0}, 1});
  if (own.empty()) forms.patterns.push_back({{stem}, false, {0}, 1});
  forms.forms.push_back(own.empty() ? lookup_.any_form(word)
                                    : WordLookup::but_boilerplate(lookup_.any_word(own)));
  return forms;
}

// "multi-agency": the parts side by side, or the joined form, which is as frequent as either.
WordPlans::Forms WordPlans::compound(const std::string& typed, const WordSequence& sequence) const {
  Forms forms;
  std::vector<std::string> stems = lookup_.stems(sequence.words);
  std::string joined_stem = sequence.joined.empty() ? "" : lookup_.stem(sequence.joined);
  std::string joined_term = sequence.joined.empty() ? "" : lookup_.found_by(sequence.joined);
  double frequency = joined_term.empty() ? 0 : lookup_.frequency(joined_term);
  if (!sequence.typed_joined) frequency = std::max(frequency, lookup_.phrase_frequency(stems));
  forms.unknown = frequency == 0;
  forms.term = {typed, lookup_.idf(frequency), false};
  forms.patterns.push_back({stems, false, {0}, 1});
  if (!joined_stem.empty()) {
    forms.patterns.push_back({{joined_stem}, false, {0}, 1});
    forms.forms.push_back(lookup_.term(joined_term));
  }
  forms.forms.push_back(
      phrase_of(sequence.words, lookup_.marked_phrase(sequence.words), PhraseOf::kTyped));
  return forms;
}

Weighed WordPlans::phrase_of(const std::vector<std::string>& words, const std::string& marked,
                             PhraseOf use) const {
  return marked.empty() ? lookup_.phrase_forms(words, use) : lookup_.term(marked);
}

// Two words typed apart that reports also write as one: "multi agency" finds "multiagency".
void WordPlans::join_neighbours(const std::vector<std::string>& typed,
                                std::vector<Forms>* all) const {
  for (size_t i = 0; i + 1 < typed.size(); ++i) {
    Forms &left = (*all)[i], &right = (*all)[i + 1];
    if (left.left_out || right.left_out) continue;
    std::string both = search_form(typed[i]) + search_form(typed[i + 1]);
    if (!lookup_.is_compound(both) && lookup_.frequency(both) == 0) continue;
    std::string stem = lookup_.stem(both);
    for (Forms* forms : {&left, &right}) {
      forms->patterns.push_back({{stem}, false, {0}, 1});
      forms->forms.push_back(lookup_.term(stem_term(stem)));
      forms->unknown = false;
    }
  }
}

// The words by which is told that a fault is denied: a negator inside of a saying, or of a term
// that judges nothing, takes back no fault behind it ("pupils not in school, delay"), and is empty.
Words WordPlans::without_inner_negators(const Words& typed,
                                        const std::vector<Thesaurus::Match>& terms,
                                        const std::vector<Everyday::Match>& sayings) {
  Words heard = typed;
  const auto take = [&](size_t word) {
    if (direction_of(typed, word).only) heard[word].clear();
  };
  for (const Thesaurus::Match& term : terms) {
    bool denies_own_word = false;  // "no wrong door"
    for (size_t i = term.first_word; i < term.first_word + term.word_count; ++i)
      denies_own_word = denies_own_word || direction_of(typed, i).negated;
    if (term.word_count > 1 && !denies_own_word &&
        finding_by_other_names(term) == Finding::kNeutral)
      for (size_t i = term.first_word; i < term.first_word + term.word_count; ++i) take(i);
  }
  for (const Everyday::Match& saying : sayings)
    if (saying.words.size() > 1) std::ranges::for_each(saying.words, take);
  return heard;
}

// The term of each expansion's phrase, empty where the index marks none. All are asked for at
// once, and what acronyms mean with them.
std::vector<std::string> WordPlans::marked_terms(const std::vector<Expansion>& expansions) const {
  std::vector<std::string> marked, asked_for;
  for (const Expansion& expansion : expansions) {
    marked.emplace_back();
    if (options_.phrases_marked)
      marked.back() = phrase_term(lookup_.stems(words_of_phrase(expansion.text)));
    if (marked.back().empty()) continue;
    asked_for.push_back(marked.back());
    asked_for.push_back(meaning_term(expansion.text));
  }
  lookup_.look_up(std::move(asked_for));
  return marked;
}

// What a term finds whose own words do not judge ("without waiting", "on time"): what the first of
// its names that judges does.
Finding WordPlans::finding_by_other_names(const Thesaurus::Match& match) {
  if (is_good_if_denied(search_form(match.entry))) return Finding::kNeutral;
  for (const Expansion& expansion : match.expansions)
    if (const Finding finding = finding_of(search_form(expansion.text));
        expansion.relation != Expansion::kRelated && finding != Finding::kNeutral)
      return finding;
  return Finding::kNeutral;
}

// The entry's own words as a phrase speak for all of them.
void WordPlans::add_entry(const std::string& entry, const std::vector<size_t>& all,
                          Planned* planned) const {
  planned->patterns.push_back({lookup_.stems(words_of_phrase(entry)), false, all, 1});
}

// Passages in which a short form of the report's own means this.
void WordPlans::add_meaning(const std::string& text, double weight, const std::vector<size_t>& all,
                            Planned* planned, std::vector<Weighed>* found) const {
  std::string term = meaning_term(text);
  if (text.find(' ') == std::string::npos || lookup_.frequency(term) == 0) return;
  found->push_back(lookup_.term(term));
  found->back().share = weight;
  planned->patterns.push_back({{}, false, all, weight, meaning_key(text), weight == 1});
}

bool WordPlans::is_left_out(const std::string& expansion) const {
  return std::any_of(
      options_.without.begin(), options_.without.end(),
      [&](const std::string& word) { return search_form(word) == search_form(expansion); });
}

// `marked`: as marked_terms() has it. False if no passage has it.
bool WordPlans::is_found(const Expansion& expansion, const std::string& marked) const {
  if (!marked.empty())
    return !lookup_.is_nowhere(marked) || !lookup_.is_nowhere(meaning_term(expansion.text));
  const std::vector<std::string> words = words_of_phrase(expansion.text);
  return !words.empty() && lookup_.phrase_frequency(lookup_.stems(words)) > 0;
}

// `marked`: as marked_terms() has it. False if no passage has it, or it is left out.
bool WordPlans::add_expansion(const Expansion& expansion, const std::string& marked,
                              const std::vector<size_t>& all, Planned* planned,
                              std::vector<Weighed>* found) const {
  if (is_left_out(expansion.text)) {
    planned->left_out.push_back(search_form(expansion.text));
    return false;
  }
  if (!is_found(expansion, marked)) return false;
  std::vector<std::string> words = words_of_phrase(expansion.text);
  if (words.empty()) return false;
  if (marked.empty() && lookup_.is_given_up(words)) return false;
  std::vector<std::string> stems = lookup_.stems(words);
  const auto is_the_same = [&](const Pattern& pattern) {
    return pattern.sequence == stems && !pattern.exact && pattern.terms == all;
  };
  // "Privately fostered" is "private fostering" in another form.
  if (words.size() > 1 && std::ranges::any_of(planned->patterns, is_the_same)) return false;
  const double frequency = lookup_.phrase_frequency(stems);
  // What has a common other name is as common as that name.
  if (expansion.relation == Expansion::kSame && all.size() == 1) {
    double& idf = planned->terms[all.front()].idf;
    idf = std::min(idf, lookup_.idf(frequency));
  }
  planned->patterns.push_back({stems, false, all, expansion.weight, "", false});
  add_meaning(expansion.text, expansion.weight, all, planned, found);
  const PhraseOf use =
      expansion.relation == Expansion::kRelated ? PhraseOf::kRelated : PhraseOf::kOtherName;
  Weighed form =
      words.size() == 1 ? lookup_.term(stem_term(stems[0])) : phrase_of(words, marked, use);
  form.share = expansion.weight * options_.expansion;
  found->push_back(std::move(form));
  std::string joined_form = lookup_.sequence(expansion.text).joined;
  if (words.size() > 1 && expansion.text.find(' ') == std::string::npos && !joined_form.empty()) {
    Weighed one_word = lookup_.term(stem_term(lookup_.stem(joined_form)));
    one_word.share = expansion.weight * options_.expansion;
    found->push_back(std::move(one_word));
  }
  return true;
}

}  // namespace ofsearch
