// Days, periods, decades and what is counted back from the newest report, in the words of a query.
#include "searcher/understand/understanding.h"
#include "tests/support/catch.h"
#include "tests/support/understood_words.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// "words left | from..to" or "words left | year 2018..2020", and "(dropped)".
std::string understood(const std::string& query, const std::string& newest = "20260412") {
  Vocabulary vocabulary;
  vocabulary.newest = newest;
  const Understood result = understand(parse_query(query), vocabulary);
  std::string out, years, from, to;
  for (const QueryNode& node : result.query.root.children) out += describe(node) + " ";
  for (const UnderstoodWords& each : result.filters)
    if (each.field == "from")
      from += each.value;
    else if (each.field == "to")
      to += each.value;
    else
      years += " " + each.field + " " + each.value;
  out += "|" + years;
  if (!from.empty() || !to.empty()) out += " " + from + ".." + to;
  for (const std::string& dropped : result.dropped) out += " (" + dropped + ")";
  return out;
}

template <size_t N>
void check(const UnderstoodCase (&cases)[N]) {
  check_understood(cases, [](const char* query) { return understood(query); });
}

TEST_CASE("A period may begin or end with a day") {
  check({
      {"audits since 1 May 2023", "audits | 2023-05-01.."},
      {"audits since 1st May 2023", "audits | 2023-05-01.."},
      {"audits since the 1st of May 2023", "audits | 2023-05-01.."},
      {"audits since May 1, 2023", "audits | 2023-05-01.."},
      {"audits after 31 March 2022", "audits | 2022-04-01.."},
      {"audits before 12 June 2019", "audits | ..2019-06-11"},
      {"audits until 5 April 2020", "audits | ..2020-04-05"},
      {"audits up to 31 December 2018", "audits | ..2018-12-31"},
      {"audits on or after 1 June 2022", "audits | 2022-06-01.."},
      {"audits from 12 June 2019", "audits | 2019-06-12.."},
      {"audits between 1 April 2022 and 31 March 2023", "audits | 2022-04-01..2023-03-31"},
      {"audits from 1 April 2022 to 31 March 2023", "audits | 2022-04-01..2023-03-31"},
      {"audits 1 April to 31 March 2024", "audits | 2023-04-01..2024-03-31"},
      {"audits 12 to 16 June 2019", "audits | 2019-06-12..2019-06-16"},
      {"audits 16 and 17 June 2019", "audits | 2019-06-16..2019-06-17"},
  });
}

TEST_CASE("A day in numbers has the day first, or the year") {
  check({
      {"audits since 01/05/2023", "audits | 2023-05-01.."},
      {"audits since 1/5/23", "audits | 2023-05-01.."},
      {"audits by 31.03.2024", "audits | ..2024-03-31"},
      {"audits since 2023-05-01", "audits | 2023-05-01.."},
      {"audits since 2023-05", "audits | 2023-05-01.."},
      {"audits 01/04/2023 to 31/03/2024", "audits | 2023-04-01..2024-03-31"},
      {"audits 01/04/2023-31/03/2024", "audits | 2023-04-01..2024-03-31"},
      {"audits 01/04/2023 – 31/03/2024", "audits | 2023-04-01..2024-03-31"},
      {"audits 2011/12", "audits | year 2011..2012"},
  });
}

TEST_CASE("Two years are those of accounts or of schools where it is said") {
  check({
      {"audits financial year 2022/23", "audits | 2022-04-01..2023-03-31"},
      {"audits in the academic year 2022-23", "audits | 2022-09-01..2023-08-31"},
      {"audits 2022/23 financial year", "audits | 2022-04-01..2023-03-31"},
      {"audits since financial year 2022/23", "audits | 2022-04-01.."},
      {"audits 2018/19 - 2020/21", "audits | year 2018..2021"},
      {"school year 9 pupils", "school year 9 pupils |"},
  });
}

TEST_CASE("A day by itself stands for its month, and the answer says so") {
  CHECK(understood("audits on 12 June 2019") == "audits | 2019-06-01..2019-06-30");
  const Understood result = understand(parse_query("audits 12 June 2019"), {});
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes[0].find("\"12 June 2019\"") != std::string::npos);
}

TEST_CASE("What is no day stays words") {
  check({
      {"audits since 31 June 2023", "audits since 31 June 2023 |"},
      {"audits 31/02/2023", "audits 31/02/2023 |"},
      {"audits 05/31/2023", "audits 05/31/2023 |"},
      {"section 20 March 2023", "section 20 | 2023-03-01..2023-03-31"},
      {"16 and 17 year olds", "16 and 17 year olds |"},
      {"children who may be 16 or 17", "children who may be 16 or 17 |"},
  });
}

TEST_CASE("A dash between blanks makes a period, as one without does") {
  check({
      {"audits 2018 - 2020", "audits | year 2018..2020"},
      {"audits 2018 – 2020", "audits | year 2018..2020"},
      {"audits 2018- 2020", "audits | year 2018..2020"},
      {"audits March 2018 - June 2020", "audits | 2018-03-01..2020-06-30"},
      {"audits April - June 2023", "audits | 2023-04-01..2023-06-30"},
      {"audits 2019 - present", "audits | year 2019.."},
      {"audits 2019 - neglect", "audits neglect | year 2019"},
      {"audits - neglect 2018", "audits neglect | year 2018"},
      {"audits 2018 2020", "audits | year 2018 year 2020"},
  });
  CHECK(understand(parse_query("audits 2018 – 2020"), {}).filters[0].words == "2018 – 2020");
}

TEST_CASE("A period ends at a point, or begins at one") {
  check({
      {"audits in the 12 months to march 2024", "audits | 2023-04-01..2024-03-31"},
      {"audits in the year to March 2024", "audits | 2023-04-01..2024-03-31"},
      {"audits year ending 31 March 2024", "audits | 2023-04-01..2024-03-31"},
      {"audits 12-month period up to March 2024", "audits | 2023-04-01..2024-03-31"},
      {"audits two years to December 2022", "audits | 2021-01-01..2022-12-31"},
      {"audits two years to 2022", "audits | year 2021..2022"},
      {"audits in the 12 months from April 2023", "audits | 2023-04-01..2024-03-31"},
      {"audits in the two years before 2018", "audits | year 2016..2017"},
      {"audits in the three years after 2018", "audits | year 2019..2021"},
      {"audits in the two years since 2018", "audits | year 2018.."},
      {"audits until the end of March 2020", "audits | ..2020-03-31"},
      {"audits since the start of April 2023", "audits | 2023-04-01.."},
      {"audits every year until 2019", "audits every year | year ..2019"},
      {"children wait two years to be adopted", "children wait two years to be adopted |"},
  });
}

TEST_CASE("Words before and after a point say which side is meant") {
  check({
      {"audits no later than 2016", "audits | year ..2016"},
      {"audits no earlier than March 2016", "audits | 2016-03-01.."},
      {"no later visits", "no later visits |"},
      {"audits prior to 2015", "audits | year ..2014"},
      {"audits 2019 to date", "audits | year 2019.."},
      {"audits since 2018 and before 2021", "audits | year 2018..2020"},
      {"audits before 2021 but after 2018", "audits | year 2019..2020"},
      {"audits in April and May 2023", "audits | 2023-04-01..2023-05-31"},
  });
}

TEST_CASE("This year and last year may begin and end a period") {
  check({
      {"audits since last year", "audits | year 2025.."},
      {"audits before last year", "audits | year ..2024"},
      {"audits until last year", "audits | year ..2025"},
      {"audits since the start of last year", "audits | 2025-01-01.."},
      {"audits since March last year", "audits | 2025-03-01.."},
      {"audits 2019 to last year", "audits | year 2019..2025"},
      {"worse than last year", "worse | (than last year)"},
      {"children may last year", "children may last year |"},
  });
}

TEST_CASE("Ago is a year or a month by itself, and a point of a period") {
  check({
      {"audits two years ago", "audits | year 2024"},
      {"audits six months ago", "audits | 2025-10-01..2025-10-31"},
      {"audits since two years ago", "audits | 2024-04-12.."},
      {"audits since six months ago", "audits | 2025-10-12.."},
      {"audits before five years ago", "audits | ..2021-04-11"},
      {"audits more than ten years ago", "audits | ..2016-04-12"},
      {"audits over five years ago", "audits | ..2021-04-12"},
      {"audits at least 5 years ago", "audits | ..2021-04-12"},
      {"audits 5+ years ago", "audits | ..2021-04-12"},
      {"audits a year or so ago", "audits | year 2025"},
      {"audits five or more years ago", "audits | ..2021-04-12"},
      {"audits less than two years ago", "audits | 2024-04-12.."},
      {"audits no more than two years ago", "audits | 2024-04-12.."},
      {"audits more than a decade ago", "audits | ..2016-04-12"},
      {"audits between three and five years ago", "audits | year 2021..2023"},
      {"audits three to five years ago", "audits | year 2021..2023"},
      {"audits up to five years ago", "audits up to five years ago |"},
      {"audits two and a half years ago", "audits two and a half years ago |"},
      {"audits 31 decades ago", "audits 31 decades ago |"},
      {"audits a few years ago", "audits a few years ago |"},
      {"audits better than five years ago", "audits better | (than five years ago)"},
      {"in care more than two years", "in care more than two years |"},
      {"more audits than in 2019", "more audits | (than in 2019)"},
  });
}

TEST_CASE("Parts of a decade are years, and no words") {
  check({
      {"audits early 2010s", "audits | year 2010..2013"},
      {"audits mid 2010s", "audits | year 2014..2016"},
      {"audits mid-2010s", "audits | year 2014..2016"},
      {"audits in the late 2010s", "audits | year 2017..2019"},
      {"audits in the second half of the 2010s", "audits | year 2015..2019"},
      {"audits since the early 2010s", "audits | year 2010.."},
      {"audits early to mid 2010s", "audits | year 2010..2016"},
      {"early help in the 2010s", "early help | year 2010..2019"},
      {"late assessments 2019", "late assessments | year 2019"},
  });
}

TEST_CASE("Seasons, quarters and months are the latest that are over") {
  check({
      {"audits last summer", "audits | 2025-06-01..2025-08-31"},
      {"audits last autumn", "audits | 2025-09-01..2025-11-30"},
      {"audits last winter", "audits | 2025-12-01..2026-02-28"},
      {"audits this spring", "audits | 2026-03-01..2026-05-31"},
      {"audits since last summer", "audits | 2025-06-01.."},
      {"audits last summer term", "audits | 2025-04-01..2025-07-31"},
      {"audits autumn term 2022", "audits | 2022-09-01..2022-12-31"},
      {"audits spring term 2024", "audits | 2024-01-01..2024-04-30"},
      {"audits autumn 2022", "audits | 2022-09-01..2022-11-30"},
      {"audits last quarter", "audits | 2026-01-01..2026-03-31"},
      {"audits in the last quarter of 2023", "audits | 2023-10-01..2023-12-31"},
      {"audits last month", "audits | 2026-03-01..2026-03-31"},
      {"audits this month", "audits | 2026-04-01..2026-04-30"},
      {"audits last decade", "audits | 2016-04-01.."},
      {"audits over the last decade", "audits | 2016-04-01.."},
      {"audits this summer", "audits this summer |"},
      {"this may help", "this may help |"},
      {"summer schools", "summer schools |"},
      {"last month of pregnancy", "last month of pregnancy |"},
      {"how to last two years", "how to last two years |"},
  });
  CHECK(understood("audits last winter", "20260228") == "audits | 2024-12-01..2025-02-28");
  CHECK(understood("audits this winter", "20260228") == "audits | 2025-12-01..2026-02-28");
  CHECK(understood("audits last summer", "") == "audits last summer |");
  CHECK(understood("audits six months ago", "") == "audits six months ago |");
}

TEST_CASE("A due date of a plan is no time of reports") {
  check({
      {"Complete all PEPs by September 2024", "Complete all PEPs | (by September 2024)"},
      {"PEPs audited by 31/03/2025", "PEPs audited | (by 31/03/2025)"},
      {"caseloads below 18 by the end of 2024", "caseloads below 18 | (by the end of 2024)"},
      {"Deadline June 2023: all plans audited", "all plans audited | (Deadline June 2023)"},
      {"supervision target date March 2024", "supervision | (target date March 2024)"},
      {"Timescale: 2025 supervision", "supervision | (Timescale 2025)"},
      {"plans due 2024", "plans | (due 2024)"},
      {"launch the neglect strategy in autumn 2023",
       "launch the neglect strategy | (in autumn 2023)"},
  });
  const Understood result = understand(parse_query("PEPs audited by 31/03/2025"), Vocabulary{});
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes.front() ==
        "a due date is no time of reports: \"by 31/03/2025\" was not looked for");
}

TEST_CASE("Timescales and targets beside a time of reports are topics") {
  check({
      {"assessment timescales 2024", "assessment timescales | year 2024"},
      {"assessment timescales in March 2024", "assessment timescales | 2024-03-01..2024-03-31"},
      {"adoption target 2024", "adoption target | year 2024"},
      {"deadlines March 2024", "deadlines | 2024-03-01..2024-03-31"},
      {"review dates 2024", "review dates | year 2024"},
  });
}

TEST_CASE("Published and inspected beside a time only carry it") {
  check({
      {"care leavers published in 2024", "care leavers | year 2024"},
      {"published in March 2024", "| 2024-03-01..2024-03-31"},
      {"neglect inspected since 2022", "neglect | year 2022.."},
      {"neglect that was published between 2019 and 2021", "neglect | year 2019..2021"},
      {"neglect reports issued in 2023", "neglect | year 2023 (reports)"},
      {"councils inspected in 2024 care leavers", "care leavers | year 2024"},
      {"local offer published in 2024", "local offer published | year 2024"},
      {"care leavers published local offer", "care leavers published local offer |"},
      {"children visited in 2022", "children visited | year 2022"},
      {"notices issued in 2023", "notices issued | year 2023"},
  });
  const auto notes = [](const char* query) {
    return understand(parse_query(query), Vocabulary{}).notes;
  };
  CHECK(notes("care leavers published in 2024") ==
        std::vector<std::string>{
            "times are those of inspections: when a report was published is no filter"});
  CHECK(notes("neglect inspected in 2024").empty());
  CHECK(notes("local offer published in 2024").empty());
}

TEST_CASE("A time that is counted says from which day") {
  Vocabulary vocabulary;
  vocabulary.newest = "20260710";
  const auto notes = [&](const char* query) {
    return understand(parse_query(query), vocabulary).notes;
  };
  const auto counted = [](const char* words) {
    return std::vector<std::string>{std::string("\"") + words +
                                    "\" is counted from the newest document, 10 July 2026"};
  };
  CHECK(notes("last 12 months kinship") == counted("last 12 months"));
  CHECK(notes("kinship in the past three years") == counted("in the past three years"));
  CHECK(notes("kinship last year") == counted("last year"));
  CHECK(notes("kinship five years ago") == counted("five years ago"));
  CHECK(notes("kinship since last summer") == counted("since last summer"));
  CHECK(notes("recent kinship") == counted("recent"));
  CHECK(notes("kinship 2024").empty());
  CHECK(notes("kinship since March 2024").empty());
  CHECK(notes("the last meeting").empty());
}

TEST_CASE("What is done to reports by a day is a time of theirs") {
  check({
      {"neglect published by June 2023", "neglect | ..2023-06-30"},
      {"inspected by the end of 2019", "| ..2019-12-31"},
      {"increase in referrals in 2021", "increase in referrals | year 2021"},
      {"audit findings in 2022", "audit findings | year 2022"},
      {"which councils improved by 2022", "improved | year ..2022 (which councils)"},
      {"neglect by the end of 2024", "neglect | ..2024-12-31"},
      {"neglect before 2016", "neglect | year ..2015"},
      {"neglect by 2019", "neglect | year ..2019"},
      {"thresholds reviewed by 2022", "thresholds reviewed | year ..2022"},
      {"thresholds reviewed by the end of 2022", "thresholds reviewed | ..2022-12-31"},
      {"audits completed by March 2022", "audits completed | (by March 2022)"},
      {"improve attendance since 2020", "improve attendance | year 2020.."},
      {"were all plans reviewed by March 2022", "were all plans reviewed | ..2022-03-31"},
      {"children seen in 2021", "children seen | year 2021"},
  });
}

}  // namespace
}  // namespace ofsearch
