#include "searcher/understand/spelling/blanks.h"

#include "common/words/stemmer.h"
#include "searcher/understand/spelling/known_words.h"
#include "searcher/understand/spelling/near_words.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ofsearch {
namespace {

// The two words of a word that was typed without the blank between them ("knifecrime",
// "section47"), parted by a blank: those of all cuts that stand in most passages. Empty: none.
std::string two_words(const std::string& word, const Xapian::Database& database) {
  constexpr size_t kFewest = 2;  // characters of a part
  std::string best;
  Xapian::doccount most = 0;
  for (size_t cut = kFewest; cut + kFewest <= word.size(); ++cut) {
    const std::string left = word.substr(0, cut), right = word.substr(cut);
    if (is_stopword(left) || is_stopword(right)) continue;
    const Xapian::doccount passages =
        std::min(database.get_termfreq(left), database.get_termfreq(right));
    if (passages <= std::max(most, kUncommonWord) || !stand_together(left, right, database, kOften))
      continue;
    most = passages;
    best = left + " " + right;
  }
  return best;
}

}  // namespace

void part_words(ParsedQuery* query, const Xapian::Database& database,
                std::vector<Correction>* corrections) {
  constexpr size_t kLeast = 6;  // characters
  for (QueryNode& node : query->root.children) {
    const std::string word = plain_word(node);
    if (word.size() < kLeast) continue;
    if (database.get_termfreq(word) > kSlips || words_known().contains(word)) continue;
    std::string parted = two_words(word, database);
    if (parted.empty()) continue;
    corrections->push_back({node.text, parted});
    node.text = std::move(parted);
  }
}

void join_words(ParsedQuery* query, const Xapian::Database& database,
                std::vector<Correction>* corrections) {
  constexpr size_t kLeast = 6;              // letters
  constexpr Xapian::doccount kLikely = 12;  // passages, where at most kSlips have both words
  std::vector<QueryNode>& nodes = query->root.children;
  for (size_t i = 0; i + 1 < nodes.size(); ++i) {
    const std::string left = plain_word(nodes[i]), right = plain_word(nodes[i + 1]);
    const std::string both = left + right;
    if (left.empty() || right.empty() || is_stopword(left) || both.size() < kLeast) continue;
    if (database.get_termfreq(both) < kLikely || stand_together(left, right, database, kSlips + 1))
      continue;
    corrections->push_back({nodes[i].text + " " + nodes[i + 1].text, both});
    nodes[i].text = both;
    nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace ofsearch
