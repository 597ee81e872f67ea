#include "indexer/metadata/view/printed_dates.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

// "2018-02-06..2018-02-07", one after the other with spaces; "~" marks a side without a day, "?"
// a year that is not printed.
std::string printed(const std::vector<DateSpan>& spans) {
  std::string all;
  for (const DateSpan& span : spans) {
    if (!all.empty()) all += " ";
    all += (span.start_exact ? "" : "~") + to_iso(span.start);
    if (span.end != span.start)
      all += ".." + std::string(span.end_exact ? "" : "~") + to_iso(span.end);
    if (!span.year_printed) all += "?";
  }
  return all;
}

std::string printed(const std::vector<MonthYear>& months) {
  std::string all;
  for (const MonthYear& each : months)
    all += (all.empty() ? "" : " ") + std::to_string(each.year) + "-" + std::to_string(each.month);
  return all;
}

struct Case {
  const char* text;
  const char* expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(printed(find_dates(each.text)) == each.expected);
  }
}

TEST_CASE("two days may stand behind their month") {
  check({{"on September 26 and 27 2017", "2017-09-26..2017-09-27"},
         {"June 3 to 7, 2019", "2019-06-03..2019-06-07"},
         {"June 3rd and 7th, 2019", "2019-06-03 2019-06-07"},
         {"May 3 and others", ""}});
}

}  // namespace

TEST_CASE("single days are found in all their forms", "[printed_dates]") {
  check({
      {"Published 3 June 2019.", "2019-06-03"},
      {"3rd June 2019", "2019-06-03"},
      {"3 rd June 2019", "2019-06-03"},
      {"the 21st of June 2019", "2019-06-21"},
      {"Monday 3 June 2019", "2019-06-03"},
      {"Monday, 3 June, 2019", "2019-06-03"},
      {"Monday the 3rd June 2019", "2019-06-03"},
      {"03 JUNE 2019", "2019-06-03"},
      {"3 june 2019", "2019-06-03"},
      {"3 Jun 2019", "2019-06-03"},
      {"12 Sept. 2013", "2013-09-12"},
      {"12 Sep 2013", "2013-09-12"},
      {"3June2019", "2019-06-03"},
      {"3rdJune 2019", "2019-06-03"},
      {"3-Jun-2019", "2019-06-03"},
      {"3\xC2\xA0June\xC2\xA0"
       "2019",
       "2019-06-03"},
      {"3\xE2\x80\xAFJune\xE2\x80\x89"
       "2019",
       "2019-06-03"},
      {"3 June\n2019", "2019-06-03"},
      {"on 3\nJune 2019", "2019-06-03"},
      {"01/12/2015", "2015-12-01"},
      {"1/2/2015", "2015-02-01"},
      {"01/12/15", "2015-12-01"},
      {"01.12.2015", "2015-12-01"},
      {"01-12-2015", "2015-12-01"},
      {"2015-12-01", "2015-12-01"},
      {"at 2015-12-01T10:00", "2015-12-01"},
      {"2015/12/01", "2015-12-01"},
      {"March 18, 2022", "2022-03-18"},
      {"Friday, March 18th, 2022", "2022-03-18"},
      {"Mar 18 2022", "2022-03-18"},
      {"1 9 June 2019", "2019-06-19"},
      {"9 June 20 19.", "2019-06-09"},
      {"inspected:8 July 2019", "2019-07-08"},
      {"(8 July 2019)", "2019-07-08"},
      {"8 July 2019, 9 August 2019", "2019-07-08 2019-08-09"},
      {"29 February 2020", "2020-02-29"},
  });
}

TEST_CASE("ranges of days are found in all their forms", "[printed_dates]") {
  check({
      {"27 September to 8 October 2021", "2021-09-27..2021-10-08"},
      {"18 Feb 2014 \xE2\x80\x93 12 March 2014", "2014-02-18..2014-03-12"},
      {"8 \xE2\x80\x93 12 July 2013", "2013-07-08..2013-07-12"},
      {"8\xE2\x80\x94"
       "12 July 2013",
       "2013-07-08..2013-07-12"},
      {"8\xE2\x80\x91"
       "12 July 2013",
       "2013-07-08..2013-07-12"},
      {"8-12 July 2013", "2013-07-08..2013-07-12"},
      {"Between 20 and 24 January 2020", "2020-01-20..2020-01-24"},
      {"between the 20th and the 24th of January 2020", "2020-01-20..2020-01-24"},
      {"between 20 January and 7 February 2020", "2020-01-20..2020-02-07"},
      {"between\n20 and 24 January 2020", "2020-01-20..2020-01-24"},
      {"from 20 until 24 January 2020", "2020-01-20..2020-01-24"},
      {"28 February to 4 March 2022", "2022-02-28..2022-03-04"},
      {"11 September 2017 to 5 October 2017", "2017-09-11..2017-10-05"},
      {"19 November-30 November 2018", "2018-11-19..2018-11-30"},
      {"14th \xE2\x80\x93 25th May 2018", "2018-05-14..2018-05-25"},
      {"29 January 2024 to 2 February 2024", "2024-01-29..2024-02-02"},
      {"Monday 3 June to Friday 14 June 2019", "2019-06-03..2019-06-14"},
      {"28 November to 9 January 2019", "2018-11-28..2019-01-09"},
      {"28 November 2018 to 9 January 2019", "2018-11-28..2019-01-09"},
      {"28 November 2018 to 9 January", "2018-11-28..2019-01-09"},
      {"8 July 2019 to 12 July", "2019-07-08..2019-07-12"},
      {"24 February to\n20 March 2015", "2015-02-24..2015-03-20"},
      {"01/12/2015 - 11/12/2015", "2015-12-01..2015-12-11"},
      {"01/12 - 11/12/2015", "2015-12-01..2015-12-11"},
      {"2019-06-03 to 2019-06-07", "2019-06-03..2019-06-07"},
      {"1 0 to 1 9 June 2019", "2019-06-10..2019-06-19"},
      {"December 2018 to 11 January 2019", "~2018-12-01..2019-01-11"},
      {"11 December 2018 to January 2019", "2018-12-11..~2019-01-31"},
      {"8\xC2\xA0to\xC2\xA0"
       "12\xC2\xA0July\xC2\xA0"
       "2013",
       "2013-07-08..2013-07-12"},
  });
}

TEST_CASE("days and ranges joined by \"and\" are one span only where they follow each other",
          "[printed_dates]") {
  check({
      {"6 and 7 February 2018", "2018-02-06..2018-02-07"},
      {"6 & 7 February 2018", "2018-02-06..2018-02-07"},
      {"6, 7 and 8 February 2018", "2018-02-06..2018-02-08"},
      {"6/7 February 2018", "2018-02-06..2018-02-07"},
      {"28 February and 1 March 2018", "2018-02-28..2018-03-01"},
      {"6 February 2018 and 7 February 2018", "2018-02-06..2018-02-07"},
      {"6 and 20 February 2018", "2018-02-06 2018-02-20"},
      {"6, 7 and 20 February 2018", "2018-02-06..2018-02-07 2018-02-20"},
      {"8 July 2019 to 12 July 2019 and 7 August 2019", "2019-07-08..2019-07-12 2019-08-07"},
      {"8 to 12 July and 7 to 9 August 2019", "2019-07-08..2019-07-12 2019-08-07..2019-08-09"},
      {"12 to 14 and 19 to 21 May 2014", "2014-05-12..2014-05-14 2014-05-19..2014-05-21"},
      {"3 May 2016 and 4 June 2018", "2016-05-03 2018-06-04"},
  });
}

TEST_CASE("a month may be named with each day of a list", "[printed_dates]") {
  const auto first_and_last = [](std::string_view text) {
    const auto spans = find_dates(text);
    if (spans.empty()) return std::string();
    return std::to_string(spans.size()) + " " + to_iso(spans.front().start) + " " +
           to_iso(spans.back().end);
  };
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& each : std::initializer_list<Case>{
           {"31 March, 1 and 2 April 2025", "1 2025-03-31 2025-04-02"},
           {"15 April, 16 April and 17 April 2025", "1 2025-04-15 2025-04-17"},
           {"30 January, 31 January and 1 February 2025", "1 2025-01-30 2025-02-01"},
           {"31 December, 1 and 2 January 2025", "1 2024-12-31 2025-01-02"},
           {"3 March, 7 and 8 April 2025", "2 2025-03-03 2025-04-08"},
           {"15, 16 April 2025", "1 2025-04-15 2025-04-16"},
           {"15 + 16 April 2025", "1 2025-04-15 2025-04-16"},
           {"15, 16, 17 April 2025", "1 2025-04-15 2025-04-17"},
           // Two unrelated dates, a section's number, a month alone.
           {"8 July 2019, 12 July 2019", "2 2019-07-08 2019-07-12"},
           {"section 5, 12 July 2019", "1 2019-07-12 2019-07-12"},
           {"12 December, 15 and 16 April 2025", "1 2025-04-15 2025-04-16"},
           {"20 April, 15 and 16 April 2025", "1 2025-04-15 2025-04-16"},
           {"in March, 15 and 16 April 2025", "1 2025-04-15 2025-04-16"},
           {"3 March, 12 children", ""}}) {
    INFO(each.text);
    CHECK(first_and_last(each.text) == each.expected);
  }
}

TEST_CASE("days of which one does not exist are none", "[printed_dates]") {
  for (const char* text : {"30 and 31 April 2025", "30 and 31 June 2025", "29 February 2023"}) {
    INFO(text);
    CHECK(find_dates(text).empty());
    CHECK(find_impossible_date(text) == std::optional<std::string>(text));
  }
  CHECK_FALSE(find_impossible_date("29 February 2024 and 30 and 31 May 2025"));
  CHECK(find_dates("on 31 April 2025. On 1 May 2025").size() == 1);
}

TEST_CASE("what is no date, or no whole one, is left out", "[printed_dates]") {
  check({
      {"", ""},
      {"31 June 2019", ""},
      {"30 February to 4 March 2022", ""},
      {"28 to 4 March 2022", ""},
      {"15 to 26 November", ""},
      {"12 July", ""},
      {"March 2015", ""},
      {"2019", ""},
      {"32 May 2019", ""},
      {"0 May 2019", ""},
      {"12 may 2019", ""},
      {"13/13/2015", ""},
      {"1/12/2150", ""},
      {"121 May 2019", ""},
      {"2.5 May 2019", ""},
      {"A12 May 2019", ""},
      {"\xC2\xA3"
       "12 May 2019",
       ""},
      {"available 24/7 in 2019", ""},
      {"1/2 and 3/4 to 5/6", ""},
      {"3/4 and 8 July 2019", "2019-07-08"},
      {"section 5, 12 July 2019", "2019-07-12"},
      {"12 July 2019 and 5 children", "2019-07-12"},
      {"Page 12\n\nMay 2019", ""},
      {"children aged 5 to 12", ""},
      {"12 March to 3 February 2019", ""},
      {"9 June 20 19-year-olds", ""},
      {"Marching 3 Mayor 2019", ""},
  });
}

TEST_CASE("two whole dates that make no range are two dates", "[printed_dates]") {
  check({{"12 July 2019 \xE2\x80\x93 8 July 2018", "2019-07-12 2018-07-08"}});
}

TEST_CASE("a default year fills in only what has no year", "[printed_dates]") {
  CHECK(printed(find_dates("15 to 26 November", 2018)) == "2018-11-15..2018-11-26?");
  CHECK(printed(find_dates("12 July", 2018)) == "2018-07-12?");
  CHECK(printed(find_dates("28 November to 9 January", 2019)) == "2018-11-28..2019-01-09?");
  CHECK(printed(find_dates("15 to 26 November 2017", 2018)) == "2017-11-15..2017-11-26");
  CHECK(printed(find_dates("29 February", 2018)).empty());
  CHECK(printed(find_dates("12 children and 5 schools", 2018)).empty());
}

TEST_CASE("offsets are the bytes that print the date", "[printed_dates]") {
  const std::string text = "Seen \xE2\x80\x93 Monday 8 to 12\xC2\xA0July 2013, then left";
  const auto spans = find_dates(text);
  REQUIRE(spans.size() == 1);
  CHECK(text.substr(spans[0].begin_offset, spans[0].end_offset - spans[0].begin_offset) ==
        "Monday 8 to 12\xC2\xA0July 2013");
}

TEST_CASE("spans come in order and do not overlap", "[printed_dates]") {
  const auto spans =
      find_dates("1 May 2019 2 May 2019 to 3 May 2019 and 4 May 2019, 05/06/2019; 2019-07-08");
  CHECK(printed(spans) == "2019-05-01 2019-05-02..2019-05-03 2019-05-04 2019-06-05 2019-07-08");
  for (size_t i = 1; i < spans.size(); ++i) CHECK(spans[i - 1].end_offset <= spans[i].begin_offset);
}

TEST_CASE("months with a year but no day are found", "[printed_dates]") {
  const std::vector<Case> cases = {
      {"judged inadequate in March 2015.", "2015-3"},
      {"in Sept. 2013 and in MAY 2014", "2013-9 2014-5"},
      {"in March\n2015", "2015-3"},
      {"in March\xC2\xA0"
       "2015",
       "2015-3"},
      {"between March and May 2015", "2015-3 2015-5"},
      {"November to January 2019", "2018-11 2019-1"},
      {"on 12 March 2015", ""},
      {"on March 12, 2015", ""},
      {"on 30 February 2015", ""},
      {"December 2018 to 11 January 2019", ""},
      {"March 2015 and 12 May 2016", "2015-3"},
      {"in march 2015", ""},
      {"in March of that year", ""},
      {"March 20155", ""},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(printed(find_month_years(each.text)) == each.expected);
  }
  const auto months = find_month_years("In March 2015");
  REQUIRE(months.size() == 1);
  CHECK(months[0].begin_offset == 3);
  CHECK(months[0].end_offset == 13);
}

TEST_CASE("text of any bytes is read without harm", "[printed_dates]") {
  const std::string pieces[] = {"1",   "9", " ", "\n", "June", "May",      "2019",         "to",
                                "and", ",", "/", "-",  "\xC2", "\xE2\x80", "\xE2\x80\x93", "Monday",
                                "th"};
  unsigned state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1103515245u + 12345u;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    for (const DateSpan& span : find_dates(text, 2019)) {
      CHECK(is_valid(span.start));
      CHECK(is_valid(span.end));
      CHECK(span.start <= span.end);
      CHECK(span.begin_offset < span.end_offset);
      CHECK(span.end_offset <= text.size());
    }
    for (const MonthYear& each : find_month_years(text)) CHECK(each.end_offset <= text.size());
  }
}

}  // namespace ofsearch
