// What letters, joint inspections and articles are, whose they are, and what they looked at.
#include "indexer/metadata/focus.h"
#include "indexer/metadata/names/inspector_name.h"
#include "indexer/metadata/names/written_authority.h"
#include "indexer/metadata/visit_type.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

namespace ofsearch {
namespace {

using test::draw;
using test::metadata_of;
using test::plain_text;

TEST_CASE("a monitoring visit's letter") {
  Metadata m = metadata_of(plain_text(R"(Ofsted
Agora
6 Cumberland Place
Nottingham
NG1 6HJ

T 0300 123 1231
www.gov.uk/ofsted

24 January 2017

Ms A Brook
Director of Children’s Services
Loamshire County Council
County Hall
Loamchester

Dear Ms Brook

Monitoring visit of Loamshire County Council children’s services

This letter summarises the findings of the monitoring visit to Loamshire children’s
services on 30 November and 1 December 2016. The visit was the second monitoring visit
since the local authority was judged inadequate in May 2016. The inspectors were Jo Reed
HMI and Sam Hill HMI.

Areas covered by the visit

During the course of this visit, inspectors reviewed the progress made in the area of help
and protection, with a particular focus on thresholds. The front door was seen too.

Yours sincerely

Jo Reed
Her Majesty’s Inspector
)"));
  CHECK(m.kind == "letter");
  CHECK(m.title == "Monitoring visit of Loamshire County Council children’s services");
  CHECK(m.visit_type == "monitoring-visit");
  CHECK(m.authority == "Loamshire");
  CHECK(m.inspection_start == "2016-11-30");
  CHECK(m.inspection_end == "2016-12-01");
  CHECK(m.published == "2017-01-24");
  CHECK(m.year == 2016);
  CHECK(m.grade == "none");
  CHECK(m.judgements.empty());
  CHECK(m.standing_grade == "inadequate");
  CHECK(m.focus == "child-in-need-or-protection");
  CHECK_FALSE(m.lead_inspector);
}

TEST_CASE("a focused visit's letter that names its framework") {
  Metadata m = metadata_of(plain_text(R"(3 September 2021

Ada Brook, Executive Director
Loamshire Council

Dear Ada

Focused visit to Loamshire children’s services

This letter summarises the findings of the focused visit to Loamshire children’s services on
13 and 14 July 2021. Her Majesty’s Inspectors for this visit were Jo Reed and Sam Hill.

Inspectors looked at the local authority’s arrangements for care leavers, including those
who live far away.

This visit was carried out in line with the inspection of local authority children’s
services (ILACS) framework.

Headline findings

Care leavers are well known to their personal advisers. They were helped early.
)"));
  CHECK(m.visit_type == "focused-visit");
  CHECK(m.focus == "care-leavers");
  CHECK(m.inspection_end == "2021-07-14");
  CHECK(m.published == "2021-09-03");
  CHECK_FALSE(m.standing_grade);
}

TEST_CASE("titles tell what the inspection was") {
  struct Case {
    const char* title;
    const char* visit_type;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"focused visit to loamshire childrens services", "focused-visit"},
           {"monitoring visit to loamshire childrens services", "monitoring-visit"},
           {"joint targeted area inspection of the multi agency response to domestic abuse in "
            "loamshire",
            "jtai"},
           {"area send inspection of loamshire local area partnership", "area-send"},
           {"area send monitoring inspection of loamshire local area partnership",
            "area-send-monitoring"},
           {"joint local area send inspection in loamshire", "area-send"},
           {"joint area send revisit in loamshire", "area-send-monitoring"},
           {"inspection of services for children in need of help and protection children looked "
            "after and care leavers and review of the effectiveness of the local safeguarding "
            "children board",
            "sif"},
           {"review of the effectiveness of the local safeguarding children board", "lscb-review"},
           {"inspection of safeguarding and looked after children services", "slac"},
           {"inspection of local authority arrangements for the protection of children",
            "child-protection"},
           {"inspection of looked after children services", "looked-after"},
           {"joint area review", "joint-area-review"},
           {"unannounced inspection of contact referral and assessment arrangements", "other"},
           {"inspection of loamshire local authority childrens services", "ilacs"},
           {"inspection of childrens social care services", "ilacs"},
           {"annual report", ""}}) {
    INFO(c.title);
    CHECK(visit_type_of_title(c.title) == c.visit_type);
  }
}

TEST_CASE("an area SEND letter of 2016 to 2022") {
  Metadata m = metadata_of(draw({R"(
 22 May 2017

 Ms Ada Brook
 Director of Children’s Services
 Loamshire County Council

 Dear Ms Brook

*Joint local area SEND inspection in Loamshire

 Between 6 March 2017 and 10 March 2017, Ofsted and the Care Quality Commission
 (CQC), conducted a joint inspection of the local area of Loamshire to judge the
 effectiveness of the area in implementing the reforms of the 2014 Act.

 As a result of the findings of this inspection, a written statement of action is
 required because of weaknesses in the area’s practice.
)",
                                 R"(
 Yours sincerely

*Ofsted                              Care Quality Commission
 Max Dale                            Una Firth
 Regional Director                   Deputy Chief Inspector
 Jo Reed                             Sam Hill
 HMI Lead Inspector                  CQC Lead Inspector
)"}));
  CHECK(m.kind == "letter");
  CHECK(m.visit_type == "area-send");
  CHECK(m.authority == "Loamshire");
  CHECK(m.inspection_start == "2017-03-06");
  CHECK(m.inspection_end == "2017-03-10");
  CHECK(m.published == "2017-05-22");
  CHECK(m.grade == "none");
  CHECK_FALSE(m.send_outcome);
  CHECK(m.lead_inspector == "Jo Reed");
}

TEST_CASE("an area SEND report of 2023 and later has its outcome") {
  struct Case {
    const char* words;
    const char* outcome;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The local area partnership’s arrangements typically lead to positive experiences and "
            "outcomes for children and young people.",
            "typically-positive"},
           {"The local area partnership’s arrangements lead to inconsistent experiences and "
            "outcomes.",
            "inconsistent"},
           {"There are widespread and/or systemic failings leading to significant concerns.",
            "widespread-failings"}}) {
    Metadata m = metadata_of(
        draw({std::string("\n#Area SEND inspection of Loamshire Local Area Partnership\n\n"
                          " Inspection dates: 6 to 10 February 2023\n\n=Inspection outcome\n\n ") +
              c.words + "\n\n The next full area SEND inspection will be within three years.\n"}));
    INFO(c.words);
    CHECK(m.send_outcome == std::string(c.outcome));
    CHECK(m.kind == "report");
  }
}

TEST_CASE("an outcome that is denied, or told of before, is none") {
  const auto outcome_of = [](const std::string& words) {
    return metadata_of(
               draw({std::string("\n#Area SEND inspection of Loamshire Local Area Partnership\n\n"
                                 " Inspection dates: 6 to 10 February 2023\n\n=Inspection "
                                 "outcome\n\n ") +
                     words + "\n"}))
        .send_outcome;
  };
  for (const char* words :
       {"Inspectors did not find widespread and/or systemic failings.",
        "In 2019 there were widespread and/or systemic failings. There are none now.",
        "There are no longer any widespread and/or systemic failings.",
        "Arrangements do not typically lead to positive experiences and outcomes."}) {
    INFO(words);
    CHECK_FALSE(outcome_of(words));
  }
  CHECK(outcome_of("They do not yet typically lead to positive experiences; they lead to "
                   "inconsistent experiences and outcomes.") == "inconsistent");
  CHECK(outcome_of("Few were not surprised when inspectors this month warned of widespread and "
                   "systemic failings.") == "widespread-failings");
  CHECK(outcome_of("Children do not wait. There are widespread and/or systemic failings.") ==
        "widespread-failings");
  CHECK(outcome_of("In 2019 there were widespread and/or systemic failings. Now the "
                   "arrangements lead to inconsistent experiences and outcomes.") ==
        "inconsistent");
}

TEST_CASE("an area SEND report that states two outcomes has neither") {
  Metadata m = metadata_of(draw({R"(
#Area SEND inspection of Loamshire Local Area Partnership

 Inspection dates: 6 to 10 February 2023

=Inspection outcome

 The arrangements lead to inconsistent experiences and outcomes for many children.

 There are widespread and/or systemic failings leading to significant concerns.
)"}));
  CHECK(m.send_outcome == std::string("unknown"));
}

TEST_CASE("a topic is what inspectors say they looked at, the first named of several") {
  struct Case {
    const char* text;
    const char* focus;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"arrangements for the 'front door', the service that receives contacts", "front-door"},
           {"arrangements for children in need and those on a child protection plan",
            "child-in-need-or-protection"},
           {"children at risk of extra-familial harm, sexual exploitation among it",
            "extra-familial-risk"},
           {"arrangements for achieving permanence for children in care", "permanence"},
           {"children in care, their homes and schools", "in-care"},
           {"support for care leavers aged 18 to 25", "care-leavers"},
           {"children who need help and protection. specifically, they considered contacts and "
            "referrals",
            "front-door"},
           {"the first point of contact for children who need help and protection", "front-door"},
           {"help and protection for vulnerable adolescents", "extra-familial-risk"},
           {"children in need of help and protection, and thresholds. the front door was seen too",
            "child-in-need-or-protection"},
           {"the front door, children in need and care leavers", "other"},
           {"the front door, including assessments of children in need and children in care",
            "front-door"},
           {"support for care leavers and not at children in care", "care-leavers"},
           {"permanence, not the front door", "permanence"},
           {"children in care, specifically: planning and achieving permanence", "permanence"},
           {"children in need, with a particular focus on those at risk of exploitation",
            "extra-familial-risk"},
           {"care leavers, in particular those who had been children in care", "care-leavers"},
           {"decisions across help and protection, children in care, and care leavers", "other"},
           {"help and protection, including the front door", "front-door"},
           // What they are in need of says more than that they are.
           {"children in need of extra-familial help", "extra-familial-risk"},
           {"children in need of permanent homes, and adoption", "permanence"},
           {"children in need of early help", "child-in-need-or-protection"},
           {"children in need of protection from exploitation", "child-in-need-or-protection"},
           {"the weather", ""}}) {
    INFO(c.text);
    CHECK(focus_of(c.text) == c.focus);
  }
}

TEST_CASE("a visit to all services, which says how it was made and not at what, is of no topic") {
  Metadata m = metadata_of(draw({R"(
#Focused visit to Loamshire children’s services

 This letter summarises the findings of a focused visit to Loamshire on 3 and 4 March 2021.

 The methodology for this visit was in line with the framework, and adapted to the time.
)"}));
  CHECK(m.focus == std::string("other"));
}

TEST_CASE("names are cleared of titles and offices") {
  struct Case {
    const char* printed;
    const char* name;
  };
  for (const Case& c :
       std::initializer_list<Case>{{"Ada Brook, His Majesty's Inspector", "Ada Brook"},
                                   {"Ada Brook HMI", "Ada Brook"},
                                   {"Mr Sam Hill, Ofsted lead inspector", "Sam Hill"},
                                   {"Jo Reed Her Majesty’s Inspector", "Jo Reed"},
                                   {"Una Firth-Dale, HMI, Ofsted Lead inspector", "Una Firth-Dale"},
                                   {"Siân O’Neill HMI", "Siân O’Neill"},
                                   {"Lead inspector", ""},
                                   {"the team", ""},
                                   {"Judgement", ""}}) {
    INFO(c.printed);
    CHECK(clean_name(c.printed) == c.name);
  }
}

TEST_CASE("who led a visit its letter says in a sentence or below its signature, or not at all") {
  struct Case {
    const char* inspectors;
    const char* signature;
    const char* lead;  // empty: unknown
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Jo Reed, lead inspector, Sam Hill, team inspector, and Una Firth, who observed",
            "Jo Reed", "Jo Reed"},
           {"lead inspector Jo Reed and team inspector Sam Hill", "Jo Reed", "Jo Reed"},
           {"Jo Reed HMI and Sam Hill HMI", "Sam Hill (Lead Inspector)", "Sam Hill"},
           {"Jo Reed, Her Majesty\u2019s Inspector (lead inspector) and Sam Hill", "Jo Reed",
            "Jo Reed"},
           // The one who signs need not have led.
           {"Jo Reed HMI and Sam Hill HMI", "Jo Reed", ""},
           {"Jo Reed, deputy lead inspector, and Sam Hill", "Jo Reed", ""},
           {"Jo Reed, CQC (lead inspector), and Sam Hill", "Sam Hill", ""},
           // Of another inspection.
           {"Jo Reed and Sam Hill. Una Firth (lead inspector) led that of 2018", "Jo Reed", ""},
           {"Jo Reed, lead inspector, and Sam Hill", "Sam Hill (Lead Inspector)", ""}}) {
    INFO(c.inspectors);
    Metadata m = metadata_of(plain_text(
        "3 March 2022\n\nDear Ms Brook\n\nFocused visit to Loamshire children\u2019s services\n\n"
        "This letter summarises the findings of the focused visit to Loamshire children\u2019s "
        "services on 1 and 2 February 2022. Her Majesty\u2019s Inspectors for this visit were " +
        std::string(c.inspectors) +
        ". The lead inspector and the director agreed what to see.\n\nChildren are "
        "seen.\n\nYours sincerely\n\n" +
        c.signature + "\n\nHer Majesty\u2019s Inspector\n"));
    CHECK(m.lead_inspector.value_or("") == c.lead);
  }
}

TEST_CASE("of two lead inspectors the inspectorate's own is taken") {
  Metadata m =
      metadata_of(draw({"\n#Area SEND inspection of Loamshire Local Area Partnership\n\n"
                        " Inspection dates: 6 to 10 February 2023\n",
                        R"(
=Inspection team

=Ofsted                               Care Quality Commission
 Jo Reed, Ofsted HMI, Lead Inspector  Sam Hill, CQC Lead Inspector
 Una Firth, Ofsted HMI                Max Dale, CQC Inspector
)"}));
  CHECK(m.lead_inspector == "Jo Reed");
}

TEST_CASE("an authority that the table lacks is kept as its title writes it") {
  struct Case {
    const char* title;
    const char* name;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Inspection of Loamshire local authority children’s services", "Loamshire"},
           {"Inspection of Loamshire County Council local authority children’s services",
            "Loamshire"},
           {"Focused visit to Marl upon Loam children’s services", "Marl upon Loam"},
           {"Joint targeted area inspection of the multi-agency response to neglect in Loamshire",
            "Loamshire"},
           {"Area SEND inspection of Loamshire Local Area Partnership", "Loamshire"}}) {
    INFO(c.title);
    CHECK(authority_in_title(c.title) == std::string(c.name));
  }
  CHECK_FALSE(authority_in_title("Inspection of children’s social care services"));
  CHECK_FALSE(authority_in_title("Inspection of local authority children’s services"));
  CHECK(authority_in_council_name("London Borough of Marlgate") == std::string("Marlgate"));
  CHECK(authority_in_council_name("Director of Children’s Services, Loamshire County Council") ==
        std::string("Loamshire"));
  CHECK_FALSE(authority_in_council_name("County Hall"));
}

TEST_CASE("an authority of the table is known by its title whatever else the text names") {
  Metadata m = metadata_of(draw({R"(
#Inspection of Leeds local authority children’s services

 Inspection dates: 3 to 14 June 2019

 Leeds works with Bradford, Kirklees, Wakefield and Calderdale. Bradford, Kirklees and
 Wakefield are its neighbours; Bradford sends most.
)"}));
  CHECK(m.authority == "Leeds");
  CHECK(m.authority_code == "E08000035");
  CHECK(m.region == "Yorkshire and The Humber");
  CHECK(m.evidence.at("authority").rule == "title");
}

TEST_CASE("an article about a visit") {
  Metadata m = metadata_of(plain_text(R"(Loamshire social work “steadier”, inspectors say

The monitoring visit in August found that fewer agency workers are needed, said the report.

The visit was the 14th monitoring visit since the local authority was judged inadequate in March 2015.
)"));
  CHECK(m.kind == "article");
  CHECK(m.visit_type == "monitoring-visit");
  CHECK(m.grade == "none");
  CHECK(m.standing_grade == "inadequate");
  CHECK(m.title == "Loamshire social work “steadier”, inspectors say");
}

TEST_CASE("facets are those of the first of two reports in one file") {
  Metadata m = metadata_of(draw({R"(
#Inspection of Loamshire local authority children’s services

 Inspection dates: 3 to 14 June 2019

 Overall effectiveness      Good
 The impact of leaders      Good
)",
                                 "\n Children are safe.\n", "\n Children are well.\n", R"(
#Inspection of Marlgate local authority children’s services

 Inspection dates: 6 to 17 May 2024

 Overall effectiveness      Inadequate
 The impact of leaders      Inadequate
)"}));
  CHECK(m.authority == "Loamshire");
  CHECK(m.grade == "good");
  CHECK(m.year == 2019);
  CHECK(m.warnings.front() ==
        "a second report begins on page 4; the facets are those of the first");
}

TEST_CASE("an article that prints a letter in full is an article") {
  Metadata m = metadata_of(plain_text(
      R"(THE full letter on Ofsted's second visit to Loamshire has been released by the council.

Two inspectors from the department came last month and looked at children in need of protection.

Dear Ada

This letter summarises the findings of the monitoring visit to Loamshire children’s services on 4 and 5 October 2022. This was the second monitoring visit since the local authority was judged inadequate in December 2021.
)"));
  CHECK(m.kind == "article");
  CHECK(m.visit_type == "monitoring-visit");
  CHECK(m.inspection_start == "2022-10-04");
  CHECK(m.standing_grade == "inadequate");
}

TEST_CASE("an article about several councils has the authority and dates of none") {
  Metadata m = metadata_of(plain_text(R"(Ofsted: the latest focused visits

Wednesday, April 10, 2024

Ofsted has published the outcomes of a series of focused visits to councils.

This page was last updated on 10 April 2024

The trade press looks at the most recent of them, one by one, in this article.

Leeds City Council

Inspectors visited Leeds on 20 and 21 February 2024 to look at children in need.

Kirklees Council

Inspectors visited Kirklees on 31 January and 1 February 2024 to look at care leavers.
)"));
  CHECK(m.kind == "article");
  CHECK(m.visit_type == "focused-visit");
  CHECK(m.authority == "unknown");
  CHECK_FALSE(m.inspection_start);
  CHECK_FALSE(m.inspection_end);
  CHECK(m.published == "2024-04-10");
}

TEST_CASE("an article's only authority is its own, wherever it is named") {
  Metadata m = metadata_of(plain_text(R"(Positive feedback after our focused visit

Ofsted published the outcome of our latest focused visit on 16 and 17 April 2024, which specifically looked at arrangements for care leavers.

The headline finding is that plans are better. Managers know young people well.

They found good homes for young people.

The council leader welcomed the findings. More will be done for care leavers living in Leeds.
)"));
  CHECK(m.kind == "article");
  CHECK(m.authority == "Leeds");
  CHECK(m.inspection_start == "2024-04-16");
  CHECK(m.inspection_end == "2024-04-17");
  CHECK(m.focus == "care-leavers");
}

TEST_CASE("where somebody works is not whom an article is about") {
  Metadata m = metadata_of(plain_text(R"(Improvement board update

Ofsted rated the services in May. The board met on Monday.

The new director will be Jo Reed, who is currently working in Rochdale.
)"));
  CHECK(m.kind == "article");
  CHECK(m.authority == "unknown");
}

TEST_CASE("what inspectors looked at may stand in a list below its introduction") {
  Metadata m = metadata_of(plain_text(R"(Dear Ada

Monitoring visit to Loamshire children’s services

This letter summarises the findings of the monitoring visit to Loamshire children’s services on 2 and 3 February 2022.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern from the inspection:

• Making sure that decisions of the multi-agency safeguarding hub are acted on.

• Plans.
)"));
  CHECK(m.focus == "front-door");
}

TEST_CASE("a joint inspection's subject does not hide its dates") {
  Metadata m = metadata_of(plain_text(R"(16 December 2016
Dear local partnership
Joint targeted area inspection of the multi-agency response to abuse and
neglect in Loamshire
Between 31 October and 4 November 2016, Ofsted and others undertook a joint
inspection of the multi-agency response to abuse and neglect in Loamshire.
)"));
  CHECK(m.visit_type == "jtai");
  CHECK(m.inspection_start == "2016-10-31");
  CHECK(m.inspection_end == "2016-11-04");
}

TEST_CASE("visits named behind a whole title do not change what the report is") {
  Metadata m = metadata_of(plain_text(R"(Loamshire

Inspection of children’s social care services

Inspection dates: 1 July 2019 to 12 July 2019

All areas for priority action from the focused visit in May 2018 have been addressed

Children are seen.
)"));
  CHECK(m.visit_type == "ilacs-standard");
}

TEST_CASE("a whole report that lost its title page is no article, whoever speaks in it") {
  std::string report = "The experiences and progress of children\n\n";
  for (int i = 0; i < 300; ++i)
    report += "Children told the inspectors that the councillors of Loamshire listen to them.\n\n";
  CHECK(metadata_of(plain_text(report)).kind == "report");
}

}  // namespace
}  // namespace ofsearch
