// An extract of a passage for a list of results.
#pragma once

#include "searcher/results.h"

#include <cstddef>
#include <utility>

namespace ofsearch {

constexpr size_t kLongestSnippet = 320;  // bytes, about

// Fills the snippet fields of `hit` from its passage and marks: the sentences, or where one is too
// long its clauses, that hold most of the query's words, in at most about `longest` bytes. The
// sentence `telling` (bytes of the passage's text; empty: none) is among them, or its best clauses.
// Sentences that stand apart are joined by " … ". A passage shorter than that is its own snippet.
void make_snippet(PassageHit* hit, size_t longest = kLongestSnippet,
                  std::pair<size_t, size_t> telling = {});

}  // namespace ofsearch
