#include "searcher/evidence/compare.h"

#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

namespace ofsearch {
namespace {

Report inspection(int number, const char* authority, int year, const char* grade) {
  const bool old = year < 2018;
  return test::sample_report("aaaaaaaaaa0" + std::to_string(number), authority, year,
                             old ? "sif" : "ilacs-standard", grade,
                             {test::sample_passage("Children are safe.")});
}

std::vector<std::string> notes_on(const std::vector<Report>& reports) {
  test::SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  auto table = compare(&*searcher, {"Someshire", "Otherbury"}, {});
  REQUIRE(table);
  return table->notes;
}

TEST_CASE("Grades side by side say where one is much older or no longer in force") {
  const Report old = inspection(1, "Someshire", 2014, "good");
  const Report next = inspection(2, "Otherbury", 2025, "good");
  auto notes = notes_on({old, next});
  REQUIRE_FALSE(notes.empty());
  CHECK(notes.back().find("Someshire: the inspection of 2014 is 11 years older") == 0);

  Report visit = inspection(3, "Someshire", 2022, "none");
  visit.metadata.visit_type = "focused-visit";
  visit.metadata.standing_grade = "inadequate";
  notes = notes_on({old, next, visit});
  REQUIRE_FALSE(notes.empty());
  CHECK(notes.back().find("Someshire: a later document names another grade in force") == 0);
}

TEST_CASE("Grades of about one time stand side by side without a note") {
  for (const std::string& note : notes_on(
           {inspection(1, "Someshire", 2021, "good"), inspection(2, "Otherbury", 2025, "good")}))
    CHECK(note.find("Someshire:") == std::string::npos);
}

}  // namespace
}  // namespace ofsearch
