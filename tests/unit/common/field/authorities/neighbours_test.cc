#include "common/field/authorities/neighbours.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

constexpr const char* kHeader = "authority\tneighbours\tsource\tdate\n";

std::string fault_of(const std::string& rows) {
  auto table = Neighbours::parse(kHeader + rows, "n.tsv");
  return table ? "" : table.error().message;
}

TEST_CASE("A table of neighbours takes every name of an authority") {
  auto table = Neighbours::parse(
      std::string("# nobody's\n\n") + kHeader +
          "hull\tLeeds City Council; Royal Borough of Kingston upon Thames\tinvented\t2024-05-01\n",
      "n.tsv");
  REQUIRE(table);
  const NeighbourSet* set = table->find("Kingston upon Hull");
  REQUIRE(set != nullptr);
  CHECK(set->names == std::vector<std::string>{"Leeds", "Kingston upon Thames"});
  CHECK(set->source == "invented");
  CHECK(set->date == "2024-05-01");
  CHECK(table->find("Leeds") == nullptr);
}

TEST_CASE("A mistake in a table of neighbours is named with its line") {
  CHECK(fault_of("Leeds\tBradford\tinvented\t2024-05-01\n") == "");
  CHECK(fault_of("Nowhere\tBradford\tinvented\t2024-05-01\n") ==
        "n.tsv line 2: there is no authority \"Nowhere\"");
  CHECK(fault_of("Leeds\tNowhere\tinvented\t2024-05-01\n") ==
        "n.tsv line 2: there is no authority \"Nowhere\"");
  CHECK(fault_of("Leeds\tLeeds\tinvented\t2024-05-01\n") ==
        "n.tsv line 2: Leeds is no neighbour of itself");
  CHECK(fault_of("Leeds\t\tinvented\t2024-05-01\n") == "n.tsv line 2: there is no authority \"\"");
  CHECK(fault_of("Leeds\tBradford\t\t2024-05-01\n") == "n.tsv line 2: it does not say its source");
  CHECK(fault_of("Leeds\tBradford\tinvented\tMay\n") ==
        "n.tsv line 2: \"May\" is not a date like 2019-04-01");
  CHECK(fault_of("Leeds\tBradford\tinvented\n") == "n.tsv line 2: a row has 4 cells, this one 3");
  CHECK(fault_of("Leeds\tBradford\ta\t2024-05-01\nLeeds\tBradford\tb\t2024-05-01\n") ==
        "n.tsv line 3: Leeds stands there twice");
}

}  // namespace
}  // namespace ofsearch
