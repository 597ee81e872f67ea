// An extract of a passage for a list of results.
#pragma once

#include <string>

#include "searcher/results.h"

namespace ofsearch {

// Fills the snippet fields of `hit` from its passage and marks: the sentences, or where one is too
// long its clauses, that hold most of the marks, in at most about `longest` bytes. A passage
// shorter than that is its own snippet.
void make_snippet(PassageHit* hit, size_t longest = 320);

}  // namespace ofsearch
