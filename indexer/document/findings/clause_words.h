// Gives the words of a sentence or clause, for rules about what stands beside what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

// Returns the words of small letters of `form`, a text in search form, and "," for each sign that
// parts a sentence. Numbers are left out; "re-referrals" are two words. There are none for a text
// without words.
std::vector<std::string> clause_words(std::string_view form);

}  // namespace ofsearch
