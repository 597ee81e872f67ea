// The part of WordPlans that plans what people say in everyday words, and words that only carry it.
#include "common/index/field_phrases.h"
#include "common/report/acronyms.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/clauses/phrases.h"
#include "searcher/plan/clauses/settings.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/direction/endings.h"
#include "searcher/plan/direction/faults.h"
#include "searcher/plan/direction/negators.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kAlone = 0.5;  // of what is meant, for the one word that says it

std::string text_of(const Words& typed, const std::vector<size_t>& words) {
  std::string text;
  for (size_t word : words) text += (text.empty() ? "" : " ") + typed[word];
  return text;
}

// The finding that a saying's own words ask for ("not told", "do badly at school").
Finding finding_of_words(const Words& typed, const std::vector<size_t>& words) {
  Finding found = Finding::kNeutral;
  for (size_t word : words) {
    const Direction direction = direction_of(typed, word);
    if (direction.finding != Finding::kNeutral && !direction.loose) found = direction.finding;
  }
  return found;
}

// Whether all that a saying means are words of judgement: "go wrong" is weak, poor, inadequate.
bool only_judges(const std::vector<std::vector<Everyday::Meaning>>& meanings) {
  return meanings.size() == 1 &&
         std::ranges::all_of(meanings.front(), [](const Everyday::Meaning& meaning) {
           return finding_of(search_form(meaning.text)) != Finding::kNeutral;
         });
}

// "Foster carers not enough training": what there is not enough of stands behind the saying.
bool is_cut_short(const Words& typed, const Everyday::Match& saying) {
  const size_t next = saying.words.back() + 1;
  return search_form(typed[next - 1]) == "enough" && next < typed.size() &&
         !is_stopword(search_form(typed[next]));
}

// As a word of judgement does: pulls with this much of its weight, and is not asked for.
void judge(double weight, Planned* planned) {
  planned->judges = true;
  planned->recognised = false;
  for (QueryTerm& term : planned->terms) term.direction = true;
  if (!planned->score.empty())
    planned->score = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, planned->score, weight);
  planned->has = Xapian::Query();
}

// As the list marks the saying; neutral where it does not, or for neither.
Finding finding_marked(const Everyday::Match& saying) {
  if (saying.asks == Everyday::Asks::kStrength) return Finding::kStrength;
  return saying.asks == Everyday::Asks::kWeakness ? Finding::kWeakness : Finding::kNeutral;
}

// The finding that a saying asks for.
Finding finding_asked(const Everyday::Match& saying, const Words& typed) {
  return saying.asks == Everyday::Asks::kAsWorded ? finding_of_words(typed, saying.words)
                                                  : finding_marked(saying);
}

// What a saying finds: what it asks for, else what the first word of judgement in its meanings does
// ("turnover", "unsuitable accommodation").
Finding finding_said(const Everyday::Match& saying) {
  if (const Finding marked = finding_marked(saying); marked != Finding::kNeutral) return marked;
  for (const std::vector<Everyday::Meaning>& meanings : *saying.meanings)
    for (const Everyday::Meaning& meaning : meanings)
      for (std::string_view word : split_words(meaning.text))
        if (const Finding finding = finding_of(search_form(word)); finding != Finding::kNeutral)
          return finding;
  return Finding::kNeutral;
}

}  // namespace

// Whether some report has what the saying means in words of the field. Where none has, the words
// typed are all there is to look for.
bool WordPlans::is_in_reports(const Everyday::Match& saying) const {
  if (saying.meanings->empty()) return true;  // no topic
  return std::ranges::any_of(*saying.meanings, [&](const auto& meanings) {
    const std::vector<Expansion> forms = forms_of_meanings(meanings);
    const std::vector<std::string> marked = marked_terms(forms);
    for (size_t i = 0; i < forms.size(); ++i)
      if (is_found(forms[i], marked[i])) return true;
    return false;
  });
}

// The sayings among the words typed, without those of which terms of the field say as much. Terms
// that are parts of a saying are taken out of `terms`. Those that no report has words for go to
// `unsaid`.
std::vector<Everyday::Match> WordPlans::sayings(const Words& typed,
                                                std::vector<Thesaurus::Match>* terms,
                                                std::vector<Everyday::Match>* unsaid) const {
  if (options_.everyday == nullptr) return {};
  std::vector<Everyday::Match> says;
  const auto is_motto = [&](size_t word) { return is_in_motto(typed, word); };
  for (Everyday::Match& saying : options_.everyday->matches(typed))
    if (!std::ranges::all_of(saying.words, is_motto) && !is_cut_short(typed, saying))
      (is_in_reports(saying) ? says : *unsaid).push_back(std::move(saying));
  const auto shares = [](const Everyday::Match& saying, const Thesaurus::Match& term) {
    return std::any_of(saying.words.begin(), saying.words.end(), [&](size_t word) {
      return word >= term.first_word && word < term.first_word + term.word_count;
    });
  };
  // "why in care" says more than "in care", though both have two words.
  const auto says_more = [&](const Everyday::Match& saying, const Thesaurus::Match& term) {
    const size_t end = term.first_word + term.word_count;
    for (size_t word = term.first_word; word < end; ++word)
      if (!is_stopword(search_form(typed[word])) &&
          std::find(saying.words.begin(), saying.words.end(), word) == saying.words.end())
        return false;
    return saying.words.front() < term.first_word || saying.words.back() >= end;
  };
  const auto erased = std::erase_if(says, [&](const Everyday::Match& saying) {
    return std::any_of(terms->begin(), terms->end(), [&](const Thesaurus::Match& term) {
      return shares(saying, term) && term.word_count >= saying.words.size() &&
             !says_more(saying, term);
    });
  });
  if (erased > 0) hear_left_over(typed, *terms, &says);
  // What is said twice is one thing.
  for (size_t i = 0; i < says.size(); ++i)
    for (size_t j = i + 1; j < says.size();) {
      if (says[j].meanings != says[i].meanings) {
        ++j;
        continue;
      }
      append_all(&says[i].words, says[j].words);
      says.erase(says.begin() + static_cast<std::ptrdiff_t>(j));
    }
  std::erase_if(*terms, [&](const Thesaurus::Match& term) {
    return std::any_of(says.begin(), says.end(),
                       [&](const Everyday::Match& saying) { return shares(saying, term); });
  });
  return says;
}

// "Not waiting too long", "social workers never leave": asks for the opposite of what is said.
void WordPlans::turn_negated(const Words& typed, const Words& heard,
                             std::vector<Everyday::Match>* says) {
  std::vector<bool> is_said(typed.size());
  for (const Everyday::Match& saying : *says)
    for (size_t word : saying.words) is_said[word] = true;
  for (Everyday::Match& saying : *says) {
    const Finding finding = finding_said(saying);
    if (finding == Finding::kNeutral) continue;
    if (finding == Finding::kWeakness && is_mended(typed, saying.words.front()))
      saying.asks = Everyday::Asks::kStrength;
    if (is_taken_back(typed, saying.words.back())) {
      saying.asks =
          finding == Finding::kStrength ? Everyday::Asks::kWeakness : Everyday::Asks::kStrength;
      continue;
    }
    for (size_t word : saying.words) {
      const size_t negator = negator_before(finding == Finding::kWeakness ? heard : typed, word);
      if (negator == typed.size() || is_said[negator]) continue;
      saying.words.push_back(negator);
      std::ranges::sort(saying.words);
      saying.asks =
          finding == Finding::kStrength ? Everyday::Asks::kWeakness : Everyday::Asks::kStrength;
      break;
    }
  }
}

// The same for terms of the field that judge: the word ("delay") whose opposite each ("not waiting
// too long") asks for, or nothing. Its negator is taken.
std::vector<std::string> WordPlans::turned_words(const Words& typed,
                                                 const std::vector<Thesaurus::Match>& terms,
                                                 std::vector<bool>* taken) {
  std::vector<std::string> turned(terms.size());
  for (size_t i = 0; i < terms.size(); ++i) {
    const size_t negator = negator_before(typed, terms[i].first_word);
    if (negator == typed.size() || (*taken)[negator]) continue;
    for (const Expansion& other : terms[i].expansions) {
      const std::string word = search_form(other.text);
      if (other.relation != Expansion::kSame || opposites_of(word).empty()) continue;
      turned[i] = word;
      (*taken)[negator] = true;
      break;
    }
  }
  return turned;
}

// Whether some of the words is a topic. If none is, those that are said to be no topic are all
// there is, and no longer are said to be none.
bool WordPlans::leave_out_carriers(const Words& typed, const std::vector<Thesaurus::Match>& terms,
                                   std::vector<Everyday::Match>* says) const {
  std::vector<bool> carries(typed.size());
  bool topic = !terms.empty();
  for (const Everyday::Match& saying : *says) {
    topic = topic || !saying.meanings->empty();
    for (size_t word : saying.words) carries[word] = true;
  }
  for (size_t i = 0; i < typed.size(); ++i)
    topic = topic || !(carries[i] || is_light(typed[i]) || is_stopword(search_form(typed[i])) ||
                       is_negator(typed, i));
  if (!topic)
    std::erase_if(*says, [](const Everyday::Match& saying) { return saying.meanings->empty(); });
  return topic;
}

bool WordPlans::is_light(const std::string& typed) const {
  return options_.everyday != nullptr && options_.everyday->is_light(typed);
}

// Of words beside terms of the field none weighs more than the heaviest of those. Where they only
// say whom it is about ("pets of children in care"), a rare word does.
void WordPlans::balance(std::vector<Planned>* plans) const {
  double most = 0;
  bool has_matter = false;
  for (const Planned& plan : *plans) {
    if (!plan.recognised) continue;
    most = std::max(most, plan.idf());
    has_matter = has_matter || !plan.setting;
  }
  if (most <= 0) return;
  for (Planned& plan : *plans) {
    const double idf = std::min(plan.idf(), options_.most_idf);
    const double cap = options_.free_share * most;
    if (plan.recognised || plan.score.empty() || idf <= cap) continue;
    if (!has_matter && plan.idf() > options_.most_idf) continue;
    plan.rarity = plan.idf();
    for (QueryTerm& term : plan.terms) term.idf = std::min(term.idf, options_.most_idf) * cap / idf;
    plan.score = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, plan.score, cap / idf);
  }
}

std::vector<Planned> WordPlans::said(const Everyday::Match& match, const Words& typed) const {
  const std::string shown = text_of(typed, match.words);
  std::vector<Planned> plans;
  for (const auto& meanings : *match.meanings) plans.push_back(said_once(meanings, shown));
  if (plans.size() > 1)
    for (std::size_t i = 0; i < plans.size(); ++i) {
      plans[i].meant = (*match.meanings)[i].front().text;
      plans[i].setting = false;  // what it asks for beside the other
    }
  if (plans.empty()) plans.emplace_back();
  plans.front().direction = sign_of(finding_asked(match, typed));
  if (plans.front().direction != 0) plans.front().direction_words.push_back(shown);
  if (plans.front().direction != 0 && only_judges(*match.meanings))
    judge(options_.direction_weight, &plans.front());
  // "Got worse" tells less than what did.
  plans.front().plain = plans.front().direction != 0 && says_only_how(typed, match.words);
  return plans;
}

// Tells whether no word of a saying names a thing: "got worse".
bool WordPlans::says_only_how(const Words& typed, const std::vector<size_t>& words) const {
  return std::ranges::all_of(words, [&](size_t word) {
    const std::string form = search_form(typed[word]);
    return form == "better" || form == "worse" || is_light(form) || is_stopword(form) ||
           finding_of(form) != Finding::kNeutral;
  });
}

// Of a saying that no report has words for: what it asks for. Its words are looked for one by one.
Planned WordPlans::asked_alone(const Everyday::Match& saying, const Words& typed) {
  Planned planned;
  planned.direction = sign_of(finding_asked(saying, typed));
  if (planned.direction != 0) planned.direction_words.push_back(text_of(typed, saying.words));
  return planned;
}

// One term, however many words say it: the field's words for it, and the words typed side by side.
Planned WordPlans::said_once(const std::vector<Everyday::Meaning>& meanings,
                             const std::string& shown) const {
  Planned planned;
  planned.shown = shown;
  planned.recognised = true;
  planned.setting = names_who(meanings.front().text);
  planned.terms.push_back({shown, options_.most_idf, false});
  std::vector<Weighed> found, related;
  std::vector<std::string> added;
  AddedWords shown_as{shown, {}, {}};
  const std::vector<size_t> all = {0};
  const std::vector<Expansion> forms = forms_of_meanings(closest(meanings, shown, &planned));
  const std::vector<std::string> marked = marked_terms(forms);
  for (size_t i = 0; i < forms.size(); ++i) {
    const Expansion& form = forms[i];
    if (std::find(added.begin(), added.end(), form.text) != added.end()) continue;
    std::vector<Weighed>* to = form.relation == Expansion::kRelated ? &related : &found;
    const size_t patterns_before = planned.patterns.size(), forms_before = to->size();
    if (!add_expansion(form, marked[i], all, &planned, to)) continue;
    added.push_back(form.text);
    // What is typed is no other name of itself: "over-optimistic".
    if (meaning_key(form.text) != meaning_key(shown))
      (to == &related ? shown_as.ranked : shown_as.words).push_back(form.text);
    if (form.relation != Expansion::kSame) continue;
    // What is meant is what is asked for, as if it had been typed.
    for (size_t at = patterns_before; at < planned.patterns.size(); ++at)
      planned.patterns[at].typed = true;
    for (size_t at = forms_before; at < to->size(); ++at) (*to)[at].share = 1;
  }
  const Words own = words_of_phrase(shown);
  if (!own.empty() && lookup_.phrase_frequency(lookup_.stems(own)) > 0) {
    // One word alone ("hit") is said of other things too: what it is taken for answers better.
    const double share = own.size() == 1 && !found.empty() ? kAlone : 1;
    planned.patterns.push_back({lookup_.stems(own), false, all, share, "", share == 1});
    found.push_back(own.size() == 1 ? lookup_.term(lookup_.found_by(own.front()))
                                    : lookup_.phrase_forms(own, PhraseOf::kTyped));
    found.back().share = share;
    planned.as_typed = found.back().query;
  }
  if (found.empty() && related.empty()) planned.unknown_words.push_back(shown);
  for (const Weighed& form : found)
    planned.has = joined(Xapian::Query::OP_OR, planned.has, form.query);
  found.insert(found.end(), related.begin(), related.end());
  if (!found.empty()) planned.score = scored(found, weight_of(planned.terms));
  if (shown_as.any()) planned.added.push_back(std::move(shown_as));
  return planned;
}

}  // namespace ofsearch
