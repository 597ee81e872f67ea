// Blanks that a query lacks, or has within a word.
#pragma once

#include "searcher/query/query_parser.h"
#include "searcher/results/results.h"

#include <xapian.h>

#include <vector>

namespace ofsearch {

// Replaces words that hardly any report has and that are two words of reports: "knifecrime". Adds
// what it replaced to `corrections`. May throw Xapian::Error.
void part_words(ParsedQuery* query, const Xapian::Database& database,
                std::vector<Correction>* corrections);

// Replaces two words that hardly any report has side by side and that are one word of reports:
// "turn over". Adds what it replaced to `corrections`. May throw Xapian::Error.
void join_words(ParsedQuery* query, const Xapian::Database& database,
                std::vector<Correction>* corrections);

}  // namespace ofsearch
