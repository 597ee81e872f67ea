// Praise that a query takes back: "failure to provide timely help", "good plans are rare".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// `words`: of a query, as typed. Word number `at` praises. Whether words around it say that there
// is too little of it, none, or that there should be more.
bool is_undone(const std::vector<std::string>& words, size_t at);

// Whether word number `at` says that there is too much of what the word behind it says: "too",
// "overly".
bool is_too(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
