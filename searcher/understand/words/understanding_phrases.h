// The table common/data/query-phrases.tsv: phrases that stand for a filter, a sort order or a
// period, or that only carry a question.
#pragma once

#include "common/system/result.h"
#include "searcher/understand/words/understanding_words.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch::understanding {

struct Phrase {
  std::string takes, value;
  bool only_first = false, only_last = false, keeps_words = false, keeps_last = false;
  bool only_stated = false;  // not in a question whether something is so
  bool needs_topic = false;  // where there is none, its words are the topic
  bool only_label = false;   // a colon or a dash stands behind it
};

// The values of a phrase, parted by "," with no blank behind: a name may have one with a blank.
std::vector<std::string_view> values_of(const Phrase& phrase);

struct FoundPhrase {
  const Phrase* phrase = nullptr;
  std::size_t length = 0;  // in pieces
};

class Phrases {
 public:
  // The head of the table describes its format. Errors: kUsage, naming the line.
  static Result<Phrases> parse(std::string_view tsv, std::string_view file_name);
  static const Phrases& builtin();

  // Phrases at piece `at` of `words`, longest first, that take one of `takes` (parted by blanks).
  std::vector<FoundPhrase> at(const Words& words, std::size_t at, std::string_view takes) const;

  // Whether a phrase that rules `value` out stands over piece `at`.
  bool rules_out(const Words& words, std::size_t at, std::string_view value) const;

  // The number of pieces of the longest phrase of class `name` ("council") at `at`; 0: none.
  std::size_t length_of(std::string_view name, const Words& words, std::size_t at) const;

  // Every piece that some phrase has.
  std::set<std::string> pieces() const;

 private:
  struct Choice {
    std::vector<std::string> pieces;  // folded, singular; or
    std::size_t class_number = kNoClass;
  };
  struct Element {
    bool optional = false;
    std::vector<Choice> choices;
  };
  using Pattern = std::vector<Element>;  // all ways to say one phrase of the table
  using Offsets = std::set<std::size_t>;
  static constexpr std::size_t kNoClass = static_cast<std::size_t>(-1);

  std::string add_line(std::string_view line);  // what is wrong with it; empty: nothing
  std::string read_pattern(std::string_view written, Pattern* pattern) const;
  std::string read_element(const std::string& written, Element* element) const;
  Offsets ends_of(const Pattern& pattern, const Words& words, std::size_t at) const;
  void add_ends(const Choice& choice, const Words& words, std::size_t at, Offsets* ends) const;
  // Pieces that may begin the pattern; empty in error, where it may have no word.
  std::set<std::string> first_pieces(const Pattern& pattern) const;

  std::map<std::string, std::size_t, std::less<>> class_numbers_;  // by name, with its "@"
  std::vector<std::vector<Pattern>> classes_;
  std::vector<std::pair<Phrase, Pattern>> phrases_;
  std::map<std::string, std::vector<std::size_t>> by_first_;  // numbers of phrases
};

}  // namespace ofsearch::understanding
