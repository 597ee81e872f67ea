// The part of WordPlans that finds the field's terms for what everyday sayings mean.
#include "common/index/field_phrases.h"
#include "common/text/nearest.h"
#include "common/text/text.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

constexpr double kNear = 0.35;  // of the weight of what is meant: as the thesaurus weighs "~"

}  // namespace

// Wider terms only speak for a passage, where reports have what is said or closer terms for it.
// Else they are all there is to count, and the answer says so.
std::vector<Everyday::Meaning> WordPlans::closest(std::vector<Everyday::Meaning> meanings,
                                                  const std::string& shown,
                                                  Planned* planned) const {
  std::vector<Everyday::Meaning> close, wider;
  std::vector<std::string> names;
  for (Everyday::Meaning& meaning : meanings) {
    if (meaning.wider) names.push_back(meaning.text);
    (meaning.wider ? wider : close).push_back(std::move(meaning));
  }
  if (wider.empty()) return close;
  const std::string note =
      fmt::format("no report says \"{}\": what is counted speaks of {}, which is wider", shown,
                  list_in_words(names, "or"));
  const std::vector<std::vector<Everyday::Meaning>> said = {close};
  const Words own = words_of_phrase(shown);
  const bool may_be_said = is_in_reports({{}, &said, Everyday::Asks::kAsWorded}) ||
                           (!own.empty() && lookup_.phrase_frequency(lookup_.stems(own)) > 0);
  if (may_be_said) {
    planned->wider = any_form(forms_of_meanings(wider));
    planned->wider_note = note;
  } else {
    planned->notices.push_back(note);
  }
  for (Everyday::Meaning& meaning : wider) meaning.near = meaning.near || may_be_said;
  append_all(&close, std::move(wider));
  return close;
}

// The passages that have one of them.
Xapian::Query WordPlans::any_form(const std::vector<Expansion>& forms) const {
  const std::vector<std::string> marked = marked_terms(forms);
  Xapian::Query all;
  for (size_t i = 0; i < forms.size(); ++i) {
    const Words words = words_of_phrase(forms[i].text);
    if (words.empty() || !is_found(forms[i], marked[i])) continue;
    const Weighed form = words.size() == 1 ? lookup_.any_form(words.front())
                                           : phrase_of(words, marked[i], PhraseOf::kRelated);
    all = joined(Xapian::Query::OP_OR, all, form.query);
  }
  return all;
}

// All that is meant, and the other names that the thesaurus has for it; what says the same first,
// since of two forms of one phrase the first counts.
std::vector<Expansion> WordPlans::forms_of_meanings(
    const std::vector<Everyday::Meaning>& meanings) const {
  std::vector<Expansion> forms;
  for (const Everyday::Meaning& meaning : meanings) append_all(&forms, forms_of_meaning(meaning));
  std::ranges::stable_sort(forms, {}, &Expansion::relation);
  return forms;
}

// What is meant, and the other names that the thesaurus has for it.
std::vector<Expansion> WordPlans::forms_of_meaning(const Everyday::Meaning& meaning) const {
  std::vector<Expansion> forms;
  if (meaning.near) return {{meaning.text, Expansion::kRelated, kNear, false}};
  forms.push_back({meaning.text, Expansion::kSame, 1, false});
  Words words;
  for (std::string_view word : split_words(meaning.text)) words.emplace_back(word);
  for (const Thesaurus::Match& match : thesaurus_.matches(words)) {
    if (match.word_count != words.size()) continue;
    for (const Expansion& other : match.expansions)
      if (!other.capitals && other.relation != Expansion::kRelated) forms.push_back(other);
  }
  return forms;
}

}  // namespace ofsearch
