#include "common/field/thesaurus/everyday.h"

#include "common/text/text.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::vector<std::string> words_of(const std::string& query) {
  std::vector<std::string> words;
  for (std::string_view word : split_words(query)) words.emplace_back(word);
  return words;
}

// "words = first thing ; second thing" of each saying found.
std::vector<std::string> found(const Everyday& everyday, const std::string& query) {
  const std::vector<std::string> words = words_of(query);
  std::vector<std::string> all;
  for (const Everyday::Match& match : everyday.matches(words)) {
    std::string shown;
    for (size_t word : match.words) shown += (shown.empty() ? "" : " ") + words[word];
    shown += " =";
    for (const auto& thing : *match.meanings) {
      if (&thing != &match.meanings->front()) shown += " ;";
      for (const Everyday::Meaning& meaning : thing)
        shown += (meaning.near ? " ~" : meaning.wider ? " <" : " ") + meaning.text;
    }
    all.push_back(shown);
  }
  return all;
}

Everyday parsed(const std::string& text) {
  Result<Everyday> everyday = Everyday::parse(text, "list");
  if (!everyday) FAIL(everyday.error().text());
  return std::move(*everyday);
}

using Strings = std::vector<std::string>;

TEST_CASE("Everyday: a saying of one part stands side by side, in any form of its words") {
  Everyday everyday = parsed("tread water, bob => drift\n");
  CHECK(found(everyday, "treading the water") == Strings{"treading water = drift"});
  CHECK(found(everyday, "plans that Bobbed") == Strings{"Bobbed = drift"});
  CHECK(found(everyday, "water tread").empty());
  CHECK(found(everyday, "tread in deep water").empty());
}

TEST_CASE("Everyday: a word in quotes counts in no other form") {
  Everyday everyday =
      parsed("\"volunteered\", signed over => section 20\nmentor + \"armed\" => guard\n");
  CHECK(found(everyday, "Volunteered") == Strings{"Volunteered = section 20"});
  CHECK(found(everyday, "volunteers in hubs").empty());
  CHECK(found(everyday, "signing over") == Strings{"signing over = section 20"});
  CHECK(found(everyday, "armed mentors") == Strings{"armed mentors = guard"});
  CHECK(found(everyday, "arms of mentors").empty());
}

TEST_CASE("Everyday: a saying with little that counts stands there whole") {
  Everyday everyday =
      parsed("who is doing, be heard, are broke, their story, at night => something\n");
  for (const char* query : {"who is doing it", "children who were heard", "being heard", "is broke",
                            "his story", "only at night"}) {
    INFO(query);
    CHECK(found(everyday, query).size() == 1);
  }
  for (const char* query : {"families who do not speak", "who do", "final hearing", "broken",
                            "story", "night", "who are doing"}) {
    INFO(query);
    CHECK(found(everyday, query).size() == (std::string(query) == "who are doing" ? 1 : 0));
  }
}

TEST_CASE("Everyday: sayings of the list do not fire on what is said otherwise") {
  const auto means = [](const std::string& query, const std::string& meaning) {
    const Strings all = found(Everyday::builtin(), query);
    return std::ranges::any_of(
        all, [&](const std::string& each) { return each.find(meaning) != std::string::npos; });
  };
  CHECK(means("who does what in the plan", "SMART"));
  CHECK(means("plans say who is doing what", "SMART"));
  CHECK_FALSE(means("families who do not speak English", "SMART"));
  CHECK_FALSE(means("carers who do receive respite", "SMART"));
  CHECK(means("parents volunteered the child", "section 20"));
  CHECK_FALSE(means("volunteers in family hubs", "section 20"));
  CHECK(means("leaders know their services", "self-evaluation"));
  CHECK_FALSE(means("children not known to services", "self-evaluation"));
  CHECK(means("children not known to services", "previously unknown"));
  CHECK(means("judges unhappy with statements", "criticised"));
  CHECK_FALSE(means("judged inadequate", "judiciary"));
  CHECK_FALSE(means("inspectors noted delay", "case recording"));
  CHECK(means("case notes are thin", "case recording"));
  CHECK_FALSE(means("final hearing delayed", "voice of the child"));
  CHECK(means("children being heard", "voice of the child"));
  CHECK_FALSE(means("lone working", "isolated"));
  CHECK_FALSE(means("the right support", "entitlements"));
  CHECK_FALSE(means("placement broke", "poverty"));
  CHECK(means("families who are broke", "poverty"));
  CHECK(means("did not attend appointments", "~appointments"));
  CHECK(means("families who don't speak English", "interpreters"));
  CHECK(means("when family doesn't speak English", "interpreters"));
  CHECK_FALSE(means("why do foster carers in care teams leave", "life-story work"));
  CHECK(means("why they came into care", "life-story work"));
  CHECK_FALSE(means("how bad are pathway plans", "thresholds"));
  CHECK_FALSE(means("children spoken to after visits", "return home interview"));
  CHECK_FALSE(means("records hard to find when needed", "return home interview"));
}

TEST_CASE("Everyday: what is wider stands behind a sign, before what is only near") {
  Everyday everyday =
      parsed("bob, dip => float < drift, move ~ water ! weakness\nsink => < drift\n");
  CHECK(found(everyday, "bob") == Strings{"bob = float <drift <move ~water"});
  CHECK(found(everyday, "sink") == Strings{"sink = <drift"});
}

TEST_CASE("Everyday: parts stand in any order, with few words between") {
  Everyday everyday = parsed(
      "@boat = boat, rowing boat\n@leak = leak, let in water\n"
      "@boat + @leak/sink => unseaworthy ~ repairs\n");
  CHECK(found(everyday, "leaking boats") == Strings{"leaking boats = unseaworthy ~repairs"});
  CHECK(found(everyday, "the rowing boat that lets in water") ==
        Strings{"rowing boat lets water = unseaworthy ~repairs"});
  CHECK(found(everyday, "boat of a kind that always sinks").size() == 1);
  CHECK(found(everyday, "boat seen yesterday near harbour sinking").empty());
  CHECK(found(everyday, "boats").empty());
}

TEST_CASE("Everyday: of sayings that share words the longer one is taken") {
  Everyday everyday = parsed("cold => unheated\ncold feet => doubts\nfeet => shoes\n");
  CHECK(found(everyday, "cold feet") == Strings{"cold feet = doubts"});
  CHECK(found(everyday, "cold hands, warm feet") == Strings{"cold = unheated", "feet = shoes"});
}

TEST_CASE("Everyday: a saying may mean several things, nothing, or what is found wrong") {
  Everyday everyday = parsed(
      "red sky => weather, sky\n  ; morning\nsort of stuff =>\n"
      "gone wrong => fault ! weakness\ngone right => merit ! strength\n"
      "no roof => homeless ! neither\n");
  CHECK(found(everyday, "red sky") == Strings{"red sky = weather sky ; morning"});
  CHECK(found(everyday, "sort stuff") == Strings{"sort stuff ="});
  CHECK(everyday.matches({"gone", "wrong"}).front().asks == Everyday::Asks::kWeakness);
  CHECK(everyday.matches({"gone", "right"}).front().asks == Everyday::Asks::kStrength);
  CHECK(everyday.matches({"no", "roof"}).front().asks == Everyday::Asks::kNeither);
  CHECK(everyday.matches({"red", "sky"}).front().asks == Everyday::Asks::kAsWorded);
}

TEST_CASE("Everyday: words that only carry what is asked") {
  Everyday everyday = parsed("@light = keep, kept, happen\n");
  CHECK(everyday.is_light("keeps"));
  CHECK(everyday.is_light("Happening"));
  CHECK_FALSE(everyday.is_light("keeper-like"));
  CHECK_FALSE(everyday.is_light("fostering"));
  CHECK(Everyday::builtin().is_light("keeps"));
  // Parts of terms of the field: "waiting times", "dental checks".
  CHECK_FALSE(Everyday::builtin().is_light("waits"));
  CHECK_FALSE(Everyday::builtin().is_light("checks"));
}

TEST_CASE("Everyday: verbs that say less than a topic") {
  Everyday everyday = parsed("@plain = agree\n");
  CHECK(everyday.is_plain("agreed"));
  CHECK_FALSE(everyday.is_plain("advocate"));
  CHECK_FALSE(everyday.is_light("agree"));
}

TEST_CASE("Everyday: words for whom a question is about, and words as the list writes them") {
  Everyday everyday =
      parsed("@light = keep, lad\n@group = lad\noverloaded, worn out => caseload\n");
  CHECK(everyday.is_light("lads"));
  CHECK(everyday.names_group("lads"));
  CHECK_FALSE(everyday.names_group("keep"));
  CHECK(everyday.words().contains("overloaded"));
  CHECK_FALSE(everyday.words().contains("overload"));
}

TEST_CASE("Everyday: a mistake in a list is named with its line") {
  const auto error = [](const std::string& text) {
    Result<Everyday> everyday = Everyday::parse(text, "list");
    return everyday ? std::string() : everyday.error().message;
  };
  CHECK(error("# fine\na b\n") == "list:2: neither a saying with \"=>\" nor a class with \"=\"");
  CHECK(error("cat => pet\n@none + cat => pet\n") == "list:2: nothing is called @none");
  CHECK(error("of the => pet\n") == "list:1: \"of the\" has no word that counts");
  CHECK(error("cat => pet ! maybe\n") == "list:1: \"maybe\" is not weakness, strength or neither");
}

TEST_CASE("Everyday: the list that the program carries reads, and means terms that can be marked") {
  const Everyday& everyday = Everyday::builtin();
  const std::vector<std::string> meanings = everyday.meanings();
  CHECK(meanings.size() > 300);
  for (const std::string& meaning : meanings) {
    INFO(meaning);
    CHECK(meaning.size() <= 245);
    CHECK(meaning.find_first_of("@=+/!;~") == std::string::npos);
  }
  CHECK_FALSE(found(everyday, "aunties who took the children in").empty());
  CHECK(found(everyday, "pre-birth assessments").empty());
}

TEST_CASE("Everyday: whatever is typed, sayings share no word and stand in order") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const Everyday& everyday = Everyday::builtin();
  const std::vector<std::string> stems = everyday.stems();
  for (int i = 0; i < 200; ++i) {
    std::vector<std::string> words;
    for (size_t count = random() % 12; count > 0; --count)
      words.push_back(random() % 5 == 0 ? "of" : stems[random() % stems.size()]);
    std::set<size_t> seen;
    size_t last = 0;
    for (const Everyday::Match& match : everyday.matches(words)) {
      REQUIRE_FALSE(match.words.empty());
      CHECK(match.words.front() >= last);
      last = match.words.front();
      for (size_t word : match.words) {
        CHECK(word < words.size());
        CHECK(seen.insert(word).second);
      }
    }
  }
}

// "in care" must not be read as "care": such a saying would be in every second query.
TEST_CASE("Everyday: no word that stands in every report is a saying alone") {
  for (const char* word : {"care", "time", "children", "services", "support", "work", "home",
                           "plan", "school", "council", "family", "assessment"}) {
    INFO(word);
    for (const Everyday::Match& match : Everyday::builtin().matches({word}))
      CHECK(match.meanings->empty());
  }
}

TEST_CASE("Everyday: what is late, kept at home or never seen is one thing, however it is put") {
  const Everyday& everyday = Everyday::builtin();
  for (const char* query :
       {"reports not ready nor finished in time", "helping mums to keep kids at home",
        "seeing the social worker", "unborn babies", "retaining social workers",
        "carers of the same religion", "signs of abuse missed"}) {
    INFO(query);
    CHECK_FALSE(found(everyday, query).empty());
  }
}

}  // namespace
}  // namespace ofsearch
