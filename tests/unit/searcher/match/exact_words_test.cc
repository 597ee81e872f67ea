#include "searcher/match/exact_words.h"

#include "common/text/text.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

using Places = std::vector<std::vector<std::string>>;

bool has_phrase(std::string_view text, const std::vector<std::string>& words) {
  WordPattern pattern;
  for (const std::string& word : words) pattern.places.push_back({word});
  return WordPatternMatcher(pattern).matches(text);
}

bool has_near(std::string_view text, int window, const Places& places) {
  return WordPatternMatcher({places, window, ""}).matches(text);
}

// The same by what tokenise() says, slowly.
bool has_phrase_by_tokens(std::string_view text, const Places& places) {
  std::vector<Token> tokens = tokenise(text);
  auto is_at = [&](const std::vector<std::string>& words, int position) {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.position == position &&
             std::find(words.begin(), words.end(), token.term) != words.end();
    });
  };
  for (const Token& first : tokens) {
    size_t place = 0;
    while (place < places.size() && is_at(places[place], first.position + static_cast<int>(place)))
      ++place;
    if (place == places.size()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("A phrase is found in its very words, side by side") {
  const char* text = "Privately fostered children’s needs are met. Private fostering is rare.";
  CHECK(has_phrase(text, {"private", "fostering"}));
  CHECK(has_phrase(text, {"children", "needs"}));
  CHECK(has_phrase(text, {"rare"}));
  CHECK(has_phrase(text, {"met", "private"}));  // across the end of a sentence
  CHECK_FALSE(has_phrase(text, {"private", "foster"}));
  CHECK_FALSE(has_phrase(text, {"fostering", "private"}));
  CHECK_FALSE(has_phrase(text, {"private", "is"}));
  CHECK_FALSE(has_phrase(text, {"rare", "privately"}));
  CHECK_FALSE(has_phrase("", {"rare"}));
}

TEST_CASE("Signs inside a word do not hide it") {
  CHECK(has_phrase("Some 1,200 children wait.", {"1200", "children"}));
  CHECK(has_phrase("Panel A's view", {"a", "view"}));
  CHECK(has_phrase("a 3.5% rise", {"3.5", "rise"}));
}

TEST_CASE("A phrase may have a word twice") {
  CHECK(has_phrase("It differs from child to child.", {"child", "to", "child"}));
  CHECK_FALSE(has_phrase("It differs from child to parent, child.", {"child", "to", "child"}));
}

TEST_CASE("A compound is found by its parts and, where it begins, by its joined form") {
  const char* text = "The multi-agency hub meets.";
  CHECK(has_phrase(text, {"multi", "agency", "hub"}));
  CHECK(has_phrase(text, {"multiagency"}));
  CHECK(has_phrase(text, {"the", "multiagency"}));
  CHECK_FALSE(has_phrase(text, {"multiagency", "hub"}));
  CHECK_FALSE(has_phrase("multi agency", {"multiagency"}));
  CHECK_FALSE(has_phrase("Between 2019-20 and now", {"201920"}));
}

TEST_CASE("The words of one place are alternatives") {
  WordPattern pattern{{{"foster", "kinship"}, {"carer", "carers"}}, 0, ""};
  WordPatternMatcher matcher(pattern);
  CHECK(matcher.matches("Foster carers and others"));
  CHECK(matcher.matches("a kinship carer"));
  CHECK_FALSE(matcher.matches("Foster homes and carers"));
}

TEST_CASE("Words are near each other in any order and within the window") {
  const char* text = "Plans for each child are reviewed late.";
  CHECK(has_near(text, 5, {{"reviewed"}, {"plans"}}) == false);
  CHECK(has_near(text, 6, {{"reviewed"}, {"plans"}}));
  CHECK(has_near(text, 2, {{"child"}, {"each"}}));
  CHECK(has_near(text, 7, {{"late"}, {"plans", "plan"}, {"child"}}));
  CHECK_FALSE(has_near(text, 7, {{"late"}, {"absent"}}));
}

TEST_CASE("Each word that is near needs a position of its own") {
  CHECK_FALSE(has_near("one child here", 5, {{"child"}, {"child"}}));
  CHECK(has_near("child after child", 5, {{"child"}, {"child"}}));
  CHECK_FALSE(has_near("a multi-agency plan", 5, {{"multi"}, {"multiagency"}}));
  CHECK(has_near("a b", 2, {{"a", "b"}, {"a"}}));  // the first choice must give way
}

TEST_CASE("Many words that are near are settled quickly") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 2 == 0 ? "care " : "plan ";
  Places alike(400, {"care", "plan"});
  CHECK(has_near(text, 400, alike));
  CHECK_FALSE(has_near(text, 399, alike));
  Places none = alike;
  none.back() = {"absent"};
  CHECK_FALSE(has_near(text, 400, none));
}

TEST_CASE("Phrases are found as the positions of tokens tell") {
  std::mt19937 random(7);
  const std::vector<std::string> words = {"care",   "Care",        "plan", "multi",
                                          "agency", "multiagency", "the",  "1,200",
                                          "20",     "child's",     "café", "R&D"};
  const std::vector<std::string> signs = {" ", " ", " ", "-", "–", ", ", ". ", "/"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0, count = random() % 12; i < count; ++i)
      text += words[random() % words.size()] + signs[random() % signs.size()];
    WordPattern pattern;
    for (unsigned i = 0, count = 1 + random() % 3; i < count; ++i)
      pattern.places.push_back({token_of_word(words[random() % words.size()]).term});
    INFO(text);
    CHECK(WordPatternMatcher(pattern).matches(text) == has_phrase_by_tokens(text, pattern.places));
  }
}

}  // namespace ofsearch
