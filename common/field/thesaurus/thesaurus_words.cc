#include "common/field/thesaurus/thesaurus_words.h"

#include "common/text/code_points.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <map>

namespace ofsearch::thesaurus {
namespace {

// Typewriter, curly, and modifier letter: all are typed for the apostrophe of "children's".
bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC;
}

// The case fold of a letter or digit, also of a mark on one; negative for all else. ASCII apart,
// since it is nearly all there is.
UChar32 fold(UChar32 c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return c - 'A' + 'a';
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : -1;
  }
  return u_isalnum(c) || u_getCombiningClass(c) != 0 ? u_foldCase(c, U_FOLD_CASE_DEFAULT) : -1;
}

bool all_capitals(const std::string& raw) {
  return raw.size() > 1 &&
         std::all_of(raw.begin(), raw.end(), [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
}

bool ends_with(const std::string& word, std::string_view ending) {
  return word.size() > ending.size() && word.ends_with(ending);
}

// The word of a term as it stands in a key. The final S of "DBS" is not a plural's.
std::string canonical(const Piece& piece) {
  return all_capitals(piece.raw) ? piece.folded : singular(piece.folded);
}

// The pieces joined by blanks, each as `word` gives it.
template <typename Word>
std::string join(const std::vector<Piece>& pieces, Word word) {
  std::string joined;
  for (const Piece& piece : pieces) {
    if (!joined.empty()) joined += ' ';
    joined += word(piece);
  }
  return joined;
}

}  // namespace

std::vector<Piece> split_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, &at));
    if (is_apostrophe(c)) continue;
    const UChar32 folded = fold(c);
    if (folded < 0) {
      inside = false;
      continue;
    }
    if (!inside) pieces.emplace_back();
    inside = true;
    append_code_point(&pieces.back().raw, static_cast<char32_t>(c));
    append_code_point(&pieces.back().folded, static_cast<char32_t>(folded));
  }
  return pieces;
}

std::string regular_singular(const std::string& word) {
  if (word.size() < 3 || word.back() != 's') return word;
  for (const char* kept : {"ss", "us", "is"})
    if (word.ends_with(kept) && !word.ends_with("ais")) return word;  // "JTAIs"
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  for (const char* sibilant : {"ches", "shes", "sses", "xes"})
    if (ends_with(word, sibilant)) return word.substr(0, word.size() - 2);
  return word.substr(0, word.size() - 1);
}

std::string singular(const std::string& word) {
  static const std::map<std::string, std::string> kIrregular = {{"children", "child"},
                                                                {"childrens", "child"},
                                                                {"people", "person"},
                                                                {"peoples", "person"},
                                                                {"families", "family"}};
  const auto found = kIrregular.find(word);
  return found != kIrregular.end() ? found->second : regular_singular(word);
}

std::string folded_form(const std::vector<Piece>& pieces) {
  return join(pieces, [](const Piece& piece) { return piece.folded; });
}

std::string index_form(const std::vector<Piece>& pieces) {
  std::string form = " ";
  for (const Piece& piece : pieces)
    form += (all_capitals(piece.raw) ? piece.folded : regular_singular(piece.folded)) + " ";
  return form;
}

std::string key_of(const std::vector<Piece>& pieces, bool capitals) {
  return std::string(capitals ? kCapitalsKey : "") + join(pieces, canonical);
}

bool has_capitals_of(const std::vector<Piece>& written, const Piece* typed) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (const Piece& piece : written) {
    const std::string& raw = (typed++)->raw;
    for (std::size_t i = 0; i < piece.raw.size(); ++i)
      if (upper(piece.raw[i]) && (i >= raw.size() || !upper(raw[i]))) return false;
  }
  return true;
}

}  // namespace ofsearch::thesaurus
