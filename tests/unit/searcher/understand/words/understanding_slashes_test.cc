// Names and kinds that a slash joins.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("Names, regions and kinds on both sides of a slash are each understood") {
  check_understood({
      {"county lines Norfolk/Suffolk", "county lines | authority=Norfolk authority=Suffolk"},
      {"Kent/Medway neglect", "neglect | authority=Kent authority=Medway"},
      {"Richmond/Kingston", "| authority=Richmond upon Thames authority=Kingston upon Thames"},
      {"neglect Kent County Council/Medway Council", "neglect | authority=Kent authority=Medway"},
      {"neglect in Kent/Medway/Essex", "neglect | authority=Kent authority=Medway authority=Essex"},
      {"neglect in Kent/Medway families", "neglect families | authority=Kent authority=Medway"},
      {"not Kent/Medway neglect", "neglect | not authority=Kent not authority=Medway"},
      {"London/South East neglect", "neglect | region=London region=South East"},
      {"ILACS/SIF thresholds", "thresholds | visit_type=ilacs visit_type=sif"},
      {"RI/inadequate councils", "| grade=requires improvement grade=inadequate"},
      {"North/South Tyneside neglect",
       "neglect | authority=North Tyneside authority=South Tyneside"},
      {"East/West Sussex", "| authority=East Sussex authority=West Sussex"},
      {"North/South West neglect", "neglect | region=North West region=South West"},
      {"2023/Kent neglect", "neglect | year=2023 authority=Kent"},
      {"-Kent/Medway neglect", "neglect | not authority=Kent not authority=Medway"},
      {"RI/inadequate", "requires improvement inadequate |"},
  });
}

TEST_CASE("Other words with a slash stay whole") {
  check_understood({
      {"-mother/father neglect", "-mother/father neglect |"},
      {"north/south divide", "north/south divide |"},
      {"mother/father", "mother/father |"},
      {"neglect and/or abuse", "neglect and/or abuse |"},
      {"early help/edge of care", "early help/edge of care |"},
      {"strengths/weaknesses in adoption", "strengths/weaknesses in adoption |"},
      {"2022/23 neglect", "neglect | year=2022..2023"},
      {"March/April 2024 neglect", "neglect | from=2024-03-01 to=2024-04-30"},
      {"s47/s17", "s47/s17 |"},
      {"bath/shower", "bath/shower |"},
      {"w/o consent", "w/o consent |"},
  });
}

TEST_CASE("The words of a name beside a slash are told as typed") {
  const Understood result = understand(parse_query("not Kent/Medway"), vocabulary_of_today());
  REQUIRE(result.filters.size() == 2);
  CHECK(result.filters[0].words == "not Kent");
  CHECK(result.filters[1].words == "/ Medway");
}

}  // namespace
}  // namespace ofsearch
