// The output of --explain: how a query was understood and searched.
#pragma once

#include "searcher/plan/plan.h"
#include "searcher/query/query_parser.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace ofsearch {

// Lines of the form "name: value". `answers` is the query that selects the documents.
std::vector<std::string> explanation(const ParsedQuery& parsed, const SearchPlan& plan,
                                     const Xapian::Query& answers);

}  // namespace ofsearch
