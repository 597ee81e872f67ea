// Clauses that say which people a query is about: "children who cannot return home".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// Children, families and others whom services are for (search form).
bool names_people(const std::string& word);

// Whether the "not" at `at` says which people are meant, or when: "families who do not speak
// English", "when parents don't attend", "children not in school". What people are not given
// ("children who are not seen") and what things or staff are not ("plans that are not child
// centred") is a judgement.
bool describes_people(const std::vector<std::string>& words, size_t at);

}  // namespace ofsearch
