// Declares the thesaurus: terms that people type and the terms that reports use for the same. The
// list is common/data/thesaurus.txt; the head of that file describes the format. Users can add
// files.
//
// Terms are compared by their words: case-folded, an apostrophe left out ("children's" is
// "childrens"), any other punctuation a break between words ("multi-agency" is "multi agency"),
// and a plural the same as its singular. A verb that begins a term of several words may be typed in
// another form ("working with" for "work with", verb_forms.h). A term marked [capitals] matches
// only where it is typed in capitals. Nothing here depends on the search library: a term is a
// string of words, from which the planner (searcher/plan) makes a word or a phrase.
#pragma once

#include "common/system/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

namespace thesaurus {
struct Statement;
class Table;
}  // namespace thesaurus

struct Expansion {
  enum Relation {
    kSame,      // a synonym ("DBS", "Disclosure and Barring Service")
    kNarrower,  // one way: "DBS" finds "CRB", "CRB" does not find "DBS"
    kRelated,   // a related term; counts for less
  };
  std::string text;  // UTF-8, as the file writes it, words separated by one space
  Relation relation = kSame;
  // How much a match of `text` counts, compared with a match of the words typed: 0 < weight <= 1.
  double weight = 1;
  // Whether the text means this only in capitals ("SEND"): an index that folds case must leave it
  // out.
  bool capitals = false;
};

class Thesaurus {
 public:
  Thesaurus() = default;  // empty

  // The length of the longest term in bytes of UTF-8, which is the limit of the index's terms.
  static constexpr std::size_t kMaxTermBytes = 245;

  // Reads one file's text (UTF-8, with or without byte order mark, any line ends). `file_name` is
  // for messages only. Errors: kUsage, "<file>:<line>: <what>" with a hint, for the first mistake:
  // an unknown form of line, an empty or too long term, a term given twice, opposites as synonyms.
  static Result<Thesaurus> parse(std::string_view text, std::string_view file_name);

  // Reads the file at `path` as parse() does. Errors: kNotFound, kUnreadable, and those of parse().
  static Result<Thesaurus> load(const std::string& path);

  // Returns the list compiled in; parsed at the first call.
  static const Thesaurus& builtin();

  // Adds the statements of `more`. A group of synonyms in `more` that shares a term with a group
  // here is merged with it; a repeated statement counts once. Errors: kUsage with the line of
  // `more` that would join opposites; this thesaurus is then unchanged.
  Result<void> add(const Thesaurus& more);

  struct Match {
    std::size_t first_word = 0, word_count = 0;  // in the words given to matches()
    std::string entry;                           // the term found, as the file writes it
    std::vector<Expansion> expansions;           // best first; never the words typed
  };

  // Returns the terms in `words`, the words of a query as typed (UTF-8, case kept), from left to
  // right: at each place the longest term that has expansions, or several words and a group of its
  // own; matches do not overlap. A word may contain punctuation ("B&B", "care-experienced"); a term
  // must end where a word ends. An expansion that contains the words typed, or a better expansion,
  // is left out, since it finds nothing more. The caller should also search for the words typed,
  // one by one: expansions only add to them.
  std::vector<Match> matches(const std::vector<std::string>& words) const;

  // Returns the number of different terms; and all terms as the files write them, each spelling
  // once.
  std::size_t size() const;
  std::vector<std::string> terms() const;

  // Returns a version string that changes with the list compiled in.
  static std::string_view builtin_version();

 private:
  explicit Thesaurus(std::shared_ptr<const thesaurus::Table> table) : table_(std::move(table)) {}

  static Result<Thesaurus> of(std::vector<std::shared_ptr<const thesaurus::Statement>> statements,
                              std::size_t sound);

  std::shared_ptr<const thesaurus::Table> table_;  // null if empty; shared by copies
};

}  // namespace ofsearch
