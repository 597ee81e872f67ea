#include "searcher/query_builder.h"

#include "common/acronyms.h"
#include "common/field_phrases.h"
#include "common/schema.h"
#include "common/text.h"
#include "searcher/direction.h"
#include "searcher/exact_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace ofsearch {
namespace {

using Query = Xapian::Query;
using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

constexpr size_t kMostWildcardTerms = 200;
constexpr size_t kMostPhraseForms = 50;  // of a wildcard inside a phrase

std::string stem_term(const std::string& stem) {
  return std::string(kStemPrefix) + stem;
}

bool matches_pattern(std::string_view word, std::string_view pattern) {
  size_t star = pattern.find('*');
  if (star == std::string_view::npos) return word == pattern;
  if (!word.starts_with(pattern.substr(0, star))) return false;
  std::string_view rest = pattern.substr(star + 1);
  for (size_t i = star; i <= word.size(); ++i)
    if (matches_pattern(word.substr(i), rest)) return true;
  return false;
}

class Planner {
 public:
  Planner(IndexTerms* index, const Thesaurus& thesaurus, Stemmer* stemmer,
          const PlanOptions& options)
      : index_(*index), thesaurus_(thesaurus), stemmer_(*stemmer), options_(options) {}

  SearchPlan run(const ParsedQuery& query) {
    plan_.any_word_answers = true;
    plan_.passages = bag(query.root);
    plan_.interpreted = shown(query.root);
    return std::move(plan_);
  }

 private:
  // ---- Frequencies --------------------------------------------------------------------------

  double idf(double frequency) const {
    double n = std::max<double>(index_.documents(), 1);
    return std::log(1 + (n - frequency + 0.5) / (frequency + 0.5));
  }

  double stem_frequency(const std::string& stem) const { return index_.frequency(stem_term(stem)); }

  // What Xapian's BM25 gives one term beside how often a passage has it (weight/bm25weight.cc).
  double natural_weight(const std::string& term) const {
    double n = index_.documents(), frequency = index_.frequency(term);
    double odds = (n - frequency + 0.5) / (frequency + 0.5);
    return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
  }

  // A query and what Xapian would have its matches weigh.
  struct Weighed {
    Query query;
    double natural = 0;
    double share = 1;  // of the weight of what it stands for
  };

  Weighed weighed_term(const std::string& term) const {
    return {Query(term), natural_weight(term)};
  }

  // What a word is found by: stopwords have no stem in the index.
  std::string found_by(const std::string& word) {
    return is_stopword(word) ? word : stem_term(stemmer_.stem(word));
  }

  // The passages that may have one of the words in its very form, and what they weigh.
  Weighed candidates(const std::vector<std::string>& words) {
    std::set<std::string> terms, others;
    for (const std::string& word : words) {
      terms.insert(found_by(word));
      std::string other = std::string(kOtherMeaningPrefix) + word;
      if (index_.frequency(other) > 0) others.insert(std::move(other));
    }
    Weighed found{Query(Query::OP_OR, terms.begin(), terms.end())};
    for (const std::string& term : terms)
      found.natural = std::max(found.natural, natural_weight(term));
    for (const std::string& term : others)
      found.query |= Query(Query::OP_SCALE_WEIGHT, Query(term), 0);
    return found;
  }

  Weighed weighed_pattern(const WordPattern& pattern) {
    std::vector<Query> all;
    double natural = 0;
    for (const std::vector<std::string>& words : pattern.places) {
      Weighed place = candidates(words);
      all.push_back(place.query);
      natural += place.natural;
    }
    Query query(Query::OP_AND, all.begin(), all.end());
    return {Query(Query::OP_FILTER, query, exact_words(pattern, options_.by_positions)), natural};
  }

  // `except`: as WordPattern has it.
  Weighed weighed_phrase(const std::vector<std::string>& words, const std::string& except = "") {
    if (words.size() == 1 && is_stopword(words[0])) return weighed_term(words[0]);
    WordPattern pattern;
    pattern.except = except;
    for (const std::string& word : words) pattern.places.push_back({word});
    return weighed_pattern(pattern);
  }

  // What candidates are chosen by is close to what they are scored by later (ranking.h): a term
  // weighs its capped idf, an expansion its share of that, so that few candidates are enough. No
  // weight is an estimate (as OP_SYNONYM's is), which would depend on how the index is divided.
  // The sum, though the best form alone should count: with OP_MAX, Xapian 1.4.22 crashes where a
  // shard has none of the words of a phrase.
  static Query any_of(const std::vector<Weighed>& forms, double weight) {
    std::vector<Query> queries;
    for (const Weighed& form : forms) {
      double scale = form.natural > 0 ? weight * form.share / form.natural : 1;
      constexpr double kSteps = 256;  // short to read under --explain
      queries.emplace_back(Query::OP_SCALE_WEIGHT, form.query, std::round(scale * kSteps) / kSteps);
    }
    if (queries.empty()) return {};
    return queries.size() == 1 ? queries.front()
                               : Query(Query::OP_OR, queries.begin(), queries.end());
  }

  double weight_of(const std::vector<size_t>& terms) const {
    double weight = 0;
    for (size_t term : terms)
      weight += std::min(plan_.terms[term].idf, options_.most_idf) *
                (plan_.terms[term].direction ? options_.direction_weight : 1);
    return weight;
  }

  // A phrase is at most as frequent as its rarest word.
  double phrase_frequency(const std::vector<std::string>& stems) const {
    double least = index_.documents();
    for (const std::string& stem : stems)
      if (!is_stopword(stem)) least = std::min(least, stem_frequency(stem));
    constexpr double kShareOfRarest = 0.6;
    return stems.size() > 1 ? least * kShareOfRarest : least;
  }

  // ---- Words --------------------------------------------------------------------------------

  // The parts of a compound typed as one word ("multiagency"), from the reports that hyphenate
  // it; empty if it is none.
  std::vector<std::string> compound_parts(const std::string& term) const {
    if (!is_compound(term)) return {};
    std::string prefix = prefixed_term(kCompoundPrefix, term + ":");
    const IndexTerms::Terms& compounds = index_.beginning_with(prefix);
    if (compounds.empty()) return {};
    std::vector<std::string> parts;
    for (const Token& token : tokenise(compounds.front().first.substr(prefix.size())))
      parts.push_back(token.term);
    return parts;
  }

  struct Sequence {
    std::vector<std::string> words;
    std::string joined;  // of a compound, else empty
  };

  // What one typed word stands for: one word, or the parts of a compound and its joined form.
  Sequence sequence_of(const std::string& typed) const {
    Sequence sequence;
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

  // All words of a phrase in order, compounds taken apart.
  std::vector<std::string> phrase_words(const std::string& text) const {
    std::vector<std::string> words;
    for (const Token& token : tokenise(text)) {
      if (token.joined) continue;
      std::vector<std::string> parts = compound_parts(token.term);
      if (parts.size() > 1)
        words.insert(words.end(), parts.begin(), parts.end());
      else
        words.push_back(token.term);
    }
    return words;
  }

  std::vector<std::string> stems_of(const std::vector<std::string>& words) {
    std::vector<std::string> stems;
    for (const std::string& word : words) stems.push_back(stemmer_.stem(word));
    return stems;
  }

  size_t add_term(const std::string& shown, double idf_value) {
    plan_.terms.push_back({shown, idf_value, false});
    return plan_.terms.size() - 1;
  }

  bool has_word(const std::string& word) const {
    return index_.frequency(std::string(kReportWordPrefix) + word) > 0;
  }

  // The phrase with its last word in singular and plural.
  std::vector<Weighed> phrase_forms(const std::vector<std::string>& words,
                                    const std::string& except) {
    std::vector<Weighed> forms = {weighed_phrase(words, except)};
    std::vector<std::string> other = words;
    std::string& last = other.back();
    if (last.ends_with('s'))
      last.pop_back();
    else
      last += 's';
    if (!last.empty() && has_word(last)) forms.push_back(weighed_phrase(other, except));
    return forms;
  }

  void add_phrases(const std::vector<Weighed>& forms) {
    for (const Weighed& form : forms) plan_.phrases.push_back(form.query);
  }

  // ---- The bag ------------------------------------------------------------------------------

  // Neighbouring optional words are looked up together, so that terms of several words are found.
  Query bag(const QueryNode& node) {
    Query required, optional, excluded;
    std::vector<std::string> run;
    auto end_run = [&] {
      if (!run.empty()) optional |= words(run);
      run.clear();
    };
    for (const QueryNode& child : node.children) {
      if (child.kind == Kind::kWord && child.need == Need::kOptional) {
        run.push_back(child.text);
        continue;
      }
      end_run();
      if (child.need == Need::kExcluded) {
        excluded |= without_plan(child);
        plan_.any_word_answers = false;
      } else if (child.need == Need::kRequired) {
        Query query = leaf_or_tree(child);
        required = required.empty() ? query : Query(Query::OP_AND, required, query);
        plan_.any_word_answers = false;
      } else {
        optional |= leaf_or_tree(child);
        plan_.any_word_answers = false;
      }
    }
    end_run();
    Query query = required.empty()       ? optional
                  : optional.empty()     ? required
                  : options_.require_all ? Query(Query::OP_AND, required, optional)
                                         : Query(Query::OP_AND_MAYBE, required, optional);
    if (query.empty() && !excluded.empty()) query = Query(std::string(kPassageTerm));
    if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, excluded);
    return query;
  }

  // A query that leaves no trace in the plan: what must not be in a passage is not scored.
  Query without_plan(const QueryNode& node) {
    SearchPlan saved = plan_;
    Query query = leaf_or_tree(node);
    plan_ = std::move(saved);
    return query;
  }

  Query leaf_or_tree(const QueryNode& node) {
    switch (node.kind) {
      case Kind::kBag:
        return bag(node);
      case Kind::kWord:
        return words({node.text});
      case Kind::kPhrase:
        return quoted(node.text);
      case Kind::kWildcard:
        return wildcard(node.text);
      case Kind::kAnd:
      case Kind::kOr:
        return combined(node);
      case Kind::kNear:
        return near(node);
    }
    return {};
  }

  Query combined(const QueryNode& node) {
    Query all, excluded;
    for (const QueryNode& child : node.children) {
      if (child.need == Need::kExcluded) {
        excluded |= without_plan(child);
        continue;
      }
      Query query = leaf_or_tree(child);
      if (query.empty()) continue;
      all = all.empty() ? query
                        : Query(node.kind == Kind::kAnd ? Query::OP_AND : Query::OP_OR, all, query);
    }
    if (excluded.empty()) return all;
    return Query(Query::OP_AND_NOT, all.empty() ? Query(std::string(kPassageTerm)) : all, excluded);
  }

  // Typed words side by side, outside quotes.
  Query words(const std::vector<std::string>& typed) {
    std::vector<Thesaurus::Match> matches = thesaurus_.matches(typed);
    bool only_stopwords = std::all_of(typed.begin(), typed.end(), [](const std::string& word) {
      return is_stopword(search_form(word));
    });
    std::vector<std::vector<Weighed>> forms;  // of each typed word
    std::vector<std::vector<size_t>> terms;   // the query terms of each typed word
    for (size_t i = 0; i < typed.size(); ++i) {
      terms.emplace_back();
      Direction direction = direction_of(typed, i);
      bool left_out = direction.only || (is_stopword(search_form(typed[i])) && !only_stopwords);
      forms.push_back(left_out ? std::vector<Weighed>() : word_forms(typed[i], &terms.back()));
      add_direction(typed[i], direction, terms.back());
    }
    join_neighbours(typed, terms, &forms);
    std::vector<std::vector<Weighed>> expansions;
    for (const Thesaurus::Match& match : matches) expansions.push_back(expand(match, terms));
    std::vector<Query> queries;
    for (size_t i = 0; i < typed.size(); ++i)
      queries.push_back(forms[i].empty() ? Query() : any_of(forms[i], weight_of(terms[i])));
    return with_expansions(matches, expansions, terms, queries);
  }

  // `queries` and `terms` by typed word, `expansions` by match.
  Query with_expansions(const std::vector<Thesaurus::Match>& matches,
                        const std::vector<std::vector<Weighed>>& expansions,
                        const std::vector<std::vector<size_t>>& terms,
                        const std::vector<Query>& queries) const {
    Query all;
    std::vector<bool> covered(queries.size());
    for (size_t i = 0; i < matches.size(); ++i) {
      if (expansions[i].empty()) continue;
      size_t first = matches[i].first_word, count = matches[i].word_count;
      std::fill_n(covered.begin() + static_cast<long>(first), count, true);
      Query own = of_range(queries, first, count);
      Query other = any_of(expansions[i], weight_of(covered_terms(matches[i], terms)));
      all = join(all, Query(Query::OP_OR, own, other));
    }
    for (size_t i = 0; i < queries.size(); ++i)
      if (!covered[i] && !queries[i].empty()) all = join(all, queries[i]);
    return all;
  }

  static std::vector<size_t> covered_terms(const Thesaurus::Match& match,
                                           const std::vector<std::vector<size_t>>& terms) {
    std::vector<size_t> covered;
    for (size_t i = 0; i < match.word_count; ++i)
      for (size_t term : terms[match.first_word + i]) covered.push_back(term);
    return covered;
  }

  void add_direction(const std::string& word, const Direction& direction,
                     const std::vector<size_t>& terms) {
    if (direction.finding == Finding::kNeutral) return;
    plan_.direction += direction.finding == Finding::kStrength ? 1 : -1;
    plan_.direction = std::clamp(plan_.direction, -1, 1);
    plan_.direction_words.push_back(word);
    for (size_t term : terms) plan_.terms[term].direction = true;
  }

  Query join(const Query& a, const Query& b) const {
    if (a.empty()) return b;
    return Query(options_.require_all ? Query::OP_AND : Query::OP_OR, a, b);
  }

  Query of_range(const std::vector<Query>& queries, size_t first, size_t count) const {
    Query all;
    for (size_t i = first; i < first + count && i < queries.size(); ++i)
      if (!queries[i].empty()) all = join(all, queries[i]);
    return all;
  }

  std::vector<Weighed> word_forms(const std::string& typed, std::vector<size_t>* terms) {
    Sequence sequence = sequence_of(typed);
    if (sequence.words.empty()) return {};
    if (sequence.joined.empty() && sequence.words.size() == 1)
      return single_word(typed, sequence.words[0], terms);
    return compound(typed, sequence, terms);
  }

  std::vector<Weighed> single_word(const std::string& typed, const std::string& word,
                                   std::vector<size_t>* terms) {
    std::string stem = stemmer_.stem(word);
    double frequency = stem_frequency(stem);
    if (frequency == 0 && !is_stopword(word)) plan_.unknown_words.push_back(typed);
    terms->push_back(add_term(typed, idf(frequency)));
    plan_.patterns.push_back({{stem}, false, {terms->back()}, 1, ""});
    // Stopwords have no stem in the index; alone they are looked for as they are.
    if (is_stopword(word)) {
      plan_.any_word_answers = false;
      return {weighed_term(word)};
    }
    plan_.any_term.push_back(stem_term(stem));
    return {weighed_term(stem_term(stem))};
  }

  // "multi-agency": the parts side by side, or the joined form.
  std::vector<Weighed> compound(const std::string& typed, const Sequence& sequence,
                                std::vector<size_t>* terms) {
    std::vector<std::string> stems = stems_of(sequence.words);
    double frequency = phrase_frequency(stems);
    terms->push_back(add_term(typed, idf(frequency)));
    plan_.patterns.push_back({stems, false, {terms->back()}, 1, ""});
    if (!sequence.joined.empty())
      plan_.patterns.push_back({{stemmer_.stem(sequence.joined)}, false, {terms->back()}, 1, ""});
    return compound_forms(sequence.words, sequence.joined);
  }

  // The parts of a compound side by side, and its joined form, if it is known. Passages that
  // hyphenate it have the joined form as well, so that the text of the others alone is looked at.
  std::vector<Weighed> compound_forms(const std::vector<std::string>& parts,
                                      const std::string& joined) {
    std::string stem = joined.empty() ? "" : stem_term(stemmer_.stem(joined));
    std::vector<Weighed> forms;
    if (std::string marked = marked_phrase(parts); !marked.empty()) {
      plan_.any_term.push_back(marked);
      forms = {weighed_term(marked)};
    } else {
      forms = phrase_forms(parts, stem);
      add_phrases(forms);
    }
    if (joined.empty()) return forms;
    plan_.any_term.push_back(stem);
    forms.push_back(weighed_term(stem));
    return forms;
  }

  // The term of the passages that have these words side by side, the last with or without an "s";
  // empty where the index does not mark this phrase or has it nowhere.
  std::string marked_phrase(const std::vector<std::string>& words) const {
    if (!options_.phrases_marked) return "";
    std::string term = phrase_term(fmt::format("{}", fmt::join(words, " ")));
    return index_.frequency(term) > 0 ? term : "";
  }

  // Two words typed apart that reports hyphenate: "multi agency" also finds "multiagency".
  void join_neighbours(const std::vector<std::string>& typed,
                       const std::vector<std::vector<size_t>>& terms,
                       std::vector<std::vector<Weighed>>* forms) {
    for (size_t i = 0; i + 1 < typed.size(); ++i) {
      if ((*forms)[i].empty() || (*forms)[i + 1].empty()) continue;
      std::string joined = search_form(typed[i]) + search_form(typed[i + 1]);
      if (!is_compound(joined)) continue;
      std::string stem = stemmer_.stem(joined);
      std::vector<size_t> both = terms[i];
      both.insert(both.end(), terms[i + 1].begin(), terms[i + 1].end());
      plan_.patterns.push_back({{stem}, false, both, 1, ""});
      plan_.any_term.push_back(stem_term(stem));
      for (size_t j : {i, i + 1}) (*forms)[j].push_back(weighed_term(stem_term(stem)));
    }
  }

  // ---- Expansions ---------------------------------------------------------------------------

  std::vector<Weighed> expand(const Thesaurus::Match& match,
                              const std::vector<std::vector<size_t>>& terms) {
    std::vector<size_t> covered = covered_terms(match, terms);
    if (covered.empty()) return {};
    std::vector<Weighed> found;
    std::vector<std::string> shown_as, meanings;
    add_meaning(match.entry, covered, 1, &found);
    if (match.word_count > 1) add_entry_pattern(match.entry, covered);
    for (const Expansion& expansion : match.expansions) {
      if (expansion.capitals || !add_expansion(expansion, covered, &found)) continue;
      shown_as.push_back(expansion.text);
      if (expansion.relation == Expansion::kSame && expansion.text.find(' ') != std::string::npos)
        meanings.push_back(meaning_key(expansion.text));
    }
    if (match.word_count == 1 && !meanings.empty())
      plan_.meanings.emplace_back(search_form(match.entry), meanings);
    expansions_shown_[match.entry] = shown_as;
    return found;
  }

  // The entry's own words as a phrase speak for all of them.
  void add_entry_pattern(const std::string& entry, const std::vector<size_t>& covered) {
    plan_.patterns.push_back({stems_of(phrase_words(entry)), false, covered, 1, ""});
  }

  // Passages in which a short form of the report's own means this.
  void add_meaning(const std::string& text, const std::vector<size_t>& covered, double weight,
                   std::vector<Weighed>* found) {
    std::string term = meaning_term(text);
    if (text.find(' ') == std::string::npos || index_.frequency(term) == 0) return;
    found->push_back(weighed_term(term));
    found->back().share = weight;
    plan_.any_term.push_back(term);
    plan_.patterns.push_back({{}, false, covered, weight, meaning_key(text), weight == 1});
  }

  // False if no passage has it.
  bool add_expansion(const Expansion& expansion, const std::vector<size_t>& covered,
                     std::vector<Weighed>* found) {
    std::vector<std::string> words = phrase_words(expansion.text);
    if (words.empty()) return false;
    std::vector<std::string> stems = stems_of(words);
    double frequency = phrase_frequency(stems);
    std::string marked = options_.phrases_marked ? phrase_term(expansion.text) : "";
    bool nowhere = !marked.empty() && index_.frequency(marked) == 0 &&
                   index_.frequency(meaning_term(expansion.text)) == 0;
    if (frequency == 0 || nowhere) return false;
    lower_idf(expansion, frequency, covered);
    plan_.patterns.push_back({stems, false, covered, expansion.weight, "", false});
    add_meaning(expansion.text, covered, expansion.weight, found);
    std::vector<Weighed> forms;
    if (words.size() == 1) {
      plan_.any_term.push_back(stem_term(stems[0]));
      forms.push_back(weighed_term(stem_term(stems[0])));
    } else if (!marked.empty()) {
      plan_.any_term.push_back(marked);
      forms.push_back(weighed_term(marked));
    } else {
      bool one_word = expansion.text.find(' ') == std::string::npos;
      forms = compound_forms(words, one_word ? sequence_of(expansion.text).joined : "");
    }
    for (Weighed& form : forms) {
      form.share = expansion.weight * options_.expansion;
      found->push_back(std::move(form));
    }
    return true;
  }

  // What has a common other name is as common as that name.
  void lower_idf(const Expansion& expansion, double frequency, const std::vector<size_t>& covered) {
    if (expansion.relation != Expansion::kSame || covered.size() != 1) return;
    double& value = plan_.terms[covered.front()].idf;
    value = std::min(value, idf(frequency));
  }

  // ---- Quotes, wildcards, NEAR --------------------------------------------------------------

  Query quoted(const std::string& text) {
    plan_.any_word_answers = false;
    if (text.find('*') != std::string::npos) return quoted_wildcard(text);
    std::vector<std::string> words = phrase_words(text);
    if (words.empty()) return {};
    size_t term = add_term("\"" + text + "\"", idf(phrase_frequency(stems_of(words))));
    std::vector<Weighed> spellings;
    for (const std::vector<std::string>& spelling : spellings_of(words)) {
      plan_.patterns.push_back({spelling, true, {term}, 1, ""});
      spellings.push_back(weighed_phrase(spelling));
    }
    return any_of(spellings, weight_of({term}));
  }

  // A phrase as it is, and with each pair of words that reports also write as one in one word:
  // "multi agency hub" and "multiagency hub".
  std::vector<std::vector<std::string>> spellings_of(const std::vector<std::string>& words) const {
    std::vector<std::vector<std::string>> spellings = {words};
    for (size_t i = 0; i + 1 < words.size(); ++i) {
      std::string joined = words[i] + words[i + 1];
      if (!is_compound(joined)) continue;
      std::vector<std::string> spelling = words;
      spelling[i] = joined;
      spelling.erase(spelling.begin() + static_cast<long>(i) + 1);
      spellings.push_back(std::move(spelling));
    }
    return spellings;
  }

  // Do reports write this word with a hyphen in it?
  bool is_compound(const std::string& joined) const {
    return index_.frequency(prefixed_term(kCompoundPrefix, joined)) > 0;
  }

  // The words of the index that begin so, each with the number of reports that have it.
  IndexTerms::Terms words_beginning_with(const std::string& start) {
    std::string prefix = std::string(kReportWordPrefix) + start;
    IndexTerms::Terms words = index_.beginning_with(prefix);
    for (auto& [word, frequency] : words) word.erase(0, kReportWordPrefix.size());
    return words;
  }

  // The words of the index that a pattern stands for, those that most reports have first.
  std::vector<std::string> wildcard_words(const std::string& pattern, size_t most) {
    std::string form = search_form(pattern);
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    for (const auto& [word, frequency] : words_beginning_with(form.substr(0, form.find('*'))))
      if (matches_pattern(word, form)) found.emplace_back(frequency, word);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    if (found.size() > most) {
      plan_.notices.push_back(
          fmt::format("{} stands for {} words; the {} most frequent were searched", pattern,
                      found.size(), most));
      found.resize(most);
    }
    std::vector<std::string> words;
    for (auto& [frequency, word] : found) words.push_back(std::move(word));
    return words;
  }

  Query wildcard(const std::string& pattern) {
    plan_.any_word_answers = false;
    std::vector<std::string> words = wildcard_words(pattern, kMostWildcardTerms);
    std::map<std::string, std::vector<std::string>> by_term;  // by what they are found by
    for (const std::string& word : words) by_term[found_by(word)].push_back(word);
    double frequency = 0;
    for (const auto& [term, same] : by_term) frequency += index_.frequency(term);
    size_t index = add_term(pattern, idf(std::min<double>(frequency, index_.documents())));
    for (const std::string& word : words) plan_.patterns.push_back({{word}, true, {index}, 1, ""});
    std::vector<Weighed> forms;
    for (const auto& [term, same] : by_term)
      forms.push_back(is_stopword(term)       ? weighed_term(term)
                      : stands_for_more(same) ? weighed_pattern({{same}, 0, ""})
                                              : candidates(same));
    if (words.empty()) plan_.unknown_words.push_back(pattern);
    return any_of(forms, weight_of({index}));
  }

  // Are there passages with the stem of these words, all forms of one, and with none of them?
  bool stands_for_more(const std::vector<std::string>& words) {
    std::string implied = std::string(kImpliedStemPrefix) + stemmer_.stem(words.front());
    return index_.frequency(implied) > 0 || forms_of(words.front()).size() > words.size();
  }

  // "private foster*": each word that the star stands for may stand in its place.
  Query quoted_wildcard(const std::string& text) {
    WordPattern pattern;
    size_t begin = 0;
    while (begin < text.size()) {
      size_t end = std::min(text.find(' ', begin), text.size());
      std::string word = text.substr(begin, end - begin);
      begin = end + 1;
      if (word.empty()) continue;
      if (word.find('*') != std::string::npos && word[0] != '*') {
        pattern.places.push_back(wildcard_words(word, kMostPhraseForms));
      } else {
        for (std::string& part : phrase_words(word)) pattern.places.push_back({std::move(part)});
      }
    }
    size_t index = add_term("\"" + text + "\"", idf(index_.documents() / 100.0));
    for (std::vector<std::string>& words : phrases_of(pattern))
      plan_.patterns.push_back({std::move(words), true, {index}, 1, ""});
    bool nowhere = std::any_of(pattern.places.begin(), pattern.places.end(),
                               [](const auto& words) { return words.empty(); });
    if (pattern.places.empty() || nowhere) return any_of({}, 0);
    return any_of({weighed_pattern(pattern)}, weight_of({index}));
  }

  // Each phrase that a pattern stands for, up to kMostPhraseForms.
  static std::vector<std::vector<std::string>> phrases_of(const WordPattern& pattern) {
    std::vector<std::vector<std::string>> phrases = {{}};
    for (const std::vector<std::string>& words : pattern.places) {
      std::vector<std::vector<std::string>> longer;
      for (const auto& so_far : phrases)
        for (const std::string& word : words)
          if (longer.size() < kMostPhraseForms) {
            longer.push_back(so_far);
            longer.back().push_back(word);
          }
      phrases = std::move(longer);
    }
    return phrases;
  }

  // Every word of the index with the stem of `word`. A stemmer may change all of a word but its
  // first letter ("dying", "die").
  std::vector<std::string> forms_of(const std::string& word) {
    std::string stem = stemmer_.stem(word);
    std::vector<std::string> forms;
    for (const auto& [other, frequency] : words_beginning_with(word.substr(0, 1)))
      if (stemmer_.stem(other) == stem) forms.push_back(other);
    if (forms.empty()) forms.push_back(word);
    return forms;
  }

  Query near(const QueryNode& node) {
    plan_.any_word_answers = false;
    WordPattern pattern;
    for (const QueryNode& child : node.children) {
      for (const std::string& word : phrase_words(child.text)) {
        std::string stem = stemmer_.stem(word);
        size_t index = add_term(word, idf(stem_frequency(stem)));
        plan_.patterns.push_back({{stem}, false, {index}, 1, ""});
        pattern.places.push_back(forms_of(word));
      }
    }
    if (pattern.places.empty()) return {};
    pattern.window = node.distance + static_cast<int>(pattern.places.size());
    return weighed_pattern(pattern).query;
  }

  // ---- What people are told -----------------------------------------------------------------

  std::string shown(const QueryNode& node) const {
    std::string text = describe(node);
    if (node.kind == Kind::kBag && node.need == Need::kOptional && text.size() >= 2)
      text = text.substr(1, text.size() - 2);
    for (const auto& [entry, expansions] : expansions_shown_) {
      if (expansions.empty()) continue;
      std::string list;
      for (const std::string& expansion : expansions)
        list += (list.empty() ? "" : ", ") + expansion;
      text += fmt::format("; {} also as: {}", entry, list);
    }
    return text;
  }

  IndexTerms& index_;
  const Thesaurus& thesaurus_;
  Stemmer& stemmer_;
  PlanOptions options_;
  SearchPlan plan_;
  std::map<std::string, std::vector<std::string>> expansions_shown_;
};

}  // namespace

SearchPlan make_plan(const ParsedQuery& query, IndexTerms* index, const Thesaurus& thesaurus,
                     Stemmer* stemmer, const PlanOptions& options) {
  SearchPlan plan;
  do {
    plan = Planner(index, thesaurus, stemmer, options).run(query);
  } while (index->fetch_missed());
  return plan;
}

}  // namespace ofsearch
