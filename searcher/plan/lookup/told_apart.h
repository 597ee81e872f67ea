// Words that mean something else than other words of their stem, which the index holds together: a
// query for one counts only its own forms. The index has those of words_apart.h apart itself.
#pragma once

#include <string>
#include <vector>

namespace ofsearch {

// The forms of `word` (search form) that mean the same; empty where all of its stem do.
std::vector<std::string> forms_of_its_own(const std::string& word);

}  // namespace ofsearch
