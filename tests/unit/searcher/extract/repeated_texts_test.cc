#include "searcher/extract/repeated_texts.h"

#include "tests/support/catch.h"

#include <chrono>
#include <random>
#include <string>

namespace ofsearch {
namespace {

constexpr unsigned kSeed = 20240611;

std::string random_text(std::mt19937* random, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "word" + std::to_string((*random)() % 400) + " ";
  return text;
}

TEST_CASE("A text is known again with another case, and with a word changed") {
  RepeatedTexts texts;
  const std::string said =
      "Ensure that assessments are timely, that they hear the voice of the child and that managers "
      "check them before a plan is made with the family and all the partners in Someshire.";
  CHECK_FALSE(texts.find_or_add("Something else was said first."));
  CHECK_FALSE(texts.find_or_add(said));
  CHECK(texts.find_or_add("ENSURE" + said.substr(6)) == 1);
  CHECK(texts.find_or_add(said.substr(0, said.size() - 10) + "Otherbury.") == 1);
  CHECK_FALSE(texts.find_or_add("Ensure that assessments are timely."));
}

TEST_CASE("Texts that differ are never taken for the same, copies always") {
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  RepeatedTexts texts;
  std::vector<std::string> added;
  for (int i = 0; i < 500; ++i) {
    added.push_back(random_text(&random, 5 + i % 60));
    REQUIRE_FALSE(texts.find_or_add(added.back()));
  }
  for (size_t i = 0; i < added.size(); ++i) CHECK(texts.find_or_add(added[i]) == i);
}

TEST_CASE("Texts of which fewer words are common are not the same, though they share most") {
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  auto words = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "word" + std::to_string(random()) + " ";
    return text;
  };
  RepeatedTexts texts;
  for (int i = 0; i < 50; ++i) {
    const std::string shared = words(18), pair = words(2);
    REQUIRE_FALSE(texts.find_or_add(shared + words(2)));
    REQUIRE_FALSE(texts.find_or_add(shared + words(2)));
    REQUIRE_FALSE(texts.find_or_add(pair));
    REQUIRE_FALSE(texts.find_or_add(pair + words(1)));
  }
}

TEST_CASE("Nearly the same texts are found however many there are") {
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  RepeatedTexts texts;
  std::vector<std::string> added;
  for (int i = 0; i < 300; ++i) {
    added.push_back(random_text(&random, 60));
    texts.find_or_add(added.back());
  }
  int found = 0;
  for (size_t i = 0; i < added.size(); ++i) {
    std::string changed = added[i];
    changed.replace(changed.find(' ', changed.size() / 2), 1, " other ");
    found += texts.find_or_add(changed) == i ? 1 : 0;
  }
  CHECK(found >= 297);  // of 300: the chance to miss one is below 1 in 1000
}

TEST_CASE("Passages are marked with the first that says the same") {
  SearchResults results;
  for (const char* id : {"aaaa", "bbbb", "cccc"}) {
    ReportHit hit;
    hit.report.id = id;
    hit.passages.resize(1);
    hit.passages[0].passage.n = 7;
    hit.passages[0].passage.text = "Improve the timeliness of the visits to all children.";
    results.hits.push_back(hit);
  }
  results.hits[1].passages[0].passage.text = "Another thing.";
  mark_repeats(&results);
  CHECK_FALSE(results.hits[0].passages[0].same_as);
  CHECK_FALSE(results.hits[1].passages[0].same_as);
  REQUIRE(results.hits[2].passages[0].same_as);
  CHECK(results.hits[2].passages[0].same_as->report_id == "aaaa");
  CHECK(results.hits[2].passages[0].same_as->n == 7);
}

}  // namespace
}  // namespace ofsearch
