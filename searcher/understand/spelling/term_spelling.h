// Slips in terms of the field, which the other words of the term make certain.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ofsearch {

// The word that is meant by words[at], which is misspelt: the one that makes a term of the field of
// it and its neighbours ("edge of cear": "care"). `words`: search forms, empty where something else
// stands. Empty where there is none, or several as near.
std::string word_of_term(const std::vector<std::string>& words, size_t at);

// The two words of a term that was typed without the blank and with one slip ("carleavers": "care
// leavers"). Empty where there is none, or several.
std::string parted_term(const std::string& word);

}  // namespace ofsearch
