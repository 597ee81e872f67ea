// Plans of plain words side by side: terms of the field with their expansions, everyday sayings,
// and the other words.
#pragma once

#include "common/field/thesaurus/everyday.h"
#include "common/field/thesaurus/thesaurus.h"
#include "searcher/plan/clauses/harm.h"
#include "searcher/plan/direction/direction.h"
#include "searcher/plan/lookup/word_lookup.h"
#include "searcher/plan/planned.h"
#include "searcher/plan/planner.h"

#include <string>
#include <vector>

namespace ofsearch {

class WordPlans {
 public:
  // All must outlive it.
  WordPlans(WordLookup* lookup, const Thesaurus& thesaurus, const PlanOptions& options)
      : lookup_(*lookup), thesaurus_(thesaurus), options_(options) {}

  // One plan a concept, in the order typed. Stopwords have none, unless there are no other words; a
  // word of judgement has one that requires nothing. May throw Xapian::Error.
  std::vector<Planned> plan(const std::vector<std::string>& typed) const;

  static Xapian::Query any_of(const std::vector<Weighed>& forms);
  // `forms` as a scoring query: a passage with a form gets at most `weight` times the form's share.
  static Xapian::Query scored(const std::vector<Weighed>& forms, double weight);
  double weight_of(const std::vector<QueryTerm>& terms) const;

 private:
  static size_t overdue_at(const Words& typed);
  std::vector<Planned> plan_of_due(Words typed, size_t due) const;
  Planned denied_harm_plan(const Words& typed, const DeniedHarm& harm) const;
  std::vector<Planned> beside_harm(const Words& typed, const DeniedHarm& harm) const;

  // What finds one typed word, and how it is scored.
  struct Forms {
    bool left_out = false;  // says nothing of the topic
    Direction direction;
    QueryTerm term;
    std::vector<Weighed> forms;
    std::vector<Pattern> patterns;  // count for term 0
    Xapian::Query counts;           // the passages that count; empty: those of any form
    bool unknown = false;
  };

  std::vector<std::string> taken_apart(const std::vector<std::string>& typed) const;
  Words in_the_order_of_the_field(Words typed) const;
  static Words without_inner_negators(const Words& typed,
                                      const std::vector<Thesaurus::Match>& terms,
                                      const std::vector<Everyday::Match>& sayings);
  std::vector<Forms> forms_of(const Words& typed, const Words& heard,
                              const std::vector<Thesaurus::Match>& terms) const;
  Forms forms_by_prefix(const Words& typed, size_t at, const Direction& direction) const;
  static std::vector<std::string> hear_denials(const Words& typed,
                                               const std::vector<Thesaurus::Match>& terms,
                                               const std::vector<Everyday::Match>& sayings,
                                               std::vector<Forms>* forms);
  static void hear_words_first(std::vector<Planned>* plans);
  static void ask_for_topics(std::vector<Planned>* plans);
  static void take_one_side(std::vector<Forms>* forms);
  std::vector<Planned> each_by_itself(const Words& typed) const;
  Forms word(const std::string& typed) const;
  Forms single_word(const std::string& typed, const std::string& word) const;
  void widen_denied(const Words& typed, Planned* only) const;
  Forms negated(const std::string& typed, bool ended) const;
  bool may_read(double position_lists) const;
  void count_denials(const std::string& word, Forms* forms) const;
  Forms of_denied(const std::string& typed, const std::string& base) const;
  Forms compound(const std::string& typed, const WordSequence& sequence) const;
  void join_neighbours(const std::vector<std::string>& typed, std::vector<Forms>* forms) const;
  Planned left_over(const std::string& typed, Forms forms) const;

  bool is_in_reports(const Everyday::Match& saying) const;
  void hear_left_over(const Words& typed, const std::vector<Thesaurus::Match>& terms,
                      std::vector<Everyday::Match>* says) const;
  std::vector<Everyday::Match> sayings(const Words& typed, std::vector<Thesaurus::Match>* terms,
                                       std::vector<Everyday::Match>* unsaid) const;
  static Planned asked_alone(const Everyday::Match& saying, const Words& typed);
  static void turn_negated(const Words& typed, const Words& heard,
                           std::vector<Everyday::Match>* says);
  static std::vector<std::string> turned_words(const Words& typed,
                                               const std::vector<Thesaurus::Match>& terms,
                                               std::vector<bool>* taken);
  Planned turned_term(const std::string& entry, const std::string& word) const;
  bool leave_out_carriers(const Words& typed, const std::vector<Thesaurus::Match>& terms,
                          std::vector<Everyday::Match>* says) const;
  bool is_light(const std::string& typed) const;
  static void mark_tails(const Words& typed, std::vector<Planned>* plans);
  static void mark_places(const Words& typed, std::vector<Planned>* plans);
  static void only_rank_tails(const Words& typed, std::vector<Planned>* plans,
                              std::vector<std::string>* only_ranked);
  void balance(std::vector<Planned>* plans) const;
  static void keep_apart(std::vector<Planned>* plans);
  Words with_shared_ends(Words typed) const;
  void link_alternatives(const Words& typed, const std::vector<bool>& in_saying,
                         std::vector<Planned>* plans) const;
  static void join_alternatives(std::vector<Planned>* plans);
  size_t name_words(const Words& typed, size_t at, const std::vector<size_t>& in_term,
                    const std::vector<bool>& in_saying) const;
  std::vector<size_t> names(const Words& typed, std::vector<Thesaurus::Match>* terms,
                            std::vector<Everyday::Match>* says) const;
  Planned name(const Words& typed, size_t at, size_t count) const;

  struct NamedPlan {
    size_t words = 0;  // that say it
    Planned plan;
  };
  void lighten(Planned* planned, bool is_asked) const;
  NamedPlan group(const Words& typed, size_t at, size_t end) const;
  std::vector<Planned> groups_beside(const Everyday::Match& saying, const Words& typed) const;

  bool says_only_how(const Words& typed, const std::vector<size_t>& words) const;
  std::vector<Planned> said(const Everyday::Match& match, const Words& typed) const;
  Planned said_once(const std::vector<Everyday::Meaning>& meanings, const std::string& shown) const;
  std::vector<Everyday::Meaning> closest(std::vector<Everyday::Meaning> meanings,
                                         const std::string& shown, Planned* planned) const;
  Xapian::Query any_form(const std::vector<Expansion>& forms) const;
  std::vector<Expansion> forms_of_meaning(const Everyday::Meaning& meaning) const;
  std::vector<Expansion> forms_of_meanings(const std::vector<Everyday::Meaning>& meanings) const;

  static Finding finding_by_other_names(const Thesaurus::Match& match);
  Planned field_term(const Thesaurus::Match& match, std::vector<Forms> forms) const;
  bool is_left_out(const std::string& expansion) const;
  std::vector<std::string> marked_terms(const std::vector<Expansion>& expansions) const;
  void add_entry(const std::string& entry, const std::vector<size_t>& all, Planned* planned) const;
  bool is_found(const Expansion& expansion, const std::string& marked) const;
  bool add_expansion(const Expansion& expansion, const std::string& marked,
                     const std::vector<size_t>& all, Planned* planned,
                     std::vector<Weighed>* found) const;
  void add_meaning(const std::string& text, double weight, const std::vector<size_t>& all,
                   Planned* planned, std::vector<Weighed>* found) const;
  Weighed phrase_of(const std::vector<std::string>& words, const std::string& marked,
                    PhraseOf use) const;

  WordLookup& lookup_;
  const Thesaurus& thesaurus_;
  const PlanOptions& options_;
};

}  // namespace ofsearch
