// Gives the clauses of an article's sentence that may give a grade.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Tells whether a sentence gives no grade: it asks, counts authorities, or speaks of another time
// or of what may be.
bool gives_no_grade(std::string_view sentence);

// Returns the sentence's clauses in bare words, without what each says of before.
std::vector<std::string> clauses_of(std::string_view sentence);

}  // namespace ofsearch
