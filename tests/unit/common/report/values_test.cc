#include "common/report/values.h"

#include "tests/support/catch.h"

#include <algorithm>
#include <set>

using namespace ofsearch;

TEST_CASE("every printed grade is a grade or says that there is none") {
  for (const PrintedGrade& printed : printed_grades()) {
    INFO(printed.words);
    const Grade* grade = find_grade(printed.grade);
    CHECK((printed.grade == kNotJudged || (grade != nullptr && grade->rank > 0)));
  }
}

TEST_CASE("a printed grade stands before those it begins with") {
  for (size_t i = 0; i < printed_grades().size(); ++i)
    for (size_t j = 0; j < i; ++j) {
      INFO(printed_grades()[j].words);
      CHECK_FALSE(printed_grades()[i].words.starts_with(printed_grades()[j].words));
    }
}

TEST_CASE("grades are compared by rank, whichever scale they are of") {
  CHECK(compare_grades("good", "outstanding") == 1);
  CHECK(compare_grades("good", "inadequate") == -1);
  CHECK(compare_grades("adequate", "requires improvement") == 0);
  CHECK(compare_grades("none", "good") == 0);
  CHECK(compare_grades("good", "no such grade") == 0);
}

TEST_CASE("comparing the other way round gives the opposite") {
  for (const Grade& a : grades())
    for (const Grade& b : grades())
      CHECK(compare_grades(a.name, b.name) == -compare_grades(b.name, a.name));
}

TEST_CASE("names are found again, and no two rows share one") {
  std::set<std::string_view> types, judged;
  for (const VisitType& type : visit_types()) {
    CHECK(find_visit_type(type.name) == &type);
    CHECK(types.insert(type.name).second);
  }
  for (const Judgement& judgement : judgements()) {
    CHECK(find_judgement(judgement.name) == &judgement);
    CHECK(judged.insert(judgement.name).second);
  }
  for (const std::string& name : finding_names())
    CHECK(finding_name(*finding_from_name(name)) == name);
  for (const std::string& name : section_kind_names())
    CHECK(section_kind_name(*section_kind_from_name(name)) == name);
}

TEST_CASE("some kinds of visit award no overall grade") {
  for (const char* name : {"focused-visit", "monitoring-visit", "jtai", "area-send", "lscb-review"})
    CHECK(awards_no_grade(name));
  for (const char* name : {"ilacs", "ilacs-short", "sif", "slac", "no such type"})
    CHECK_FALSE(awards_no_grade(name));
}

TEST_CASE("a month is told by its whole name, in any case") {
  for (const char* word : {"March", "may", "DECEMBER"}) CHECK(is_month(word));
  for (const char* word : {"Mar", "Marchto", "Monday", ""}) CHECK_FALSE(is_month(word));
}

TEST_CASE("each outcome as printed is an outcome") {
  const std::vector<std::string> names = send_outcome_names();
  for (const PrintedOutcome& printed : printed_send_outcomes())
    CHECK(std::find(names.begin(), names.end(), printed.outcome) != names.end());
}

TEST_CASE("there are twelve months and nine regions") {
  CHECK(months().size() == 12);
  CHECK(months()[4].name == "May");
  CHECK(region_names().size() == 9);
}
