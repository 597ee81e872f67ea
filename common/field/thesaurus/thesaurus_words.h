// Compares terms of the thesaurus by their words, case-folded and in the singular. A term has these
// forms, from the finest to the coarsest: its folded words, its words as the index has them, its
// key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch::thesaurus {

// A run of letters and digits, as typed and case-folded; neither is empty.
struct Piece {
  std::string raw, folded;
};

// Returns the pieces of a text (UTF-8) from left to right. An apostrophe is left out; any other
// character that is neither letter nor digit ends a piece.
std::vector<Piece> split_pieces(std::string_view text);

// Returns the singular of a folded word if it is a regular plural. The word itself is returned if
// it ends otherwise ("access", "status", "analysis") or has two letters.
std::string regular_singular(const std::string& word);

// Returns regular_singular(), and also the singular of irregular plurals that the field uses
// ("children").
std::string singular(const std::string& word);

// Returns the folded words, separated by one space.
std::string folded_form(const std::vector<Piece>& pieces);

// Returns the words of a text as the index has them: folded, regular plurals in the singular.
// "child" and "children" differ here. Each word has a space before and after it, so that a sequence
// of words can be found as a substring.
std::string index_form(const std::vector<Piece>& pieces);

// A key is the words of a term in the singular, separated by one space. Terms marked [capitals]
// have keys of their own, so that "SEND" and another term "send" may both exist.
constexpr std::string_view kCapitalsKey = "^";  // begins the key of a term marked [capitals]
std::string key_of(const std::vector<Piece>& pieces, bool capitals);

// Tells whether `typed`, an array of as many pieces, has a capital wherever `written` has one.
bool has_capitals_of(const std::vector<Piece>& written, const Piece* typed);

}  // namespace ofsearch::thesaurus
