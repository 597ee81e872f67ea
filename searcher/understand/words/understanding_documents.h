// Words that only say that documents are searched: "neglect reports", "inspections kinship care".
#pragma once

#include "searcher/understand/words/understanding_words.h"

#include <string>
#include <vector>

namespace ofsearch::understanding {

// What is left of a query, without such a word where it begins or ends. Reports and findings of
// others are topics ("court reports", "audit findings"), and so are those that something is done
// with. `*taken` gets the word; it is empty where none is taken.
std::vector<QueryNode> without_documents(std::vector<QueryNode> left, std::string* taken);

}  // namespace ofsearch::understanding
