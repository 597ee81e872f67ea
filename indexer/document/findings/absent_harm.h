// Sentences and clauses that say of something bad that it is prevented, rare or falling.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `form`, a text in search form, says that a harm is absent: "Panels meet often to
// avoid delay", "there is little drift", "children do not experience moves", "staff turnover has
// fallen". It does not where that is asked for, doubted or so for some only: "does not prevent
// drift", "a few delays", "turnover has reduced the impact".
bool is_harm_absent(std::string_view form);

}  // namespace ofsearch
