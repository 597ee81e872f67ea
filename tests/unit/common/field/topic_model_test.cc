#include "common/field/topic_model.h"

#include "common/system/embedded_data.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Names = std::vector<std::string>;

bool says_something_of(std::string_view text, const std::string& topic) {
  const Names found = topics_said_of(text);
  return std::ranges::find(found, topic) != found.end();
}

Names features_of(std::string_view text, const std::string& topic, const Topics& topics) {
  for (const MentionedTopic& each : mentioned_topics(text, topics))
    if (each.name == topic) return each.features;
  return {};
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

TEST_CASE("What the model weighs is where and how often the phrases of a topic stand") {
  auto topics = Topics::parse("home: kitchen, kitchen table, sink\npets: cat\n", "list");
  REQUIRE(topics);
  const std::string_view text =
      "The house is old. There is a kitchen table, a cat, and more. ‘We have rooms such as the "
      "kitchen.’ ";
  CHECK(features_of(text, "home", *topics) ==
        Names{"commas 0", "commas 2", "hits 2", "home before .’", "home before table",
              "home behind a", "home behind the", "home: kitchen", "listed", "sentences 3",
              "sentences with it 2", "topic home", "topics beside 0", "topics beside 1",
              "words before 3", "words before 6"});
}

TEST_CASE("A phrase that is a whole sentence has its edges on either side") {
  auto topics = Topics::parse("home: kitchen\n", "list");
  REQUIRE(topics);
  const Names features = features_of("Kitchen", "home", *topics);
  CHECK(std::ranges::count(features, "home behind ^") == 1);
  CHECK(std::ranges::count(features, "home before ^") == 1);
  CHECK(std::ranges::count(features, "home: kitchen") == 1);
}

TEST_CASE("Phrases of a topic that overlap are one") {
  auto topics = Topics::parse("home: kitchen, kitchen table\n", "list");
  REQUIRE(topics);
  const Names features = features_of("The kitchen table is new.", "home", *topics);
  CHECK(std::ranges::count(features, "hits 1") == 1);
}

TEST_CASE("The weights of a topic's features add up, and those without a weight count nothing") {
  auto model = TopicModel::parse(
      "# made up\nfeature\tweight\n=constant\t-1\nhits 2\t0.5\nlisted\t-0.25\n", "model");
  REQUIRE(model);
  CHECK(model->score({"home", {"hits 2", "listed", "topic home"}}) == Approx(-0.75));
}

TEST_CASE("A model that is no table is refused with its line") {
  struct Case {
    const char *text, *message;
  };
  for (const Case& each :
       {Case{"hits 1\t1\n", "model:1: no header"},
        Case{"feature\tweight\nhits 1\n", "model:2: no feature and weight"},
        Case{"feature\tweight\nhits 1\tmuch\n", "model:2: no feature and weight"},
        Case{"feature\tweight\nhits 1\t1\nhits 1\t2\n", "model:3: a feature is there twice"},
        Case{"feature\tweight\nhits 1\t1\n", "model:3: no constant"}}) {
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
  CHECK(known >= 80);
}

}  // namespace
}  // namespace ofsearch
