// What became of an authority, or will, in sentences.
#pragma once

#include "common/dates/date.h"
#include "common/field/authorities/authorities.h"

#include <string>
#include <vector>

namespace ofsearch {

// "Cumbria was abolished after 31 March 2023; Cumberland and ... took over"; before that day ends:
// "will be abolished" and "will take over". `after`: who takes over, at least one.
std::string abolished_in_words(const Authority& authority, const std::vector<std::string>& after,
                               const Date& today);

// Whether its last day is over.
bool has_ended(const Authority& authority, const Date& today);

// "took over on 1 April 2023", of the authority itself; before that day: "will take over".
std::string begun_in_words(const Authority& authority, const Date& today);

// abolished_in_words() of the authority of that name, in any spelling; empty for one of which no
// end is known, or that is not known itself.
std::string what_became_of(const std::string& name, const Date& today);

}  // namespace ofsearch
