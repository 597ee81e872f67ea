// Lists that "or" ends: "neglect, domestic abuse or parental mental health".
#pragma once

#include "searcher/query/query_parser.h"

#include <vector>

namespace ofsearch::understanding {

// Puts a word "or" for each comma of such a list, and tells whether there was one. What stands
// between its commas has few words.
bool join_lists(std::vector<QueryNode>* run);

}  // namespace ofsearch::understanding
