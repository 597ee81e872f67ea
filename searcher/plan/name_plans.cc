// The part of WordPlans that plans names of several words, which no list has: "Amanda Spielman".
#include "common/report/acronyms.h"
#include "common/text/characters.h"
#include "common/text/lists.h"
#include "common/text/text.h"
#include "common/words/stemmer.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/word_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr double kRare = 5.5;  // the idf of a word, as most names have: one passage in 250

// "Amanda", and no acronym.
bool has_capital(const std::string& word) {
  return word.size() > 1 && is_ascii_upper(word[0]) && !is_ascii_upper(word[1]);
}

bool is_initial(const std::string& word) {
  return word.size() == 1 && is_ascii_upper(word[0]) && word != "A" && word != "I";
}

}  // namespace

bool is_provision(const std::string& text) {
  constexpr std::array<std::string_view, 8> kProvisions = {
      "regulation", "reg", "section", "schedule", "article", "paragraph", "standard", "clause"};
  const std::string typed = search_form(text);
  const std::vector<std::string_view> words = split_words(typed);
  return words.size() == 2 && is_one_of(words[0], kProvisions) && is_ascii_digit(words[1].front());
}

// The words of a name from `at` on, or 0. `in_term`: of a term of one word, or of more.
size_t WordPlans::name_words(const Words& typed, size_t at, const std::vector<size_t>& in_term,
                             const std::vector<bool>& in_saying) const {
  const auto is_free = [&](size_t i) { return in_term[i] == 0 && !in_saying[i]; };
  if (at + 1 < typed.size() && is_free(at) && is_free(at + 1) &&
      is_provision(typed[at] + " " + typed[at + 1]))
    return 2;
  if (!has_capital(typed[at]) || is_stopword(search_form(typed[at]))) return 0;
  if (at + 1 < typed.size() && is_initial(typed[at + 1]) && in_term[at] <= 1 && !in_saying[at] &&
      is_free(at + 1))
    return 2;  // "Baby P"
  double rarest = 0;
  size_t end = at;
  for (; end < typed.size() && is_free(end) && has_capital(typed[end]); ++end) {
    const std::string word = search_form(typed[end]);
    if (is_stopword(word) || direction_of(typed, end).finding != Finding::kNeutral) break;
    const double frequency = lookup_.phrase_frequency(lookup_.stems(lookup_.phrase_words(word)));
    if (frequency == 0) return 0;
    rarest = std::max(rarest, lookup_.idf(frequency));
  }
  return end - at > 1 && rarest >= kRare ? end - at : 0;
}

// The names among the words typed: how many words the name that begins at each has, or 0. A query
// with other capitals is a heading, which tells nothing. Terms and sayings within a name leave.
std::vector<size_t> WordPlans::names(const Words& typed, std::vector<Thesaurus::Match>* terms,
                                     std::vector<Everyday::Match>* says) const {
  std::vector<size_t> words(typed.size()), in_term(typed.size());
  if (options_.everyday == nullptr) return words;
  // Of a saying of one word, too, in_term[] has 1.
  std::vector<bool> in_saying(typed.size());
  for (const Everyday::Match& saying : *says)
    for (size_t word : saying.words) {
      if (saying.words.size() == 1)
        in_term[word] = 1;
      else
        in_saying[word] = true;
    }
  for (const Thesaurus::Match& term : *terms)
    std::fill_n(in_term.begin() + static_cast<long>(term.first_word), term.word_count,
                term.word_count);
  size_t capitals = 0, named = 0;
  for (size_t i = 0; i < typed.size(); ++i) capitals += has_capital(typed[i]) ? 1 : 0;
  for (size_t i = 0; i < typed.size(); i += std::max<size_t>(words[i], 1)) {
    words[i] = name_words(typed, i, in_term, in_saying);
    for (size_t at = i; at < i + words[i]; ++at) named += has_capital(typed[at]) ? 1 : 0;
  }
  if (capitals > named + 1) return std::vector<size_t>(typed.size());
  std::erase_if(*terms, [&](const Thesaurus::Match& term) {
    return term.word_count == 1 && words[term.first_word] > 0;
  });
  std::erase_if(*says, [&](const Everyday::Match& saying) {
    return saying.words.size() == 1 && words[saying.words.front()] > 0;
  });
  return words;
}

// What is counted has the words side by side; where no passage has, all of them somewhere.
Planned WordPlans::name(const Words& typed, size_t at, size_t count) const {
  Planned planned;
  planned.recognised = true;
  for (size_t i = at; i < at + count; ++i)
    planned.shown += (planned.shown.empty() ? "" : " ") + typed[i];
  const Words words = lookup_.phrase_words(planned.shown);
  const Words stems = lookup_.stems(words);
  planned.terms.push_back({planned.shown, lookup_.idf(lookup_.phrase_frequency(stems)), false});
  planned.patterns.push_back({stems, false, {0}, 1});
  const Weighed together = lookup_.phrase_forms(words, PhraseOf::kTyped);
  planned.has = together.query;
  planned.score = scored({together}, weight_of(planned.terms));
  for (const std::string& word : words)
    planned.wider = joined(Query::OP_AND, planned.wider, lookup_.any_form(word).query);
  planned.wider_note = fmt::format(
      "no report has \"{}\" side by side; what is counted has all of its words", planned.shown);
  return planned;
}

}  // namespace ofsearch
