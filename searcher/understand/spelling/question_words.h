#pragma once

#include <string>
#include <string_view>

namespace ofsearch {

// "Which" for "wich", "how" for "hwo": the question word that a slip made `typed` of, both in
// search form; empty: it is none. `next`: the word behind it.
std::string question_word_meant(std::string_view typed, std::string_view next);

}  // namespace ofsearch
