// Words that make a point of time the begin or the end of a period.
#pragma once

#include "searcher/understand/words/understanding_spans.h"

namespace ofsearch::understanding {

enum class Bound { kSince, kAfter, kUntil, kBefore };

struct FoundBound {
  Bound bound = Bound::kSince;
  std::size_t count = 0;     // pieces
  bool of_ago_only = false;  // it bounds "five years ago" and nothing else: "more than"
};

// What stands before a point: "since", "no later than".
std::optional<FoundBound> bound_before(const Words& words, std::size_t at);

// What stands behind it: "onwards", "or earlier".
std::optional<FoundBound> bound_behind(const Words& words, std::size_t at);

// The period from or to `when`.
Span bounded_span(Bound bound, const FoundSpan& when);

}  // namespace ofsearch::understanding
