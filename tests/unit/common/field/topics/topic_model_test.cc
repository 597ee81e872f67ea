#include "common/field/topics/topic_model.h"

#include "common/system/embedded_data.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>

namespace ofsearch {
namespace {

using Names = std::vector<std::string>;

bool says_something_of(std::string_view text, const std::string& topic) {
  const Names found = topics_said_of(text);
  return std::ranges::find(found, topic) != found.end();
}

std::vector<Features> sentences_of(std::string_view text, const std::string& topic,
                                   const Topics& topics) {
  for (const MentionedTopic& each : mentioned_topics(text, topics))
    if (each.name == topic) return each.sentences;
  return {};
}

bool has(const std::vector<Features>& sentences, size_t sentence, const std::string& feature) {
  REQUIRE(sentence < sentences.size());
  return std::ranges::count(sentences[sentence], feature) == 1;
}

TEST_CASE("A passage is not marked with topics that it only lists or names in passing") {
  struct Case {
    const char *text, *topic;
    bool says;
  };
  const char* const list =
      "The board has a business plan for the coming year. It was agreed in April after talks with "
      "the "
      "members and with young people, and it has many aims. Work is planned on a number of "
      "matters, such "
      "as domestic abuse, neglect, early help, female genital mutilation, radicalisation, elective "
      "home "
      "education and substance misuse. Progress will be reported at each meeting.";
  for (const Case& each :
       {Case{"Privately fostered children are visited often. Private fostering is well known.",
             "private-fostering", true},
        Case{"Caseloads are too high.", "caseloads", true},
        Case{"Neglect is recognised early. Staff use the neglect tool well.", "neglect", true},
        Case{list, "substance-misuse", false}, Case{list, "radicalisation", false},
        Case{list, "early-help", false}}) {
    INFO(each.text);
    CHECK(says_something_of(each.text, each.topic) == each.says);
  }
}

TEST_CASE(
    "What the model weighs of a sentence is where its phrases stand and what is beside them") {
  auto topics = Topics::parse("home: kitchen, kitchen table, sink\npets: cat\n", "list");
  REQUIRE(topics);
  const auto sentences = sentences_of(
      "The house is old. There is a kitchen table, a cat, and more. ‘We have rooms such as the "
      "kitchen.’ ",
      "home", *topics);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0] ==
        Features{"before table",    "behind a",          "commas 2",       "hits 1",
                 "home and pets",   "home before table", "home behind a",  "home with ,",
                 "home with .",     "home with a",       "home with and",  "home with cat",
                 "home with is",    "home with kitchen", "home with more", "home with table",
                 "home with there", "home: kitchen",     "sentences 3",    "sentences with it 2",
                 "topic home",      "topics beside 1",   "words 14",       "words before 3"});
  for (const char* feature : {"listed", "home before .", "home behind the", "behind the",
                              "home and pets", "topics beside 0", "words before 6"}) {
    INFO(feature);
    CHECK(has(sentences, 1, feature));
  }
  CHECK_FALSE(has(sentences, 1, "in the first sentence"));
}

TEST_CASE("A phrase that is a whole sentence has its edges on either side") {
  auto topics = Topics::parse("home: kitchen\n", "list");
  REQUIRE(topics);
  const auto sentences = sentences_of("Kitchen", "home", *topics);
  for (const char* feature :
       {"home behind ^", "home before ^", "home: kitchen", "in the first sentence"}) {
    INFO(feature);
    CHECK(has(sentences, 0, feature));
  }
}

TEST_CASE("Words keep their apostrophes and hyphens, and figures are words") {
  auto topics = Topics::parse("home: kitchen\n", "list");
  REQUIRE(topics);
  const auto sentences =
      sentences_of("A well-built kitchen (the child’s, Ann's): 3 'rooms' – new", "home", *topics);
  for (const char* feature : {"home with well-built", "home with child’s", "home with ann's",
                              "home with 3", "home with rooms'", "home with new", "home with (",
                              "home with :", "behind well-built", "before ("}) {
    INFO(feature);
    CHECK(has(sentences, 0, feature));
  }
  CHECK_FALSE(has(sentences, 0, "home with –"));
}

TEST_CASE("Phrases of a topic that overlap are one") {
  auto topics = Topics::parse("home: kitchen, kitchen table\n", "list");
  REQUIRE(topics);
  CHECK(has(sentences_of("The kitchen table is new.", "home", *topics), 0, "hits 1"));
  CHECK(has(sentences_of("The kitchen, the kitchen table.", "home", *topics), 0, "hits 2"));
}

TEST_CASE("The weights of a sentence add up, and features without a weight count nothing") {
  auto model = TopicModel::parse(
      "# made up\nfeature\tweight\ttopics\n=constant\t-1\t\n=least\t0.5\t\nhits 2\t0.5\t\n"
      "listed\t-0.25\t\n",
      "model");
  REQUIRE(model);
  CHECK(model->probability({"home", {{"hits 2", "listed", "topic home"}}}) ==
        Approx(1 / (1 + std::exp(0.75))));
}

TEST_CASE("One sentence that says something is enough, others take nothing away, several add up") {
  auto model = TopicModel::parse(
      "feature\tweight\ttopics\n=constant\t0\t\n=least\t0.6\t\nsaid\t3\t\nsilent\t-30\t\n",
      "model");
  REQUIRE(model);
  const Features said = {"said"}, silent = {"silent"}, maybe = {"hits 1"};
  CHECK(model->probability({"home", {silent, said, silent}}) ==
        Approx(model->probability({"home", {said}})));
  CHECK(model->says_something({"home", {silent, said, silent}}));
  CHECK_FALSE(model->says_something({"home", {silent, silent}}));
  CHECK_FALSE(model->says_something({"home", {maybe}}));
  CHECK(model->probability({"home", {maybe, maybe}}) == Approx(0.75));
  CHECK(model->says_something({"home", {maybe, maybe}}));
}

TEST_CASE("A model that is no table is refused with its line") {
  struct Case {
    std::string text;
    const char* message;
  };
  const std::string header = "feature\tweight\ttopics\n";
  for (const Case& each :
       {Case{"hits 1\t1\t\n", "model:1: no header"},
        Case{header + "hits 1\t1\n", "model:2: no feature, weight and topics"},
        Case{header + "hits 1\tmuch\t\n", "model:2: no feature and weight"},
        Case{header + "hits 1\t1\thome 2\n", "model:2: no feature and weight"},
        Case{header + "hits 1\t1\t\nhits 1\t2\t\n", "model:3: a feature is there twice"},
        Case{header + "word: child\t1\thome\n", "model:2: no word, rarity and weights of topics"},
        Case{header + "hits 1\t1\t\n", "model:3: no constant"},
        Case{header + "=constant\t1\t\n", "model:3: no least probability"}}) {
    INFO(each.text);
    auto model = TopicModel::parse(each.text, "model");
    REQUIRE_FALSE(model);
    CHECK(model.error().message == each.message);
  }
}

TEST_CASE("The model that the program carries has a weight for most topics of the list") {
  const std::string_view table = embedded_data("topic-model.tsv");
  const auto known = std::ranges::count_if(Topics::builtin().names(), [&](const std::string& name) {
    return table.find("\ntopic " + name + "\t") != table.npos;
  });
  CHECK(known >= 75);
}

}  // namespace
}  // namespace ofsearch
