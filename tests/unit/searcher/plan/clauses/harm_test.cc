#include "searcher/plan/clauses/harm.h"

#include "common/words/words.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// What says it, behind a denial; "" where no harm is denied. In brackets the words that are left.
std::string denied(const std::string& query) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  const DeniedHarm harm = denied_harm(words);
  if (harm.end == 0) return "";
  std::string all;
  for (const std::vector<std::string>& each : harm.says) {
    if (!all.empty()) all += ", ";
    for (const std::string& word : each) all += (&word == &each.front() ? "" : " ") + word;
  }
  std::string rest;
  for (size_t i = 0; i < words.size(); ++i)
    if (i < harm.first || i >= harm.end) rest += (rest.empty() ? "" : " ") + words[i];
  return rest.empty() ? all : all + " (" + rest + ")";
}

TEST_CASE("Harm that is denied is heard, however it is said") {
  const std::string at_once = "at immediate risk, at risk of immediate";
  CHECK(denied("inspections did not find any children at immediate risk") == at_once);
  CHECK(denied("no children at immediate risk of harm") == at_once);
  CHECK(denied("found no children at immediate risk") == at_once);
  CHECK(denied("inspectors did not identify any children at immediate risk") == at_once);
  CHECK(denied("children not at risk of immediate harm") == at_once);
  CHECK(denied("no child was unsafe") == "unsafe");
  CHECK(denied("did not find any child unsafe") == "unsafe");
  CHECK(denied("no child was left at risk") == "at risk");
  CHECK(denied("no children were identified as at risk") == "at risk");
  CHECK(denied("backlog but no children at risk") == "at risk (backlog but)");
  CHECK(denied("none were harmed") == "harmed");
}

TEST_CASE("A denial of help for those at risk is no denial of harm") {
  for (const char* query :
       {"children at risk", "no help for children at risk", "not protected from risk",
        "did not identify children at risk", "children at risk not identified",
        "no risk assessment", "no response to children at immediate risk",
        "not all children at risk", "no children at risk of exploitation",
        "children who are not at risk", "no understanding of risk", "unsafe homes", "not safe"}) {
    INFO(query);
    CHECK(denied(query).empty());
  }
}

}  // namespace
}  // namespace ofsearch
