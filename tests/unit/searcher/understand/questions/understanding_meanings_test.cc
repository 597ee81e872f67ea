// Questions what an abbreviation stands for.
#include "tests/support/understood_words.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

std::string told(const std::string& query) {
  std::string out = understood_words(query);
  for (const std::string& note : understand(parse_query(query), vocabulary_of_today()).notes)
    out += " (" + note + ")";
  return out;
}

TEST_CASE("What an abbreviation stands for is told") {
  check_understood(
      {
          {"what does RI mean", "requires improvement | (RI stands for: requires improvement)"},
          {"what does lado stand for?",
           "lado | (LADO stands for: local authority designated officer)"},
          {"what are JTAIs", "| visit_type=jtai (JTAI stands for: joint targeted area inspection)"},
          {"what is a JTAI", "| visit_type=jtai (JTAI stands for: joint targeted area inspection)"},
          {"difference between ILACS and SIF",
           "| visit_type=ilacs visit_type=sif (ILACS stands for: inspecting local authority "
           "children's services) (SIF stands for: single inspection framework)"},
          {"what is RHI", "RHI | (RHI stands for: return home interview)"},
          {"explain LADO", "LADO | (LADO stands for: local authority designated officer)"},
          {"what is SEND", "SEND | (SEND stands for: special educational needs and disabilities)"},
          {"KPI meaning", "KPI | (KPI stands for: key performance indicator)"},
          {"what is an SGO", "SGO | (SGO stands for: special guardianship order)"},
      },
      told);
}

TEST_CASE("What other words mean for children is a topic") {
  check_understood(
      {
          {"what does neglect mean", "neglect mean |"},
          {"what is early help", "early help |"},
          {"what does RI mean for children", "requires improvement mean for children |"},
          {"difference between thresholds", "difference between thresholds |"},
          {"LADO", "LADO |"},
          {"what is the LADO response", "the LADO response |"},
      },
      told);
}

}  // namespace
}  // namespace ofsearch
