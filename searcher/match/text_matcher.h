// Where a text has the patterns of a plan.
#pragma once

#include "common/report/passage_record.h"
#include "common/text/stemmer.h"
#include "searcher/plan/plan.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Occurrence {
  size_t first, last;  // words
  size_t begin, end;   // bytes
  size_t pattern;
};

struct Found {
  size_t words = 0;  // of the whole text
  std::vector<Occurrence> occurrences;
};

// Of one plan, which must outlive it, as must the stemmer. Not for two threads.
class TextMatcher {
 public:
  TextMatcher(const SearchPlan& plan, Stemmer* stemmer);
  ~TextMatcher();

  // The patterns in `text`, which is the passage's or its section's heading; what short forms mean
  // is the passage's.
  Found find(std::string_view text, const PassageView& passage);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ofsearch
