#include "tests/properties/drawn_query.h"

#include "common/index/field_phrases.h"
#include "common/words/words.h"

#include <vector>

namespace ofsearch::properties {
namespace {

// One to four words that stand near each other somewhere, as people type them.
std::string draw_words(DrawnIndex* index) {
  std::string query;
  while (query.empty()) {
    std::vector<std::string> words;
    for (const Token& token : tokenise(index->any_of(index->passages()).passage->text))
      if (!token.joined && !is_stopword(token.term)) words.push_back(token.term);
    if (words.size() < 8) continue;
    size_t at = index->number(0, words.size() - 8), count = index->number(1, 4);
    for (size_t i = 0; i < count; ++i, at += index->number(1, 2))
      query += (query.empty() ? "" : " ") + words[at];
  }
  return query;
}

}  // namespace

std::string draw_query(DrawnIndex* index) {
  static const std::vector<std::string> phrases = marked_phrases();
  static const std::vector<std::string> sayings = {
      "kids who run away",       "parents who drink",      "children hit at home",
      "not seen alone",          "brothers and sisters",   "no delay",
      "new social worker again", "takes too long",         "grandparents bringing up",
      "bosses checking work",    "teenagers sofa surfing", "plans not written down"};
  switch (index->number(0, 3)) {
    case 0:
      return index->any_of(phrases);
    case 1:
      return index->any_of(sayings);
    case 2:
      return index->any_of(phrases) + " " + draw_words(index);
    default:
      return draw_words(index);
  }
}

}  // namespace ofsearch::properties
