// Makes an extract of a passage for a list of results.
#pragma once

#include "searcher/results/results.h"

#include <cstddef>
#include <utility>

namespace ofsearch {

constexpr size_t kLongestSnippet = 320;  // bytes, about

// Sets the snippet fields of `hit` from its passage and marks: the sentences (or clauses of a long
// sentence) with most of the query's words, about `longest` bytes at most. The sentence `telling`
// (a byte range of the passage's text; empty: none), or its best clauses, are always included.
// Sentences that are not neighbours are joined by " … ". A passage of at most `longest` bytes is
// its own snippet.
void make_snippet(PassageHit* hit, size_t longest = kLongestSnippet,
                  std::pair<size_t, size_t> telling = {});

}  // namespace ofsearch
