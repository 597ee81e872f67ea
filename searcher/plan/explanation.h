// What --explain prints: how a query was understood, for those who tune or doubt it.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/query/query_parser.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

// Lines, each "name: value". `answers` is what selects the documents.
std::vector<std::string> explanation(const ParsedQuery& parsed, const SearchPlan& plan,
                                     const Xapian::Query& answers);

}  // namespace ofsearch
