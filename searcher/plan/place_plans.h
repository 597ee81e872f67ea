// Plans of phrases in quotes, wildcards and NEAR, which match exact forms or positions.
#pragma once

#include "common/system/result.h"
#include "searcher/plan/lookup/word_lookup.h"
#include "searcher/plan/planned.h"
#include "searcher/plan/word_plans.h"
#include "searcher/query/limits.h"
#include "searcher/query/query_parser.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {

class PlacePlans {
 public:
  // Both must outlive it. `exact`: words under NEAR are found only as they are written.
  PlacePlans(WordLookup* lookup, const WordPlans& words, bool exact)
      : lookup_(*lookup), words_(words), exact_(exact) {}

  // The words with stars in the whole query: together they may stand for a limited number of words,
  // which are in so many passages at most (see QueryLimits). Each stands for one word at least.
  void expect_stars(size_t stars, const QueryLimits& limits) {
    stars_ = std::max<size_t>(stars, 1);
    limits_ = limits;
  }

  // All functions may throw Xapian::Error.
  Planned phrase(const std::string& text) const;  // also with stars: "private foster*"
  Planned wildcard(const std::string& pattern) const;
  // Errors: kUsage for an operand that NEAR cannot have.
  Result<Planned> near(const QueryNode& node) const;

 private:
  size_t most_wildcard_words() const;
  size_t affordable(const Words& words) const;
  Words words_of_star(const std::string& pattern, size_t most, Planned* planned) const;
  Planned plain_phrase(const std::string& text) const;
  Planned starred_phrase(const std::string& text) const;
  Weighed unless_exact(Weighed found) const;
  Planned found_by(const std::vector<Weighed>& forms, Planned planned) const;
  Result<std::vector<Words>> near_places(const QueryNode& node, Planned* planned) const;

  WordLookup& lookup_;
  const WordPlans& words_;
  bool exact_;
  size_t stars_ = 1;
  QueryLimits limits_;
};

}  // namespace ofsearch
