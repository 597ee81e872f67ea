// Finds the breaks between sentences, through ICU.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

struct Passage;

// Sentences as byte ranges [begin, end) of their text, in order.
using Sentences = std::vector<std::pair<size_t, size_t>>;

// Returns the sentences of `text` (UTF-8), without the spaces around them. All other characters
// belong to a sentence. Common abbreviations ("e.g.", "Ms.") do not end one.
Sentences sentences(std::string_view text);

// Returns the sentences of a passage's text: Passage::sentences if set, else found now.
Sentences sentences_of(const Passage& passage);

}  // namespace ofsearch
