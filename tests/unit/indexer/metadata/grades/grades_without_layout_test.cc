#include "indexer/metadata/grades/grades.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <map>
#include <string>

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;
using Judgements = std::map<std::string, std::string>;

const Judgements kAllFour = {{"leaders", "good"},
                             {"help_protection", "requires improvement"},
                             {"care_and_leavers", "outstanding"}};

TEST_CASE("without layout, all labels may come before all grades") {
  Metadata m = metadata_of(plain_text(R"(Inspection of Loamshire local authority children's services

Inspection dates: 3 to 14 June 2019

Judgement
The impact of leaders on social work practice with children and families
The experiences and progress of children who need help and protection
The experiences and progress of children in care and care leavers
Overall effectiveness
Grade
Good
Requires improvement to be good
Outstanding
Good
)"));
  CHECK(m.grade == "good");
  CHECK(m.judgements == kAllFour);
}

TEST_CASE("without layout, a grade's pieces may lie around its label's pieces") {
  Metadata m = metadata_of(plain_text(R"(Inspection of Loamshire local authority children's services

Inspection dates: 3 to 14 June 2019

Judgement Grade
The impact of leaders on social work
Good
practice with children and families
Requires
The experiences and progress of children
improvement to be
who need help and protection
good
The experiences and progress of children in care and
Outstanding
care leavers
Overall effectiveness
Good
)"));
  CHECK(m.grade == "good");
  CHECK(m.judgements == kAllFour);
}

TEST_CASE("a grade that came later than the framework is unknown") {
  Metadata m =
      metadata_of(plain_text(R"(Inspection of safeguarding and looked after children services

Loamshire

Inspection dates: 4 to 15 July 2011

Overall effectiveness Requires improvement

Capacity for improvement Adequate
)"));
  CHECK(m.visit_type == "slac");
  CHECK(m.grade != "requires improvement");
  for (const auto& [judgement, grade] : m.judgements) {
    INFO(judgement);
    CHECK(grade != "requires improvement");
  }
}

TEST_CASE("without layout, a row with two grades has none of them") {
  Metadata m = metadata_of(plain_text(R"(Inspection of Loamshire local authority children's services

Inspection dates: 3 to 14 June 2019

Judgement Grade
The impact of leaders on social work practice with children and families
Good
Outstanding
The experiences and progress of children who need help and protection
Requires improvement to be good
Overall effectiveness
Good
)"));
  CHECK(m.grade == "good");
  CHECK(m.judgements.at("leaders") == "unknown");
  CHECK(m.judgements.at("help_protection") == "requires improvement");
}

TEST_CASE("a judgement may be all in capitals") {
  Metadata m = metadata_of(plain_text(R"(LOAMSHIRE COUNTY COUNCIL

INSPECTION OF SERVICES FOR CHILDREN IN NEED OF HELP AND PROTECTION, CHILDREN LOOKED AFTER AND CARE LEAVERS

INSPECTION DATE: 3 MARCH 2015 – 25 MARCH 2015

CHILDREN’S SERVICES IN LOAMSHIRE ARE INADEQUATE

1. CHILDREN WHO NEED HELP AND PROTECTION INADEQUATE

2. CHILDREN LOOKED AFTER AND ACHIEVING PERMANENCE GOOD

3. LEADERSHIP, MANAGEMENT AND GOVERNANCE REQUIRES IMPROVEMENT

EXECUTIVE SUMMARY

Work is late.

THE LOCAL SAFEGUARDING CHILDREN BOARD IS GOOD
)"));
  CHECK(m.grade == "inadequate");
  CHECK(m.judgements["help_protection"] == "inadequate");
  CHECK(m.judgements["lscb"] == "good");
}

TEST_CASE("without layout labels and grades may both go on in the next line") {
  struct Case {
    const char* name;
    const char* table;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"grade wrapped",
            "The impact of leaders on social work practice with children and families Requires\n"
            "improvement to be\ngood\n\n"
            "The experiences and progress of children who need help and protection Good\n\n"
            "Overall effectiveness Requires\nimprovement to be\ngood\n"},
           {"label wrapped, grade behind its first line",
            "The impact of leaders on social work    Requires improvement to be good\n"
            "practice with children and families\n\n"
            "The experiences and progress of children    Good\n"
            "who need help and protection\n\n"
            "Overall effectiveness    Requires improvement to be good\n"},
           {"label wrapped, grade behind its last line",
            "The impact of leaders on social work\n"
            "practice with children and families    Requires improvement to be good\n"
            "The experiences and progress of children\n"
            "who need help and protection    Good\n"
            "Overall effectiveness    Requires improvement to be good\n"},
           {"both wrapped",
            "The impact of leaders on social work    Requires\n"
            "practice with children and families    improvement to be\n"
            "good\n"
            "The experiences and progress of children    Good\n"
            "who need help and protection\n"
            "Overall effectiveness    Requires improvement to be good\n"}}) {
    INFO(c.name);
    Metadata m = metadata_of(
        plain_text(std::string("Inspection of Loamshire local authority children’s services\n\n"
                               "Inspection dates: 3 to 14 June 2019\n\n") +
                   c.table + "\nChildren are safe.\n"));
    CHECK(m.judgements["leaders"] == "requires improvement");
    CHECK(m.judgements["help_protection"] == "good");
    CHECK(m.grade == "requires improvement");
  }
}

TEST_CASE("without blank lines the overall judgement is still a line of its own") {
  Metadata m = metadata_of(plain_text(R"(Loamshire County Council
Inspection of services for children in need of help and
protection, children looked after and care leavers
Inspection date: 7 November 2017 to 30 November 2017
Report published: 29 January 2018
The overall judgement is that children’s services require
improvement
1. Children who need help and protection
Requires improvement
3. Leadership, management and governance
Good
Executive summary
Plans are made.
Previous Ofsted inspections
The judgements for the local authority were:
• Overall effectiveness: inadequate
• Leadership, management and governance: inadequate
)"));
  CHECK(m.grade == "requires improvement");
  CHECK(m.judgements["leaders"] == "good");
  CHECK(m.judgements["help_protection"] == "requires improvement");
}

}  // namespace
}  // namespace ofsearch
