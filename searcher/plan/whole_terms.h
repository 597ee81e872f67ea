// Terms of the field of which an operator takes the nearest word: "county lines OR gangs".
#pragma once

#include "common/field/thesaurus/thesaurus.h"
#include "searcher/query/query_parser.h"

namespace ofsearch {

// Returns `node` with each term of several plain words that touches an AND or OR as one of the
// things that it joins. "Neglect fostering OR adoption" stays as it is.
QueryNode with_whole_terms(QueryNode node, const Thesaurus& thesaurus);

}  // namespace ofsearch
