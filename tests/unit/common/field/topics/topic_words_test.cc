#include "common/field/topics/topic_words.h"

#include "common/field/topics/topic_model.h"
#include "tests/support/catch.h"

#include <cmath>

namespace ofsearch {
namespace {

// Two topics and three words, of which "child" is common and speaks for none.
TopicWords words() {
  TopicWords words;
  REQUIRE(words.add("=constant", "0", "home -1, pets -2"));
  REQUIRE(words.add("kitchen", "2", "home 3, pets -1"));
  REQUIRE(words.add("cat", "1", "pets 4"));
  REQUIRE(words.add("child", "0.5", ""));
  return words;
}

double home(const TopicWords& words, std::string_view text) {
  return words.of_topic(words.odds(text), "home");
}

TEST_CASE("Words of a passage add to the odds of the topics that they speak for") {
  const TopicWords table = words();
  CHECK(home(table, "The kitchen is new.") == Approx(-1 + 3));
  CHECK(table.of_topic(table.odds("The kitchen is new."), "pets") == Approx(-2 - 1));
  CHECK(home(table, "Nothing that is known.") == Approx(-1));
  CHECK(home(table, "") == Approx(-1));
  CHECK(table.of_topic(table.odds("The kitchen is new."), "gardens") == 0);
}

TEST_CASE("A word counts less the more others stand there, and more the rarer and oftener it is") {
  const TopicWords table = words();
  CHECK(home(table, "KITCHEN and child") == Approx(-1 + 3 * 2 / std::sqrt(4 + 0.25)));
  CHECK(home(table, "kitchen, cat") == Approx(-1 + 3 * 2 / std::sqrt(4 + 1)));
  const double twice = 2 * (1 + std::log(2));
  CHECK(home(table, "kitchen, kitchen, cat") ==
        Approx(-1 + 3 * twice / std::sqrt(twice * twice + 1)));
  CHECK(home(table, "kitchens") == Approx(-1));
}

TEST_CASE("Weights of words that are no table are refused") {
  TopicWords table = words();
  CHECK_FALSE(table.add("cat", "1", "home 1"));
  CHECK_FALSE(table.add("dog", "rare", "home 1"));
  CHECK_FALSE(table.add("cow", "1", "home"));
  CHECK_FALSE(table.add("pig", "1", "home much"));
  CHECK_FALSE(table.add("hen", "1", " 1"));
}

TEST_CASE("The words of a passage decide where its sentences leave it open") {
  const auto topics = Topics::parse("home: kitchen\n", "list");
  const auto model = TopicModel::parse(
      "feature\tweight\ttopics\n=constant\t0\t\n=least\t0.5\t\nword: =constant\t0\thome -1\n"
      "word: stove\t2\thome 3\nword: cellar\t2\thome -3\n",
      "model");
  REQUIRE(topics);
  REQUIRE(model);
  using Names = std::vector<std::string>;
  CHECK(model->said_of("The kitchen has a stove.", *topics) == Names{"home"});
  CHECK(model->said_of("The kitchen has a cellar.", *topics).empty());
  CHECK(model->said_of("The stove is new.", *topics).empty());  // no phrase of the topic
  CHECK(model->probability({"home", {{"hits 1"}}}, 2) == Approx(1 / (1 + std::exp(-2))));
}

}  // namespace
}  // namespace ofsearch
