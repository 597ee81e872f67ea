// What the statements of a thesaurus say together: its terms, and what each of them finds once its
// synonyms and their relations are put together. Built from some hundred statements in a
// millisecond or two; what a term finds is worked out when it is asked for.
#pragma once

#include "common/field/thesaurus.h"
#include "common/field/thesaurus_parser.h"
#include "common/system/result.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::thesaurus {

class Table {
 public:
  struct Entry {
    TermPtr term;                                // as it was first written
    std::vector<std::size_t> meanings;           // groups it stands in
    std::vector<const Statement*> finds_others;  // relations of it or of its synonyms
  };
  using Entries = std::map<std::string, Entry, std::less<>>;  // by key

  Table(Table&&) = default;  // entries point into it: no copies

  // The first `sound` of `statements` are known to join no opposites. Errors: kUsage naming the
  // line of the first statement that joins opposites.
  static Result<Table> build(Statements statements, std::size_t sound);

  // All terms, in the byte order of their keys, so that terms that begin alike lie side by side.
  const Entries& entries() const { return entries_; }

  // What a term finds, best first. What contains `typed_form`, the words typed in index form
  // (thesaurus_words.h), or a better expansion, is left out.
  std::vector<Expansion> expansions(const Entry& entry, std::string_view typed_form) const;

  // Every spelling of every term, each once, in byte order.
  std::vector<std::string> terms() const;

  const Statements& statements() const { return statements_; }

 private:
  using Terms = std::vector<TermPtr>;

  // A term that an entry finds.
  struct Target {
    TermPtr term;
    Expansion::Relation relation;
    bool ambiguous;
    double weight() const;
  };
  struct Clash {
    TermPtr one, other;
    const Statement* declared = nullptr;  // null: there is none
  };

  explicit Table(Statements statements);

  void take(const Statement& statement);
  void join(const Terms& terms);
  void absorb(std::size_t meaning, const std::string& key);
  void remove(const Term& term);
  void enter();
  Entry* entry_of(const TermPtr& term);

  Terms with_synonyms(const Terms& terms) const;
  std::vector<Target> targets(const Entry& entry) const;
  static std::vector<Target> best_of(std::vector<Target> targets);
  bool finds(const Term& one, const Term& other) const;
  Clash clash() const;

  Statements statements_;
  std::vector<Terms>
      meanings_;  // groups of terms that say the same; one that joined another is empty
  std::map<std::string, std::size_t, std::less<>> meaning_of_;  // key of a term not ambiguous
  std::vector<Statement> links_, opposites_;  // what is left of them after @remove
  Entries entries_;
};

}  // namespace ofsearch::thesaurus
