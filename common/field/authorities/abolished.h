// Says in sentences what became of an authority, or will.
#pragma once

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"

#include <string>
#include <vector>

namespace ofsearch {

// Returns "Cumbria was abolished after 31 March 2023; Cumberland and ... took over"; before that
// day ends: "will be abolished" and "will take over". `after` has those who take over, at least
// one.
std::string abolished_in_words(const Authority& authority, const std::vector<std::string>& after,
                               const Date& today);

// Tells whether the last day of `authority` is over.
bool has_ended(const Authority& authority, const Date& today);

// Returns "took over on 1 April 2023" for the authority itself; before that day: "will take over".
std::string begun_in_words(const Authority& authority, const Date& today);

// Returns abolished_in_words() of the authority of that name, in any spelling. It is empty if no
// end of the authority is known, or if it is not known itself.
std::string what_became_of(const std::string& name, const Date& today);

}  // namespace ofsearch
