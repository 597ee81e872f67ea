#include "indexer/write/index_document.h"

#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {

TEST_CASE("A text has one term in a table, numbered by first use") {
  TermTable table;
  IndexTerm* first = table.term("a");
  for (int i = 0; i < 1000; ++i) table.term("word " + std::to_string(i));
  CHECK(table.term("a") == first);
  CHECK(first->text == "a");
  CHECK(first->number == 0);
  CHECK(table.term("word 0")->number == 1);
}

TEST_CASE("A document has each term once, with the sum of its uses") {
  TermTable table;
  auto taken = [&](const std::vector<std::pair<const char*, uint32_t>>& added) {
    DocumentTerms terms(&table);
    for (const auto& [text, uses] : added) terms.add(table.term(text), uses);
    std::string out;
    for (const TermUse& use : terms.take())
      out += use.term->text + ':' + std::to_string(use.uses) + ' ';
    return out;
  };
  CHECK(taken({{"a", 1}, {"b", 0}, {"a", 2}, {"b", 0}}) == "a:3 b:0 ");
  CHECK(taken({{"b", 1}, {"c", 1}}) == "b:1 c:1 ");
  CHECK(taken({}).empty());
}

}  // namespace ofsearch
