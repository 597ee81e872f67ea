// Finds names of places in running text (UTF-8): which words make a name, and whether the name
// means the authority or something else that is called after it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {

struct Word {
  size_t begin = 0, end = 0;  // byte offsets in the text; "&" is a word
};

// Returns the first word at or after `pos`; an empty one at the text's end if there is none.
Word next_word(std::string_view text, size_t pos);

std::string_view text_of(std::string_view text, Word word);

// Returns the byte offset at which the name made of `words` ends, if it begins with the word
// `first`; else 0. Dashes, apostrophes and a line end may stand between its words; commas if
// `commas` is set.
size_t match_name(std::string_view text, Word first, const std::vector<std::string>& words,
                  bool commas);

// Tells whether the name at the bytes [begin, end) means the authority, and not a police force, a
// hospital, a larger place ("Greater Manchester"), a postal town, or a common word that opens a
// sentence ("Reading to children"). `before` is the word in front of the name, or an empty one.
bool is_meant(std::string_view text, Word before, size_t begin, size_t end);

}  // namespace ofsearch
