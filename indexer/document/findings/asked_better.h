// Sentences and clauses in which what is good is only asked for.
#pragma once

#include <string_view>

namespace ofsearch {

// Of a text in search form. "The quality of plans needs to be improved", "plans could be clearer",
// "systems require further development"; not "the help they need to improve", nor where somebody
// sees it: "leaders know what could be better".
bool asks_for_better(std::string_view form);

}  // namespace ofsearch
