// The part of WordPlans that finds what is typed word by word.
#include "searcher/plan/word_forms.h"

#include "common/index/schema.h"
#include "common/text/text.h"
#include "common/words/words.h"
#include "searcher/plan/direction/direction_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

constexpr double kDenied = 0.3;  // of the weight of what says the opposite: "unhappy"

}  // namespace

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
  forms.patterns.push_back({{stem}, false, {0}, 1});
  forms.forms.push_back(lookup_.any_form(word));
  return forms;
}

// "no delay", of which `typed` is the last word: so written, or what says the same. "Not promptly"
// is written in many ways, so the word itself stays; what has `ended` is named by its word.
WordPlans::Forms WordPlans::negated(const std::string& typed, bool ended) const {
  const std::string word = search_form(typed);
  Forms forms = single_word(typed, word);
  std::vector<std::string> says;
  if (finding_of(word) == Finding::kStrength) {
    says = denied_by_prefix(word);
    says.push_back("not " + word);
    // The word itself is as often praise: "unhappy" comes before it.
    const auto is_there = [&](const std::string& each) {
      return lookup_.stem_frequency(lookup_.stem(each)) > 0;
    };
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
    else if (words.size() > 1 && lookup_.phrase_frequency(stems) > 0)
      forms.forms.push_back(lookup_.phrase_forms(words));
  }
  if (forms.forms.empty()) return single_word(typed, word);
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
  forms.forms.push_back(phrase_of(sequence.words, lookup_.marked_phrase(sequence.words)));
  return forms;
}

Weighed WordPlans::phrase_of(const std::vector<std::string>& words,
                             const std::string& marked) const {
  return marked.empty() ? lookup_.phrase_forms(words) : lookup_.term(marked);
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

}  // namespace ofsearch
