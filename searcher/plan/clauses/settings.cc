#include "searcher/plan/clauses/settings.h"

#include "common/index/field_phrases.h"
#include "searcher/plan/clauses/describing.h"
#include "searcher/plan/clauses/typed_words.h"

#include <algorithm>

namespace ofsearch {
namespace {

bool is_who(const std::string& word) {
  static const auto kOthers = set_of_words(
      "kid kids mum mums dad dads teens youngsters adolescents carer carers grandparents relatives "
      "adopters guardians victims perpetrators worker workers staff");
  return names_people(word) || kOthers.contains(word);
}

bool is_plight(const std::string& word) {
  static const auto kPlights = set_of_words(
      "missing exploited trafficked homeless abused neglected detained excluded bereaved think "
      "troubled");
  return kPlights.contains(word);
}

// "Children in care", "people leaving care", and not "children missing education".
bool goes_on_with_who(const std::string& word) {
  static const auto kLinks = set_of_words(
      "in with looked leaving on at under aged from placed living cared subject seeking");
  return kLinks.contains(word);
}

}  // namespace

bool names_who(const std::string& term) {
  const std::vector<std::string> words = words_of_phrase(term);
  if (words.empty() || std::ranges::any_of(words, is_plight)) return false;
  if (words.size() > 2 && is_who(words.front()) && goes_on_with_who(words[1])) return true;
  // "Voice of the child" is a voice.
  return is_who(words.back()) && std::ranges::find(words, "of") == words.end();
}

bool says_where(const std::vector<std::string>& words, size_t at) {
  static const auto kPlaces = set_of_words("in at among within");
  static const auto kArticles = set_of_words("the a an their its his her");
  if (at > 0 && kArticles.contains(word_at(words, at - 1))) --at;
  return at > 0 && kPlaces.contains(word_at(words, at - 1));
}

}  // namespace ofsearch
