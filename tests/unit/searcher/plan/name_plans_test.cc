// Names of several words, which no list has.
#include "tests/support/answer_over.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// One report speaks of Amanda Spielman, one of an Amanda and a Spielman, 600 passages of plans.
SearchResults found(const std::string& query, bool side_by_side = true,
                    const std::string& apart = "Amanda spoke, and then Spielman did.") {
  std::vector<Report> all = {
      test::sample_report("dddddddddda1", "North", 2010, "sif", "good",
                          {test::sample_passage(side_by_side ? "Amanda Spielman read the plans."
                                                             : "Spielman was with Amanda.")}),
      test::sample_report("dddddddddda2", "North", 2010, "sif", "good",
                          {test::sample_passage(apart)})};
  for (int i = 0; i < 20; ++i) {
    std::vector<Passage> passages;
    for (int j = 0; j < 30; ++j)
      passages.push_back(test::sample_passage(fmt::format("The plans are weak in part {}.", j)));
    all.push_back(test::sample_report(fmt::format("dddddddddd{:02}", i), "North", 2010, "sif",
                                      "good", passages));
  }
  return test::answer_over(all, query);
}

TEST_CASE("Words with capitals that no list has are one name", "[names]") {
  CHECK(found("Amanda Spielman").total_reports == 1);
  CHECK(found("Amanda Spielman").concepts.size() == 1);
  CHECK(found("plans that Amanda Spielman read").total_reports == 1);
}

TEST_CASE("A name that no passage has side by side is both of its words", "[names]") {
  const SearchResults apart = found("Amanda Spielman", false);
  CHECK(apart.total_reports == 2);
  CHECK(apart.some_reports == 0);
  CHECK(apart.notices == std::vector<std::string>{"no report has \"Amanda Spielman\" side by side; "
                                                  "what is counted has all of its words"});
}

TEST_CASE("Nothing is said of what is counted where nothing is, or the name is given up",
          "[names]") {
  const SearchResults alone = found("Amanda Hargreaves", true, "Hargreaves spoke.");
  CHECK(alone.total_reports == 0);
  CHECK(alone.notices.empty());
  const SearchResults beside = found("neglect Amanda Hargreaves", true, "Hargreaves saw neglect.");
  CHECK(beside.total_reports == 1);
  CHECK(beside.notices.empty());
}

TEST_CASE("Small letters and headings are no names", "[names]") {
  CHECK(found("amanda spielman").concepts.size() == 2);
  CHECK(found("Plans Of Neglect And Amanda Spielman").concepts.size() > 2);
}

}  // namespace
}  // namespace ofsearch
