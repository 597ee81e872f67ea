// An extract of a passage for a list of results.
#pragma once

#include "searcher/results.h"

#include <string>

namespace ofsearch {

// Fills the snippet fields of `hit` from its passage and marks: the sentences, or where one is too
// long its clauses, that hold most of the query's words, in at most about `longest` bytes.
// Sentences that stand apart are joined by " … ". A passage shorter than that is its own snippet.
void make_snippet(PassageHit* hit, size_t longest = 320);

}  // namespace ofsearch
