#include "searcher/plan/lookup/word_lookup.h"

#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/text.h"
#include "common/words/words.h"
#include "searcher/plan/lookup/remembered.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// As the index has words: those that hyphens join as one, none with a possessive "'s".
std::string pattern_form(const std::string& pattern) {
  const std::string typed = search_form(pattern);
  std::string form;
  for (size_t at = 0; at < typed.size();)
    if (const char32_t c = next_code_point(typed, &at); !is_hyphen(c) && c != '&')
      append_code_point(&form, c);
  constexpr size_t kLength = 2;  // of "'s"
  for (size_t at = form.find("'s"); at != std::string::npos; at = form.find("'s", at + 1))
    if (const size_t end = at + kLength; end == form.size() || form[end] == '*')
      form.erase(at, kLength);
  return form;
}

std::string text_of(const Words& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

// Words are in lower case, prefixes are capitals.
bool is_prefixed(const std::string& term) {
  return !term.empty() && is_ascii_upper(term.front());
}

}  // namespace

std::string stem_term(const std::string& stem) {
  return term_with(kStemPrefix, stem);
}

WordLookup::WordLookup(IndexTerms* index, Stemmer* stemmer, PhraseBudget* budget,
                       bool phrases_marked, Xapian::Query clock)
    : index_(*index),
      stemmer_(*stemmer),
      budget_(*budget),
      phrases_marked_(phrases_marked),
      clock_(std::move(clock)) {}

// ---- Frequencies ------------------------------------------------------------------------------

double WordLookup::stem_frequency(const std::string& stem) const {
  return frequency(stem_term(stem));
}

double WordLookup::phrase_frequency(const std::vector<std::string>& stems) const {
  double least = index_.documents();
  for (const std::string& stem : stems)
    if (!is_stopword(stem)) least = std::min(least, stem_frequency(token_of_word(stem).term));
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

// With the least, a passage that has any of the terms weighs what it should, or more.
double WordLookup::least_natural(const std::set<std::string>& terms) const {
  double least = 0;
  for (const std::string& term : terms) {
    const double natural = natural_weight(term);
    if (least == 0 || natural < least) least = natural;
  }
  return least;
}

// ---- Queries ----------------------------------------------------------------------------------

Weighed WordLookup::term(const std::string& term) const {
  Weighed found{Query(term), natural_weight(term)};
  return is_prefixed(term) ? found : but_boilerplate(std::move(found));
}

Weighed WordLookup::but_boilerplate(Weighed found) {
  found.query = Query(Query::OP_AND_NOT, found.query, Query(boilerplate_term()));
  return found;
}

Weighed WordLookup::any_form(const std::string& word) {
  Weighed found = term(found_by(word));
  const std::string stem = this->stem(word), implied = term_with(kImpliedStemPrefix, stem);
  const bool may_be_acronym = word == stem || word == stem + "s";
  if (!may_be_acronym && !is_stopword(word) && frequency(implied) > 0)
    found.query = Query(Query::OP_AND_NOT, found.query, Query(implied));
  return found;
}

// Words as written weigh nothing in the index; their stems do.
Weighed WordLookup::any_word(const Words& words) {
  std::set<std::string> stems;
  Weighed found;
  for (const std::string& word : words) stems.insert(found_by(word));
  found.natural = least_natural(stems);
  constexpr size_t kFew = 8;
  Query any(Query::OP_OR, words.begin(), words.end());
  found.query = Query(Query::OP_AND_MAYBE, words.size() > kFew ? remembered(any, clock_) : any,
                      Query(Query::OP_OR, stems.begin(), stems.end()));
  return found;
}

Weighed WordLookup::at_places(const std::vector<Words>& places, Query::op op, size_t window) {
  if (places.size() == 1) return any_word(places.front());
  std::vector<Query> stems, words;
  Weighed found;
  double rarest = index_.documents();
  for (const Words& place : places) {
    std::set<std::string> terms;
    double passages = 0;
    for (const std::string& word : place) {
      passages += frequency(word);
      terms.insert(found_by(word));
    }
    found.natural += least_natural(terms);
    rarest = std::min(rarest, passages);
    stems.emplace_back(Query::OP_OR, terms.begin(), terms.end());
    words.emplace_back(Query::OP_OR, place.begin(), place.end());
  }
  position_lists_ += rarest * static_cast<double>(places.size());
  Query together(op, words.begin(), words.end(), static_cast<Xapian::termcount>(window));
  found.query = Query(Query::OP_AND_MAYBE, remembered(together, clock_),
                      Query(Query::OP_OR, stems.begin(), stems.end()));
  return found;
}

Weighed WordLookup::phrase(const std::vector<Words>& places) {
  return at_places(places, Query::OP_PHRASE, places.size());
}

Weighed WordLookup::in_order(const std::vector<Words>& places, size_t window) {
  return but_boilerplate(at_places(places, Query::OP_PHRASE, window));
}

Weighed WordLookup::near(const std::vector<Words>& places, size_t window) {
  return at_places(places, Query::OP_NEAR, window);
}

Weighed WordLookup::phrase_forms(const Words& words, PhraseOf use) {
  const std::string stems = text_of(this->stems(words));
  if (budget_.is_given_up(stems)) return use == PhraseOf::kTyped ? all_words(words) : Weighed();
  const double lists_before = position_lists_;
  auto [known, is_new] = phrases_.try_emplace(stems);
  if (is_new) {
    std::vector<Words> places;
    for (const std::string& word : words)
      places.push_back(is_owner(word) ? owner_forms(token_of_word(word).term) : forms(word));
    known->second = but_boilerplate(phrase(places));
  }
  budget_.want(stems, text_of(words), use, position_lists_ - lists_before);
  return known->second;
}

bool WordLookup::is_given_up(const Words& words) {
  return budget_.is_given_up(text_of(stems(words)));
}

// Stopwords tell nothing where they stand anywhere.
Weighed WordLookup::all_words(const Words& words) {
  const auto is_telling = [](const std::string& word) { return !is_stopword(word); };
  const bool any_tells = std::ranges::any_of(words, is_telling);
  Weighed found;
  for (const std::string& word : words) {
    if (any_tells && !is_telling(word)) continue;
    const Weighed each = any_form(token_of_word(word).term);
    found.query = found.query.empty() ? each.query : found.query & each.query;
    found.natural += each.natural;
  }
  return found;
}

// How the index has a possessive: without its 's, or as it is written without the apostrophe. The
// index does not tell "child home" from "child's home", so "children's" is no "child".
Words WordLookup::owner_forms(const std::string& word) {
  Words all;
  for (const std::string& form : forms(word))
    if (form.size() >= word.size()) {
      all.push_back(form);
      all.push_back(form + "s");
    }
  return all;
}

std::string WordLookup::marked_phrase(const Words& words) {
  if (!phrases_marked_) return "";
  std::string term = phrase_term(stems(words));
  return frequency(term) > 0 ? term : "";
}

// ---- Words ------------------------------------------------------------------------------------

Words WordLookup::stems(const Words& words) {
  Words stems;
  for (const std::string& word : words) stems.push_back(stem_in_phrase(word, &stemmer_));
  return stems;
}

std::string WordLookup::found_by(const std::string& word) {
  return is_stopword(word) ? word : stem_term(stem(word));
}

bool WordLookup::is_compound(const std::string& joined) const {
  return frequency(prefixed_term(kCompoundPrefix, joined)) > 0;
}

Words WordLookup::compound_parts(const std::string& word) const {
  if (!is_compound(word)) return {};
  std::string prefix = prefixed_term(kCompoundPrefix, word + ":");
  const IndexTerms::Terms& compounds = index_.beginning_with(prefix);
  if (compounds.empty()) return {};
  // The way of parting it that most passages have.
  auto most = std::max_element(compounds.begin(), compounds.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  Words parts;
  for (const Token& token : tokenise(most->first.substr(prefix.size())))
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
    if (Words parts = compound_parts(sequence.words[0]); parts.size() > 1) {
      sequence.joined = sequence.words[0];
      sequence.words = std::move(parts);
      sequence.typed_joined = true;
    }
  return sequence;
}

Words WordLookup::phrase_words(const std::string& typed) const {
  Words words;
  for (const Token& token : tokenise(typed))
    if (!token.joined) words.push_back(token.term);
  return words;
}

std::vector<Words> WordLookup::spellings(const Words& words) const {
  std::vector<Words> spellings = {words};
  auto add = [&](size_t at, size_t count, const Words& instead) {
    Words spelling(words.begin(), words.begin() + static_cast<long>(at));
    spelling.insert(spelling.end(), instead.begin(), instead.end());
    spelling.insert(spelling.end(), words.begin() + static_cast<long>(at + count), words.end());
    spellings.push_back(std::move(spelling));
  };
  for (size_t i = 0; i < words.size() && spellings.size() < kMostSpellings; ++i) {
    if (i + 1 < words.size())
      if (std::string joined = words[i] + words[i + 1]; is_compound(joined)) add(i, 2, {joined});
    if (Words parts = compound_parts(words[i]); parts.size() > 1) add(i, 1, parts);
  }
  return spellings;
}

std::vector<std::string> WordLookup::matching(const std::string& pattern) {
  const std::string form = pattern_form(pattern);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const auto& [word, frequency] : index_.beginning_with(form.substr(0, form.find('*'))))
    if (!is_prefixed(word) && matches_pattern(word, form)) found.emplace_back(frequency, word);
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
    for (const auto& [word, frequency] : index_.beginning_with(first_letter))
      it->second[stem(word)].push_back(word);
  return it->second;
}

std::vector<std::string> WordLookup::forms(const std::string& word) {
  if (is_stopword(word)) return {word};
  const WordsByStem& words = words_by_stem(word.substr(0, 1));
  auto it = words.find(stem(word));
  return it == words.end() ? std::vector<std::string>{word} : it->second;
}

}  // namespace ofsearch
