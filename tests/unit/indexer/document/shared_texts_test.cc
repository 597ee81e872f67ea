#include "indexer/document/shared_texts.h"

#include "tests/support/catch.h"

#include <random>
#include <string>

namespace ofsearch {
namespace {

Report report_of(const std::vector<std::string>& texts) {
  Report report;
  for (const std::string& text : texts) {
    Passage passage;
    passage.text = text;
    passage.finding = Finding::kStrength;
    passage.finding_score = 1;
    report.passages.push_back(passage);
  }
  return report;
}

std::string introduction(const std::string& place, const std::string& days) {
  return "Between " + days +
         ", the inspectorates undertook a joint inspection of the response to " +
         "abuse and neglect in " + place + ". This letter outlines what they found.";
}

}  // namespace

TEST_CASE("names and dates make no difference to a shape") {
  uint64_t shape = shape_of(introduction("Loamshire", "31 October 2016 and 4 November 2016"));
  CHECK(shape != 0);
  CHECK(shape == shape_of(introduction("North East Marlgate", "3 May and 7 May 2018")));
  CHECK(shape != shape_of("Between two visits the inspectors undertook another joint inspection of "
                          "the response to abuse and neglect in the county."));
}

TEST_CASE("a few words have no shape") {
  CHECK(shape_of("") == 0);
  CHECK(shape_of("Children were seen.") == 0);
  CHECK(shape_of("Ada Brook, Jo Reed, Sam Hill, Kim Lake, 3 May 2018, 4 May 2018") == 0);
}

TEST_CASE("text of more than 20 reports is marked, of 20 not, nor what one report repeats") {
  std::vector<Report> reports;
  const std::string once = "The partners work well together when a child is at risk of harm here.";
  for (int i = 0; i < 21; ++i) {
    std::vector<std::string> texts = {introduction("Place" + std::to_string(i), "3 May 2018")};
    if (i > 0)
      texts.push_back("Up to this number of reports a text may stand in them and be ranked still.");
    if (i == 0) texts.insert(texts.end(), 50, once);
    reports.push_back(report_of(texts));
  }
  std::vector<const Report*> all;
  for (const Report& report : reports) all.push_back(&report);
  auto shared = shared_texts(all);
  CHECK(shared.size() == 1);
  CHECK(mark_shared_texts(shared, &reports[0]) == 1);
  CHECK(reports[0].passages[0].section_kind == SectionKind::kBoilerplate);
  CHECK(reports[0].passages[0].finding == Finding::kNeutral);
  CHECK(reports[0].passages[1].section_kind == SectionKind::kOther);
}

TEST_CASE("the order of reports makes no difference") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::vector<Report> reports;
  for (int i = 0; i < 60; ++i) {
    std::vector<std::string> texts;
    for (int text = 0; text < 5; ++text)
      if (random() % 2)
        texts.push_back("Some words of text " + std::string(1, static_cast<char>('a' + text)) +
                        " that many reports may have in common with others here.");
    reports.push_back(report_of(texts));
  }
  std::vector<const Report*> all;
  for (const Report& report : reports) all.push_back(&report);
  auto shared = shared_texts(all);
  std::shuffle(all.begin(), all.end(), random);
  CHECK(shared_texts(all) == shared);
}

}  // namespace ofsearch
