// The breaks between sentences, through ICU.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace ofsearch {

struct Passage;

// Sentences as byte ranges [begin, end) of their text, in order.
using Sentences = std::vector<std::pair<size_t, size_t>>;

// The sentences of `text` (UTF-8), spaces around them included in none: all else is. Common
// abbreviations ("e.g.", "Ms.") do not end one.
Sentences sentences(std::string_view text);

// Those of a passage's text: as they were found when it was read, else found now.
Sentences sentences_of(const Passage& passage);

}  // namespace ofsearch
