// Sentences and clauses whose own statement is that something good is not so.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `form`, a text in search form, denies praise: "Plans are not consistently clear",
// "leaders have failed to ensure good help", "assessments lack detail". It does not if another
// clause is denied: "children who are not in school are well supported".
bool is_praise_denied(std::string_view form);

}  // namespace ofsearch
