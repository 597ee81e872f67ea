// The words of the field: what people type beside what reports write. The list itself is
// common/data/thesaurus.txt, whose head describes the format; users add files of the same format.
//
// Terms are compared by their words: case-folded, an apostrophe left out ("children's" is
// "childrens"), any other punctuation a break between words ("multi-agency" is "multi agency"),
// and a plural the same as its singular. A term marked [capitals] is found only where it is typed
// in capitals. Nothing here knows the search library: a value is a string of words, from which
// the query builder makes a word or a phrase.
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
    kSame,      // says the same ("DBS", "Disclosure and Barring Service")
    kNarrower,  // what it finds answers the query, not the reverse ("DBS" finds "CRB")
    kRelated,   // near it; worth something where nothing better is found
  };
  std::string text;  // UTF-8, as the file writes it, words separated by one space
  Relation relation = kSame;
  // 0 < weight <= 1: how much a hit on `text` should count beside a hit on the words typed.
  double weight = 1;
  // The text means this only in capitals ("SEND"): an index that folds case should leave it out.
  bool capitals = false;
};

class Thesaurus {
 public:
  Thesaurus() = default;  // empty

  // Longest term in bytes of UTF-8; the limit of the index's terms.
  static constexpr std::size_t kMaxTermBytes = 245;

  // Reads one file's text (UTF-8, with or without byte order mark, any line ends). `file_name` is
  // for messages only. Errors: kUsage, "<file>:<line>: <what>" with a hint, for the first mistake:
  // an unknown form of line, an empty or too long term, a term given twice, opposites joined.
  static Result<Thesaurus> parse(std::string_view text, std::string_view file_name);

  // The same from disk. Errors: kNotFound, kUnreadable, and those of parse().
  static Result<Thesaurus> load(const std::string& path);

  // The list that the program carries; read when it is first asked for.
  static const Thesaurus& builtin();

  // Adds what `more` says. A group of `more` that shares a term with a group known here joins it;
  // what is said twice counts once. Errors: kUsage naming the line of `more` that would join
  // opposites; then this thesaurus is unchanged.
  Result<void> add(const Thesaurus& more);

  struct Match {
    std::size_t first_word = 0, word_count = 0;  // in the words given to matches()
    std::string entry;                           // the term found, as the file writes it
    std::vector<Expansion> expansions;           // best first; never the words typed
  };

  // The terms in `words`, the words of a query as typed (UTF-8, case kept), from left to right:
  // at each place the longest term that has expansions, and none that overlaps it. A word may
  // hold punctuation ("B&B", "care-experienced"); a term then has to end where a word ends. An
  // expansion that contains the words typed, or a better expansion, is left out: whatever it
  // finds is found already. A term says more than its words, not less: whoever builds a query
  // from a match should go on looking for the words typed one by one, too.
  std::vector<Match> matches(const std::vector<std::string>& words) const;

  // Number of different terms; and all of them as the files write them, each spelling once.
  std::size_t size() const;
  std::vector<std::string> terms() const;

  // Changes whenever the list compiled into the program does.
  static std::string_view builtin_version();

 private:
  explicit Thesaurus(std::shared_ptr<const thesaurus::Table> table) : table_(std::move(table)) {}

  static Result<Thesaurus> of(std::vector<std::shared_ptr<const thesaurus::Statement>> statements,
                              std::size_t sound);

  std::shared_ptr<const thesaurus::Table> table_;  // null if empty; shared by copies
};

}  // namespace ofsearch
