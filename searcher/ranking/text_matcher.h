// Finds the patterns of a plan in a text.
#pragma once

#include "common/records/passage_record.h"
#include "common/words/stemmer.h"
#include "searcher/plan/plan.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Occurrence {
  size_t first, last;  // indices of its first and last word
  size_t begin, end;   // byte range
  size_t pattern;      // index in SearchPlan::patterns
};

struct Found {
  size_t words = 0;  // of the whole text
  std::vector<Occurrence> occurrences;
};

// Matches texts. The plan and the stemmer must outlive it. Not thread-safe.
class TextMatcher {
 public:
  TextMatcher(const SearchPlan& plan, Stemmer* stemmer);
  ~TextMatcher();

  // Returns where the patterns stand in `text` (UTF-8), in reading order. `text` is the text or the
  // section heading of `passage`, and acronyms mean what they mean in `passage`.
  Found find(std::string_view text, const PassageView& passage);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ofsearch
