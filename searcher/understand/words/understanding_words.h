// The plain words of a query and what is recognised in them: shared by the recognisers behind
// understand().
#pragma once

#include "searcher/understand/words/understood.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::understanding {

// Before names and what stands for a filter.
inline constexpr std::string_view kPrepositions = "in at of for from by within across";

// By itself a word that reads as "or": "Kent / Medway".
inline constexpr std::string_view kSlash = "/";

// Words typed side by side, cut into pieces: folded runs of letters and digits in the singular, so
// that "North-West Councils" is "north west council".
class Words {
 public:
  // `dashes`: what stood alone behind each word, if anything; `colons`: behind which ":" stood.
  explicit Words(std::vector<std::string> typed, std::vector<std::string> dashes = {},
                 std::vector<bool> colons = {});

  std::size_t size() const { return pieces_.size(); }
  // The piece at `at`; empty behind the last.
  const std::string& piece(std::size_t at) const;
  // The same before it was made singular.
  const std::string& folded(std::size_t at) const;
  bool is_one_of(std::size_t at, std::string_view list) const;  // of words parted by blanks
  // How many pieces are `phrase`, words parted by blanks, from `at` on, or end before `end`; 0:
  // they are not. As folded.
  std::size_t length_at(std::size_t at, std::string_view phrase) const;
  std::size_t length_before(std::size_t end, std::string_view phrase) const;
  bool begins_word(std::size_t at) const;
  bool ends_word(std::size_t at) const;  // the word of the piece ends behind it
  std::size_t word_of(std::size_t at) const { return word_of_[at]; }
  const std::vector<std::string>& typed() const { return typed_; }
  const std::string& dash_behind(std::size_t word) const { return dashes_[word]; }
  // Whether a colon or a dash parts piece `at` from the next: "Due: plans".
  bool is_label(std::size_t at) const;
  // The words typed, [begin, end), that pieces stand in, with signs between them ("&").
  std::pair<std::size_t, std::size_t> words_of(std::size_t first, std::size_t count) const;
  std::string text(std::size_t first, std::size_t count) const;  // the words of pieces, as typed

 private:
  std::vector<std::string> typed_, dashes_, pieces_, folded_;
  std::vector<bool> colons_;
  std::vector<std::size_t> word_of_;  // of each piece, and one past the last
};

// The words of a run of plain words of a query.
Words words_of(const std::vector<QueryNode>& run);

// Something recognised: pieces [first, first + count), whole words.
struct Recognised {
  std::size_t first = 0, count = 0;
  std::vector<std::pair<std::string, std::string>> filters;  // field, value
  std::vector<std::string> notes;
  std::optional<SortOrder> order;  // newest or oldest first
  bool keeps_words = false;        // they are looked for as well
  std::vector<std::size_t> kept;   // pieces that are looked for as well
  bool excluded = false;           // words before it say that it is not meant
  bool needs_topic = false;        // where there is none, its words are looked for
  std::size_t until = 0;           // where the last of those ends that its filters are of too
  bool is_of_before = false;       // its filters are those of one before it, which says them
  bool asks_counts = false;        // a table of counts would answer
  bool is_furniture = false;       // of an action plan: it is left out and told
};
using AllRecognised = std::vector<Recognised>;

}  // namespace ofsearch::understanding
