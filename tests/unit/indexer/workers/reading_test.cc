#include "indexer/workers/reading.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {

TEST_CASE("a text of headings alone is read as what they say") {
  for (const char* text :
       {"# Care leavers in Loamshire\n", "# Plans\n\n## Visits\n\n### Reviews\n"}) {
    auto report = make_report(text, "a.md");
    REQUIRE(report);
    REQUIRE_FALSE(report->passages.empty());
    std::string all;
    for (const Passage& passage : report->passages) all += passage.text + "\n";
    for (const char* word : {"Care leavers", "Plans", "Visits", "Reviews"})
      CHECK((all.find(word) != std::string::npos) ==
            (std::string(text).find(word) != std::string::npos));
  }
  auto report = make_report("Neglect\n", "a.txt");
  REQUIRE(report);
  CHECK(report->passages.size() == 1);
}

TEST_CASE("headings are no passages where there is text below one") {
  auto report = make_report("# Plans\n\nThey are clear and timely.\n\n# Visits\n", "a.md");
  REQUIRE(report);
  REQUIRE(report->passages.size() == 1);
  CHECK(report->passages[0].text == "They are clear and timely.");
}

}  // namespace ofsearch
