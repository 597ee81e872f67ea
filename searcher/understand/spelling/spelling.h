// Mends the misspelt words of a query.
#pragma once

#include "searcher/opened/index_words.h"
#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"
#include "searcher/understand/words/understood.h"

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Replaces the plain words of `query` that no report has, that are no name known here and whose
// correction is certain, by itself or as it often stands beside a neighbour ("mental healsh"), and
// those that are two words of reports ("knifecrime"); returns what it replaced. May throw
// Xapian::Error.
std::vector<Correction> mend_spelling(ParsedQuery* query, const Vocabulary& vocabulary,
                                      IndexWords* of_index);

}  // namespace ofsearch
