#include "common/field/thesaurus/thesaurus_table.h"

#include "common/field/thesaurus/verb_forms.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ofsearch::thesaurus {
namespace {

// How much a hit on an expansion counts beside one on the words typed, by relation. A changed or
// narrower name is nearly as good; a related one only breaks ties and fills an empty page.
constexpr double kWeight[] = {1.0, 0.7, 0.35};
constexpr double kAmbiguousFactor = 0.6;

void add_term(std::vector<TermPtr>* terms, const TermPtr& term) {
  const auto same = [&](const TermPtr& t) {
    return t->form == term->form && t->capitals == term->capitals;
  };
  if (std::none_of(terms->begin(), terms->end(), same)) terms->push_back(term);
}

Expansion::Relation relation_of(const Statement& link) {
  if (link.kind == Statement::kMeans) return Expansion::kSame;
  return link.kind == Statement::kNarrower ? Expansion::kNarrower : Expansion::kRelated;
}

// Whether all that `term` finds is found by `better` already.
bool covers(const Term& better, const Term& term) {
  if (better.capitals) return better.form == term.form;
  return term.form.find(better.form) != std::string::npos;
}

}  // namespace

double Table::Target::weight() const {
  return kWeight[relation] * (ambiguous ? kAmbiguousFactor : 1);
}

Table::Table(Statements statements) : statements_(std::move(statements)) {
  for (const auto& statement : statements_) take(*statement);
  enter();
}

Result<Table> Table::build(Statements statements, std::size_t sound) {
  Table table(std::move(statements));
  if (table.clash().declared == nullptr) return table;
  const Statements& all = table.statements_;
  for (std::size_t count = sound + 1; count <= all.size(); ++count) {
    const Table some(Statements(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
    const Clash clash = some.clash();
    if (clash.declared == nullptr) continue;
    const Statement& last = *all[count - 1];
    return error_at(last.file, last.line,
                    in_quotes(clash.one->text) + " and " + in_quotes(clash.other->text) +
                        " would find one another, but are opposites (" + clash.declared->file +
                        ":" + std::to_string(clash.declared->line) + ")",
                    "take one of them out of this line, or \"@remove\" it before");
  }
  return Error{ErrorCode::kInternal, "opposites clash, but no statement makes them", ""};
}

// ---- Statements to meanings and links -------------------------------------------------------

void Table::take(const Statement& statement) {
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
      join(statement.left);
      break;
    case Statement::kOpposite:
      opposites_.push_back(statement);
      break;
    case Statement::kMeans:
    case Statement::kNarrower:
    case Statement::kRelated:
      links_.push_back(statement);
  }
}

// A term that is not ambiguous has one meaning, and its relations hold for the whole meaning; an
// ambiguous one may stand in several and brings only itself into a relation.
void Table::join(const Terms& terms) {
  const std::size_t meaning = meanings_.size();
  meanings_.emplace_back();
  for (const TermPtr& term : terms) {
    if (!term->ambiguous) {
      absorb(meaning, term->key);
      meaning_of_[term->key] = meaning;
    }
    add_term(&meanings_[meaning], term);
  }
}

// Moves the meaning that `key` has had so far into `meaning`.
void Table::absorb(std::size_t meaning, const std::string& key) {
  const auto known = meaning_of_.find(key);
  if (known == meaning_of_.end() || known->second == meaning) return;
  const Terms old = std::exchange(meanings_[known->second], {});
  for (const TermPtr& term : old) {
    add_term(&meanings_[meaning], term);
    if (!term->ambiguous) meaning_of_[term->key] = meaning;
  }
}

// Removes a term with and without [capitals], and whatever its number.
void Table::remove(const Term& term) {
  const std::string keys[] = {key_of(term.pieces, false), key_of(term.pieces, true)};
  const auto erase = [&](Terms& terms) {
    std::erase_if(terms, [&](const TermPtr& t) { return t->key == keys[0] || t->key == keys[1]; });
  };
  for (Terms& terms : meanings_) erase(terms);
  for (auto* statements : {&links_, &opposites_})
    for (Statement& statement : *statements) {
      erase(statement.left);
      erase(statement.right);
    }
  for (const std::string& key : keys) meaning_of_.erase(key);
}

// ---- Entries --------------------------------------------------------------------------------

Table::Entry* Table::entry_of(const TermPtr& term) {
  return &entries_.try_emplace(term->key, Entry{term, {}, {}}).first->second;
}

void Table::enter() {
  for (std::size_t meaning = 0; meaning < meanings_.size(); ++meaning)
    for (const TermPtr& term : meanings_[meaning]) {
      Entry* entry = entry_of(term);
      if (entry->meanings.empty() || entry->meanings.back() != meaning)
        entry->meanings.push_back(meaning);
    }
  for (const Statement& link : links_) {
    for (const TermPtr& right : link.right) entry_of(right);
    for (const TermPtr& left : with_synonyms(link.left)) {
      Entry* entry = entry_of(left);
      if (entry->finds_others.empty() || entry->finds_others.back() != &link)
        entry->finds_others.push_back(&link);
    }
  }
  for (const auto& [key, entry] : entries_)
    if (std::string verb = verb_of(key); !verb.empty()) verbs_.insert(std::move(verb));
}

Table::Terms Table::with_synonyms(const Terms& terms) const {
  Terms all;
  for (const TermPtr& term : terms) {
    add_term(&all, term);
    const auto meaning = meaning_of_.find(term->key);
    if (term->ambiguous || meaning == meaning_of_.end()) continue;
    for (const TermPtr& synonym : meanings_[meaning->second]) add_term(&all, synonym);
  }
  return all;
}

std::vector<Table::Target> Table::targets(const Entry& entry) const {
  std::vector<Target> targets;
  const auto relate = [&](const Terms& from, const Terms& to, Expansion::Relation relation) {
    for (const TermPtr& left : from) {
      if (left->key != entry.term->key) continue;
      for (const TermPtr& right : to)
        targets.push_back({right, relation, left->ambiguous || right->ambiguous});
    }
  };
  for (const std::size_t meaning : entry.meanings)
    relate(meanings_[meaning], meanings_[meaning], Expansion::kSame);
  for (const Statement* link : entry.finds_others)
    relate(with_synonyms(link->left), with_synonyms(link->right), relation_of(*link));
  return targets;
}

// Best first; of what finds the same as a better one, or less, nothing. That can be settled before
// the words typed are looked at: where they rule out the better one, whose form then contains
// theirs, they rule out what it covers.
std::vector<Table::Target> Table::best_of(std::vector<Target> targets) {
  const auto words = [](const Target& target) { return target.term->pieces.size(); };
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    if (a.weight() != b.weight()) return a.weight() > b.weight();
    return words(a) < words(b);
  });
  std::vector<Target> kept;
  for (const Target& target : targets)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Target& better) { return covers(*better.term, *target.term); }))
      kept.push_back(target);
  return kept;
}

std::vector<Expansion> Table::expansions(const Entry& entry, std::string_view typed_form) const {
  std::vector<Expansion> expansions;
  for (const Target& target : best_of(targets(entry)))
    if (target.term->form.find(typed_form) == std::string::npos)
      expansions.push_back(
          {target.term->text, target.relation, target.weight(), target.term->capitals});
  return expansions;
}

std::vector<std::string> Table::terms() const {
  std::set<std::string> terms;
  for (const Terms& meaning : meanings_)
    for (const TermPtr& term : meaning) terms.insert(term->text);
  for (const Statement& link : links_)
    for (const auto* side : {&link.left, &link.right})
      for (const TermPtr& term : *side) terms.insert(term->text);
  return {terms.begin(), terms.end()};
}

// ---- Opposites ------------------------------------------------------------------------------

bool Table::finds(const Term& one, const Term& other) const {
  const auto entry = entries_.find(one.key);
  if (entry == entries_.end() || one.key == other.key) return false;
  const auto found = targets(entry->second);
  return std::any_of(found.begin(), found.end(),
                     [&](const Target& target) { return target.term->key == other.key; });
}

Table::Clash Table::clash() const {
  for (const Statement& statement : opposites_)
    for (const TermPtr& one : statement.left)
      for (const TermPtr& other : statement.left)
        if (finds(*one, *other)) return {one, other, &statement};
  return {};
}

}  // namespace ofsearch::thesaurus
