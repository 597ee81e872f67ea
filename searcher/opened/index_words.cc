#include "searcher/opened/index_words.h"

namespace ofsearch {

const std::vector<IndexWord>& IndexWords::all() {
  // Numbers and prefixed terms, which begin with capitals, come before the words.
  constexpr const char* kFirstWord = "a";
  if (!words_.empty()) return words_;
  std::vector<IndexWord> words;
  auto term = database_.allterms_begin();
  for (term.skip_to(kFirstWord); term != database_.allterms_end(); ++term)
    words.push_back({*term, term.get_termfreq()});
  return words_ = std::move(words);
}

}  // namespace ofsearch
