// Which passages have words in their very forms, side by side or near each other. The index knows
// stems only; the text tells the rest, or, in what was built for servers, positions do.
#pragma once

#include "searcher/match/document_data.h"

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace ofsearch {

// What a text must have. The words of one place are alternatives, in search form.
struct WordPattern {
  std::vector<std::vector<std::string>> places;
  // 0: one behind the other, as in a phrase. Else in any order, each at a position of its own, and
  // all within so many positions.
  int window = 0;
  // Passages with this term of the index are not looked at and not let through; empty: none such.
  std::string except;
};

// Finds one pattern in texts, by the positions that tokenise() gives. Not for two threads.
class WordPatternMatcher {
 public:
  explicit WordPatternMatcher(WordPattern pattern);
  ~WordPatternMatcher();
  WordPatternMatcher(WordPatternMatcher&&) noexcept;

  bool matches(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A filter that lets through the passages in which `pattern` is. It looks at the text of one
// passage after the other, remembers what it saw as long as the query lives, and so belongs beside
// (OP_FILTER) terms that leave few to look at. `texts`: of the index that is searched; nullptr
// where some of it is behind servers, which tell by positions.
Xapian::Query exact_words(const WordPattern& pattern, const std::shared_ptr<DocumentData>& texts);

}  // namespace ofsearch
