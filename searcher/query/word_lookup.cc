#include "searcher/query/word_lookup.h"

#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/text/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace ofsearch {
namespace {

using Query = Xapian::Query;

constexpr size_t kMostSpellings = 16;  // of one phrase

// What a star stood for is tried anew only for the last star so far.
bool matches_pattern(std::string_view word, std::string_view pattern) {
  size_t w = 0, p = 0, star = std::string_view::npos, behind = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      behind = w;
    } else if (p < pattern.size() && pattern[p] == word[w]) {
      ++p;
      ++w;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      w = ++behind;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

std::string stem_term(const std::string& stem) {
  return term_with(kStemPrefix, stem);
}

WordLookup::WordLookup(IndexTerms* index, Stemmer* stemmer, std::shared_ptr<DocumentData> texts,
                       bool phrases_marked)
    : index_(*index),
      stemmer_(*stemmer),
      texts_(std::move(texts)),
      phrases_marked_(phrases_marked) {}

// ---- Frequencies ------------------------------------------------------------------------------

double WordLookup::stem_frequency(const std::string& stem) const {
  return frequency(stem_term(stem));
}

double WordLookup::phrase_frequency(const std::vector<std::string>& stems) const {
  double least = index_.documents();
  for (const std::string& stem : stems)
    if (!is_stopword(stem)) least = std::min(least, stem_frequency(stem));
  constexpr double kShareOfRarest = 0.6;
  return stems.size() > 1 ? least * kShareOfRarest : least;
}

double WordLookup::idf(double frequency) const {
  double n = std::max<double>(index_.documents(), 1), in = std::min(frequency, n);
  return std::log(1 + (n - in + 0.5) / (in + 0.5));
}

// What Xapian's BM25 gives one term beside how often a passage has it (weight/bm25weight.cc).
double WordLookup::natural_weight(const std::string& term) const {
  double n = index_.documents(), in = frequency(term);
  double odds = (n - in + 0.5) / (in + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

// ---- Queries ----------------------------------------------------------------------------------

Weighed WordLookup::term(const std::string& term) const {
  return {Query(term), natural_weight(term)};
}

Weighed WordLookup::candidates(const std::vector<std::string>& words) {
  std::set<std::string> terms, others;
  for (const std::string& word : words) {
    terms.insert(found_by(word));
    std::string other = term_with(kOtherMeaningPrefix, word);
    if (frequency(other) > 0) others.insert(std::move(other));
  }
  Weighed found{Query(Query::OP_OR, terms.begin(), terms.end())};
  for (const std::string& term : terms)
    found.natural = std::max(found.natural, natural_weight(term));
  for (const std::string& term : others)
    found.query |= Query(Query::OP_SCALE_WEIGHT, Query(term), 0);
  return found;
}

Weighed WordLookup::pattern(const WordPattern& pattern) {
  // The text tells the rest: more words leave hardly fewer passages.
  constexpr size_t kMostCandidates = 64;
  std::vector<Query> all;
  double natural = 0;
  for (const std::vector<std::string>& words : pattern.places) {
    if (all.size() == kMostCandidates) break;
    Weighed place = candidates(words);
    all.push_back(place.query);
    natural += place.natural;
  }
  Query query(Query::OP_AND, all.begin(), all.end());
  return {Query(Query::OP_FILTER, query, exactly(pattern)), natural};
}

Weighed WordLookup::phrase(const std::vector<std::string>& words, const std::string& except) {
  if (words.size() == 1 && is_stopword(words[0])) return term(words[0]);
  WordPattern exact;
  exact.except = except;
  for (const std::string& word : words) exact.places.push_back({word});
  return pattern(exact);
}

std::vector<Weighed> WordLookup::phrase_forms(const std::vector<std::string>& words,
                                              const std::string& except) {
  std::vector<Weighed> forms = {phrase(words, except)};
  std::vector<std::string> other = words;
  std::string& last = other.back();
  if (last.ends_with('s'))
    last.pop_back();
  else
    last += 's';
  if (!last.empty() && has_word(last)) forms.push_back(phrase(other, except));
  return forms;
}

std::string WordLookup::marked_phrase(const std::vector<std::string>& words) const {
  if (!phrases_marked_) return "";
  std::string term = phrase_term(fmt::format("{}", fmt::join(words, " ")));
  return frequency(term) > 0 ? term : "";
}

// ---- Words ------------------------------------------------------------------------------------

std::vector<std::string> WordLookup::stems(const std::vector<std::string>& words) {
  std::vector<std::string> stems;
  for (const std::string& word : words) stems.push_back(stem(word));
  return stems;
}

std::string WordLookup::found_by(const std::string& word) {
  return is_stopword(word) ? word : stem_term(stem(word));
}

bool WordLookup::has_word(const std::string& word) const {
  return frequency(term_with(kReportWordPrefix, word)) > 0;
}

bool WordLookup::is_compound(const std::string& joined) const {
  return frequency(prefixed_term(kCompoundPrefix, joined)) > 0;
}

// The parts of a compound typed as one word ("multiagency"), from the reports that hyphenate it;
// empty if it is none.
std::vector<std::string> WordLookup::compound_parts(const std::string& term) const {
  if (!is_compound(term)) return {};
  std::string prefix = prefixed_term(kCompoundPrefix, term + ":");
  const IndexTerms::Terms& compounds = index_.beginning_with(prefix);
  if (compounds.empty()) return {};
  std::vector<std::string> parts;
  for (const Token& token : tokenise(compounds.front().first.substr(prefix.size())))
    parts.push_back(token.term);
  return parts;
}

WordSequence WordLookup::sequence(const std::string& typed) const {
  WordSequence sequence;
  for (const Token& token : tokenise(typed)) {
    if (token.joined)
      sequence.joined = token.term;
    else
      sequence.words.push_back(token.term);
  }
  if (sequence.words.size() == 1)
    if (std::vector<std::string> parts = compound_parts(sequence.words[0]); parts.size() > 1) {
      sequence.joined = sequence.words[0];
      sequence.words = std::move(parts);
    }
  return sequence;
}

std::vector<std::string> WordLookup::phrase_words(const std::string& typed) const {
  std::vector<std::string> words;
  for (const Token& token : tokenise(typed)) {
    if (token.joined) continue;
    std::vector<std::string> parts = compound_parts(token.term);
    if (parts.size() > 1)
      words.insert(words.end(), parts.begin(), parts.end());
    else
      words.push_back(token.term);
  }
  return words;
}

std::vector<std::vector<std::string>> WordLookup::spellings(
    const std::vector<std::string>& words) const {
  std::vector<std::vector<std::string>> spellings = {words};
  for (size_t i = 0; i + 1 < words.size() && spellings.size() < kMostSpellings; ++i) {
    std::string joined = words[i] + words[i + 1];
    if (!is_compound(joined)) continue;
    std::vector<std::string> spelling = words;
    spelling[i] = joined;
    spelling.erase(spelling.begin() + static_cast<long>(i) + 1);
    spellings.push_back(std::move(spelling));
  }
  return spellings;
}

std::vector<std::string> WordLookup::matching(const std::string& pattern) {
  std::string form = search_form(pattern);
  std::string prefix = term_with(kReportWordPrefix, form.substr(0, form.find('*')));
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const auto& [term, frequency] : index_.beginning_with(prefix))
    if (std::string word = term.substr(kReportWordPrefix.size()); matches_pattern(word, form))
      found.emplace_back(frequency, std::move(word));
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> words;
  for (auto& [frequency, word] : found) words.push_back(std::move(word));
  return words;
}

// A stemmer may change all of a word but its first letter ("dying", "die").
const WordLookup::WordsByStem& WordLookup::words_by_stem(const std::string& first_letter) {
  auto [it, added] = by_first_letter_.try_emplace(first_letter);
  if (added)
    for (const auto& [term, frequency] :
         index_.beginning_with(term_with(kReportWordPrefix, first_letter))) {
      std::string word = term.substr(kReportWordPrefix.size());
      it->second[stem(word)].push_back(word);
    }
  return it->second;
}

std::vector<std::string> WordLookup::forms(const std::string& word) {
  const WordsByStem& words = words_by_stem(word.substr(0, 1));
  auto it = words.find(stem(word));
  return it == words.end() ? std::vector<std::string>{word} : it->second;
}

bool WordLookup::stem_stands_for_more(const std::vector<std::string>& words) {
  return frequency(term_with(kImpliedStemPrefix, stem(words.front()))) > 0 ||
         forms(words.front()).size() > words.size();
}

}  // namespace ofsearch
