// The same facts where a program turned the document into another form.
#include "common/text/characters.h"
#include "common/text/text.h"
#include "indexer/metadata/grades/judgement_sentences.h"
#include "indexer/metadata/metadata.h"
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

std::string single_inspection(std::string_view sentence) {
  return "Loamshire County Council\nInspection of services for children in need of help and\n"
         "protection, children looked after and care leavers\n\n"
         "Inspection date: 14 November 2016 - 25 November 2016\n\n" +
         std::string(sentence);
}

TEST_CASE("a judgement's sentence may end on a later line, with no full stop and no blank line") {
  struct Case {
    const char* text;
    const char* grade;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"The overall judgement is that children's services require\nimprovement\n"
            "The council does not yet act early enough.\n",
            "requires improvement"},
           {"The overall judgement is that children's service requires\nimprovement.\n"
            "The council does not yet act early enough.\n",
            "requires improvement"},
           {"Children's services in Loamshire are\ngood\nLeaders know their services.\n", "good"},
           {"Children's services in the County of Loamshire upon\nMarsh are inadequate\n"
            "Too many children wait.\n",
            "inadequate"},
           {"Children's services in Loamshire are good at\nlistening\nLeaders know them.\n",
            "unknown"}}) {
    INFO(c.text);
    CHECK(metadata_of(plain_text(single_inspection(c.text))).grade == c.grade);
  }
}

TEST_CASE("the end of a sentence above a judgement table is none of its grades") {
  Metadata m = metadata_of(plain_text(single_inspection(R"(
Children's services in Loamshire and the Marsh District require improvement to be
good
1. Children who need help and protection          Requires improvement
2. Children looked after and achieving            Requires improvement
permanence
2.1 Adoption performance                          Good
2.2 Experiences and progress of care leavers      Good
3. Leadership, management and governance          Requires improvement
)")));
  CHECK(m.grade == "requires improvement");
  CHECK(m.judgements.at("looked_after") == "requires improvement");
  CHECK(m.judgements.at("help_protection") == "requires improvement");
  CHECK(m.judgements.at("leaders") == "requires improvement");
  CHECK(m.judgements.at("adoption") == "good");
}

TEST_CASE("a table in the body's size is no footnote, though the title page is larger") {
  Metadata m = metadata_of(draw({R"(
=Loamshire County Council
=Re-inspection of services for children in need of help and
=protection, children looked after and care leavers

=Inspection dates: 9-24 November 2017
=Report published: 19 January 2018

=Children's services in Loamshire are good, and they are so in
=every part of the county that inspectors came to in two weeks

 1. Children who need help and protection        Good
 2. Children looked after and achieving          Good
 permanence
    2.1 Adoption performance                     Outstanding
    2.2 Experiences and progress of care leavers Good
 3. Leadership, management and governance        Good
)",
                                 R"(
=Executive summary
 The council and its partners work well together and know what they do well and what they
 have yet to do. Managers look at the work often. Social workers say that they can see their
 managers when they need to, and that they like to work here. Children's views are in plans.
 Most children who need help have it early. Plans say what should change and by when.
 Children who cannot live at home live with people who know them well, and near their school.
 Those who leave care have somewhere to live and somebody to ask.
)"}));
  CHECK(m.judgements == Judgements{{"help_protection", "good"},
                                   {"looked_after", "good"},
                                   {"adoption", "outstanding"},
                                   {"care_leavers", "good"},
                                   {"leaders", "good"}});
}

TEST_CASE("a board is judged by a sentence about the board, not about its training") {
  auto grade = [](const char* sentence) {
    std::optional<JudgementRow> row = read_judgement_sentence(sentence, false);
    return row ? row->key + ' ' + row->grade : std::string();
  };
  CHECK(grade("The Loamshire Safeguarding Children Board is good.") == "lscb good");
  CHECK(grade("The Local Safeguarding Children Board (LSCB) requires improvement") ==
        "lscb requires improvement");
  CHECK(grade("The Local Safeguarding Children Board in Loamshire is inadequate.") ==
        "lscb inadequate");
  CHECK(grade("The Local Safeguarding Children Board (LSCB) is good 1") == "lscb good");
  CHECK(grade("Loamshire Safeguarding Children Board training is good.").empty());
  CHECK(grade("Safeguarding Children Board audits are good.").empty());
}

TEST_CASE("a title ends where the label of another fact begins, and goes on where it breaks off") {
  CHECK(metadata_of(plain_text("Inspection of Kent local authority children's services\n"
                               "Inspection dates: 4 to 8 March 2024\n\nSome text.\n"))
            .title == "Inspection of Kent local authority children's services");
  CHECK(metadata_of(plain_text("Inspection of Kent local authority children's services "
                               "Lead inspector: Ann Other\n\nSome text.\n"))
            .title == "Inspection of Kent local authority children's services");
  CHECK(metadata_of(draw({R"(
#Inspection of services for children in need of help and

#protection, children looked after and care leavers

 Inspection date: 4 March 2014 - 26 March 2014
)"}))
            .title.ends_with("help and protection, children looked after and care leavers"));
}

TEST_CASE("a cell beside a label may hold a stray word behind its grade, but no second thought") {
  auto grade = [](const std::string& cell) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                                  "Inspection dates: 4 to 8 March 2024\n\n"
                                  "Judgement\tGrade\nOverall effectiveness\t" +
                                  cell + "\n\nSome text of the report.\n"))
        .grade;
  };
  CHECK(grade("Inadequate") == "inadequate");
  CHECK(grade("Inadequate seeannex") == "inadequate");
  CHECK(grade("Good (provisional)") == "good");
  CHECK(grade("Good in 2019") == "unknown");
  CHECK(grade("Good to outstanding") == "unknown");
  CHECK(grade("Good, previously inadequate") == "unknown");
}

TEST_CASE("two leads of one inspectorate are both named; a partner's lead is not") {
  auto lead = [](std::string_view team) {
    return metadata_of(plain_text("Area SEND inspection of Kent Local Area Partnership\n\n"
                                  "Inspection dates: 4 to 8 March 2024\n\n" +
                                  std::string(team)))
        .lead_inspector.value_or("");
  };
  CHECK(lead("Inspection team\nOfsted\nAnn Other HMI, Ofsted Lead inspector\n"
             "Bo Nemo HMI, Ofsted Lead inspector\nCy Nobody, Ofsted HMI\n\n"
             "Care Quality Commission\nDi Someone, CQC Lead inspector\n") == "Ann Other; Bo Nemo");
  CHECK(lead("Lead inspector on site: Ann Other\nReport author: Bo Nemo\n") == "Ann Other");
  std::string filler(220, 'x');
  CHECK(lead(filler +
             " from the CQC. Inspection team Ofsted Care Quality Commission Ann Mary Other, "
             "Ofsted HMI Lead inspector Di Someone, CQC lead inspector Bo Nemo, Ofsted HMI "
             "Report of 4 to 8 March 2024\n") == "Ann Mary Other");
  CHECK(lead(filler + " CQC inspector Mr Bo Nemo, HMI, Ofsted lead inspector Di Someone, CQC "
                      "inspector\n") == "Bo Nemo");
  CHECK(lead(filler + " Inspection team Di Someone, CQC lead inspector Bo Nemo, Ofsted HMI\n") ==
        "");
}

TEST_CASE("a page in one line is cut behind its judgements, a later page before them") {
  std::string page =
      "Loamshire County Council Inspection of services for children in need of help and "
      "protection, "
      "children looked after and care leavers Inspection date: 19 November 2013 - 11 December 2013 "
      "The overall judgement is good The council leads well. 1. Children who need help and "
      "protection Good 2. Children looked after and achieving permanence Good 2.1 Adoption "
      "performance Good 2.2 Experiences and progress of care leavers Outstanding 3. Leadership, "
      "management and governance Good The judgement for the effectiveness of the Local "
      "Safeguarding "
      "Children Board (LSCB) is requires improvement The board is young.";
  std::vector<std::string> pieces = cut_run_on(page);
  CHECK(std::find(pieces.begin(), pieces.end(), "The overall judgement is good") != pieces.end());
  Metadata m =
      metadata_of(plain_text(page + "\n" + std::string(300, 'y') + " Section 2 The text.\n"));
  CHECK(m.grade == "good");
  CHECK(m.visit_type == "sif");
  CHECK(m.judgements.at("care_leavers") == "outstanding");
  CHECK(m.judgements.at("lscb") == "requires improvement");
}

// `text` broken anew to lines of at most `width` bytes, its blank lines kept.
std::string wrapped_at(size_t width, std::string_view text) {
  std::string out;
  for (std::string_view block : split(text, '\n')) {
    size_t filled = 0;
    for (std::string_view word : split_words(block)) {
      if (filled > 0) out.push_back(filled + 1 + word.size() > width ? '\n' : ' ');
      filled = filled > 0 && out.back() == ' ' ? filled + 1 + word.size() : word.size();
      out += word;
    }
    out.push_back('\n');
  }
  return out;
}

TEST_CASE("a title page that was broken anew to any width says what it said") {
  const std::string report =
      "Inspection of Loamshire local authority children's services Inspection dates: 4 to 15 March "
      "2024 Lead inspector: Ada Brook, His Majesty's Inspector Judgement\n\nGrade\n\n"
      "The impact of leaders on social work practice with children and families\n\n"
      "Requires improvement to be good\n\n"
      "The experiences and progress of children who need help and protection\n\nGood\n\n"
      "The experiences and progress of children in care\n\nInadequate\n\n"
      "The experiences and progress of care leavers\n\nOutstanding\n\n"
      "Overall effectiveness\n\nRequires improvement to be good\n\n" +
      [] {
        std::string prose;
        for (int i = 0; i < 12; ++i)
          prose +=
              "Leaders know their services and the children whom they work with. Plans are clear, "
              "and what is agreed is done, though not always in time for those who wait.\n\n";
        return prose;
      }();
  const std::string letter =
      "14 May 2023 Jo Roe Director of Children's Services Loamshire County Council\n\n"
      "Dear Ms Roe Focused visit to Loamshire children's services This letter summarises the "
      "findings of the focused visit to Loamshire children's services on 28 February and 1 March "
      "2023. His Majesty's Inspectors for this visit were Ada Brook and Bo Nemo. Inspectors looked "
      "at the arrangements for the front door.\n\n" +
      report.substr(report.find("Leaders know"));
  for (size_t width = 40; width <= 110; ++width) {
    INFO(width);
    Metadata m = metadata_of(plain_text(wrapped_at(width, report)));
    CHECK(m.visit_type == "ilacs-standard");
    CHECK(m.inspection_end == "2024-03-15");
    CHECK(m.lead_inspector == "Ada Brook");
    CHECK(m.grade == "requires improvement");
    CHECK(m.judgements == Judgements{{"leaders", "requires improvement"},
                                     {"help_protection", "good"},
                                     {"in_care", "inadequate"},
                                     {"care_leavers", "outstanding"}});
    m = metadata_of(plain_text(wrapped_at(width, letter)));
    CHECK(m.kind == "letter");
    CHECK(m.visit_type == "focused-visit");
    CHECK(m.inspection_start == "2023-02-28");
    CHECK(m.published == "2023-05-14");
  }
}

TEST_CASE("a lead's office may end the line before another's name") {
  std::string text = "Joint targeted area inspection of Loamshire\n\n";
  for (int i = 0; i < 200; ++i) text += "Plans are clear.\n\n";
  const std::string team =
      text +
      "Inspection team\n\nDi Someone, Ofsted HMI, lead inspector Bo Nemo, CQC\n"
      "lead inspector Ada Brook, Ofsted HMI\n";
  CHECK(metadata_of(plain_text(team)).lead_inspector == "Di Someone");
  CHECK(metadata_of(plain_text("Joint targeted area inspection of Loamshire\n\n"
                               "The team Lead inspector: Di Someone HMI Deputy\n"
                               "lead inspector: Ada Brook HMI\n"))
            .lead_inspector == "Di Someone");
}

TEST_CASE("the heading of a team's list may have run into its first line") {
  CHECK(metadata_of(plain_text("Area SEND inspection of Loamshire Local Area Partnership\n\n"
                               "Inspection team\n\n"
                               "Ofsted Ada Brook HMI, Ofsted Lead inspector\n"
                               "Bo Nemo HMI, Ofsted Lead inspector\n"
                               "Di Someone, CQC Lead inspector\n"))
            .lead_inspector == "Ada Brook; Bo Nemo");
}

TEST_CASE("where each sentence is a paragraph the second may narrow the focus") {
  CHECK(metadata_of(
            plain_text("Focused visit to Loamshire children's services\n\n"
                       "This letter summarises the findings of a focused visit on 4 March 2024.\n\n"
                       "Inspectors looked at arrangements for children who need help and "
                       "protection.\n\n"
                       "Specifically, they looked at the front door.\n"))
            .focus == "front-door");
}

TEST_CASE("a committee's cover before a letter makes it no article") {
  CHECK(metadata_of(
            plain_text(
                "Loamshire Council\n\nReport to: Parenting Panel\nReport of: Director\n\n"
                "1.1 To tell members of the outcome that Ofsted found in the visit of March.\n\n"
                "2.1 That the panel notes the letter of Ofsted, which is below as it was sent.\n\n"
                "Dear Ms Roe\n\nFocused visit to Loamshire children's services\n\n"
                "This letter summarises the findings of a focused visit on 4 March 2024.\n"))
            .kind == "letter");
}

TEST_CASE("a sentence that goes on with its publication is no label") {
  CHECK_FALSE(
      metadata_of(plain_text("Inspection of Loamshire local authority children's services\n\n"
                             "A report on another council was\npublished on 11 February 2014\n"))
          .published);
}

TEST_CASE("a text whose first page is missing says less, and nothing wrong") {
  Metadata m =
      metadata_of(plain_text("framework. Leadership arrangements are combined with Kent "
                             "local\nauthority, and the success of the "
                             "MASH is known in the Royal Borough of Windsor and Maidenhead.\n\n"
                             "The director of children's services has been in post since July "
                             "2020, and was in Surrey before.\n\n"
                             "In January 2024 the council employed more social workers.\n\n"
                             "\xC2\xA9 Crown copyright 2024\n"));
  CHECK(m.authority != "MASH");
  CHECK(m.authority != "Windsor");
  CHECK(m.authority != "Surrey");
  CHECK_FALSE(m.inspection_start);
  CHECK_FALSE(m.year);
  CHECK(metadata_of(plain_text("children wait. Managers know.\n\nI am copying this letter to the "
                               "Department for Education.\n\nYours sincerely\n\nAnn Other\n"))
            .kind == "letter");
}

TEST_CASE("a visit that a report follows on is not what the report is of") {
  Metadata m =
      metadata_of(plain_text("Inspection of services for young people\n\n"
                             "Inspection dates: 14 May 2018 to 25 May 2018\n\n"
                             "Lead inspector: Ann Other\n\n"
                             "Following the JTAI in 2016, councillors gave more money.\n"));
  CHECK(m.visit_type == "unknown");
}

TEST_CASE("entities that a converter took for text are signs") {
  CHECK(metadata_of(plain_text("Inspection of Kent local authority children&apos;s services\n\n"
                               "Inspection dates: 4 to 8 March 2024&nbsp;\n\nHelp &amp; care.\n"))
            .title == "Inspection of Kent local authority children's services");
}

TEST_CASE("bodies of other names are no authorities") {
  for (const char* text :
       {"House of Commons\n\nChildren's Social Care\n\nThe Minister spoke.\n",
        "University of Loamshire\nInitial teacher education inspection report\n",
        "Bishop of Loamshire visits\n\nHe came on Monday.\n",
        "Minutes of the Children and Young People Committee\n\nThe members met.\n",
        "Meeting of the Corporate Parenting Panel\n\nThe members met.\n",
        "Joint local area SEND inspections\n\nNHS Lancashire and South Cumbria\n"}) {
    INFO(text);
    CHECK(metadata_of(plain_text(text)).authority == "unknown");
  }
  CHECK(metadata_of(plain_text("Loamshire Safeguarding Children Board\nAnnual Report 2015-16\n"
                               "Children's services were inadequate.\n"))
            .grade == "unknown");
}

}  // namespace
}  // namespace ofsearch
