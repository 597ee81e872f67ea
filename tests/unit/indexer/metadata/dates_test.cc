#include "indexer/metadata/dates.h"

#include "indexer/metadata/grades/frameworks.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <algorithm>

namespace ofsearch {
namespace {

using test::draw;
using test::metadata_of;
using test::plain_text;

Metadata ilacs(const std::string& dates, const std::string& more = "") {
  return metadata_of(
      draw({"\n#Inspection of Loamshire local authority children's services\n\n " + dates +
            "\n Lead inspector: Ada Brook, His Majesty's Inspector\n\n" + more}));
}

TEST_CASE("a day by which a plan's action is due is no day of publication") {
  CHECK_FALSE(metadata_of(plain_text("What we will do\n\nAction\tLead\tDue\n"
                                     "Write the plan\tAda Brook\t31 March 2025\n"
                                     "Tell the carers\tBen Stone\t30 April 2025\n"))
                  .published);
  CHECK(metadata_of(plain_text("What we will do\n\n31 March 2025\n\nWe will write.\n")).published ==
        "2025-03-31");
}

TEST_CASE("inspection dates are read beside their label, in every printed form") {
  struct Case {
    const char* printed;
    const char* start;
    const char* end;
    const char* visit_type;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Inspection dates: 27 September to 8 October 2021", "2021-09-27", "2021-10-08",
            "ilacs-standard"},
           {"Inspection dates: 08 July 2019 to 19 July 2019", "2019-07-08", "2019-07-19",
            "ilacs-standard"},
           {"Inspection dates: 8 – 12 July 2019", "2019-07-08", "2019-07-12", "ilacs-short"},
           {"Inspection dates: 3 June 2019 to 19 June 2019", "2019-06-03", "2019-06-19", "ilacs"},
           {"Inspection date: 16–18 July 2019", "2019-07-16", "2019-07-18", "ilacs-short"},
           {"Dates of inspection: 9 December 2019 to 10 January 2020", "2019-12-09", "2020-01-10",
            "ilacs"},
           {"Inspection dates: 11 to 15 and 18 to 22 March 2019", "2019-03-11", "2019-03-22",
            "ilacs-standard"},
           {"Inspection dates: 9 to 13 March 2020 and 6 to 10 July 2020", "2020-03-09",
            "2020-07-10", "ilacs-standard"},
           {"Inspection dates: Week 1: 9 to 13 March 2020; week 2: 16 to 20 March 2020",
            "2020-03-09", "2020-03-20", "ilacs-standard"},
           {"Inspection dates: 9 to 13 March 2020 (week one) and 16 to 20 March 2020 (week two)",
            "2020-03-09", "2020-03-20", "ilacs-standard"}}) {
    INFO(c.printed);
    Metadata m = ilacs(c.printed);
    CHECK(m.inspection_start == std::string(c.start));
    CHECK(m.inspection_end == std::string(c.end));
    CHECK(m.visit_type == c.visit_type);
    CHECK(m.year == std::stoi(c.end));
  }
}

TEST_CASE("a date label may stand in a cell of its own") {
  Metadata m = metadata_of(draw({R"(
#Inspection of looked after children services

=Loamshire Council

*Inspection dates:     15-19 July 2013
*Reporting inspector   Ada Brook HMI

 Age group:            All
 Published:            23 August 2013
)"}));
  CHECK(m.inspection_start == "2013-07-15");
  CHECK(m.inspection_end == "2013-07-19");
  CHECK(m.published == "2013-08-23");
  CHECK(m.lead_inspector == "Ada Brook");
}

TEST_CASE("the dates of a previous inspection are not this one's") {
  Metadata m = metadata_of(draw({R"(
#Area SEND inspection of Loamshire Local Area Partnership

 Dates of previous inspection: 18 to 21 March 2019
 Inspection dates: 25 to 29 September 2023
)"}));
  CHECK(m.inspection_start == "2023-09-25");
  CHECK(m.inspection_end == "2023-09-29");
}

TEST_CASE("letters say in a sentence when inspectors came") {
  struct Case {
    const char* sentence;
    const char* start;
    const char* end;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"This letter summarises the findings of a focused visit to Loamshire children’s "
            "services on 6 and 7 February 2018.",
            "2018-02-06", "2018-02-07"},
           {"Following the monitoring visit to Loamshire on 30 November and 1 December 2016, I "
            "write to summarise the findings.",
            "2016-11-30", "2016-12-01"},
           {"This letter summarises the findings of the visit on 29 and 30 September, and 1 "
            "October "
            "2020.",
            "2020-09-29", "2020-10-01"},
           {"The visit took place on 28 February and on the 1 March 2019.", "2019-02-28",
            "2019-03-01"},
           {"This inspection took place from 20 to 24 May 2024.", "2024-05-20", "2024-05-24"},
           {"Between 24 February and 28 February 2020, Ofsted and others carried out a joint "
            "inspection of Loamshire.",
            "2020-02-24", "2020-02-28"},
           {"Between 14 January 2019 and 16 January 2019, Ofsted revisited Loamshire to see "
            "whether progress had been made since the statement issued on 27 January 2017.",
            "2019-01-14", "2019-01-16"},
           {"This letter summarises the findings of the visit on 5 March 2019, the third since "
            "the authority was judged inadequate on 8 May 2018.",
            "2019-03-05", "2019-03-05"}}) {
    INFO(c.sentence);
    Metadata m = metadata_of(plain_text(std::string("Dear Ada\n\nMonitoring visit to Loamshire "
                                                    "children’s services\n\n") +
                                        c.sentence + "\n"));
    CHECK(m.inspection_start == std::string(c.start));
    CHECK(m.inspection_end == std::string(c.end));
  }
}

TEST_CASE("a week's first day is no visit's last") {
  for (const char* printed :
       {"Inspection dates: week commencing 6 March 2023", "Inspection dates: w/c 6 March 2023",
        "Inspection dates: w/c 6 March 2023 and w/c 13 March 2023"}) {
    INFO(printed);
    const Metadata m = ilacs(printed);
    CHECK(m.inspection_start == "2023-03-06");
    CHECK_FALSE(m.inspection_end);
    CHECK(m.year == 2023);
  }
  CHECK(ilacs("Inspection dates: 6 March 2023").inspection_end == "2023-03-06");
}

TEST_CASE("days that do not exist or lie far ahead are not taken, and warned of") {
  for (const char* printed :
       {"Inspection dates: 30 and 31 April 2023", "Inspection dates: 6 to 17 March 2052"}) {
    INFO(printed);
    const Metadata m = ilacs(printed);
    CHECK_FALSE(m.inspection_start);
    CHECK_FALSE(m.inspection_end);
    CHECK(std::ranges::any_of(m.warnings, [](const std::string& warning) {
      return warning.find("does not exist") != warning.npos ||
             warning.find("lies in the future") != warning.npos;
    }));
  }
  const Metadata m = ilacs("Inspection dates: 30 and 31 May 2023");
  CHECK(m.inspection_start == "2023-05-30");
  CHECK(std::ranges::none_of(m.warnings, [](const std::string& warning) {
    return warning.find("exist") != warning.npos || warning.find("future") != warning.npos;
  }));
}

TEST_CASE("the days for which a visit was planned are not those on which it took place") {
  const auto visit = [](const std::string& days) {
    return metadata_of(plain_text(
        "Dear Ada\n\nFocused visit to Loamshire children's services\n\nThis letter summarises the "
        "findings of the focused visit to Loamshire children's services " +
        days + ".\n"));
  };
  CHECK(visit("(planned for 3 and 4 February 2025) on 15 and 16 April 2025").inspection_start ==
        "2025-04-15");
  CHECK(visit("(postponed from 3 February 2025) on 15 April 2025").inspection_end == "2025-04-15");
  CHECK(visit("planned with care on 15 and 16 April 2025").inspection_start == "2025-04-15");
  CHECK(visit("on 31 March, 1 and 2 April 2025").inspection_start == "2025-03-31");
}

TEST_CASE("days of a paper, of what is to come and of who passes a letter on are no visit's") {
  const std::string about =
      "This letter summarises the findings of the monitoring visit to Loamshire children's "
      "services on 8 and 9 May 2024.\n";
  for (const std::string& text : std::initializer_list<std::string>{
           "Following my letter of 2 March 2024, I write to summarise the findings of the "
           "monitoring "
           "visit to Loamshire on 8 and 9 May 2024.\n",
           "Colleagues, we are visited ourselves on 10 September 2024.\n\n" + about,
           "An inspection will be held on 10 September 2024.\n\n" + about}) {
    INFO(text);
    Metadata m = metadata_of(
        plain_text("Dear Ada\n\nMonitoring visit to Loamshire children's services\n\n" + text));
    CHECK(m.inspection_start == "2024-05-08");
    CHECK(m.inspection_end == "2024-05-09");
  }
  CHECK_FALSE(metadata_of(plain_text("Dear Ada\n\nMonitoring visit to Loamshire\n\nThe visit will "
                                     "be held on 10 September 2024.\n"))
                  .inspection_end);
}

TEST_CASE("the day of the next meeting is no day of publication") {
  const std::string minutes =
      "Loamshire Council\n\nOfsted inspectors said that the visit went well.\n\nDATE OF ";
  CHECK_FALSE(metadata_of(plain_text(minutes + "NEXT MEETING\n6 February 2020\n")).published);
  CHECK(metadata_of(plain_text(minutes + "THIS PAGE\n6 February 2020\n")).published ==
        "2020-02-06");
}

TEST_CASE("of two days of which one cannot be read neither is taken") {
  for (const char* days : {"30 September and l October 2025", "x and 6 October 2025"}) {
    INFO(days);
    CHECK_FALSE(
        metadata_of(plain_text(std::string("30 October 2025\n\nDear Ada\n\nFocused visit "
                                           "to Loamshire children’s services\n\nThis letter "
                                           "summarises the findings of the visit on ") +
                               days + ".\n"))
            .inspection_end);
  }
}

TEST_CASE("dates that run backwards are not taken") {
  Metadata m = metadata_of(draw({R"(
#Focused visit to Loamshire children’s services

 This letter summarises the findings of the focused visit to Loamshire on 9 and 8 February 2023.
)"}));
  CHECK_FALSE(m.inspection_start);
  CHECK_FALSE(m.inspection_end);
  CHECK(std::any_of(m.warnings.begin(), m.warnings.end(), [](const std::string& warning) {
    return warning.find("begin on 2023-02-09 and to end on 2023-02-08") != std::string::npos;
  }));
}

TEST_CASE("dates printed without a year take it from the day of publication") {
  Metadata m = metadata_of(plain_text(R"(2 February 2017

Dear local partnership

Joint targeted area inspection of the multi-agency response to neglect in Loamshire

Between 5 and 9 December, Ofsted and the Care Quality Commission undertook a joint inspection.
)"));
  CHECK(m.published == "2017-02-02");
  CHECK(m.inspection_start == "2016-12-05");
  CHECK(m.inspection_end == "2016-12-09");
  CHECK(m.year == 2016);
}

TEST_CASE("dates that their year does not have are told, and none is stated") {
  const auto report = [](const std::string& dates, const std::string& more) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n" +
                                  ("Inspection dates: " + dates) + "\n\n" + more + "\n"));
  };
  for (const char* more : {"Report published: 20 April 2021", "\u00A9 Crown copyright 2021"})
    for (const char* dates : {"24 to 29 February", "29 February to 4 March"}) {
      INFO(dates << ", " << more);
      const Metadata m = report(dates, more);
      CHECK_FALSE((m.inspection_start || m.inspection_end || m.year));
      CHECK(std::ranges::any_of(m.warnings, [](const std::string& warning) {
        return warning.ends_with("has a day that 2021 does not have");
      }));
    }
  const auto end = [&](const char* dates, const std::string& published) {
    return report(dates, "Report published: " + published).inspection_end;
  };
  CHECK(end("24 to 29 February", "20 April 2020") == "2020-02-29");
  CHECK(end("24 to 29 February", "4 January 2021") == "2020-02-29");
  CHECK(end("24 to 28 February", "20 April 2021") == "2021-02-28");
}

TEST_CASE("a day of last year is not one of the year of publication") {
  const auto visit = [](const std::string& days) {
    return metadata_of(plain_text(
        "20 May 2025\n\nDear Ada\n\nFocused visit to Loamshire children's services\n\nThis letter "
        "summarises the findings of the focused visit to Loamshire children's services on " +
        days + ".\n"));
  };
  CHECK_FALSE(visit("15 and 16 April last year").inspection_start);
  CHECK(visit("15 and 16 April").inspection_start == "2025-04-15");
}

TEST_CASE("digits that are no year of ours stand for none") {
  auto year = [](const std::string& copyright) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                                  "Inspection dates: 4 to 8 July\n\n" +
                                  copyright + "\n"))
        .year;
  };
  CHECK(year("\u00A9 Crown copyright 2016") == 2016);
  CHECK(year("\u00A9 Crown copyright 201 pages, 2016") == 2016);
  CHECK_FALSE(year("\u00A9 Crown copyright 201 pages"));
}

TEST_CASE("a year that no date settles stays unknown") {
  Metadata m = ilacs("Inspection dates: 2 to 13 December", "\n © Crown copyright 2019\n");
  CHECK_FALSE(m.inspection_end);
  CHECK_FALSE(m.year);
  CHECK(m.warnings.size() >= 2);
}

TEST_CASE(
    "a year printed beside one of two dates is not moved, and none is from after its copyright") {
  auto report = [](const std::string& dates, const std::string& end) {
    return metadata_of(
        plain_text("Inspection of Kent local authority children's services\n\n"
                   "Inspection dates: " +
                   dates + "\n\nReport published: 9 December 2016\n\n" + end));
  };
  CHECK(report("27 September -- 20 October 2016", "").inspection_start == "2016-09-27");
  CHECK(report("27 September -- 20 October 2016", "").inspection_end == "2016-10-20");
  CHECK_FALSE(report("27 September ~ 20 October 2016", "").inspection_end);
  CHECK(report("4 to 8 July 2016", "\u00A9 Crown copyright 2016").inspection_end == "2016-07-08");
  CHECK_FALSE(report("4 to 8 July 2061", "\u00A9 Crown copyright 2016").inspection_end);
}

TEST_CASE("a message's own date is not the day of publication") {
  const std::string letter =
      "Ofsted\n\n8 May 2024\n\nDear Ms Other\n\nFocused visit to Kent children's services\n\n"
      "This letter summarises the findings of a focused visit to Kent children's services on 24 "
      "and "
      "25 April 2024.\n";
  const std::string head = "From: Ada Brook\nSent: Monday, 3 June 2024 09:00\nTo: Bo Hill\n\n";
  CHECK(metadata_of(plain_text(letter)).published == "2024-05-08");
  CHECK(metadata_of(plain_text(head + letter)).published == "2024-05-08");
}

TEST_CASE("a running footer that contradicts the title page is warned of and not followed") {
  const std::string kFooter =
      std::string(44, '\n') + "~Inspection of Loamshire, 11 to 15 November 2025\n";
  Metadata m =
      metadata_of(draw({"\n#Inspection of Loamshire local authority children's services\n\n"
                        " Inspection dates: 11 to 15 November 2024\n" +
                            kFooter,
                        "\n\n They are heard.\n\n" + kFooter, "\n\n They are seen.\n\n" + kFooter,
                        "\n\n They are well.\n\n" + kFooter}));
  CHECK(m.inspection_end == "2024-11-15");
  bool warned = false;
  for (const std::string& warning : m.warnings)
    warned = warned || warning.find("footer") != std::string::npos;
  CHECK(warned);
}

TEST_CASE("an article has the dates it states and no others") {
  Metadata dated = metadata_of(plain_text(R"(Loamshire front door steadier, say inspectors

The focused visit on 30 and 31 January 2024 looked at the front door, Ofsted said.
)"));
  CHECK(dated.kind == "article");
  CHECK(dated.inspection_end == "2024-01-31");
  Metadata undated = metadata_of(plain_text(R"(Loamshire improves since its last inspection

Services have improved since the last inspection in November 2017, Ofsted has said.

A focused visit found that thresholds are understood, the report said.
)"));
  CHECK(undated.kind == "article");
  CHECK_FALSE(undated.inspection_end);
  CHECK_FALSE(undated.year);
}

TEST_CASE("a text without its title page has the year that its own dates settle") {
  Metadata m = metadata_of(
      plain_text(R"(Inspection of local authority arrangements for the protection of children

Overall effectiveness

2. The overall effectiveness of the arrangements to protect children in Loamshire is judged to be adequate.

5. The inspection of April 2012 found services adequate. A self-assessment of May 2013 is frank.
)"));
  CHECK(m.year == 2013);
  CHECK(m.evidence.at("year").rule == "latest-date-in-text");
}

TEST_CASE("the days on site tell short from standard") {
  struct Case {
    int days;
    const char* type;
  };
  for (const Case& c : std::initializer_list<Case>{{1, "ilacs-short"},
                                                   {5, "ilacs-short"},
                                                   {6, "ilacs"},
                                                   {9, "ilacs"},
                                                   {10, "ilacs-standard"},
                                                   {12, "ilacs-standard"},
                                                   {13, "ilacs"},
                                                   {0, "ilacs"}})
    CHECK(ilacs_by_days(c.days) == c.type);
}

TEST_CASE("the dates of the inspection before may run into the label's line") {
  Metadata m = metadata_of(plain_text(
      "Area SEND inspection of Loamshire Local Area Partnership\n\nInspection dates: 6 to 10 "
      "February 2023 Date of previous inspection: 10 to 14 December 2018\n\nChildren are "
      "heard.\n"));
  CHECK(m.inspection_start == "2023-02-06");
  CHECK(m.inspection_end == "2023-02-10");
}

TEST_CASE("what was undertaken then, but no inspection, gives no dates") {
  Metadata m = metadata_of(plain_text(
      "Joint area review of Loamshire\n\nThe management of the service was undertaken by a "
      "director from 1 December 2008.\n"));
  CHECK_FALSE(m.inspection_start);
}

}  // namespace
}  // namespace ofsearch
