// Articles, pages and papers: what they are and what they say that an inspection awarded.
#include "indexer/metadata/grades/articles/article_grades.h"
#include "indexer/metadata/grades/articles/article_sentence.h"
#include "indexer/metadata/metadata.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;
using Judgements = std::map<std::string, std::string>;

TEST_CASE("what a sentence of an article awards") {
  struct Case {
    const char* sentence;
    const char* awarded;  // "key grade; key grade"
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Children's services in Loamshire have been rated 'outstanding' by Ofsted.",
            "overall outstanding; "},
           {"Its social services were labelled as \"inadequate\" in all areas.",
            "overall inadequate; "},
           {"Loamshire's children's services require improvement overall.",
            "overall requires improvement; "},
           {"The service was rated good, with the impact of leaders rated as outstanding.",
            "overall good; leaders outstanding; "},
           {"We received outstanding judgements for our work with children in care; care leavers; "
            "and for the impact of leaders.",
            "in_care outstanding; care_leavers outstanding; leaders outstanding; "},
           {"The leadership was outstanding, as was the overall effectiveness.",
            "leaders outstanding; overall outstanding; "},
           {"It found the safeguarding children board to be inadequate.", "lscb inadequate; "},
           {"Support for children in care and care leavers was judged good.",
            "care_and_leavers good; "},
           {"Leadership was outstanding and help and protection required improvement to be good.",
            "leaders outstanding; help_protection requires improvement; "},
           {"Support for care leavers requires improvement.",
            "care_leavers requires improvement; "},
           {"Leadership required improvement in two teams.", ""},
           // An earlier year.
           {"In 2017 the authority was told that it required improvement, and in 2013 that the "
            "council was inadequate.",
            ""},
           // The short form of a grade.
           {"Ofsted rated the council's children's services RI.", "overall requires improvement; "},
           {"Children's services were rated Requires Improvement to be good (RI).",
            "overall requires improvement; "},
           {"The council received a judgement of 'RI'.", "overall requires improvement; "},
           {"Children's services are no longer RI.", ""},
           {"Children's services are good, not RI.", "overall good; "},
           {"A visitor from Providence, RI rated the council highly.", ""},
           {"Children's services were upgraded from inadequate to requires improvement.",
            "overall requires improvement; "},
           {"Children's services have gone from inadequate to better.", ""},
           // Two grades in one breath.
           {"Children's services were rated Inadequate/Good.", ""},
           // Another time, another place, a part, a count, a quotation of the scale.
           {"Children's services were rated good two years after an inadequate rating.",
            "overall good; "},
           {"The council was rated inadequate in July 2019.", ""},
           {"When last inspected the council was rated good.", ""},
           {"The council will be rated good next time, she said.", ""},
           {"Of 43 councils ten were rated good.", ""},
           {"Most were judged good or outstanding.", ""},
           {"A few areas were judged to be good.", ""},
           {"A children's home run by the council was judged inadequate.", ""},
           {"Outstanding is the highest rating.", ""}}) {
    INFO(c.sentence);
    std::string awarded;
    for (const JudgementRow& row : read_article_sentence(c.sentence, false))
      awarded += row.key + ' ' + row.grade + "; ";
    CHECK(awarded == c.awarded);
  }
}

TEST_CASE("a grade that was not given, or to something else, awards nothing") {
  for (const char* sentence :
       {"Walsall Council's children's services avoided an inadequate rating from Ofsted.",
        "Walsall spared inadequate rating",
        "Walsall dodges inadequate rating from Ofsted",
        "Walsall may be rated inadequate",
        "Minister: no council should be rated inadequate",
        "Walsall expects to be rated good",
        "Some expect an outstanding rating.",
        "Walsall on course for good rating",
        "Walsall on track to be rated good",
        "Leaked draft: Walsall to be rated inadequate",
        "The inadequate rating that Ofsted proposes in its draft report on children's services.",
        "The leader of the council, who had predicted an outstanding rating, said so.",
        "Is Walsall good?",
        "Kent rated good?",
        "Ofsted to rate Walsall outstanding?",
        "\u201cWas the council rated good?\u201d",
        "Adult services rated good at Walsall",
        "Early years rated outstanding",
        "Ofsted rated the front door of the council's children's services good.",
        "Staff rate Walsall outstanding",
        "Walsall's SEND rated inadequate by parents",
        "Campaigners rate Walsall inadequate",
        "Walsall fears inadequate verdict",
        "Walsall bracing for inadequate rating",
        "Walsall heading for good rating, says leader",
        "Walsall a step closer to good rating",
        "Walsall denies it was rated inadequate",
        "False rumours: Walsall rated inadequate",
        "Walsall vows to be rated good",
        "Walsall's homes rated good",
        "Walsall threatened with inadequate rating",
        "Walsall Council says that funding for children's services is inadequate.",
        "Walsall Council narrowly missed being rated good by Ofsted."}) {
    INFO(sentence);
    CHECK(read_article_sentence(sentence, true).empty());
  }
  struct Case {
    const char* headline;
    const char* grade;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Walsall rated good, then inadequate", "inadequate"},
           {"Children's services rated good and then inadequate", "inadequate"},
           {"Ofsted rated children's services good after praise for early years", "good"},
           {"Walsall is the first council to be rated outstanding", "outstanding"},
           {"Services were found to be inadequate in all areas by Ofsted", "inadequate"},
           {"Children's services rated good, with outstanding staff", "good"},
           {"Walsall rated inadequate and heads for a commissioner", "inadequate"},
           {"Council rated good by inspectors who heard parents", "good"}}) {
    INFO(c.headline);
    const auto rows = read_article_sentence(c.headline, true);
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.front().key == "overall");
    CHECK(rows.front().grade == c.grade);
  }
}

TEST_CASE("a headline awards a grade only if it is new") {
  CHECK(awards_grade("Loamshire County Council rated 'inadequate'"));
  CHECK(awards_grade("Children's services rated Good by Ofsted two years after Inadequate rating"));
  CHECK_FALSE(awards_grade("Children's services improving in 'inadequate' county"));
  CHECK(awards_grade("Loamshire children's services rated RI"));
  CHECK_FALSE(awards_grade("Loamshire children's services lose RI"));
  CHECK_FALSE(awards_grade("Council sheds inadequate rating"));
  CHECK_FALSE(awards_grade("Service will remain 'inadequate' until 2030"));
  CHECK_FALSE(awards_grade("Council strengthens referrals since requires improvement rating"));
}

TEST_CASE("an article on an inspection has its grade, with the words that give it") {
  Metadata m = metadata_of(plain_text(R"(Home
Kent children's services rated 'good' by watchdog

By Ada Brook

Children's services in Kent were rated good overall, the watchdog Ofsted said.

The impact of leaders was judged to be outstanding. At a focused visit last year there had been
less to praise.

In 2019 the council was rated inadequate. It hopes to be outstanding in 2030.
)"));
  CHECK(m.kind == "article");
  CHECK(m.title == "Kent children's services rated 'good' by watchdog");
  CHECK(m.visit_type == "unknown");
  CHECK(m.grade == "good");
  CHECK(m.evidence.at("grade").rule == "article-headline");
  CHECK(m.judgements == std::map<std::string, std::string>{{"leaders", "outstanding"}});
  CHECK_FALSE(m.standing_grade);
}

TEST_CASE("a grade is that of the authority that its sentence judges") {
  const auto article = [](const std::string& headline, const std::string& text) {
    return metadata_of(
        plain_text(headline +
                   "\n\nBy Ada Brook, local democracy reporter\n\n14 June "
                   "2023\n\n" +
                   text +
                   "\n\nA spokesperson for the council said staff had worked hard and "
                   "would go on doing so.\n"));
  };
  const Metadata helped = article(
      "Hampshire sent in to help failing council",
      "The government has sent Hampshire County Council to help Torbay Council, whose children's "
      "services were rated inadequate by Ofsted.");
  CHECK(helped.grade != "inadequate");
  CHECK(helped.authority == "unknown");
  const Metadata two = article("Dorset councils fare differently",
                               "BCP Council's children's services were rated inadequate by Ofsted, "
                               "while Dorset Council's were rated good.");
  CHECK(two.grade != "inadequate");
  const Metadata members = article(
      "Westminster MPs debate children's services rating",
      "MPs debated the inadequate rating that Ofsted gave to Croydon Council's children's services "
      "on Tuesday.");
  CHECK(members.grade != "inadequate");
  CHECK(members.authority != "Westminster");
  // Its own grade, whoever else is named.
  const Metadata own = article("Torbay rated inadequate",
                               "Ofsted rated Torbay Council's children's services inadequate after "
                               "a visit; Hampshire will help.");
  CHECK(own.authority == "Torbay");
  CHECK(own.grade == "inadequate");
  const Metadata behind = article(
      "Kent told to do better",
      "Like Medway before it, Kent County Council's children's services were rated inadequate.");
  CHECK(behind.authority == "Kent");
  CHECK(behind.grade == "inadequate");
}

TEST_CASE("an article on no single authority awards nothing") {
  Metadata m = metadata_of(plain_text(R"(Kent and Surrey children's services rated by Ofsted

Kent's children's services were rated good, Surrey's inadequate, the watchdog said.
)"));
  CHECK(m.authority == "unknown");
  CHECK(m.grade == "unknown");
}

TEST_CASE("an article on a visit has the grade in force, not one of its own") {
  Metadata m = metadata_of(plain_text(R"(Progress for children in Kent, says watchdog

Ofsted's monitoring visit to Kent County Council found progress.

The council's children's services were rated inadequate in July 2019.
)"));
  CHECK(m.visit_type == "monitoring-visit");
  CHECK(m.grade == "none");
  CHECK(m.standing_grade == std::string("inadequate"));
}

TEST_CASE("what is none of ours has no grade, whoever inspected or wrote it") {
  struct Case {
    const char* text;
    const char* visit_type;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Care Inspectorate Wales\n\nInspection of children's services\n\nOverall "
            "effectiveness: good\n",
            "other"},
           {"Inspection of Little Feet Day Nursery\n\nInspection date: 4 May 2023\n\nOverall "
            "effectiveness\tGood\n",
            "other"},
           {"Meadow House\n\nRegistered provider: Kent County Council\n\nInspection dates: 12 to "
            "13 June 2023\n\nOverall experiences and progress\tgood\n",
            "other"},
           {"Kent County Council\n\nInspection report for local authority adoption agency\n\n"
            "Inspection date 19/03/2010\n\nThe overall quality of the service is good.\n",
            "other"},
           {"Kent County Council\n\nInspection of supported accommodation\n\nOverall experiences "
            "of children are good.\n",
            "other"},
           {"Getting ready for ILACS\n\nMock inspection dates: 3 to 14 June 2024\n\nKent "
            "County Council\n\nOverall effectiveness\tGood\n",
            "unknown"},
           {"Ofsted judges two children's homes inadequate\n\nTwo homes in Kent were rated "
            "inadequate by the watchdog.\n",
            "other"},
           {"Kent County Council: local authority assessment\n\nThe Care Quality Commission rated "
            "the authority good.\n",
            "other"},
           {"Inspecting local authority children's services: evaluation criteria\n\nOverall "
            "effectiveness\n\nThe judgement is good if services are good.\n",
            "unknown"},
           {"Children's services improvement plan\n\nKent County Council\n\nOverall effectiveness"
            "\tInadequate\n",
            "unknown"},
           {"Statement on the report of the inspection of Kent County Council\n\nDirection issued "
            "under section 497A\n\nServices were inadequate.\n",
            "unknown"},
           {"Report of the Children's Services Adviser in Kent\n\nSince Ofsted's inspection of "
            "November 2022, which found services to be inadequate, leaders have changed.\n",
            "unknown"},
           {"Serious Case Review\n\nKent\n\nServices had been judged good by Ofsted in 2016.\n",
            "unknown"}}) {
    INFO(c.text);
    Metadata m = metadata_of(plain_text(c.text));
    CHECK(m.visit_type == c.visit_type);
    CHECK(m.grade == "unknown");
    CHECK(m.judgements.empty());
    CHECK_FALSE(m.standing_grade);
  }
}

TEST_CASE("a letter of Ofsted's stays one whoever else it names, and says of no Ofsted") {
  Metadata m = metadata_of(plain_text(R"(12 March 2019

Dear Ms Brook

Focused visit to Kent children's services

This letter summarises the findings of a focused visit to Kent children's services on 19 and 20 February 2019, in the week after the Care Quality Commission had been there. The inspectors were Jo Reed HMI and Sam Hill HMI.

Yours sincerely

Jo Reed
Her Majesty's Inspector
)"));
  CHECK(m.visit_type == "focused-visit");
  CHECK(m.authority == "Kent");
  m = metadata_of(plain_text(R"(Dear Ms Brook

Youth work in Kent

HMI Probation came to Kent on 19 and 20 February 2019.

Jo Reed
Her Majesty's Inspector of Probation
)"));
  CHECK(m.visit_type == "other");
}

TEST_CASE("an authority named as an example among authorities is nobody's") {
  CHECK(
      metadata_of(plain_text("Children's social care in 2023\n\nOf 150 local authorities 56% were "
                             "good; Hartlepool alone was outstanding in the year.\n"))
          .authority == "unknown");
}

TEST_CASE("a paper's example of an inspection gives no dates") {
  CHECK_FALSE(metadata_of(plain_text("Inspecting local authority children's services: guidance\n\n"
                                     "For example: the inspection of Kent from 4 to 15 March 2024 "
                                     "was a standard one.\n"))
                  .inspection_start);
}

TEST_CASE("a message about one authority that names another once is not about that") {
  SourceDocument message = plain_text("Here is the news.\n\nMedway is due next week.\n");
  message.declared_title = "FW: Outcome for Kent";
  CHECK(metadata_of(message).authority != "Medway");
}

TEST_CASE("the day beside a grade in a list is that of its publication") {
  CHECK_FALSE(metadata_of(plain_text("Kent County Council\n\nInspection of local authority "
                                     "children's services: Good, 18 April 2024\n"))
                  .inspection_end);
}

TEST_CASE("kind is a claim: a text that says nothing of the sort has none") {
  CHECK(metadata_of(plain_text("Notes\n\nChildren were seen.\n")).kind == "unknown");
  CHECK(metadata_of(plain_text("Joint targeted area inspections\n\nWhat they are.\n")).kind ==
        "unknown");
  CHECK(metadata_of(plain_text("Agenda item\n\nOfsted inspection of Kent's children's services\n\n"
                               "The report was noted.\n"))
            .kind == "unknown");
}

TEST_CASE("whoever calls an inspection Ofsted's writes about it") {
  CHECK(metadata_of(plain_text("Ofsted inspection of Kent's children's services\n\n"
                               "We were inspected in July 2023.\n"))
            .kind == "unknown");
  CHECK(metadata_of(plain_text("Kent's children's services upgraded\n\nOfsted has upgraded the "
                               "council's children's services from inadequate to good.\n"))
            .kind == "article");
}

TEST_CASE("what visits told leaders is not the press that speaks") {
  const std::string title =
      "Joint targeted area inspection of the multi-agency response to neglect in Kent\n\n";
  CHECK(metadata_of(plain_text(title + "Leaders have acted on what other visits told them.\n"))
            .kind == "report");
  CHECK(metadata_of(plain_text(title + "The leader told the paper that she was proud.\n")).kind ==
        "article");
  CHECK(metadata_of(plain_text(title + "Councillors were proud of it.\n")).kind == "article");
}

TEST_CASE("a page's copy of the report's table awards what it says") {
  Metadata m = metadata_of(plain_text(
      "Our Ofsted inspection\n\nIn July 2023 Ofsted inspected Kent County Council. We were rated "
      "good overall.\n\nArea\tRating\nThe impact of leaders on social work practice with children "
      "and families\tGood\nThe experiences and progress of children in care\tOutstanding\n"
      "Our website\tGood\nThe experiences and progress of care leavers\tNot judged\n\n"
      "In 2019 they had found care leavers' services inadequate.\n"));
  CHECK(m.kind == "article");
  CHECK(m.grade == "good");
  CHECK(m.judgements == Judgements{{"leaders", "good"}, {"in_care", "outstanding"}});
}

TEST_CASE("a release's day is that of its publication") {
  CHECK(metadata_of(plain_text("Kent rated good by Ofsted\n\nReleased: Friday 21 October 2022\n\n"
                               "Ofsted has rated Kent's children's services good.\n"))
            .published == "2022-10-21");
}

TEST_CASE("dates of a mock inspection make no report") {
  CHECK(
      metadata_of(plain_text("For managers\n\nMock inspection dates: 3 to 14 June 2024\n")).kind ==
      "unknown");
  CHECK(metadata_of(plain_text("For managers\n\nInspection dates: 3 to 14 June 2024\n")).kind ==
        "report");
}

TEST_CASE("a list of one council's reports is none of them") {
  const std::string head =
      "Kent County Council\n\nInspection of local authority children's services, 28 February 2022"
      "\n\nOverall effectiveness: Outstanding\n\nFocused visit: 20 July 2023\n\n";
  Metadata m = metadata_of(plain_text(head + "Focused visit: 4 July 2019\n"));
  CHECK(m.authority == "Kent");
  CHECK(m.kind == "unknown");
  CHECK(m.visit_type == "unknown");
  CHECK(m.grade == "unknown");
  CHECK_FALSE(m.inspection_end);
  // Two are a report and one that it names.
  CHECK(metadata_of(plain_text(head)).kind == "report");
}

TEST_CASE("a text without its first pages is of nobody whom it names once") {
  const std::string text =
      ". Too many children wait.\n\n8. In 2019 the council in Kent was visited.\n";
  CHECK(metadata_of(plain_text("7" + text)).authority == "unknown");
  CHECK(metadata_of(plain_text("1" + text)).authority == "Kent");
}

TEST_CASE("a list of several councils' reports is about none of them") {
  Metadata m = metadata_of(plain_text(R"(Search results

Kent County Council

Latest report: Focused visit, 12 March 2024

Surrey County Council

Latest report: Inspection of local authority children's services, 4 May 2023
)"));
  CHECK(m.authority == "unknown");
  CHECK(m.visit_type == "unknown");
  CHECK(m.grade == "unknown");
  CHECK_FALSE(m.inspection_end);
  CHECK_FALSE(m.year);
  m = metadata_of(plain_text(R"(This week: what Ofsted found

Kent: A focused visit praised the front door, the letter published on 4 May 2024 says.

Bolton: Inspectors who visited in February rated leadership outstanding.
)"));
  CHECK(m.authority == "unknown");
  CHECK(m.judgements.empty());
  CHECK_FALSE(m.published);
}

TEST_CASE("how long an inspection was, the days of a report's own label tell and no sentence") {
  CHECK(metadata_of(plain_text(R"(Inspection of Kent local authority children's services

Ofsted came to Kent County Council for two weeks, from 14 November 2022 to 25 November 2022.

The council welcomes the report. Our services were rated good.
)"))
            .visit_type == "ilacs");
  CHECK(metadata_of(plain_text(R"(Inspection of Kent local authority children's services

Inspection dates: 14 November 2022 to 25 November 2022
)"))
            .visit_type == "ilacs-standard");
}

TEST_CASE("a page tells the grade of now, whatever it says in brackets of before") {
  Metadata m = metadata_of(plain_text(R"(Ofsted rates Kent's children's services good

Published on 3 March 2023 by Kent County Council, which welcomes what inspectors found.

Overall effectiveness: good (2018: requires improvement)

Help and protection: outstanding (previously good)
)"));
  CHECK(m.grade == "good");
  CHECK(m.judgements == Judgements{{"help_protection", "outstanding"}});
}

TEST_CASE("grades listed under what was found before are not those of an article's inspection") {
  Metadata m = metadata_of(plain_text(R"(Kent's children's services plan for their inspection

Published on 3 March 2023 by Kent County Council, which welcomes its visitors.

Previous inspection

Overall effectiveness: inadequate

Help and protection: inadequate

What staff say

Children are seen.
)"));
  CHECK(m.grade == "unknown");
  CHECK(m.judgements.empty());
  // What stands between the heading and the grades changes nothing.
  for (const char* between :
       {"The council has worked hard to improve since those grades were given.",
        "Judgement\tGrade"}) {
    m = metadata_of(plain_text(std::string(R"(Kent's children's services plan for their inspection

Published on 3 March 2023 by Kent County Council, which welcomes its visitors.

Previous inspection

)") + between + R"(

Overall effectiveness: inadequate

Help and protection: inadequate
)"));
    INFO(between);
    CHECK(m.grade == "unknown");
    CHECK(m.judgements.empty());
  }
  // Under the name of another council.
  m = metadata_of(plain_text(R"(How Kent compares with its neighbours

Published on 3 March 2023 by Kent County Council, which welcomes its visitors.

Medway

Help and protection: good
)"));
  CHECK(m.authority == "Kent");
  CHECK(m.judgements.empty());
}

TEST_CASE("a title that the file alone has is one of a text that labels an inspection's facts") {
  SourceDocument document = plain_text(
      "Inspection dates: 12 to 23 June 2023\n\nLead inspector: Ada Brook, His Majesty's "
      "Inspector\n\nOverall effectiveness   Outstanding\n");
  document.declared_title = "Inspection of Kent local authority children's services";
  Metadata m = metadata_of(document);
  CHECK(m.authority == "Kent");
  CHECK(m.visit_type == "ilacs-standard");
  CHECK(m.title == document.declared_title);
  document = plain_text("We were visited in June.\n\nOverall effectiveness   Outstanding\n");
  document.declared_title = "Inspection of Kent local authority children's services";
  CHECK(metadata_of(document).kind == "unknown");
}

TEST_CASE("a letter's title is its subject") {
  Metadata m = metadata_of(plain_text(R"(3 March 2020

Ms A Brook
Director of Children's Services
Kent County Council

Dear Ms Brook

Annual engagement meeting

Thank you for meeting us.
)"));
  CHECK(m.kind == "letter");
  CHECK(m.title == "Annual engagement meeting");
}

TEST_CASE("a sentence is no title, and a deadline no inspection's date") {
  Metadata m = metadata_of(plain_text(R"(Area SEND inspection of Kent Local Area Partnership

Inspection dates: 6 to 10 February 2023

A monitoring inspection will be carried out within 18 months
)"));
  CHECK(m.title == "Area SEND inspection of Kent Local Area Partnership");
  m =
      metadata_of(plain_text("The plan was endorsed under the rules for the inspection of "
                             "authorities by 9 March 2017.\n"));
  CHECK_FALSE(m.inspection_end);
}

}  // namespace
}  // namespace ofsearch
