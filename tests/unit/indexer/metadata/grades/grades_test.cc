#include "indexer/metadata/grades/grades.h"

#include "indexer/metadata/grades/grade_words.h"
#include "indexer/metadata/grades/judgement_labels.h"
#include "indexer/metadata/grades/judgement_sentences.h"
#include "indexer/metadata/run_on.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <algorithm>

namespace ofsearch {
namespace {

using test::draw;
using test::metadata_of;
using test::plain_text;
using Judgements = std::map<std::string, std::string>;

constexpr std::string_view kTitle2019 = R"(
#Inspection of Loamshire local
#authority children's services

 Inspection dates: 3 to 14 June 2019

)";

Metadata ilacs(std::string_view table, std::string_view text = "") {
  return metadata_of(
      draw({std::string(kTitle2019) + std::string(table) + "\n" + std::string(text)}));
}

const Judgements kAllFour = {{"leaders", "good"},
                             {"help_protection", "requires improvement"},
                             {"care_and_leavers", "outstanding"}};

TEST_CASE("a judgement table is read row by row") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Requires improvement to be good
 children who need help and protection

 The experiences and progress of                  Outstanding
 children in care and care leavers

 Overall effectiveness                            Good
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements == kAllFour);
  CHECK(m.evidence.at("grade").rule == "judgement-table");
  CHECK(m.evidence.at("grade").page == 1);
  CHECK(m.evidence.at("grade").text == "Overall effectiveness: Good");
  CHECK(m.warnings.size() == 1);  // Loamshire is in no table
}

TEST_CASE("off a picture, a grade counts that two places say") {
  constexpr std::string_view kTable = R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Inadequate
 children who need help and protection

 Overall effectiveness                            Good
)";
  constexpr std::string_view kHeadings = R"(
=The experiences and progress of children who need help and protection: inadequate

 Children wait for help that they need.

=The impact of leaders on social work practice with children and families: good

 Leaders know their services well.
)";
  SourceDocument document =
      draw({std::string(kTitle2019) + std::string(kTable), std::string(kHeadings)});
  const Judgements both = {{"leaders", "good"}, {"help_protection", "inadequate"}};
  CHECK(metadata_of(document).judgements == both);
  CHECK(metadata_of(document).grade == "good");
  for (Page& page : document.pages) page.ocr = true;
  Metadata scan = metadata_of(document);
  CHECK(scan.judgements == both);  // table and headings
  CHECK(scan.grade == "unknown");  // the table alone
  document.pages.pop_back();
  scan = metadata_of(document);
  CHECK(scan.judgements == Judgements{{"leaders", "unknown"}, {"help_protection", "unknown"}});
  CHECK(scan.warnings.back().find("read off a picture") != std::string::npos);
}

TEST_CASE("a grade broken over lines around its label belongs to that label") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families
                                                  Requires
 The experiences and progress of                  improvement to be
 children who need help and protection            good

 The experiences and progress of                  Outstanding
 children in care and care leavers
                                                  Requires improvement
 Overall effectiveness
                                                  to be good
)");
  CHECK(m.grade == "requires improvement");
  CHECK(m.judgements == kAllFour);
}

TEST_CASE("as many grades as labels are no pairs where the grades lie beside other labels") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

                                                  Outstanding

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Requires improvement to be good
 children who need help and protection

 The experiences and progress of                  Inadequate
 children in care and care leavers

 Overall effectiveness
)");
  CHECK(m.grade == "unknown");
  CHECK(std::any_of(m.warnings.begin(), m.warnings.end(), [](const std::string& warning) {
    return warning.find("cannot be told from its place") != std::string::npos;
  }));
}

TEST_CASE("a grade may stand above its label or between two lines of it") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

                                                  Good
 The impact of leaders on social work
 practice with children and families

 The experiences and progress of
                                                  Requires improvement
 children who need help and protection

                                                  Outstanding
 The experiences and progress of
 children in care and care leavers

                                                  Good
 Overall effectiveness
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements == kAllFour);
}

TEST_CASE("a table may go on behind a page's end and a footnote") {
  Metadata m = metadata_of(draw({std::string(kTitle2019) + R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Requires improvement
 children who need help and protection            to be good

~1 This inspection was carried out under section 136 of the Education and Inspections Act 2006.
)",
                                 R"(
 The experiences and progress of                  Outstanding
 children in care and care leavers

 Overall effectiveness                            Good

 Children in Loamshire are helped by people who know them well, and who stay.
)"}));
  CHECK(m.grade == "good");
  CHECK(m.judgements == kAllFour);
}

TEST_CASE("labels with numbers, wide gaps and footnote marks are the same labels") {
  Metadata m = metadata_of(draw({R"(
#Loamshire Council

=Inspection of services for children in need of help and
=protection, children looked after and care leavers

 Inspection date: 3 November 2014 - 26 November 2014
 Report published: 9 January 2015

=Children's services in Loamshire require improvement to be
=good

*1. 1. Children who need help and protection      Requires improvement
*2.   Children    looked    after    and    achieving
*permanence                                       Good
 2.1 Adoption performance2                        Outstanding
 2.2 Experiences and progress of care leavers     Inadequate
*3. Leadership, management and governance         Requires improvement
)",
                                 R"(
=The Local Safeguarding Children Board is good

 The board meets all its duties.
)"}));
  CHECK(m.visit_type == "sif");
  CHECK(m.grade == "requires improvement");
  CHECK(m.judgements == Judgements{{"help_protection", "requires improvement"},
                                   {"looked_after", "good"},
                                   {"adoption", "outstanding"},
                                   {"care_leavers", "inadequate"},
                                   {"leaders", "requires improvement"},
                                   {"lscb", "good"}});
}

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

TEST_CASE("rows that were not judged give no grade and shift no other") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Not judged
 children who need help and protection

 The experiences and progress of                  Outstanding
 children in care and care leavers

 Overall effectiveness                            Good
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements == Judgements{{"leaders", "good"}, {"care_and_leavers", "outstanding"}});
}

TEST_CASE("a row without a grade stays unknown, with a warning") {
  Metadata m = ilacs(R"(
*Judgement                                        Grade

 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of
 children who need help and protection

 The experiences and progress of                  Outstanding
 children in care and care leavers

 Overall effectiveness                            Good
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements.at("help_protection") == "unknown");
  CHECK(m.judgements.at("care_and_leavers") == "outstanding");
  CHECK(m.warnings.size() >= 2);
}

TEST_CASE("a table and a heading that disagree give unknown and a warning with both") {
  Metadata m = metadata_of(draw({std::string(kTitle2019) + R"(
 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Good
 children who need help and protection

 The experiences and progress of                  Good
 children in care and care leavers

 Overall effectiveness                            Good
)",
                                 R"(
=The experiences and progress of children who need help and protection: inadequate

 1.   Children wait too long to be seen, and some are not seen at all by anyone.
)"}));
  CHECK(m.judgements.at("help_protection") == "unknown");
  CHECK(m.judgements.at("leaders") == "good");
  CHECK(m.warnings.back() ==
        "help_protection: readings disagree: good (judgement-table, page 1: \"The experiences and "
        "progress of children who need help and protection: Good\"); inadequate (section-heading, "
        "page 2: \"The experiences and progress of children who need help and protection: "
        "inadequate\")");
}

TEST_CASE("an ILACS report of 2026 without an overall row has no overall grade") {
  constexpr std::string_view kRows = R"(
 The impact of leaders on social work             Good
 practice with children and families

 The experiences and progress of                  Good
 children who need help and protection

 The experiences and progress of                  Outstanding
 children in care

 The experiences and progress of                  Good
 care leavers
)";
  auto report = [&](std::string_view dates, std::string_view more) {
    return metadata_of(draw({"\n#Inspection of Loamshire local authority children's services\n\n " +
                             std::string("Inspection dates: ") + std::string(dates) + "\n" +
                             std::string(kRows) + std::string(more)}));
  };
  CHECK(report("11 to 22 May 2026", "").grade == "none");
  CHECK(report("11 to 22 May 2026", "\n Overall effectiveness\n").grade == "unknown");
  CHECK(report("12 to 23 May 2025", "").grade == "unknown");
}

TEST_CASE("the scale that explains grades is no judgement") {
  Metadata m = metadata_of(draw({R"(
#Inspection of local authority arrangements for the
#protection of children

#Loamshire County Council

 Inspection dates: 8 - 17 October 2012
 Lead inspector   Ada Brook HMI

=The inspection judgements and what they mean

 1.   All inspection judgements are made using the following four point scale.

 Outstanding   a service that significantly exceeds minimum requirements
 Good          a service that exceeds minimum requirements
 Adequate      a service that meets minimum requirements
 Inadequate    a service that does not meet minimum requirements
)",
                                 R"(
=Record of main findings

*Local authority arrangements for the protection of children

*Overall effectiveness                            Adequate
*The effectiveness of the help and protection     Good
*provided to children, young people, families and
*carers
*The quality of practice                          Adequate
*Leadership and governance                        Inadequate
)"}));
  CHECK(m.visit_type == "child-protection");
  CHECK(m.grade == "adequate");
  CHECK(m.judgements == Judgements{{"help_protection", "good"},
                                   {"quality_of_practice", "adequate"},
                                   {"leaders", "inadequate"}});
}

TEST_CASE("a grade that the framework does not know is unknown") {
  Metadata m = ilacs(R"(
 The impact of leaders on social work             Adequate
 practice with children and families

 The experiences and progress of                  Good
 children who need help and protection

 Overall effectiveness                            Good
)");
  CHECK(m.judgements.at("leaders") == "unknown");
  CHECK(m.grade == "good");
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

TEST_CASE("a report that judges two services has one grade only where it is the same") {
  auto report = [](std::string_view care) {
    return metadata_of(draw({R"(
#Inspection of safeguarding and looked after
#children services

#Loamshire County Council

 Inspection dates: 8 - 19 November 2010
 Reporting inspector   Ada Brook HMI
)",
                             R"(
=Record of main findings

*Safeguarding services
 Overall effectiveness                            Adequate
 Capacity for improvement                         Good
*Services for looked after children
 Overall effectiveness                            )" +
                                 std::string(care) + R"(
 Capacity for improvement                         Good
)"}));
  };
  CHECK(report("Adequate").grade == "adequate");
  CHECK(report("Good").grade == "unknown");
  CHECK(report("Good").visit_type == "slac");
}

TEST_CASE("Grade 4 (Inadequate) under a heading is its grade") {
  Metadata m = metadata_of(draw({R"(
#Inspection of looked after children services

=Loamshire Council

 Inspection dates:   15-19 July 2013
 Reporting inspector Ada Brook HMI
)",
                                 R"(
=Overall effectiveness of services for looked after children and young people
=Grade 4 (Inadequate)

 8.   The judgement for overall effectiveness is inadequate.

=Leadership and management
=Grade 3 (Adequate)

 9.   Leaders know what must change and have begun to change it, though slowly.
)"}));
  CHECK(m.visit_type == "looked-after");
  CHECK(m.grade == "inadequate");
  CHECK(m.judgements == Judgements{{"leaders", "adequate"}});
}

TEST_CASE("sentences state judgements") {
  struct Case {
    const char* sentence;
    const char* key;
    const char* grade;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The overall judgement is that children’s services are inadequate", "overall",
            "inadequate"},
           {"The overall judgement is requires improvement.", "overall", "requires improvement"},
           {"Children’s services in Loamshire require improvement to be good", "overall",
            "requires improvement"},
           {"Children’s services in the Royal Borough of Marl upon Loam are good", "overall",
            "good"},
           {"The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "lscb",
            "good"},
           {"The judgement for the effectiveness of the Local Safeguarding Children Board (LSCB) "
            "is requires improvement",
            "lscb", "requires improvement"},
           {"The Loamshire Safeguarding Children Board (LSCB) is inadequate", "lscb", "inadequate"},
           {"The LSCB is inadequate because:", "lscb", "inadequate"},
           {"The graded judgement for adoption performance is that it requires improvement",
            "adoption", "requires improvement"},
           {"The graded judgement about the experience and progress of care leavers is that it is "
            "requires improvement to be good",
            "care_leavers", "requires improvement"},
           {"The overall effectiveness of the arrangements to protect children in Loamshire is "
            "judged to be adequate.",
            "overall", "adequate"}}) {
    INFO(c.sentence);
    auto row = read_judgement_sentence(c.sentence, true);
    REQUIRE(row);
    CHECK(row->key == c.key);
    CHECK(row->grade == c.grade);
  }
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

TEST_CASE("sentences about other times and other things state no judgement") {
  for (const char* sentence :
       {"At the last inspection the overall effectiveness of services was good.",
        "Children’s services in Loamshire were judged to be inadequate in 2016.",
        "Children’s services in Loamshire are good at finding homes for teenagers.",
        "The LSCB is good at learning from reviews.",
        "Since then, children’s services in Loamshire are good.",
        "A local authority that is inadequate does not do these things.",
        "Overall effectiveness Inadequate Requires improvement",
        "An LSCB that is inadequate does not demonstrate that it meets its duties."}) {
    INFO(sentence);
    CHECK_FALSE(read_judgement_sentence(sentence, true));
  }
}

TEST_CASE("grades are told from their words and nothing else") {
  struct Case {
    const char* words;
    const char* grade;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"good", "good"},
                                   {"requires improvement", "requires improvement"},
                                   {"require improvement to be good", "requires improvement"},
                                   {"inadequate grade 4", "inadequate"},
                                   {"grade 2 good", "good"},
                                   {"outstanding1", "outstanding"},
                                   {"not judged", "not judged"}}) {
    INFO(c.words);
    CHECK(grade_from_words(c.words) == std::string(c.grade));
  }
  for (const char* words : {"", "3", "good enough", "to be good", "requires", "mostly good"}) {
    INFO(words);
    CHECK_FALSE(grade_from_words(words));
  }
}

TEST_CASE("labels of every era have their keys") {
  struct Case {
    const char* words;
    const char* key;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"the impact of leaders on social work practice with children and families", "leaders"},
           {"the experiences and progress of children in care", "in_care"},
           {"the experiences and progress of children in care and care leavers",
            "care_and_leavers"},
           {"the experiences and progress of children care leavers", "care_leavers"},
           {"2 1 adoption performance", "adoption"},
           {"3 leadership management and governance", "leaders"},
           {"overall effectiveness", "overall"},
           {"capacity to improve", "other"}}) {
    INFO(c.words);
    auto key = label_of_heading(c.words);
    REQUIRE(key);
    CHECK(*key == c.key);
  }
  CHECK_FALSE(label_of_heading("the experiences of children in care in placements"));
  CHECK_FALSE(label_of_heading("adoption performance has improved"));
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

TEST_CASE("a title page in one line is cut again at its labels") {
  Metadata m = metadata_of(plain_text(
      "Loamshire County Council Inspection of services for children in need of help and "
      "protection, "
      "children looked after and care leavers and Review of the effectiveness of the local "
      "safeguarding children board1 Inspection date: 20 January 2015 – 11 February 2015 Report "
      "published: 27 March 2015 The overall judgement is that children’s services are good The "
      "local authority leads well. The judgements on areas of the service are: 1. Children who "
      "need help and protection Good 2. Children looked after and achieving permanence Requires "
      "improvement 2.1 Adoption performance Good 2.2 Experiences and progress of care leavers Good "
      "3. Leadership, management and governance 1 Outstanding Ofsted produces this report under "
      "its powers. Lead inspector: Ada Brook Deputy lead inspector: Sam Hill\n"));
  CHECK(m.visit_type == "sif");
  CHECK(m.authority == "Loamshire");
  CHECK(m.inspection_end == "2015-02-11");
  CHECK(m.published == "2015-03-27");
  CHECK(m.grade == "good");
  CHECK(m.judgements["looked_after"] == "requires improvement");
  CHECK(m.judgements["care_leavers"] == "good");
  CHECK(m.judgements["leaders"] == "outstanding");
  CHECK(m.lead_inspector == "Ada Brook");
}

TEST_CASE("ordinary prose is not cut") {
  std::string prose(600, 'x');
  CHECK(cut_run_on(prose + " Overall effectiveness is good.").size() == 1);
  CHECK(cut_run_on("Lead inspector: Ada Brook This lettuce").size() == 1);
}

}  // namespace
}  // namespace ofsearch
