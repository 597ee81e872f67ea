#include "indexer/metadata/grades/tables/judgement_table.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

using test::draw;
using test::metadata_of;
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

TEST_CASE("a grade of before in brackets beside the one of now is not read") {
  Metadata m = ilacs(R"(
 The impact of leaders on social work             Good (2018: inadequate)
 practice with children and families

 The experiences and progress of                  Good (previously requires improvement)
 children who need help and protection

 Overall effectiveness                            Good (was inadequate in 2018)
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements == Judgements{{"leaders", "good"}, {"help_protection", "good"}});
  m = ilacs(R"(
*Overall effectiveness: good (2018: requires improvement)

 Children are seen.
)");
  CHECK(m.grade == "good");
}

TEST_CASE("a part's short name is a label where its cell holds nothing else") {
  Metadata m = ilacs(R"(
 The impact of leaders on social work             Good
 practice with children and families

 Help and protection                              Requires improvement

 Children in care                                 Good

 Care leavers                                     Inadequate

 Overall effectiveness                            Good
)");
  CHECK(m.grade == "good");
  CHECK(m.judgements == Judgements{{"leaders", "good"},
                                   {"help_protection", "requires improvement"},
                                   {"in_care", "good"},
                                   {"care_leavers", "inadequate"}});
  // The end of a label, or of a title, whose first line stands above.
  m = ilacs(R"(
 The experiences and progress of                  Good
 children who need
 help and protection

 Services for children in need of
 help and protection

 Overall effectiveness                            Inadequate
)");
  CHECK(m.grade == "inadequate");
  CHECK(m.judgements == Judgements{{"help_protection", "good"}});
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

}  // namespace
}  // namespace ofsearch
