#include "common/report/sections.h"

#include "common/report/values.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::string printed(const std::vector<SectionKind>& kinds) {
  std::string all;
  for (SectionKind kind : kinds)
    all += (all.empty() ? "" : " ") + std::string(section_kind_name(kind));
  return all;
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("headings of all eras tell the part of a report", "[sections]") {
  const Case cases[] = {
      {"What needs to improve?", "recommendations"},
      {"What needs to improve in this area of social work practice", "recommendations"},
      {"What does the local authority need to improve?", "recommendations"},
      {"Areas for priority action", "recommendations"},
      {"Recommendation", "recommendations"},
      {"The impact of leaders on social work practice with children and families", "leadership"},
      {"Leadership, management and governance", "leadership"},
      {"Capacity for improvement", "leadership"},
      {"The experiences and progress of children who need help and protection",
       "help-and-protection"},
      {"The experiences and progress of children in care and care leavers", "care care-leavers"},
      {"The experiences and progress of children looked after and achieving permanence", "care"},
      {"The experiences and progress of care leavers", "care-leavers"},
      {"Executive summary", "summary"},
      {"Headline findings", "summary"},
      {"Findings and evaluation of progress", "findings"},
      {"Main findings", "findings"},
      {"What the inspection judgements mean: the LSCB", "boilerplate"},
      {"Contents", "boilerplate"},
      {"Child protection in this area", "boilerplate"},
      {"Next steps", "boilerplate"},
      {"Table of contents of the plan", ""},
      {"Context", ""},
      {"", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(printed(section_kinds(each.text)) == each.expected);
  }
}

TEST_CASE("deadlines inside recommendations are no headings of a part", "[sections]") {
  for (const char* text :
       {"Immediately", "Immediately:", "Within three months:", "within 3 months"})
    CHECK(is_deadline_heading(text));
  for (const char* text : {"Immediate action", "Within the area", ""})
    CHECK_FALSE(is_deadline_heading(text));
}

TEST_CASE("lines that state a fact about the document head nothing", "[sections]") {
  const char* labels[] = {
      "Lead inspector: Idris Vale, His Majesty\u2019s Inspector",
      "Reporting inspector Callum Ashdown-Reed HMI",
      "Inspection dates: 5 to 9 February 2024",
      "Inspection date: 3 February 2015 \u2013 26 February 2015",
      "Date of previous inspection: 5 to 9 March 2018",
      "Report published: 17 April 2015",
      "Published 14 March 2024",
      "Published: 9 May 2008",
      "Age group: All",
      "Reference no: 0000",
      "8 August 2019",
      "5 to 9 February 2024",
      "Dear Ms Strand",
      "Yours sincerely",
      "Tamsin Orrell Her Majesty\u2019s Inspector",
      "By our local affairs reporter. Published 14 March 2024",
      "W: www.example.org",
      "enquiries@example.org",
      "Inspectors: Bryony Castell, Owen Trask",
      "1 Quay Street, Northmere NM1 2AB",
  };
  for (const char* text : labels) {
    INFO(text);
    CHECK(is_label(text));
  }
}

TEST_CASE("headings with a colon, a date or a name in them are headings", "[sections]") {
  const char* headings[] = {
      "Overall effectiveness: Adequate",
      "The experiences and progress of children in care: good",
      "Area for priority action 1: plans within the time that the law allows",
      "Section 2: The effectiveness of the board",
      "Case study: highly effective practice",
      "Inspectors also found weaknesses:",
      "Publishing what was learnt",
      "What has changed since May 2021",
      "The inspection team",
      "Inspection findings",
      "Reference to partners",
      "March",
      "Dearth of homes",
      "",
  };
  for (const char* text : headings) {
    INFO(text);
    CHECK_FALSE(is_label(text));
  }
}

TEST_CASE("paragraphs that every report repeats are told by how they begin", "[sections]") {
  CHECK(
      is_boilerplate("The Office for Standards in Education, Children\u2019s Services and Skills"));
  CHECK(is_boilerplate("You may reuse this information (not including logos) free of charge"));
  CHECK(is_boilerplate("\u00A9 Crown copyright 2019"));
  CHECK_FALSE(is_boilerplate("Social workers know that Ofsted regulates and inspects."));
  CHECK(is_boilerplate(
      "\u00B9 The inspection of the local authority was carried out under section 1"));
  CHECK(is_boilerplate("2 These are residential special schools that look after children"));
  CHECK(is_boilerplate(
      "Her Majesty\u2019s Chief Inspector of Education, Children\u2019s Services and Skills is "
      "leading Ofsted\u2019s work into how practice was kept up"));
  CHECK_FALSE(is_boilerplate("2 Social workers know their schools."));
  CHECK_FALSE(is_boilerplate(""));
}

TEST_CASE("the names of sections lead back to them", "[sections]") {
  for (const std::string& name : section_kind_names()) {
    auto kind = section_kind_from_name(name);
    REQUIRE(kind);
    CHECK(section_kind_name(*kind) == name);
  }
  CHECK_FALSE(section_kind_from_name("no such section"));
  // People cannot ask for boilerplate, but the index knows its name.
  CHECK(section_kind_from_name("boilerplate") == SectionKind::kBoilerplate);
}

}  // namespace ofsearch
