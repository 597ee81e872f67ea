#include "common/report/sentence_findings.h"

#include "tests/support/catch.h"

#include <string>
#include <utility>
#include <vector>

namespace ofsearch {
namespace {

// The sentences end with full stops; `findings` are theirs.
Passage passage(const std::string& text, std::vector<double> findings) {
  Passage made;
  made.text = text;
  for (size_t begin = 0, end = 0; end < text.size(); begin = end + 1) {
    end = text.find('.', begin) + 1;
    made.sentences.emplace_back(begin, end);
  }
  made.sentence_findings = std::move(findings);
  return made;
}

TEST_CASE("What sentences surely find is one thing, or not told") {
  struct Row {
    std::string text;
    std::vector<double> findings;
    Finding expected;  // of the first sentence
  };
  const std::vector<Row> rows = {
      {"Visits are late. Care is good.", {-0.9, 0.9}, Finding::kWeakness},
      {"Visits are prompt. Care is poor.", {0.9, -0.9}, Finding::kStrength},
      {"Visits take place. Care is poor.", {0.2, -0.9}, Finding::kNeutral},
      // Not sure, or another sentence is less sure of the contrary.
      {"Visits are late. Care is good.", {-0.4, 0.9}, Finding::kNeutral},
      {"Visits are late. This is rare.", {-0.9, 0.4}, Finding::kNeutral},
      // What goes on with it, or objects to it, is said of it, too.
      {"Visits take place. This is too late.", {0.2, -0.9}, Finding::kWeakness},
      {"Visits are prompt. However, records are poor.", {0.9, -0.9}, Finding::kMixed},
      {"Visits are prompt. Records, however, are poor.", {0.9, -0.9}, Finding::kStrength},
      {"Visits are prompt.", {}, Finding::kNeutral},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Passage made = passage(row.text, row.findings);
    CHECK(SentenceFindings(made).surely({0}) == row.expected);
  }
}

TEST_CASE("Sentences together find what each of them does") {
  const Passage made =
      passage("Visits are late. Care is good. Visits are not recorded.", {-0.9, 0.9, -0.9});
  const SentenceFindings findings(made);
  CHECK(findings.surely({0, 2}) == Finding::kWeakness);
  CHECK(findings.surely({0, 1}) == Finding::kMixed);
  CHECK(findings.surely({}) == Finding::kNeutral);
  CHECK(findings.text(1) == "Care is good.");
}

}  // namespace
}  // namespace ofsearch
