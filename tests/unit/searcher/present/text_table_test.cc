#include "searcher/present/text_table.h"

#include "tests/support/catch.h"

#include <sstream>

namespace ofsearch {
namespace {

std::string printed(const Table& table, size_t width) {
  OutputOptions options;
  options.width = width;
  std::ostringstream out;
  print_rows(table, options, out);
  return out.str();
}

Table years() {
  using Kind = TableColumn::Kind;
  Table table;
  table.bars_of = "share";
  table.columns = {{"year", "year"},
                   {"share", "share", Kind::kShare},
                   {"strengths", "strengths", Kind::kNumber}};
  table.rows = {{{}, {text_cell("2022"), share_cell(1, 2), number_cell(3)}},
                {{}, {text_cell("2023"), share_cell(2, 2), number_cell(12)}}};
  return table;
}

TEST_CASE("Bars are shorter where all columns fit then, on one scale") {
  CHECK(printed(years(), 80) ==
        "year  share                       strengths\n"
        "2022   50 % ▇▇▇▇▇▇▇▇▇▇                    3\n"
        "2023  100 % ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇         12\n");
  CHECK(printed(years(), 33) ==
        "year  share             strengths\n"
        "2022   50 % ▇▇▇▇▇               3\n"
        "2023  100 % ▇▇▇▇▇▇▇▇▇▇         12\n");
}

TEST_CASE("Where the columns behind the bars do not fit, the bars stand in line") {
  Table table = years();
  for (int i = 0; i < 3; ++i) table.columns.insert(table.columns.begin(), {"n", "number"});
  for (TableRow& row : table.rows)
    for (int i = 0; i < 3; ++i) row.cells.insert(row.cells.begin(), text_cell("7"));
  CHECK(printed(table, 50) ==
        "number  number  number  year  share\n"
        "7       7       7       2022   50 % ▇▇▇▇▇▇▇\n"
        "    strengths: 3\n"
        "7       7       7       2023  100 % ▇▇▇▇▇▇▇▇▇▇▇▇▇▇\n"
        "    strengths: 12\n");
}

TEST_CASE("Columns that belong together stand in one line or all below their row") {
  Table table;
  table.columns = {{"topic", "topic"}, {"2022", "2022"}, {"2023", "2023"}, {"2024", "2024"}};
  table.rows = {{{}, {text_cell("neglect"), text_cell("one"), text_cell(""), text_cell("three")}}};
  table.columns_together = true;
  CHECK(printed(table, 30) ==
        "topic    2022  2023  2024\n"
        "neglect  one         three\n");
  CHECK(printed(table, 24) ==
        "neglect\n"
        "    2022: one;\n"
        "    2024: three\n");
}

}  // namespace
}  // namespace ofsearch
