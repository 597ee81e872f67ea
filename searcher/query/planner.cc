#include "searcher/query/planner.h"

#include "common/index/field_phrases.h"
#include "common/index/schema.h"
#include "common/report/acronyms.h"
#include "common/text/text.h"
#include "searcher/query/direction.h"
#include "searcher/query/word_lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace ofsearch {
namespace {

using Query = Xapian::Query;
using Kind = QueryNode::Kind;
using Need = QueryNode::Need;

constexpr size_t kMostWildcardWords = 200;
constexpr double kMostStarredPhrases = 2500;  // that a phrase with stars stands for
constexpr double kMostStarWords = 50;         // that one of its stars stands for
constexpr size_t kMostNearWords = 16;

class Planner {
 public:
  Planner(IndexTerms* index, const Thesaurus& thesaurus, Stemmer* stemmer,
          const PlanOptions& options)
      : lookup_(index, stemmer, options.texts, options.phrases_marked),
        thesaurus_(thesaurus),
        options_(options) {}

  SearchPlan run(const ParsedQuery& query) {
    plan_.any_word_answers = true;
    plan_.passages = bag(query.root);
    plan_.interpreted = shown(query.root);
    return std::move(plan_);
  }

 private:
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

  size_t add_term(const std::string& shown, double idf_value) {
    plan_.terms.push_back({shown, idf_value, false});
    return plan_.terms.size() - 1;
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
    WordSequence sequence = lookup_.sequence(typed);
    if (sequence.words.empty()) return {};
    if (sequence.joined.empty() && sequence.words.size() == 1)
      return single_word(typed, sequence.words[0], terms);
    return compound(typed, sequence, terms);
  }

  std::vector<Weighed> single_word(const std::string& typed, const std::string& word,
                                   std::vector<size_t>* terms) {
    std::string stem = lookup_.stem(word);
    double frequency = lookup_.stem_frequency(stem);
    if (frequency == 0 && !is_stopword(word)) plan_.unknown_words.push_back(typed);
    terms->push_back(add_term(typed, lookup_.idf(frequency)));
    plan_.patterns.push_back({{stem}, false, {terms->back()}, 1, ""});
    // Stopwords have no stem in the index; alone they are looked for as they are.
    if (is_stopword(word)) {
      plan_.any_word_answers = false;
      return {lookup_.term(word)};
    }
    plan_.any_term.push_back(stem_term(stem));
    return {lookup_.term(stem_term(stem))};
  }

  // "multi-agency": the parts side by side, or the joined form.
  std::vector<Weighed> compound(const std::string& typed, const WordSequence& sequence,
                                std::vector<size_t>* terms) {
    std::vector<std::string> stems = lookup_.stems(sequence.words);
    double frequency = lookup_.phrase_frequency(stems);
    terms->push_back(add_term(typed, lookup_.idf(frequency)));
    plan_.patterns.push_back({stems, false, {terms->back()}, 1, ""});
    if (!sequence.joined.empty())
      plan_.patterns.push_back({{lookup_.stem(sequence.joined)}, false, {terms->back()}, 1, ""});
    return compound_forms(sequence.words, sequence.joined);
  }

  // The parts of a compound side by side, and its joined form, if it is known. Passages that
  // hyphenate it have the joined form as well, so that the text of the others alone is looked at.
  std::vector<Weighed> compound_forms(const std::vector<std::string>& parts,
                                      const std::string& joined) {
    std::string stem = joined.empty() ? "" : stem_term(lookup_.stem(joined));
    std::vector<Weighed> forms;
    if (std::string marked = lookup_.marked_phrase(parts); !marked.empty()) {
      plan_.any_term.push_back(marked);
      forms = {lookup_.term(marked)};
    } else {
      forms = lookup_.phrase_forms(parts, stem);
      add_phrases(forms);
    }
    if (joined.empty()) return forms;
    plan_.any_term.push_back(stem);
    forms.push_back(lookup_.term(stem));
    return forms;
  }

  // Two words typed apart that reports hyphenate: "multi agency" also finds "multiagency".
  void join_neighbours(const std::vector<std::string>& typed,
                       const std::vector<std::vector<size_t>>& terms,
                       std::vector<std::vector<Weighed>>* forms) {
    for (size_t i = 0; i + 1 < typed.size(); ++i) {
      if ((*forms)[i].empty() || (*forms)[i + 1].empty()) continue;
      std::string joined = search_form(typed[i]) + search_form(typed[i + 1]);
      if (!lookup_.is_compound(joined)) continue;
      std::string stem = lookup_.stem(joined);
      std::vector<size_t> both = terms[i];
      both.insert(both.end(), terms[i + 1].begin(), terms[i + 1].end());
      plan_.patterns.push_back({{stem}, false, both, 1, ""});
      plan_.any_term.push_back(stem_term(stem));
      for (size_t j : {i, i + 1}) (*forms)[j].push_back(lookup_.term(stem_term(stem)));
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
    const std::vector<std::string> marked = marked_terms(match.expansions);
    for (size_t i = 0; i < match.expansions.size(); ++i) {
      const Expansion& expansion = match.expansions[i];
      if (expansion.capitals || !add_expansion(expansion, marked[i], covered, &found)) continue;
      shown_as.push_back(expansion.text);
      if (expansion.relation == Expansion::kSame && expansion.text.find(' ') != std::string::npos)
        meanings.push_back(meaning_key(expansion.text));
    }
    if (match.word_count == 1 && !meanings.empty())
      plan_.meanings.emplace_back(search_form(match.entry), meanings);
    expansions_shown_[match.entry] = shown_as;
    return found;
  }

  // The term of each expansion's phrase, empty where the index marks none. All are asked for at
  // once, and what acronyms mean with them.
  std::vector<std::string> marked_terms(const std::vector<Expansion>& expansions) const {
    std::vector<std::string> marked, asked_for;
    for (const Expansion& expansion : expansions) {
      marked.push_back(options_.phrases_marked ? phrase_term(expansion.text) : "");
      if (marked.back().empty()) continue;
      asked_for.push_back(marked.back());
      asked_for.push_back(meaning_term(expansion.text));
    }
    lookup_.look_up(std::move(asked_for));
    return marked;
  }

  // The entry's own words as a phrase speak for all of them.
  void add_entry_pattern(const std::string& entry, const std::vector<size_t>& covered) {
    plan_.patterns.push_back({lookup_.stems(lookup_.phrase_words(entry)), false, covered, 1, ""});
  }

  // Passages in which a short form of the report's own means this.
  void add_meaning(const std::string& text, const std::vector<size_t>& covered, double weight,
                   std::vector<Weighed>* found) {
    std::string term = meaning_term(text);
    if (text.find(' ') == std::string::npos || lookup_.frequency(term) == 0) return;
    found->push_back(lookup_.term(term));
    found->back().share = weight;
    plan_.any_term.push_back(term);
    plan_.patterns.push_back({{}, false, covered, weight, meaning_key(text), weight == 1});
  }

  // `marked`: as marked_terms() has it. False if no passage has it.
  bool add_expansion(const Expansion& expansion, const std::string& marked,
                     const std::vector<size_t>& covered, std::vector<Weighed>* found) {
    if (!marked.empty() && lookup_.is_nowhere(marked) &&
        lookup_.is_nowhere(meaning_term(expansion.text)))
      return false;
    std::vector<std::string> words = lookup_.phrase_words(expansion.text);
    if (words.empty()) return false;
    std::vector<std::string> stems = lookup_.stems(words);
    if (marked.empty() && lookup_.phrase_frequency(stems) == 0) return false;
    lower_idf(expansion, stems, covered);
    plan_.patterns.push_back({stems, false, covered, expansion.weight, "", false});
    add_meaning(expansion.text, covered, expansion.weight, found);
    std::vector<Weighed> forms;
    if (words.size() == 1) {
      plan_.any_term.push_back(stem_term(stems[0]));
      forms.push_back(lookup_.term(stem_term(stems[0])));
    } else if (!marked.empty()) {
      plan_.any_term.push_back(marked);
      forms.push_back(lookup_.term(marked));
    } else {
      bool one_word = expansion.text.find(' ') == std::string::npos;
      forms = compound_forms(words, one_word ? lookup_.sequence(expansion.text).joined : "");
    }
    for (Weighed& form : forms) {
      form.share = expansion.weight * options_.expansion;
      found->push_back(std::move(form));
    }
    return true;
  }

  // What has a common other name is as common as that name.
  void lower_idf(const Expansion& expansion, const std::vector<std::string>& stems,
                 const std::vector<size_t>& covered) {
    if (expansion.relation != Expansion::kSame || covered.size() != 1) return;
    double& value = plan_.terms[covered.front()].idf;
    value = std::min(value, lookup_.idf(lookup_.phrase_frequency(stems)));
  }

  // ---- Quotes, wildcards, NEAR --------------------------------------------------------------

  Query quoted(const std::string& text) {
    plan_.any_word_answers = false;
    if (text.find('*') != std::string::npos) return quoted_wildcard(text);
    std::vector<std::string> words = lookup_.phrase_words(text);
    if (words.empty()) return {};
    size_t term =
        add_term("\"" + text + "\"", lookup_.idf(lookup_.phrase_frequency(lookup_.stems(words))));
    std::vector<Weighed> spellings;
    for (const std::vector<std::string>& spelling : lookup_.spellings(words)) {
      plan_.patterns.push_back({spelling, true, {term}, 1, ""});
      spellings.push_back(lookup_.phrase(spelling));
    }
    return any_of(spellings, weight_of({term}));
  }

  void add_notice(const std::string& notice) {
    std::vector<std::string>& notices = plan_.notices;
    if (std::find(notices.begin(), notices.end(), notice) == notices.end())
      notices.push_back(notice);
  }

  void add_wildcard_notice(const std::string& pattern, size_t words, size_t searched) {
    if (searched < words)
      add_notice(fmt::format("{} stands for {} words; the {} most frequent were searched", pattern,
                             words, searched));
  }

  // What is asked for and nowhere; not an empty query, which would ask for nothing.
  static Query no_passage() { return Query(stem_term("")); }

  Query wildcard(const std::string& pattern) {
    plan_.any_word_answers = false;
    std::vector<std::string> words = lookup_.matching(pattern);
    // By what they are found by; of a stem that is searched, all the words.
    std::map<std::string, std::vector<std::string>> by_term;
    size_t searched = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      std::string term = lookup_.found_by(words[i]);
      if (i >= kMostWildcardWords && !by_term.contains(term)) continue;
      by_term[term].push_back(words[i]);
      ++searched;
    }
    add_wildcard_notice(pattern, words.size(), searched);
    double frequency = 0;
    for (const auto& [term, same] : by_term) frequency += lookup_.frequency(term);
    size_t index = add_term(pattern, lookup_.idf(frequency));
    for (const auto& [term, same] : by_term)
      for (const std::string& word : same) plan_.patterns.push_back({{word}, true, {index}, 1, ""});
    if (!words.empty()) return any_form_of(by_term, weight_of({index}));
    plan_.unknown_words.push_back(pattern);
    return no_passage();
  }

  // The passages of all stems that stand for nothing but the words asked for, and of the others
  // those whose text has one of the words.
  Query any_form_of(const std::map<std::string, std::vector<std::string>>& by_term, double weight) {
    std::vector<Weighed> certain, doubtful;
    WordPattern pattern{{{}}, 0, ""};
    for (const auto& [term, words] : by_term) {
      if (is_stopword(term)) {
        certain.push_back(lookup_.term(term));
      } else if (!lookup_.stem_stands_for_more(words)) {
        certain.push_back(lookup_.candidates(words));
      } else {
        doubtful.push_back(lookup_.candidates(words));
        pattern.places[0].insert(pattern.places[0].end(), words.begin(), words.end());
      }
    }
    Query query = any_of(certain, weight);
    if (!doubtful.empty())
      query |= Query(Query::OP_FILTER, any_of(doubtful, weight), lookup_.exactly(pattern));
    return query;
  }

  // "private foster*": each word that the star stands for may stand in its place.
  Query quoted_wildcard(const std::string& text) {
    std::vector<std::string_view> typed = split_words(text);
    auto is_starred = [](std::string_view word) {
      return word.find('*') != std::string::npos && word[0] != '*';
    };
    auto stars = static_cast<double>(std::count_if(typed.begin(), typed.end(), is_starred));
    // Every phrase it stands for is scored.
    auto most = static_cast<size_t>(
        std::min(kMostStarWords, std::pow(kMostStarredPhrases, 1 / std::max(stars, 1.0))));
    WordPattern pattern;
    for (std::string_view each : typed) {
      std::string word(each);
      if (is_starred(word)) {
        std::vector<std::string> words = lookup_.matching(word);
        add_wildcard_notice(word, words.size(), std::min(words.size(), most));
        words.resize(std::min(words.size(), most));
        pattern.places.push_back(std::move(words));
      } else {
        for (std::string& part : lookup_.phrase_words(word))
          pattern.places.push_back({std::move(part)});
      }
    }
    size_t index = add_term("\"" + text + "\"", lookup_.idf_of_share(0.01));
    for (std::vector<std::string>& words : phrases_of(pattern))
      plan_.patterns.push_back({std::move(words), true, {index}, 1, ""});
    bool nowhere = std::any_of(pattern.places.begin(), pattern.places.end(),
                               [](const auto& words) { return words.empty(); });
    if (pattern.places.empty() || nowhere) return no_passage();
    return any_of({lookup_.pattern(pattern)}, weight_of({index}));
  }

  // Each phrase that a pattern stands for.
  static std::vector<std::vector<std::string>> phrases_of(const WordPattern& pattern) {
    size_t count = 1;
    for (const std::vector<std::string>& words : pattern.places) count *= words.size();
    std::vector<std::vector<std::string>> phrases(pattern.places.empty() ? 0 : count);
    for (size_t i = 0; i < phrases.size(); ++i) {
      size_t number = i;
      for (const std::vector<std::string>& words : pattern.places) {
        phrases[i].push_back(words[number % words.size()]);
        number /= words.size();
      }
    }
    return phrases;
  }

  Query near(const QueryNode& node) {
    plan_.any_word_answers = false;
    WordPattern pattern;
    for (const QueryNode& child : node.children) {
      for (const std::string& word : lookup_.phrase_words(child.text)) {
        if (pattern.places.size() == kMostNearWords) {
          add_notice(fmt::format("NEAR takes {} words; the others were left out", kMostNearWords));
          break;
        }
        std::string stem = lookup_.stem(word);
        size_t index = add_term(word, lookup_.idf(lookup_.stem_frequency(stem)));
        plan_.patterns.push_back({{stem}, false, {index}, 1, ""});
        pattern.places.push_back(lookup_.forms(word));
      }
    }
    if (pattern.places.empty()) return {};
    pattern.window = node.distance + static_cast<int>(pattern.places.size());
    return lookup_.pattern(pattern).query;
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

  WordLookup lookup_;
  const Thesaurus& thesaurus_;
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
