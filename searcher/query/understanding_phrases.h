// The table common/data/query-phrases.tsv: phrases that stand for a filter, a sort order or a
// period, or that only carry a question.
#pragma once

#include "common/system/result.h"
#include "searcher/query/understanding_words.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::understanding {

struct Phrase {
  std::vector<std::string> pieces;  // folded, singular
  std::string takes, value;
  bool only_first = false, keeps_words = false;
};

class Phrases {
 public:
  // The head of the table describes its format. Errors: kUsage, naming the line.
  static Result<Phrases> parse(std::string_view tsv, std::string_view file_name);
  static const Phrases& builtin();

  // Phrases at piece `at` of `words`, longest first, that take one of `takes` (parted by blanks).
  std::vector<const Phrase*> at(const Words& words, std::size_t at, std::string_view takes) const;

  // The number of pieces of the longest phrase of class `name` ("council") at `at`; 0: none.
  std::size_t length_of(std::string_view name, const Words& words, std::size_t at) const;

  const std::map<std::string, std::vector<Phrase>>& all() const { return by_first_; }

 private:
  using Sequences = std::vector<std::vector<std::string>>;

  std::string add_line(std::string_view line);  // what is wrong with it; empty: nothing
  // All ways to say one phrase of the table.
  std::string expand(std::string_view phrase, Sequences* sequences) const;

  std::map<std::string, Sequences, std::less<>> classes_;
  std::map<std::string, std::vector<Phrase>> by_first_;  // longest first
};

}  // namespace ofsearch::understanding
