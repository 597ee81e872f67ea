#include "searcher/plan/direction/contrast.h"

#include "common/text/text.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// The topics that a query sets apart, parted by "|".
std::string set_apart(const std::string& query) {
  std::vector<std::string> words;
  for (std::string_view word : split_words(query)) words.emplace_back(word);
  std::string all;
  for (const Contrast& each : contrasts_in(words, Thesaurus::builtin())) {
    if (!all.empty()) all += "|";
    for (size_t at = each.topic; at < each.end; ++at)
      all += (at > each.topic ? " " : "") + words[at];
  }
  return all;
}

TEST_CASE("A topic behind \"but not\" or \"other than\" is set apart") {
  CHECK(set_apart("adoption but not fostering") == "fostering");
  CHECK(set_apart("special guardianship not adoption") == "adoption");
  CHECK(set_apart("care leavers not children in care mental health") == "children in care");
  CHECK(set_apart("exploitation other than sexual") == "sexual");
  CHECK(set_apart("exploitation other than the sexual kind") == "sexual");
  CHECK(set_apart("neglect other than domestic abuse except autism") == "domestic abuse|autism");
  CHECK(set_apart("gangs or county lines not exploitation") == "exploitation");
  CHECK(set_apart("domestic abuse perpetrator programme not victims") == "victims");
  CHECK(set_apart("adoption not special guardianship orders") == "special guardianship orders");
}

TEST_CASE("A judgement with \"not\" sets nothing apart") {
  for (const char* query : {"children not seen alone",
                            "plans not child centred",
                            "visits but not recorded",
                            "children not in school",
                            "supervision not reflective",
                            "not fostering",
                            "other than good",
                            "health and police not invited",
                            "whether or not adoption is timely",
                            "police do not send notifications",
                            "leaders not fostering learning",
                            "schools excluding pupils",
                            "children placed apart from their siblings",
                            "a language other than English",
                            "anything other than good",
                            "why not adoption",
                            "care leavers not in touch",
                            "care leavers not NEET",
                            "children in care not health assessments",
                            "care leavers not pathway plans",
                            "early help not thresholds",
                            "child protection plans not reviewed",
                            "children in care not visits at home",
                            "plans not victims",
                            "adoption and fostering",
                            "education other than at school"}) {
    INFO(query);
    CHECK(set_apart(query).empty());
  }
}

}  // namespace
}  // namespace ofsearch
