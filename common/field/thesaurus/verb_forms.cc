#include "common/field/thesaurus/verb_forms.h"

#include "common/field/stemmer_of_thread.h"
#include "common/text/lists.h"
#include "common/text/text.h"

#include <array>

namespace ofsearch::thesaurus {
namespace {

// Behind a verb, and not behind a noun that says whose or which the next is.
constexpr std::array<std::string_view, 11> kBehindVerbs = {
    "with", "at", "into", "out", "up", "down", "away", "off", "on", "together", "apart"};
// Where someone goes or stays is named in a few words. "Share information" is said in many others
// than the term "sharing information", and "parent support" is not "parenting support".
constexpr std::array<std::string_view, 10> kOfMoving = {
    "leaving", "staying", "entering", "coming",    "going",
    "running", "living",  "stepping", "returning", "moving"};

bool ends_in_ing(std::string_view word) {
  constexpr size_t kShortest = 6;  // "using"
  return word.size() >= kShortest && word.ends_with("ing");
}

// "Plac" of "place", "places", "placed" and "placing".
std::string root_of(std::string word) {
  for (std::string_view ending : {"ing", "ed", "es", "s", "e"})
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      break;
    }
  if (word.ends_with('y')) word.back() = 'i';
  if (const size_t size = word.size(); size > 2 && word[size - 1] == word[size - 2])
    word.pop_back();
  return word;
}

}  // namespace

std::string verb_of(std::string_view key) {
  const std::vector<std::string_view> words = split_words(key);
  if (words.size() < 2) return {};
  const std::string first(words[0]);
  if (ends_in_ing(first)) return is_one_of(first, kOfMoving) ? first : "";
  return !first.ends_with("ed") && is_one_of(words[1], kBehindVerbs) ? first : "";
}

bool is_form_of_verb(const std::string& typed, const std::string& verb) {
  if (typed == verb || root_of(typed) != root_of(verb)) return false;
  if (stemmer_of_thread().stem(typed) != stemmer_of_thread().stem(verb)) return false;
  return !ends_in_ing(verb) || !typed.ends_with("ed");
}

}  // namespace ofsearch::thesaurus
