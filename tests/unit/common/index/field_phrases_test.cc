#include "common/index/field_phrases.h"

#include "common/field/thesaurus/thesaurus.h"
#include "common/words/stemmer.h"
#include "common/words/words.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> stems_of(const std::string& text) {
  Stemmer stemmer;
  std::vector<std::string> stems;
  for (const Token& token : tokenise(text))
    if (!token.joined) stems.push_back(stemmer.stem(token.term));
  return stems;
}

std::string term_of(const std::string& phrase) {
  Stemmer stemmer;
  std::vector<std::string> stems;
  for (const std::string& word : words_of_phrase(phrase))
    stems.push_back(stem_in_phrase(word, &stemmer));
  return phrase_term(stems);
}

std::vector<std::string> found(const PhraseFinder& finder, const std::string& text) {
  const std::vector<std::string> stems = stems_of(text);
  std::vector<PhraseFinder::Word> words;
  for (const std::string& stem : stems) words.push_back({&stem, finder.beginning_with(stem)});
  size_t at = 0;
  Stemmer stemmer;
  std::vector<std::string> owners;
  for (const Token& token : tokenise(text))
    if (!token.joined) {
      if (token.possessive) owners.push_back(stem_in_phrase(owner_of(token), &stemmer));
      if (token.possessive) words[at].begun_by_owner = finder.beginning_with(owners.back());
      ++at;
    }
  std::vector<std::string> terms;
  for (const std::string* term : PhraseFinder::find(words)) terms.push_back(*term);
  return terms;
}

std::vector<std::string> found(const std::vector<std::string>& phrases, const std::string& text) {
  return found(PhraseFinder(phrases), text);
}

TEST_CASE("A phrase's term is its words, whatever stands between them") {
  CHECK(term_of("Multi-agency  safeguarding hub") == term_of("multi agency safeguarding hub"));
  CHECK(term_of("children’s social care") == term_of("Children's Social Care"));
  CHECK(term_of("safeguarding").empty());
  CHECK(term_of("").empty());
  CHECK(!term_of("care-experienced").empty());
}

TEST_CASE("A phrase is found where its words stand side by side, in any form") {
  struct Case {
    const char* phrase;
    const char* text;
    bool there;
  };
  const Case cases[] = {
      {"care order", "Two care orders were made.", true},
      {"care orders", "A CARE ORDER was made", true},
      {"care order", "Care and order.", false},
      {"substance misuse", "parents who are misusing substances", false},
      {"misuse of substances", "parents misusing of substance", true},
      {"privately fostered", "Private fostering is known.", true},
      {"looked after child", "Looked-after children", true},
      {"care order", "order care", false},
      {"care order", "care ordinary", false},
      {"family plan", "A family plane left.", false},
      {"care order", "care", false},
      {"care order", "", false},
      {"multi agency hub", "The multi-agency hub is new.", true},
      {"multi agency hub", "The multi-agency-hub is new.", true},
      {"life story work", "Life-story work is late", true},
      {"disclosure and barring service", "disclosure and barring services", true},
      {"disclosure and barring service", "disclosure, barring service", false},
  };
  for (const Case& c : cases) {
    INFO(c.phrase << " in " << c.text);
    CHECK(found({"other words", c.phrase}, c.text) ==
          (c.there ? std::vector<std::string>{term_of(c.phrase)} : std::vector<std::string>{}));
  }
}

TEST_CASE("A possessive before one word keeps its form") {
  struct Case {
    const char* phrase;
    const char* text;
    bool there;
  };
  const Case cases[] = {
      {"children's home", "Children’s homes are full.", true},
      {"children's homes", "A CHILDREN'S HOME is open", true},
      {"children's home", "childrens homes", true},
      {"childrens home", "children’s homes", true},
      {"children's home", "return a child home from care", false},
      {"children's home", "return children home", false},
      {"children's views", "the child’s view", true},
      {"child's view", "the child's views", true},
      {"child's view", "the child views this", false},
      {"children's centre", "work is child-centred", false},
      {"children's experience", "children experience delay", false},
      // Of three words the others tell, and some write no possessive.
      {"looked after children's nurse", "the looked-after children nurse", true},
      {"director of children's services", "the director of children services", true},
      {"child home", "return children home", true},
      {"child home", "a child's home", true},
  };
  for (const Case& c : cases) {
    INFO(c.phrase << " in " << c.text);
    CHECK(found({c.phrase}, c.text) ==
          (c.there ? std::vector<std::string>{term_of(c.phrase)} : std::vector<std::string>{}));
  }
}

TEST_CASE("Several phrases are found, also where they overlap") {
  CHECK(found({"care order", "interim care order", "order made"},
              "An interim care order; a care order made late.") ==
        std::vector<std::string>{term_of("interim care order"), term_of("care order"),
                                 term_of("care order"), term_of("order made")});
}

TEST_CASE("Whatever the built-in thesaurus expands to is among its terms") {
  std::vector<std::string> terms = Thesaurus::builtin().terms();
  std::set<std::string> marked;
  for (const std::string& term : terms) marked.insert(term_of(term));
  for (const std::string& term : terms)
    for (const Thesaurus::Match& match : Thesaurus::builtin().matches({term}))
      for (const Expansion& expansion : match.expansions) {
        INFO(term << " -> " << expansion.text);
        CHECK(marked.contains(term_of(expansion.text)));
      }
}

TEST_CASE("Each phrase that indexes mark is found in itself") {
  PhraseFinder finder(marked_phrases());
  int phrases = 0;
  for (const std::string& text : marked_phrases()) {
    std::string term = term_of(text);
    if (term.empty()) continue;
    ++phrases;
    INFO(text);
    const std::vector<std::string> terms = found(finder, text);
    CHECK(std::find(terms.begin(), terms.end(), term) != terms.end());
  }
  CHECK(phrases > 500);
}

}  // namespace
}  // namespace ofsearch
