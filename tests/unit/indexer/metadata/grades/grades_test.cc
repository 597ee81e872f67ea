#include "indexer/metadata/grades/grades.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <map>
#include <string>
#include <string_view>

namespace ofsearch {
namespace {

using test::draw;
using test::metadata_of;
using Judgements = std::map<std::string, std::string>;

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

}  // namespace
}  // namespace ofsearch
