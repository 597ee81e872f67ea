// Names of places in running text (UTF-8): the words that make one, and whether a name means the
// authority or another body or place that is called after it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Word {
  size_t begin = 0, end = 0;  // bytes of the text; "&" is a word
};

// The first word at or after `pos`; an empty one at the text's end if there is none.
Word next_word(std::string_view text, size_t pos);

std::string_view text_of(std::string_view text, Word word);

// Where the name of these words ends if it begins with the word `first`; 0 if it does not. Dashes,
// apostrophes and a line end may stand between its words, and commas where the name has some.
size_t match_name(std::string_view text, Word first, const std::vector<std::string>& words,
                  bool commas);

// Whether the name at [begin, end) is that of the authority: no police force, hospital, larger
// place
// ("Greater Manchester"), postal town, or common word that opens a sentence ("Reading to
// children"). `before`: the word in front of the name, or an empty one.
bool is_meant(std::string_view text, Word before, size_t begin, size_t end);

}  // namespace ofsearch
