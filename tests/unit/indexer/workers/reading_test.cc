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

TEST_CASE("a list of what inspectors looked at finds nothing of it") {
  const std::string bullets =
      "- Strong and effective oversight of practice by managers at every level.\n\n"
      "- The excellent quality of plans for children who are in need of protection.\n\n";
  auto findings = [&](const std::string& before) {
    auto report = make_report(before + bullets +
                                  "# Plans\n\nExcellent plans protect children very "
                                  "well, and those who wrote them know why.\n",
                              "a.md");
    REQUIRE(report);
    std::string all;
    for (const Passage& passage : report->passages)
      all += passage.finding == Finding::kStrength ? "+" : "0";
    return all;
  };
  const std::string remit =
      "Inspectors looked at the arrangements for children in need of protection, with a particular "
      "focus on:\n\n";
  CHECK(findings("This letter is about a visit to the services for children of Northmere. " + remit)
            .substr(1) == "00+");
  CHECK(findings(remit) == "00+");  // which is a heading then
  CHECK(findings("Inspectors found many good things in this authority, namely:\n\n") == "+++");
}

TEST_CASE("a table of grades is no finding, what is said beside it is one") {
  for (const char* grade : {"Good", "Require improvement", "Inadequate"}) {
    INFO(grade);
    std::string table = "| Judgement | Grade |\n|---|---|\n";
    for (const char* name : {"Children who need help and protection", "Adoption performance",
                             "Leadership, management and governance"})
      table += std::string("| ") + name + " | " + grade + " |\n";
    auto report = make_report(
        "# Inspection of Loamshire\n\n" + table +
            "\n# Plans\n\nExcellent plans protect children very well, and families praise them.\n",
        "a.md");
    REQUIRE(report);
    REQUIRE(report->passages.size() == 2);
    CHECK(report->passages[0].text.find("Adoption performance") != std::string::npos);
    CHECK(report->passages[0].finding == Finding::kNeutral);
    CHECK(report->passages[0].finding_score == 0);
    for (double score : report->passages[0].sentence_findings) CHECK(score == 0);
    CHECK(report->passages[0].sentence_findings.size() == report->passages[0].sentences.size());
    CHECK(report->passages[1].finding == Finding::kStrength);
  }
}

TEST_CASE("lettered items of a wrapped text are paragraphs") {
  auto report = make_report(
      "The partnership should without delay see to the following things:\n"
      "(a) the sharing of what health visitors know when a contact has\n"
      "been closed without a visit to the family; and\n"
      "(b) the attendance of officers at meetings that are held in the\n"
      "evening or at weekends in each of the three districts.\n",
      "a.txt");
  REQUIRE(report);
  REQUIRE(report->passages.size() == 2);  // the words above the list are too few for one
  CHECK(report->passages[0].text.ends_with("visit to the family; and"));
  CHECK(report->passages[1].text.starts_with("(b) the attendance"));
}

TEST_CASE("a list of what inspectors looked at finds nothing") {
  auto first_item = [](const std::string& lead) {
    auto report = make_report(
        "Jo Brown and Sam Green made the visit, which took two days. " + lead +
            "\n\n"
            "- Good quality of decision-making for children in care, and of their plans.\n"
            "- Effective support for care leavers into adulthood, and of their homes.\n\n"
            "Social workers know their children well and visit them often, with good plans.\n",
        "a.md");
    REQUIRE(report);
    REQUIRE(report->passages.size() == 4);
    CHECK(report->passages[3].finding == Finding::kStrength);
    CHECK(report->passages[1].sentence_findings.size() == report->passages[1].sentences.size());
    return report->passages[1].finding;
  };
  CHECK(first_item("Inspectors looked at the local authority\u2019s arrangements for children in "
                   "care, with a particular focus on:") == Finding::kNeutral);
  CHECK(first_item("Leaders have a clear view of what is done well in the services:") ==
        Finding::kStrength);
}

TEST_CASE("a tab behind a bullet or number makes no row") {
  auto report = make_report(
      "\u2022\tPlans are clear, and they are written in good time.\n"
      "7.\tReviews are held in good time, and children come to them.\n",
      "a.txt");
  REQUIRE(report);
  REQUIRE(report->passages.size() == 2);
  CHECK(report->passages[0].text == "Plans are clear, and they are written in good time.");
  CHECK(report->passages[1].paragraph == "7");
  CHECK(report->passages[1].text == "Reviews are held in good time, and children come to them.");
}

TEST_CASE("lines of plain text that look like headings are not lost") {
  auto all = [](const char* text) {
    auto report = make_report(text, "a.txt");
    REQUIRE(report);
    std::string out;
    for (const Passage& passage : report->passages)
      out += passage.section + ": " + passage.text + "\n";
    return out;
  };
  const std::string plans = "Plans are clear, and they are written with children in good time.";
  // At the end there is nothing that it could head.
  CHECK(all((plans + "\n\nLeaders: good\n").c_str()) == ": " + plans + " Leaders: good\n");
  CHECK(all((plans + "\n\nWhere we are\n\nLeaders: good\n\nPlans: inadequate\n").c_str()) ==
        ": " + plans + "\nWhere we are: Leaders: good Plans: inadequate\n");
  // Many in a row are a list.
  CHECK(
      all((plans + "\n\nOur values\n\nCourage\n\nKindness\n\nPatience\n\nPlans\n\n" + plans + "\n")
              .c_str()) ==
      ": " + plans + "\nOur values: Courage Kindness Patience\nPlans: " + plans + "\n");
  // A title page is none.
  CHECK(all(("Loamshire\n\nPlans\n\nOf children\n\nAnd families\n\n" + plans + "\n").c_str()) ==
        "And families: " + plans + "\n");
}

}  // namespace ofsearch
