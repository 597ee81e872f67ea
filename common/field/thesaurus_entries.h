// The compiled form of a thesaurus: a text that is looked up as it lies, so that the list compiled
// into the programs costs nothing to load. One line an entry, in the byte order of their keys:
//
//   key TAB entry { TAB marks TAB text TAB index form } LF
//
// The key (thesaurus_words.h) begins with "^" if the entry is found only in capitals; the entry is
// the term as the file writes it. Then come the terms it finds, best first: their marks are the
// relation, "=", ">" or "~", then "?" if the relation is ambiguous, then "^" if the text means this
// only in capitals. The parser leaves no TAB and no line end in a term.
#pragma once

#include "common/field/thesaurus.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::thesaurus {

// A term that an entry finds. The views are into whatever it was made from.
struct Target {
  std::string_view text, form;
  Expansion::Relation relation = Expansion::kSame;
  bool ambiguous = false, capitals = false;

  double weight() const;  // see Expansion::weight
};

// Appends a line to `compiled`. Keys have to be appended in their order.
void append_entry(std::string* compiled, std::string_view key, std::string_view entry,
                  const std::vector<Target>& targets);

// An entry as it lies in the compiled text.
struct Entry {
  std::string_view key, text, targets;

  bool capitals() const;

  // Best first; of what contains the words typed, given by their index form, nothing.
  std::vector<Expansion> expansions(std::string_view typed_form) const;
};

// Looks up entries in a compiled text. A text that is not in this form makes it find too little or
// nonsense, and does no other harm.
class Entries {
 public:
  explicit Entries(std::string_view compiled) : compiled_(compiled) {}

  // The first entry whose key begins with `beginning`, so the one with this very key if there is
  // one.
  std::optional<Entry> first(std::string_view beginning) const;

  std::size_t size() const;

  // Every spelling of every term, each once, in byte order.
  std::vector<std::string> terms() const;

 private:
  std::string_view compiled_;
};

}  // namespace ofsearch::thesaurus
