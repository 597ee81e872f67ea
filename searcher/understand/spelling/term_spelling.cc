#include "searcher/understand/spelling/term_spelling.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/text/nearest.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"
#include "searcher/understand/spelling/near_words.h"

#include <algorithm>
#include <utility>

namespace ofsearch {
namespace {

// A term of at least two words.
struct Term {
  std::vector<std::string> words, stems;  // in search form
};

const std::vector<Term>& terms_of_words() {
  static const std::vector<Term> kTerms = [] {
    std::vector<Term> terms;
    Stemmer stemmer;
    for (const std::string& text : Thesaurus::builtin().terms()) {
      Term term;
      for (Token& token : tokenise(text))
        if (!token.joined) {
          term.stems.push_back(stemmer.stem(token.term));
          term.words.push_back(std::move(token.term));
        }
      if (term.words.size() > 1) terms.push_back(std::move(term));
    }
    return terms;
  }();
  return kTerms;
}

// The nearest of the words offered to one that was typed, if one alone is.
class Nearest {
 public:
  Nearest(std::string typed, int most_edits)
      : typed_(std::move(typed)), letters_(sorted(typed_)), limit_(most_edits) {}

  void offer(const std::string& word, const std::string& shown) {
    if (word.empty() || word.front() != typed_.front() || turns_meaning(typed_, word)) return;
    // The same letters in another order are one slip: "cear".
    const int edits = sorted(word) == letters_ ? 1 : edit_distance(typed_, word, limit_);
    if (edits > limit_ || edits > edits_ || (edits == edits_ && shown == best_)) return;
    is_only_one_ = edits < edits_;
    edits_ = edits;
    best_ = shown;
  }

  std::string best() const { return is_only_one_ ? best_ : std::string(); }

 private:
  static std::string sorted(std::string word) {
    std::ranges::sort(word);
    return word;
  }

  std::string typed_, letters_;
  int limit_;
  std::string best_;
  int edits_ = 100;
  bool is_only_one_ = false;
};

// Whether the term's words but number `but`, in any form, stand among those of `stems` from `first`
// on.
bool stands_but_one(const Term& term, const std::vector<std::string>& stems, size_t first,
                    size_t but) {
  if (first + term.stems.size() > stems.size()) return false;
  for (size_t i = 0; i < term.stems.size(); ++i)
    if (i != but && stems[first + i] != term.stems[i]) return false;
  return true;
}

}  // namespace

std::string word_of_term(const std::vector<std::string>& words, size_t at) {
  constexpr size_t kLong = 7;  // letters
  Nearest nearest(words[at], words[at].size() < kLong ? 1 : 2);
  Stemmer stemmer;
  std::vector<std::string> stems;
  for (const std::string& word : words) stems.push_back(stemmer.stem(word));
  for (const Term& term : terms_of_words())
    for (size_t i = 0; i < term.words.size() && i <= at; ++i) {
      if (!stands_but_one(term, stems, at - i, i)) continue;
      nearest.offer(term.words[i], term.words[i]);
      nearest.offer(term.words[i] + "s", term.words[i] + "s");
    }
  return nearest.best();
}

std::string parted_term(const std::string& word) {
  constexpr size_t kShortest = 8;  // letters
  if (word.size() < kShortest) return "";
  Nearest nearest(word, 1);
  for (const auto& [words, stems] : terms_of_words()) {
    if (words.size() != 2) continue;
    nearest.offer(words[0] + words[1], words[0] + " " + words[1]);
    nearest.offer(words[0] + words[1] + "s", words[0] + " " + words[1] + "s");
  }
  return nearest.best();
}

}  // namespace ofsearch
