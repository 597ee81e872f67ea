// Questions whether something is so: "are visits timely", "do children wait too long".
#pragma once

#include <string_view>

namespace ofsearch {

// `word`: the first of a query, in search form.
bool opens_question_whether(std::string_view word);

}  // namespace ofsearch
