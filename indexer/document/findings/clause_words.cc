#include "indexer/document/findings/clause_words.h"

#include "common/text/characters.h"

namespace ofsearch {

std::vector<std::string> clause_words(std::string_view form) {
  std::vector<std::string> words;
  bool inside = false;  // a word
  for (const char c : form) {
    if (is_ascii_letter(c)) {
      if (!inside) words.emplace_back();
      words.back().push_back(c);
      inside = true;
      continue;
    }
    inside = false;
    if (c == ',' || c == ';' || c == ':') words.emplace_back(",");
  }
  return words;
}

}  // namespace ofsearch
