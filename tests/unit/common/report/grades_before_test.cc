#include "common/report/grades_before.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

Metadata inspection(const std::string& end, const std::string& grade) {
  Metadata document;
  document.kind = "report";
  document.inspection_end = end;
  document.grade = grade;
  return document;
}

Metadata visit(const std::string& end, const std::string& standing_grade) {
  Metadata document = inspection(end, "none");
  document.standing_grade = standing_grade;
  return document;
}

struct Taken {
  int change = 0;  // of the last document's overall grade
  bool complete = true;
};

Taken take_all(const std::vector<Metadata>& documents) {
  GradesBefore before;
  Taken last;
  for (const Metadata& document : documents) {
    ColumnGrades grades = column_grades(document);
    last.complete = before.take(document, &grades);
    last.change = grades.contains(kOverallColumn) ? grades[kOverallColumn].change : 0;
  }
  return last;
}

TEST_CASE("An inspection is compared with the one before it") {
  const Taken taken =
      take_all({inspection("2016-05-05", "good"), inspection("2022-03-04", "inadequate")});
  CHECK(taken.change == -1);
  CHECK(taken.complete);
}

TEST_CASE("Inspections more than six years apart are not compared") {
  const Taken taken =
      take_all({inspection("2016-05-05", "good"), inspection("2022-05-06", "outstanding")});
  CHECK(taken.change == 0);
  CHECK_FALSE(taken.complete);
  CHECK(take_all({inspection("2016-05-05", "good"), inspection("2022-05-05", "outstanding")})
            .change == 1);
}

TEST_CASE("Where only a year is known, years are counted") {
  Metadata first = inspection("2013-01-01", "inadequate");
  first.inspection_end.reset();
  first.year = 2013;
  CHECK(take_all({first, inspection("2019-12-31", "good")}).change == 1);
  CHECK_FALSE(take_all({first, inspection("2020-01-01", "good")}).complete);
}

TEST_CASE("A standing grade that no inspection here gave tells that one is missing") {
  const Taken taken =
      take_all({inspection("2016-06-16", "good"), visit("2020-12-08", "requires improvement"),
                inspection("2021-03-17", "requires improvement")});
  CHECK(taken.change == 0);
  CHECK_FALSE(taken.complete);
  CHECK(take_all({inspection("2016-06-16", "good"), visit("2018-12-08", "good"),
                  inspection("2021-03-17", "requires improvement")})
            .change == -1);
}

TEST_CASE("The standing grade of an inspection without an overall grade tells it too") {
  Metadata before = inspection("2021-06-16", "good");
  before.judgements = {{"leaders", "good"}};
  Metadata now = visit("2026-03-17", "inadequate");
  now.judgements = {{"leaders", "outstanding"}};
  GradesBefore all;
  ColumnGrades first = column_grades(before), second = column_grades(now);
  CHECK(all.take(before, &first));
  CHECK_FALSE(all.take(now, &second));
  CHECK(second["leaders"].change == 0);
}

TEST_CASE("What is missing before one inspection does not matter to the next") {
  const Taken taken =
      take_all({inspection("2010-06-16", "good"), inspection("2018-06-16", "inadequate"),
                inspection("2021-06-16", "good")});
  CHECK(taken.change == 1);
  CHECK(taken.complete);
}

TEST_CASE(
    "A grade that the inspection before did not give is no reason to say that one is missing") {
  Metadata with_board = inspection("2014-06-16", "good");
  with_board.judgements = {{"lscb", "good"}};
  Metadata now = inspection("2021-06-16", "inadequate");
  now.judgements = {{"lscb", "inadequate"}};
  CHECK(take_all({with_board, inspection("2017-06-16", "good"), now}).complete);
}

TEST_CASE("Articles and documents without a day are not compared") {
  Metadata article = inspection("2018-06-16", "inadequate");
  article.kind = "article";
  CHECK(take_all({inspection("2016-06-16", "good"), article, inspection("2021-06-16", "good")})
            .change == 0);
  Metadata undated = inspection("", "inadequate");
  undated.inspection_end.reset();
  CHECK(take_all({inspection("2016-06-16", "good"), undated}).change == 0);
}

}  // namespace
}  // namespace ofsearch
