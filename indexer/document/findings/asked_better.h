// Sentences and clauses in which what is good is only asked for.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `form`, a text in search form, asks for better: "The quality of plans needs to be
// improved", "plans could be clearer", "systems require further development". "The help they need
// to improve" does not, nor does what somebody sees: "leaders know what could be better".
bool asks_for_better(std::string_view form);

}  // namespace ofsearch
