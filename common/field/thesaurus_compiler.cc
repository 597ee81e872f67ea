#include "common/field/thesaurus_compiler.h"

#include "common/field/thesaurus_entries.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ofsearch::thesaurus {
namespace {

// A term and all that its statements say it finds: itself, too, and in no order.
struct Found {
  TermPtr term;
  Expansion::Relation relation;
  bool ambiguous;
};
struct Finding {
  TermPtr term;
  std::vector<Found> found;
};
using Findings = std::map<std::string, Finding>;  // by key

// A meaning is a group of terms that say the same. A term that is not ambiguous has one meaning,
// and its relations hold for the whole meaning; an ambiguous one may stand in several and brings
// only itself into a relation.
class Compiler {
 public:
  Compiler(Statements::const_iterator first, Statements::const_iterator last) {
    for (; first != last; ++first) take(**first);
  }

  Findings findings() const {
    Findings findings;
    for (const auto& [id, terms] : meanings_) relate(findings, terms, terms, Expansion::kSame);
    for (const Statement& link : links_)
      relate(findings, with_synonyms(link.left), with_synonyms(link.right),
             link.kind == Statement::kNarrower ? Expansion::kNarrower : Expansion::kRelated);
    return findings;
  }

  // Opposites of which the first finds the other.
  struct Clash {
    TermPtr one, other;
    std::string declared;  // file:line
  };
  std::optional<Clash> clash(const Findings& findings) const {
    for (const Statement& statement : opposites_)
      for (const TermPtr& one : statement.left)
        for (const TermPtr& other : statement.left)
          if (finds(findings, *one, *other))
            return Clash{one, other, statement.file + ":" + std::to_string(statement.line)};
    return std::nullopt;
  }

 private:
  using Terms = std::vector<TermPtr>;

  void take(const Statement& statement) {
    switch (statement.kind) {
      case Statement::kReplace:
        meanings_.clear();
        meaning_of_.clear();
        links_.clear();
        opposites_.clear();
        break;
      case Statement::kRemove:
        for (const TermPtr& term : statement.left) remove(*term);
        break;
      case Statement::kSame:
        join_terms(statement.left);
        break;
      case Statement::kOpposite:
        opposites_.push_back(statement);
        break;
      case Statement::kNarrower:
      case Statement::kRelated:
        links_.push_back(statement);
    }
  }

  void join_terms(const Terms& terms) {
    const int id = next_meaning_++;
    Terms& meaning = meanings_[id];
    for (const TermPtr& term : terms) {
      if (!term->ambiguous) {
        absorb(id, term->key);
        meaning_of_[term->key] = id;
      }
      add_term(meaning, term);
    }
  }

  // Moves the meaning that `key` has had so far into the meaning `id`.
  void absorb(int id, const std::string& key) {
    const auto known = meaning_of_.find(key);
    if (known == meaning_of_.end() || known->second == id) return;
    const int old = known->second;
    for (const TermPtr& term : meanings_[old]) add_term(meanings_[id], term);
    meanings_.erase(old);
    for (auto& [unused, meaning] : meaning_of_)
      if (meaning == old) meaning = id;
  }

  static void add_term(Terms& terms, const TermPtr& term) {
    const auto same = [&](const TermPtr& t) {
      return t->form == term->form && t->capitals == term->capitals;
    };
    if (std::none_of(terms.begin(), terms.end(), same)) terms.push_back(term);
  }

  // With and without [capitals], and whatever its number.
  void remove(const Term& term) {
    const std::string keys[] = {key_of(term.pieces, false), key_of(term.pieces, true)};
    const auto erase = [&](Terms& terms) {
      std::erase_if(terms,
                    [&](const TermPtr& t) { return t->key == keys[0] || t->key == keys[1]; });
    };
    for (auto& [id, terms] : meanings_) erase(terms);
    for (auto* statements : {&links_, &opposites_})
      for (Statement& statement : *statements) {
        erase(statement.left);
        erase(statement.right);
      }
    for (const std::string& key : keys) meaning_of_.erase(key);
  }

  Terms with_synonyms(const Terms& terms) const {
    Terms all;
    for (const TermPtr& term : terms) {
      add_term(all, term);
      const auto meaning = meaning_of_.find(term->key);
      if (term->ambiguous || meaning == meaning_of_.end()) continue;
      for (const TermPtr& synonym : meanings_.at(meaning->second)) add_term(all, synonym);
    }
    return all;
  }

  static void relate(Findings& findings, const Terms& from, const Terms& to,
                     Expansion::Relation relation) {
    for (const TermPtr& right : to) findings.try_emplace(right->key, Finding{right, {}});
    for (const TermPtr& left : from) {
      Finding& finding = findings.try_emplace(left->key, Finding{left, {}}).first->second;
      for (const TermPtr& right : to)
        finding.found.push_back({right, relation, left->ambiguous || right->ambiguous});
    }
  }

  static bool finds(const Findings& findings, const Term& one, const Term& other) {
    const auto finding = findings.find(one.key);
    if (finding == findings.end() || one.key == other.key) return false;
    const auto& found = finding->second.found;
    return std::any_of(found.begin(), found.end(),
                       [&](const Found& each) { return each.term->key == other.key; });
  }

  int next_meaning_ = 0;
  std::map<int, Terms> meanings_;
  std::map<std::string, int> meaning_of_;  // key of a term that is not ambiguous
  std::vector<Statement> links_, opposites_;
};

// Whether all that `term` finds is found by `better` already.
bool covers(const Target& better, const Target& term) {
  if (better.capitals) return better.form == term.form;
  return term.form.find(better.form) != std::string_view::npos;
}

// Best first; of what finds the same as a better one, or less, nothing. That can be settled before
// the words typed are known: where they rule out the better one, whose form then contains theirs,
// they rule out what it covers.
std::vector<Target> best_of(const std::vector<Found>& found) {
  std::vector<Target> sorted;
  for (const Found& each : found)
    sorted.push_back(
        {each.term->text, each.term->form, each.relation, each.ambiguous, each.term->capitals});
  const auto words = [](const Target& target) {
    return std::count(target.form.begin(), target.form.end(), ' ');
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Target& a, const Target& b) {
    if (a.weight() != b.weight()) return a.weight() > b.weight();
    return words(a) < words(b);
  });
  std::vector<Target> kept;
  for (const Target& target : sorted)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Target& better) { return covers(better, target); }))
      kept.push_back(target);
  return kept;
}

// Of statements that clash: the first that makes them so.
Error clash_error(const Statements& statements) {
  for (auto last = statements.begin(); last != statements.end(); ++last) {
    const Compiler compiler(statements.begin(), last + 1);
    const auto clash = compiler.clash(compiler.findings());
    if (!clash) continue;
    return error_at((*last)->file, (*last)->line,
                    in_quotes(clash->one->text) + " and " + in_quotes(clash->other->text) +
                        " would find one another, but are opposites (" + clash->declared + ")",
                    "take one of them out of this line, or \"@remove\" it before");
  }
  return {ErrorCode::kInternal, "opposites clash, but no statement makes them", ""};
}

}  // namespace

Result<std::string> compile(const Statements& statements) {
  const Compiler compiler(statements.begin(), statements.end());
  const Findings findings = compiler.findings();
  if (compiler.clash(findings)) return clash_error(statements);
  std::string compiled;
  for (const auto& [key, finding] : findings)
    append_entry(&compiled, key, finding.term->text, best_of(finding.found));
  return compiled;
}

}  // namespace ofsearch::thesaurus
