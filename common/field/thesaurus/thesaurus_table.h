// Combines the statements of a thesaurus into its terms, and the expansions of each term from its
// synonyms and their relations. Building it from some hundred statements takes a millisecond or
// two. The expansions of a term are computed when they are asked for.
#pragma once

#include "common/field/thesaurus/thesaurus.h"
#include "common/field/thesaurus/thesaurus_parser.h"
#include "common/system/result.h"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::thesaurus {

class Table {
 public:
  struct Entry {
    TermPtr term;                                // as first written
    std::vector<std::size_t> meanings;           // indices of its groups of synonyms
    std::vector<const Statement*> finds_others;  // relations of it or of its synonyms
  };
  using Entries = std::map<std::string, Entry, std::less<>>;  // by key

  Table(Table&&) = default;  // entries point into it: no copies

  // Combines `statements`. The first `sound` of them are not checked for opposites: that was done
  // before. Errors: kUsage with the line of the first statement that joins opposites.
  static Result<Table> build(Statements statements, std::size_t sound);

  // Returns all terms, in the byte order of their keys, so that terms that begin alike lie side by
  // side.
  const Entries& entries() const { return entries_; }

  // Returns the expansions of a term, best first, without those that contain a better expansion or
  // `typed_form`, the words typed in index form (thesaurus_words.h).
  std::vector<Expansion> expansions(const Entry& entry, std::string_view typed_form) const;

  // Returns every spelling of every term, each once, in byte order.
  std::vector<std::string> terms() const;

  const Statements& statements() const { return statements_; }

  // The verbs that terms begin with (verb_forms.h), each once.
  const std::set<std::string>& verbs() const { return verbs_; }

 private:
  using Terms = std::vector<TermPtr>;

  // A term that an entry is expanded to.
  struct Target {
    TermPtr term;
    Expansion::Relation relation;
    bool ambiguous;
    double weight() const;
  };
  struct Clash {
    TermPtr one, other;
    const Statement* declared = nullptr;  // the statement that they are opposites; null: no clash
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
      meanings_;  // groups of synonyms; a group that was merged into another is empty
  std::map<std::string, std::size_t, std::less<>> meaning_of_;  // by key; no ambiguous terms
  std::vector<Statement> links_, opposites_;                    // without what @remove took out
  Entries entries_;
  std::set<std::string> verbs_;
};

}  // namespace ofsearch::thesaurus
