// Whom a query is about, and where, beside the matter that it asks about.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// Tells whether a term is people: "children in care", "foster carers", "UASC". What befalls them is
// a matter ("missing children", "children missing education").
bool names_who(const std::string& term);

// Tells whether word number `at` stands behind a word of place: "in case records", "while in foster
// care".
bool says_where(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
