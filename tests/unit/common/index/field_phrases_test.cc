#include "common/index/field_phrases.h"

#include "common/field/thesaurus.h"
#include "common/text/words.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> found(const PhraseFinder& finder, const std::string& text) {
  const std::vector<Token> tokens = tokenise(text);
  std::vector<const PhraseFinder::Phrases*> begun;
  for (const Token& token : tokens) begun.push_back(finder.beginning_with(token.term));
  std::vector<std::string> terms;
  for (const std::string* term : PhraseFinder::find(tokens, begun)) terms.push_back(*term);
  return terms;
}

std::vector<std::string> found(const std::vector<std::string>& phrases, const std::string& text) {
  return found(PhraseFinder(phrases), text);
}

TEST_CASE("A phrase's term is its words, whatever stands between them") {
  CHECK(phrase_term("Multi-agency  safeguarding hub") ==
        phrase_term("multi agency safeguarding hub"));
  CHECK(phrase_term("children’s social care") == phrase_term("Children's Social Care"));
  CHECK(phrase_term("safeguarding").empty());
  CHECK(phrase_term("").empty());
  CHECK(!phrase_term("care-experienced").empty());
}

TEST_CASE("A phrase is found where its words stand side by side, its last with or without an s") {
  struct Case {
    const char* phrase;
    const char* text;
    bool there;
  };
  const Case cases[] = {
      {"care order", "Two care orders were made.", true},
      {"care orders", "A CARE ORDER was made", true},
      {"care order", "Care and order.", false},
      {"care order", "cares order", false},
      {"care order", "order care", false},
      {"care order", "care orderly", false},
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
          (c.there ? std::vector<std::string>{phrase_term(c.phrase)} : std::vector<std::string>{}));
  }
}

TEST_CASE("Several phrases are found, each once, also where they overlap") {
  CHECK(found({"care order", "interim care order", "order made"},
              "An interim care order; a care order made late.") ==
        std::vector<std::string>{phrase_term("interim care order"), phrase_term("care order"),
                                 phrase_term("order made")});
}

TEST_CASE("Whatever the built-in thesaurus expands to is among its terms") {
  std::vector<std::string> terms = Thesaurus::builtin().terms();
  std::set<std::string> marked;
  for (const std::string& term : terms) marked.insert(phrase_term(term));
  for (const std::string& term : terms)
    for (const Thesaurus::Match& match : Thesaurus::builtin().matches({term}))
      for (const Expansion& expansion : match.expansions) {
        INFO(term << " -> " << expansion.text);
        CHECK(marked.contains(phrase_term(expansion.text)));
      }
}

TEST_CASE("Each phrase that indexes mark is found in itself") {
  PhraseFinder finder(marked_phrases());
  int phrases = 0;
  for (const std::string& text : marked_phrases()) {
    std::string term = phrase_term(text);
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
