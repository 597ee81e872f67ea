// Words of fault that the model does not know, in a sentence or clause in search form.
#pragma once

#include <string_view>

namespace ofsearch {

// Tells whether something is done badly: "Thresholds are applied inconsistently", "plans are seldom
// shared"; not "children seldom wait" or "not infrequently".
bool is_done_badly(std::string_view form);

// Tells whether something is called a concern: "This is a critical area of concern"; not "there is
// a concern about a child".
bool is_called_concern(std::string_view form);

// Tells whether something does harm: "This has a negative impact on planning", "demand outstrips
// supply". Harm that is known or reduced, or that a child met before, is none: "the detrimental
// impact of neglect".
bool does_harm(std::string_view form);

// Tells whether something hinders: "This limits leaders' understanding", "..., which affects their
// capacity"; not "this impacts positively on children".
bool hinders(std::string_view form);

}  // namespace ofsearch
