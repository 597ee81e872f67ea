// Commas of a list that "or" ends.
#include "searcher/understand/words/understanding_lists.h"

#include "searcher/query/query_filters.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch::understanding {
namespace {

std::string joined(const std::string& query) {
  std::vector<QueryNode> run = parse_query(query).root.children;
  join_lists(&run);
  return query_of(run);
}

TEST_CASE("Each comma of a list that \"or\" ends is an \"or\"") {
  CHECK(joined("neglect, domestic abuse or parental mental health") ==
        "neglect or domestic abuse or parental mental health");
  CHECK(joined("physical, emotional, sexual abuse or neglect") ==
        "physical or emotional or sexual abuse or neglect");
  CHECK(joined("neglect, domestic abuse, or drift") == "neglect or domestic abuse or drift");
}

TEST_CASE("Other commas join nothing") {
  CHECK(joined("neglect, domestic abuse and drift") == "neglect domestic abuse and drift");
  CHECK(joined("in the north, where plans or visits are late") ==
        "in the north where plans or visits are late");
  CHECK(joined("visits, which children in care have often or never") ==
        "visits which children in care have often or never");
  CHECK(joined("plans, visits") == "plans visits");
  CHECK(joined("children in care, neglect or abuse") == "children in care neglect or abuse");
  CHECK(joined("neglect, one or two visits") == "neglect one or two visits");
  CHECK(joined("visits late, sooner or later") == "visits late sooner or later");
  CHECK(joined("plans, child in need or protection") == "plans child in need or protection");
  CHECK(joined("plans or visits, drift") == "plans or visits drift");
  CHECK(joined("plans, \"visits\" or drift") == "plans +\"visits\" or drift");
}

}  // namespace
}  // namespace ofsearch::understanding
