// Questions that a table of counts answers.
#include "tests/support/understood_words.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::string noted(const std::string& query) {
  const Understood result = understand(parse_query(query), vocabulary_of_today());
  std::string notes;
  for (const std::string& note : result.notes)
    if (const size_t at = note.find("--facets"); at != std::string::npos) notes += note.substr(at);
  return understood_words(query) + (notes.empty() ? "" : " [" + notes + "]");
}

TEST_CASE("Who inspected, and who most, is told by a facet") {
  check_understood(
      {
          {"Who inspected Bradford in 2022?",
           "| authority=Bradford year=2022 [--facets inspector]"},
          {"which inspector led Haringey 2024",
           "| authority=Haringey year=2024 [--facets inspector]"},
          {"who led the inspection of Leeds", "| authority=Leeds [--facets inspector]"},
          {"Which inspector has led most inspections in London",
           "| region=London [--facets inspector]"},
          {"which inspector has led the most", "| [--facets inspector]"},
          {"who led the Leeds inspection", "the inspection | authority=Leeds [--facets inspector]"},
          {"lead inspector with the most visits in Kent", "| authority=Kent [--facets inspector]"},
          {"which council had the most focused visits",
           "| visit_type=focused-visit [--facets authority]"},
          {"which councils have had the fewest inspections", "| [--facets authority]"},
          {"which region has the most inadequate councils", "| grade=inadequate [--facets region]"},
          {"what year had the most jtais", "| visit_type=jtai [--facets year]"},
          {"which council had most reports about neglect", "neglect | [--facets authority]"},
          {"number of focused visits per region", "| visit_type=focused-visit [--facets region]"},
          {"who is the lead inspector for Bradford", "| authority=Bradford [--facets inspector]"},
          {"name of inspector Bradford 2022",
           "| authority=Bradford year=2022 [--facets inspector]"},
          {"lead inspector for Kent", "| authority=Kent [--facets inspector]"},
          {"which inspector inspects most", "| [--facets inspector]"},
          {"which council has the most children in care",
           "children in care | [--facets authority]"},
          {"which councils have the fewest complaints", "complaints | [--facets authority]"},
          {"how many focused visits by council", "| visit_type=focused-visit [--facets authority]"},
          {"how many monitoring visits in each year",
           "| visit_type=monitoring-visit [--facets year]"},
      },
      noted);
}

TEST_CASE("What is most of something else is a topic") {
  check_understood(
      {
          {"which councils have the most effective front door", "most effective front door |"},
          {"which council has improved most", "improved most |"},
          {"who inspects children's homes", "who inspects children's homes |"},
          {"which councils have the most likely placements", "most likely placements |"},
          {"which council has the least experienced staff", "least experienced staff |"},
          {"lead inspector feedback", "lead inspector feedback |"},
          {"number of placements per child", "number of placements per child |"},
          {"most vulnerable children", "most vulnerable children |"},
          {"who led the improvement board", "who led the improvement board |"},
          {"how many focused visits in 2023", "how many | visit_type=focused-visit year=2023"},
          {"how many children are seen by social workers",
           "how many children are seen by social workers |"},
      },
      noted);
}

}  // namespace
}  // namespace ofsearch
