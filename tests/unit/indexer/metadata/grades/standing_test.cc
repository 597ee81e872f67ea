#include "indexer/metadata/grades/standing/standing_grades.h"
#include "indexer/metadata/grades/standing/standing_words.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

namespace ofsearch {
namespace {

Metadata graded(const std::string& authority, const std::string& end, const std::string& grade) {
  Metadata m;
  m.authority = authority;
  m.visit_type = "ilacs-standard";
  m.inspection_end = end;
  m.grade = grade;
  return m;
}

Metadata visit(const std::string& authority, const std::string& day) {
  Metadata m = graded(authority, day, "none");
  m.visit_type = "focused-visit";
  m.inspection_start = day;
  return m;
}

void recalls(Metadata* m, const std::string& sentence) {
  m->standing_grade = recalled_grade(sentence)->grade;
  m->evidence["standing_grade"] = {sentence, 1, "recalled"};
}

void fill(std::vector<Metadata>* reports) {
  std::vector<Metadata*> all;
  for (Metadata& report : *reports) all.push_back(&report);
  fill_standing_grades(all);
}

TEST_CASE("the latest earlier report of the same authority gives the grade in force") {
  std::vector<Metadata> reports = {graded("Loamshire", "2014-05-01", "inadequate"),
                                   graded("Loamshire", "2018-06-22", "good"),
                                   graded("Loamshire", "2022-07-01", "outstanding"),
                                   graded("Marlgate", "2019-01-01", "inadequate"),
                                   visit("Loamshire", "2020-02-03"),
                                   visit("Loamshire", "2013-01-01")};
  fill(&reports);
  CHECK(reports[4].standing_grade == "good");
  CHECK(reports[4].evidence["standing_grade"].rule == "series");
  CHECK_FALSE(reports[5].standing_grade);
  CHECK_FALSE(reports[0].standing_grade);
}

TEST_CASE("a successor with the same name but another code has a series of its own") {
  std::vector<Metadata> reports = {graded("Loamshire", "2017-05-01", "good"),
                                   visit("Loamshire", "2020-02-03")};
  reports[0].authority_code = "E10000001";
  reports[1].authority_code = "E06000001";
  fill(&reports);
  CHECK_FALSE(reports[1].standing_grade);
}

TEST_CASE("articles and unknown grades settle nothing") {
  std::vector<Metadata> reports = {graded("Loamshire", "2016-05-01", "inadequate"),
                                   graded("Loamshire", "2018-06-22", "unknown"),
                                   visit("Loamshire", "2020-02-03")};
  fill(&reports);
  CHECK_FALSE(reports[2].standing_grade);
  reports[1].grade = "good";
  reports[1].kind = "article";
  fill(&reports);
  CHECK(reports[2].standing_grade == "inadequate");
}

TEST_CASE("a grade given more than five years before is no longer known to be in force") {
  std::vector<Metadata> reports = {
      graded("Loamshire", "2016-05-05", "good"), visit("Loamshire", "2021-05-05"),
      visit("Loamshire", "2021-05-06"), visit("Loamshire", "2023-02-01")};
  recalls(&reports[3], "The local authority was last judged inadequate in May 2022.");
  fill(&reports);
  CHECK(reports[1].standing_grade == "good");
  CHECK(reports[1].warnings.empty());
  CHECK_FALSE(reports[2].standing_grade);
  REQUIRE(reports[2].warnings.size() == 1);
  CHECK(reports[2].warnings[0].find("2016-05-05") != std::string::npos);
  CHECK(reports[3].standing_grade == "inadequate");
  CHECK(reports[3].evidence["standing_grade"].rule == "recalled");
}

TEST_CASE("reports whose authority is unknown are no series") {
  std::vector<Metadata> reports = {graded("unknown", "2018-06-22", "good"),
                                   visit("unknown", "2020-02-03")};
  fill(&reports);
  CHECK_FALSE(reports[1].standing_grade);
}

TEST_CASE("without a series the document's own words stand") {
  std::vector<Metadata> reports = {visit("Loamshire", "2020-02-03")};
  recalls(&reports[0], "The local authority was last judged inadequate in May 2018.");
  fill(&reports);
  CHECK(reports[0].standing_grade == "inadequate");
  CHECK(reports[0].evidence["standing_grade"].rule == "recalled");
}

TEST_CASE("a document that recalls a later inspection than the index holds is followed") {
  std::vector<Metadata> reports = {graded("Loamshire", "2016-05-01", "good"),
                                   visit("Loamshire", "2020-02-03")};
  recalls(&reports[1], "The local authority was last judged inadequate in May 2018.");
  fill(&reports);
  CHECK(reports[1].standing_grade == "inadequate");
  REQUIRE(reports[1].warnings.size() == 1);
  CHECK(reports[1].warnings[0].find("the document was taken") != std::string::npos);
}

TEST_CASE("else the series is followed, with a warning") {
  std::vector<Metadata> reports = {graded("Loamshire", "2018-05-11", "good"),
                                   visit("Loamshire", "2020-02-03")};
  recalls(&reports[1], "The local authority was last judged inadequate in May 2018.");
  fill(&reports);
  CHECK(reports[1].standing_grade == "good");
  CHECK(reports[1].warnings.size() == 1);
}

TEST_CASE("filling again after a report has gone gives the document's words back") {
  std::vector<Metadata> reports = {graded("Loamshire", "2018-05-11", "good"),
                                   visit("Loamshire", "2020-02-03")};
  recalls(&reports[1], "The local authority was last judged inadequate in May 2018.");
  fill(&reports);
  fill(&reports);
  CHECK(reports[1].warnings.size() == 1);
  reports.erase(reports.begin());
  fill(&reports);
  CHECK(reports[0].standing_grade == "inadequate");
  CHECK(reports[0].warnings.empty());
}

TEST_CASE("what people corrected stays") {
  std::vector<Metadata> reports = {graded("Loamshire", "2018-05-11", "good"),
                                   visit("Loamshire", "2020-02-03")};
  reports[1].standing_grade = "outstanding";
  reports[1].evidence["standing_grade"] = {"corrections.csv:2", 0, "correction"};
  fill(&reports);
  CHECK(reports[1].standing_grade == "outstanding");
}

TEST_CASE("sentences recall an overall grade and its year") {
  struct Case {
    const char* sentence;
    const char* grade;
    int year;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The visit was the first since the local authority was judged inadequate in March "
            "2015.",
            "inadequate", 2015},
           {"At the last inspection in 2022, services were judged to be good overall.", "good",
            2022},
           {"At the last inspection, in November 2017, Ofsted judged services to require "
            "improvement to be good.",
            "requires improvement", 2017},
           {"Since November 2017, when the overall effectiveness of services was judged to require "
            "improvement to be good, much has changed.",
            "requires improvement", 2017},
           {"The council’s children’s services have improved since they were rated inadequate in "
            "2016.",
            "inadequate", 2016}}) {
    INFO(c.sentence);
    auto recalled = recalled_grade(c.sentence);
    REQUIRE(recalled);
    CHECK(recalled->grade == c.grade);
    CHECK(recalled->year == c.year);
  }
  for (const char* sentence :
       {"Eleven children’s homes were judged to be good at their last inspection.",
        "Two were judged to be good or outstanding in their most recent Ofsted inspection.",
        "The impact of leaders was judged to be good at the last inspection in 2019.",
        "The local authority’s audits were previously judged to be good.",
        "The police force was judged inadequate in 2021 by its own inspectorate.",
        "Services are now judged to be good.",
        "The trust, established following the council being judged inadequate in 2016, runs them.",
        "When last inspected, services for care leavers were judged to be good."}) {
    INFO(sentence);
    CHECK_FALSE(recalled_grade(sentence));
  }
}

TEST_CASE("a clause is read without what its neighbours judge") {
  struct Case {
    const char* sentence;
    const char* grade;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"When last inspected the council was judged to be good, with adoption judged to be "
            "outstanding.",
            "good"},
           {"At the last inspection overall effectiveness and services for children in care were "
            "judged to be good.",
            "good"},
           {"Since the last inspection, which rated the service good, leaders have gone on.",
            "good"},
           {"The inspection in 2014 found that services to children required improvement to be "
            "good and that services to care leavers were inadequate.",
            "requires improvement"}}) {
    INFO(c.sentence);
    auto recalled = recalled_grade(c.sentence);
    REQUIRE(recalled);
    CHECK(recalled->grade == c.grade);
  }
}

TEST_CASE("of two grades recalled the later stands, where their years tell which") {
  for (const char* sentence :
       {"The local authority was judged good in 2015 and inadequate in 2022.",
        "The local authority was judged inadequate in May 2022 and good in 2015.",
        "Overall effectiveness was judged to be good in 2015 and judged inadequate in 2019.",
        "The local authority was judged good in 2015, requires improvement in 2018 and inadequate "
        "in 2022.",
        "In 2015 the local authority was judged good and in March 2019 inadequate."}) {
    INFO(sentence);
    auto recalled = recalled_grade(sentence);
    REQUIRE(recalled);
    CHECK(recalled->grade == "inadequate");
  }
  for (const char* sentence :
       {"The local authority was judged inadequate in 2015 and is now good.",
        "The local authority was judged good and then inadequate in 2019.",
        "The local authority was judged good in 2019 but later was inadequate."}) {
    INFO(sentence);
    CHECK_FALSE(recalled_grade(sentence));
  }
  // What is good beside it is not the authority.
  for (const char* sentence :
       {"The local authority was judged inadequate in 2019 and has made good progress.",
        "The local authority was judged inadequate in 2019, and good progress has been made."}) {
    INFO(sentence);
    auto recalled = recalled_grade(sentence);
    REQUIRE(recalled);
    CHECK(recalled->grade == "inadequate");
  }
}

TEST_CASE("\"it\" is the authority of the sentence before") {
  Metadata m = test::metadata_of(test::plain_text(
      "12 May 2023\n\nDear Anna\n\nMonitoring visit to Leeds children's services\n\nThis letter "
      "summarises the findings of the visit to Leeds. In 2015 the local authority was judged to be "
      "good. In 2022 it was judged to be inadequate.\n\nInspectors looked at care leavers.\n"));
  CHECK(m.standing_grade == "inadequate");
}

TEST_CASE("a grade that others than inspectors gave is none") {
  for (const char* sentence :
       {"This visit is the first since the local authority was judged outstanding by its peers.",
        "The council was judged good by a peer review in May 2022."}) {
    INFO(sentence);
    CHECK_FALSE(recalled_grade(sentence));
  }
  CHECK(recalled_grade("The local authority was judged inadequate by Ofsted in May 2022."));
  CHECK(recalled_grade("The local authority was judged inadequate by His Majesty's Inspectors."));
}

TEST_CASE("a grade that was denied, feared or taken back was not given") {
  for (const char* sentence :
       {"Since the last inspection, in which the council was not judged inadequate, leaders have "
        "worked hard.",
        "Leaders feared that the local authority would be judged inadequate at the last inspection "
        "in 2022; it was judged good.",
        "The council had never been judged to be inadequate before 2019.",
        "At the last inspection in 2022 the overall effectiveness was judged to be good, a grade "
        "that was later withdrawn."}) {
    INFO(sentence);
    const auto recalled = recalled_grade(sentence);
    CHECK((!recalled || (recalled->grade == "good" && sentence[0] == 'L')));
  }
  for (const char* sentence :
       {"The council did not improve and was judged inadequate in 2022.",
        "The council had not been visited since it was judged inadequate in May 2022.",
        "In May the council was judged inadequate, not for the first time.",
        "The council was judged inadequate in 2022 and a notice was later withdrawn."}) {
    INFO(sentence);
    const auto recalled = recalled_grade(sentence);
    REQUIRE(recalled);
    CHECK(recalled->grade == "inadequate");
  }
}

TEST_CASE("the authority's own name stands for its services as a whole") {
  auto recalled =
      recalled_grade("Loamshire was judged good at its last inspection in 2017.", "Loamshire");
  REQUIRE(recalled);
  CHECK(recalled->grade == "good");
  CHECK(recalled->year == 2017);
  CHECK_FALSE(recalled_grade("Loamshire was judged good at its last inspection in 2017.", "Marl"));
  CHECK_FALSE(recalled_grade("Loamshire was judged good for early help in 2017.", "Loamshire"));
}

TEST_CASE("what is judged of services in a place is judged of its services as a whole") {
  const std::string sentence =
      "Since the previous inspection in 2022, when services in Loamshire were judged as requires "
      "improvement to be good, practice has declined.";
  REQUIRE(recalled_grade(sentence, "Loamshire"));
  CHECK(recalled_grade(sentence, "Loamshire")->grade == "requires improvement");
  CHECK_FALSE(recalled_grade(sentence, "Marlgate"));
}

TEST_CASE("a judgement on a part of the services is recalled of the last inspection") {
  const auto part = recalled_part(
      "Since the last inspection in March 2022, when the experiences of care leavers were judged "
      "as good, plans have improved.");
  REQUIRE(part);
  CHECK(part->column == "care_leavers");
  CHECK(part->grade == "good");
  CHECK(part->year == 2022);
  for (const std::string none :
       {"The experiences of care leavers were judged as good.",
        "Since the last inspection, schools for children in care were judged good.",
        "At the last inspection, services were judged to be good.",
        "At the last inspection, children in care were not judged to be good."}) {
    CAPTURE(none);
    CHECK_FALSE(recalled_part(none));
  }
}

TEST_CASE("no grade is in force where the last inspection recalled is not the one known") {
  const auto with_part = [](const std::string& sentence) {
    std::vector<Metadata> reports = {graded("Loamshire", "2019-05-01", "inadequate"),
                                     visit("Loamshire", "2023-02-03")};
    reports[0].judgements = {{"care_and_leavers", "inadequate"}};
    reports[1].evidence["standing_grade.part"] = {sentence, 1, "recalled"};
    fill(&reports);
    return reports[1];
  };
  const Metadata other =
      with_part("At the last inspection, support for care leavers was judged as good.");
  CHECK_FALSE(other.standing_grade);
  REQUIRE(other.warnings.size() == 1);
  CHECK(other.warnings[0].find("care leavers as good") != std::string::npos);
  CHECK_FALSE(with_part("At the last inspection in 2022, support for care leavers was judged as "
                        "inadequate.")
                  .standing_grade);
  CHECK(with_part("At the last inspection in 2019, support for care leavers was judged as "
                  "inadequate.")
            .standing_grade == "inadequate");
}

TEST_CASE("no overall grade is in force behind an inspection that judges each service alone") {
  std::vector<Metadata> reports = {graded("Loamshire", "2022-05-01", "good"),
                                   graded("Loamshire", "2026-05-01", "none"),
                                   visit("Loamshire", "2026-09-03")};
  reports[1].judgements = {
      {"leaders", "good"}, {"help_protection", "good"}, {"in_care", "inadequate"}};
  fill(&reports);
  CHECK(reports[1].standing_grade == "good");
  CHECK_FALSE(reports[2].standing_grade);
}

}  // namespace
}  // namespace ofsearch
