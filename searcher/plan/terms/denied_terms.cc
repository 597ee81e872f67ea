// The part of WordPlans that hears what "no" and "few" deny: a term of the field that is missed, or
// what may be good or bad.
#include "common/words/stemmer.h"
#include "searcher/plan/direction/absence.h"
#include "searcher/plan/direction/direction_words.h"
#include "searcher/plan/direction/endings.h"
#include "searcher/plan/word_plans.h"

#include <algorithm>
#include <map>
#include <span>

namespace ofsearch {
namespace {

// The number of words of each term and saying, by its first word.
using Named = std::map<size_t, size_t>;

bool is_one_piece(const Everyday::Match& saying) {
  return saying.words.back() - saying.words.front() + 1 == saying.words.size();
}

Named names_in(const std::vector<Thesaurus::Match>& terms,
               const std::vector<Everyday::Match>& sayings) {
  Named named;
  for (const Thesaurus::Match& term : terms) named[term.first_word] = term.word_count;
  for (const Everyday::Match& saying : sayings)
    if (saying.asks == Everyday::Asks::kAsWorded && !saying.meanings->empty() &&
        is_one_piece(saying))
      named[saying.words.front()] = saying.words.size();
  return named;
}

// Behind the last word of the term that the denial at `at` says is missed: "no regular direct
// work"; 0 where it names none.
size_t end_of_missed(const Words& typed, size_t at, const Named& named) {
  constexpr size_t kScope = 3;  // words before the term
  const size_t first = denied_from(typed, at);
  for (size_t i = first; i < std::min(typed.size(), first + kScope); ++i) {
    if (const auto term = named.find(i); term != named.end()) {
      const size_t end = i + term->second;
      const Words words(typed.begin() + static_cast<long>(i),
                        typed.begin() + static_cast<long>(end));
      return may_be_missed(words) ? end : 0;
    }
    if (!leads_to_missed(word_at(typed, i))) return 0;
  }
  return 0;
}

std::string text_of(const Words& typed, size_t first, size_t end) {
  std::string text = typed[first];
  for (size_t i = first + 1; i < end; ++i) text += " " + typed[i];
  return text;
}

}  // namespace

// Each "no" that no saying or term has: a term behind it is missed ("no life story work"); what may
// be good or bad ("no teenagers") asks for nothing. Returns what to say of that.
std::vector<std::string> WordPlans::hear_denials(const Words& typed,
                                                 const std::vector<Thesaurus::Match>& terms,
                                                 const std::vector<Everyday::Match>& sayings,
                                                 std::vector<Forms>* forms) {
  const auto judges = [](const Forms& word) { return word.direction.finding != Finding::kNeutral; };
  const Named named = names_in(terms, sayings);
  std::vector<bool> taken(typed.size());
  for (const Thesaurus::Match& term : terms)
    for (size_t i = 0; i < term.word_count; ++i) taken[term.first_word + i] = true;
  for (const Everyday::Match& saying : sayings)
    for (size_t word : saying.words) taken[word] = true;
  std::vector<std::string> all;
  for (size_t i = 0; i < typed.size(); ++i) {
    Forms& denial = (*forms)[i];
    if (taken[i] || !denial.direction.only || takes_back(typed, i)) continue;
    // "No delay", "no longer late": the word behind it asks.
    const bool is_over = word_at(typed, i + 1) == "longer";
    const auto behind = std::span<const Forms>(*forms).subspan(i + 1);
    if (!judges(denial) && (!is_over || std::ranges::any_of(behind, judges))) continue;
    const std::string told = told_of_absence(typed, i);
    if (told.empty()) continue;
    const size_t end = is_over ? 0 : end_of_missed(typed, i, named);
    if (end > 0) {
      denial.term.shown = text_of(typed, i, end);
      continue;
    }
    denial.direction.finding = Finding::kNeutral;
    all.push_back(told);
  }
  return all;
}

}  // namespace ofsearch
