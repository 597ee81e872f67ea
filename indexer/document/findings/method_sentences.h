// Sentences that say what inspectors looked at, or found before, and judge nothing of now.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether `sentence` (UTF-8) tells only how the inspection was made: "Inspectors looked at
// the arrangements for effective management of cases." A sentence that goes on to what they found
// tells more.
bool tells_method(std::string_view sentence);

// Tells whether a sentence that stands behind such a one goes on with it: "This included talking to
// staff."
bool goes_on_with_method(std::string_view sentence);

// Tells whether a list of what inspectors looked at follows: "Inspectors looked at the arrangements
// for children in need, with a particular focus on:".
bool announces_remit(std::string_view sentence);

// Tells whether it tells only what an earlier inspection found: "This was an area for improvement
// at the previous inspection."; not how things are since.
bool tells_past(std::string_view sentence);

}  // namespace ofsearch
