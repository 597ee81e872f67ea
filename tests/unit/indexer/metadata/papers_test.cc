// Papers, lists and notes that speak of inspections and are none.
#include "indexer/document/normaliser.h"
#include "indexer/document/structure.h"
#include "indexer/metadata/metadata.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;

Metadata with_declared_day(std::string_view text, std::string_view day) {
  CleanDocument clean = normalise(plain_text(text));
  return extract_metadata(clean, find_sections(clean.paragraphs), day);
}

constexpr std::string_view kArticle =
    "Leeds children's services rated good by Ofsted\n\n"
    "Inspectors said that leaders know their services well and act on what they hear.\n\n";

}  // namespace

TEST_CASE("the day in a file's own fields is an article's where its text gives none") {
  Metadata m = with_declared_day(kArticle, "2023-11-02");
  CHECK(m.kind == "article");
  CHECK(m.published == "2023-11-02");
  CHECK(m.evidence["published"].rule == "file-data");
  m = with_declared_day("3 May 2022\n\n" + std::string(kArticle), "2023-11-02");
  CHECK(m.published == "2022-05-03");
  // A report is dated by its own words.
  m = with_declared_day(
      "Inspection of Leeds local authority children's services\n\n"
      "Inspection dates: 3 to 7 May 2021\n\nLead inspector: Ada Brook\n\n",
      "2023-11-02");
  CHECK(m.kind == "report");
  CHECK(!m.published);
}

TEST_CASE("a council's page about visits to it is no report") {
  const std::string page =
      "Ofsted inspections\n\nInspection of local authority children's services (2022)\n\n";
  CHECK(
      metadata_of(plain_text(page + "Ofsted visited us from 20 June to 1 July 2022. We were rated "
                                    "good in every area of our services in Leeds.\n"))
          .kind == "article");
  CHECK(metadata_of(plain_text(page + "Inspectors visited Leeds from 20 June to 1 July 2022. "
                                      "Children are heard.\n"))
            .kind == "report");
}

TEST_CASE("an article on an area's SEND inspection awards no grade of the council's services") {
  Metadata m = metadata_of(plain_text(
      "Inspectors find inconsistent experiences for SEND pupils in Leeds\n\n"
      "The local area partnership's arrangements lead to inconsistent experiences for children "
      "with SEND, the watchdog said.\n\n"
      "The council's children's services are rated good.\n"));
  CHECK(m.kind == "article");
  CHECK(m.visit_type == "area-send");
  CHECK(m.grade == "none");
}

TEST_CASE("what a label calls the last inspection is not the one that a text is about") {
  const std::string text =
      "Leeds news\n\nA spokesman said that Leeds is proud of its services.\n\n";
  CHECK(
      metadata_of(plain_text(text + "Ofsted rating: 2 November 2023, good in all areas\n")).grade ==
      "good");
  CHECK(
      metadata_of(plain_text(text + "Last Ofsted inspection: 2 November 2023, good in all areas\n"))
          .grade == "unknown");
}

TEST_CASE("a home's visitor reports of no inspection of ours") {
  CHECK(metadata_of(plain_text("Regulation 44 visit report\n\nHome: The Limes, Leeds\n\n"
                               "Ofsted has said that it is good in all areas.\n"))
            .visit_type == "other");
}

TEST_CASE("an answer to an inspection, a form and word of one put off are no reports") {
  const std::string days = "Inspection dates: 8 to 19 January 2024\n\n";
  const std::string title = "Inspection of Leeds local authority children's services\n\n";
  const std::string grade =
      "Overall effectiveness: Good\n\nStaff work hard in the town of Leeds.\n";
  for (const std::string& text :
       {"Response to the inspection of Leeds local authority children's services\n\n" + days +
            grade,
        "Inspection of [name] local authority children's services\n\n" + days + grade,
        title + "Inspection dates: DD Month to DD Month 2024\n\n" + grade,
        title + days + "The inspection has been deferred.\n\n" + grade}) {
    INFO(text);
    Metadata m = metadata_of(plain_text(text));
    CHECK(m.kind == "unknown");
    CHECK(m.visit_type == "unknown");
    CHECK(m.grade == "unknown");
  }
  Metadata m = metadata_of(plain_text(title + days + grade));
  CHECK(m.kind == "report");
  CHECK(m.grade == "good");
}

TEST_CASE("hearsay gives no grade") {
  CHECK(metadata_of(plain_text("Hi all,\n\nThe report is due out next week. I hear that they are "
                               "good overall, but this is embargoed.\n\nLeeds was visited.\n"))
            .grade == "unknown");
}

TEST_CASE("the day of a committee's paper is no visit's") {
  const std::string paper = "LEEDS COUNCIL Cabinet ";
  CHECK_FALSE(metadata_of(plain_text(paper + "Date: 27 June 2022 Title: Ofsted focused visit to "
                                             "children's services, report of the director\n"))
                  .inspection_end);
}

TEST_CASE("a document that says it does not count is warned of") {
  const auto is_warned = [](const std::string& head) {
    const Metadata m = metadata_of(
        plain_text(head + "\n\nInspection of Loamshire local authority children's "
                          "services\n\nInspection dates: 6 to 17 "
                          "March 2023\n\nLead inspector: Ada Brook, His Majesty's Inspector\n"));
    CHECK(m.authority == "Loamshire");
    return std::ranges::any_of(m.warnings, [](const std::string& warning) {
      return warning.starts_with("the document says of itself");
    });
  };
  CHECK(is_warned("THIS REPORT HAS BEEN WITHDRAWN"));
  CHECK(is_warned("This publication was withdrawn on 4 May 2023."));
  CHECK(is_warned("DRAFT \u2013 NOT FOR PUBLICATION"));
  CHECK(is_warned("Draft report"));
  CHECK_FALSE(is_warned("Ofsted"));
  CHECK_FALSE(is_warned("This report says which services were withdrawn from schools."));
  CHECK_FALSE(is_warned("Support for drafting plans is good"));
}

TEST_CASE("a list of reports may have their days in front") {
  const std::string list =
      "Leeds\n\n1 May 2024 Focused visit letter\n\n12 November 2021 Inspection of children's "
      "social "
      "care services: good\n\n";
  Metadata m = metadata_of(plain_text(list + "15 March 2015 Single inspection: inadequate\n\n"));
  CHECK(m.kind == "unknown");
  CHECK(m.visit_type == "unknown");
  CHECK_FALSE(m.published);
  CHECK(m.grade == "unknown");
  CHECK(metadata_of(plain_text("Leeds\n\n1. 1 May 2024 Focused visit letter\n\n2. 12 November 2021 "
                               "Focused visit letter\n\n3. 5 May 2018 Focused visit letter\n\n"))
            .visit_type == "unknown");
}

TEST_CASE("an inspection that is announced has no days yet, and a review by others none of ours") {
  CHECK_FALSE(
      metadata_of(plain_text("Dear all\n\nThe ILACS inspection of Leeds starts on Monday 20 "
                             "May 2024 and ends on 7 June 2024.\n"))
          .inspection_end);
  const std::string review = "eview of children's services in Leeds\n\n";
  const std::string grade = "Inspectors said that the leadership of its services is good.\n";
  CHECK(metadata_of(plain_text("R" + review + grade)).judgements.contains("leaders"));
  CHECK_FALSE(
      metadata_of(plain_text("Independent r" + review + grade)).judgements.contains("leaders"));
}

TEST_CASE("a list of news on several authorities is about none of them") {
  const std::string item = "- Kent: inspection of children's services, good, 26 June 2024\n\n";
  CHECK(metadata_of(plain_text("New since your last alert:\n\n" + item)).authority == "Kent");
  CHECK(metadata_of(
            plain_text("New since your last alert:\n\n- Thurrock: a focused visit\n\n" + item))
            .authority == "unknown");
}

TEST_CASE("a day on which somebody wrote of an inspection is none of its days") {
  Metadata m = metadata_of(plain_text(
      "Dear Ada\n\nYou complained on 4 April 2023 about the inspection of Leeds local authority "
      "children's services on 31 October to 11 November 2022.\n"));
  CHECK(m.inspection_start == "2022-10-31");
  CHECK(m.inspection_end == "2022-11-11");
}

TEST_CASE("an advertisement of a post awards nothing") {
  Metadata m = metadata_of(plain_text(
      "Children's social worker\n\nClosing date: 14 January 2025\n\nSalary up to 49,000 pounds\n\n"
      "Come and work for Leeds, where children's services are rated outstanding by Ofsted.\n"));
  CHECK(m.grade == "unknown");
  CHECK(m.visit_type == "unknown");
  // One such word is no advertisement.
  m = metadata_of(plain_text(std::string(kArticle) + "Salary talks go on.\n"));
  CHECK(m.grade == "good");
}

TEST_CASE("an item of a list of reports has the day of its publication") {
  Metadata m = metadata_of(plain_text(
      "Our inspections\n\n"
      "- Inspection of services for children in need of help and protection, 10 March 2016\n"
      "- Improvement plan\n"));
  CHECK(!m.inspection_start);
  m =
      metadata_of(plain_text("Ofsted inspections of our children's services\n\n"
                             "ILACS inspection report, 12 July 2024 (PDF, 300KB)\n\n"
                             "Focused visit letter, 3 May 2023 (PDF, 120KB)\n\n"
                             "Joint targeted area inspection, 10 March 2016 (PDF)\n"));
  CHECK(m.kind != "report");
  CHECK(m.visit_type == "unknown");
}

TEST_CASE("the rows of a site's table of reports are none of one") {
  Metadata m =
      metadata_of(plain_text("Kent County Council\n\nAll reports\n\nType\tDate\n"
                             "Inspection of local authority children's services\t13 May "
                             "2022\nFocused visit\t12 Jan 2021\n"
                             "Children's services inspection, full\t7 Jun 2017\n"));
  CHECK(m.kind == "unknown");
  CHECK(m.visit_type == "unknown");
  CHECK(!m.inspection_start);
}

TEST_CASE("a visit that is expected, or its framework, is not what a paper is about") {
  for (const char* text : {"We expect a focused visit by 31 March 2025.",
                           "This course covers the joint targeted area inspection framework."}) {
    INFO(text);
    CHECK(metadata_of(plain_text("Questions and answers\n\n" + std::string(text) + "\n"))
              .visit_type == "unknown");
  }
}

TEST_CASE("the day of a message that is answered is no inspection's") {
  Metadata m =
      metadata_of(plain_text("On 5 Jan 2024, at 10:02, Ada Brook wrote: draft response to the "
                             "inspection of Leeds, 6 to 10 "
                             "November 2023\nWe were pleased.\n"));
  CHECK(m.inspection_start.value_or("2023-11-06") == "2023-11-06");
}

TEST_CASE("the day of a letter or request is no inspection's") {
  Metadata m = metadata_of(plain_text(
      "Dear Sir\n\nThank you for your request dated 4 June 2024 for the letter about the focused\n"
      "visit to Leeds.\n\n"
      "This letter summarises the findings of the focused visit to Leeds children's services on\n"
      "16 and 17 April 2024.\n"));
  CHECK(m.inspection_start == "2024-04-16");
}

TEST_CASE("what cites an inspection's title is not its report") {
  for (const char* label : {"Source: ", "Report title: "}) {
    INFO(label);
    Metadata m =
        metadata_of(plain_text("Notes on Leeds\n\n" + std::string(label) +
                               "Inspection of Leeds local authority children's services\n\n"
                               "- leaders have turned it round\n- ask how they did it\n"));
    CHECK(m.kind == "unknown");
  }
}

TEST_CASE("entries of a table of contents or of a table of inspections are no titles") {
  Metadata m = metadata_of(
      plain_text("Contents\n\nThe inspection of children's services ........ 4\n\n"
                 "Annual performance report of the board of Leeds, 2012\n\nStaff were trained.\n"));
  CHECK(m.kind == "unknown");
  CHECK(m.visit_type == "unknown");
  m =
      metadata_of(plain_text("How Ofsted rates us\n\nLeeds City Council\n\n"
                             "Children's services\tApril 2019\tOutstanding\n"
                             "Area SEND\tNovember 2023\tWidespread failings\n"));
  CHECK(m.visit_type == "unknown");
  CHECK(m.grade != "none");
}

TEST_CASE("a study of reports is no article") {
  Metadata m = metadata_of(plain_text(
      "Why services fail: an analysis of 50 reports\n\n"
      "Abstract. Authorities rated inadequate by inspectors of Ofsted had a high turnover.\n"));
  CHECK(m.kind == "unknown");
}

TEST_CASE("who speaks in a chat is no authority") {
  Metadata m =
      metadata_of(plain_text("[09:14] Ann Poole\nHas anyone read the report on Barnsley?\n\n"
                             "[09:15] Raj Nair\nYes, it is good.\n"));
  CHECK(m.authority == "Barnsley");
}

TEST_CASE("what an article about several councils says of one visit is no fact of it") {
  Metadata m = metadata_of(plain_text(
      "Ofsted: latest focused visits to Leeds and Bradford\n\n4 April 2024\n\n"
      "In Leeds a focused visit looked at the front door and found that thresholds are applied.\n\n"
      "In Bradford the watchdog found that plans drift.\n"));
  CHECK(m.kind == "article");
  CHECK(m.authority == "unknown");
  CHECK(m.focus.value_or("unknown") == "unknown");
}

TEST_CASE("a headline is no greeting, and goes on where its line breaks off") {
  CHECK(metadata_of(plain_text("Hi Pol\n\nReport of the panel\n\nIt met twice.\n")).title ==
        "Report of the panel");
  CHECK(metadata_of(plain_text("A report on\n\nEducation in Loamshire\n\nIt met twice.\n")).title ==
        "A report on Education in Loamshire");
}

}  // namespace ofsearch
