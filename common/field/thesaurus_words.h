// How the thesaurus compares terms: by their words, each folded and in its singular. Forms of a
// term, from the finest to the coarsest: its folded words, its words as the index sees them, its
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

// The pieces of a text (UTF-8) from left to right. An apostrophe is left out; whatever else is
// neither letter nor digit ends a piece.
std::vector<Piece> split_pieces(std::string_view text);

// The singular of a folded word if it is a regular plural; the word itself where it ends otherwise
// ("access", "status", "analysis") or has two letters.
std::string regular_singular(const std::string& word);

// The same, and of irregular plurals that the field uses ("children").
std::string singular(const std::string& word);

// The folded words, separated by one blank.
std::string folded_form(const std::vector<Piece>& pieces);

// The words of a text as the index sees them: folded, regular plurals undone. "child" and
// "children" differ, since stemming leaves them apart. A blank before and after each word, so that
// words within a form can be found as a substring.
std::string index_form(const std::vector<Piece>& pieces);

// A key is the singular words of a term, separated by one blank; terms marked [capitals] have keys
// of their own, so that "SEND" and another term "send" may both exist.
constexpr std::string_view kCapitalsKey = "^";  // begins their keys
std::string key_of(const std::vector<Piece>& pieces, bool capitals);

// Whether `typed` has a capital wherever `written` has one; it points to as many pieces.
bool has_capitals_of(const std::vector<Piece>& written, const Piece* typed);

}  // namespace ofsearch::thesaurus
