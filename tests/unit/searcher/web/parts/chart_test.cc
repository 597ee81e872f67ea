#include "searcher/web/parts/chart.h"

#include "tests/support/catch.h"

namespace ofsearch::web {
namespace {

TEST_CASE("Every day of a year is drawn in that year, in order") {
  CHECK(in_years({2023, 1, 1}) == 2023);
  double before = 0;
  for (const Date& day : {Date{2023, 12, 30}, Date{2023, 12, 31}, Date{2024, 1, 1},
                          Date{2024, 2, 29}, Date{2024, 3, 1}, Date{2024, 12, 31}}) {
    CHECK(in_years(day) > before);
    CHECK(static_cast<int>(in_years(day)) == day.year);
    before = in_years(day);
  }
}

}  // namespace
}  // namespace ofsearch::web
