#include "common/index/topic_findings.h"

#include "common/index/fields.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

const std::vector<std::string> kTopics = {"private-fostering"};

// The sentences end with full stops; `findings` are theirs.
Passage passage(const std::string& text, Finding whole, std::vector<double> findings) {
  Passage made;
  made.text = text;
  made.section_kind = SectionKind::kFindings;
  made.finding = whole;
  for (size_t begin = 0, end = 0; end < text.size(); begin = end + 1) {
    end = text.find('.', begin) + 1;
    made.sentences.emplace_back(begin, end);
  }
  made.sentence_findings = std::move(findings);
  return made;
}

TEST_CASE("What is found of a topic is told by the sentences that speak of it") {
  struct Row {
    std::string text;
    Finding whole;
    std::vector<double> findings;
    Finding expected;
  };
  const std::vector<Row> rows = {
      {"Care is good. Private fostering is poor.",
       Finding::kStrength,
       {0.9, -0.9},
       Finding::kWeakness},
      {"Care is poor. Private fostering is good.",
       Finding::kWeakness,
       {-0.9, 0.9},
       Finding::kStrength},
      {"Private fostering is known. Private fostering is rare. Care is good.",
       Finding::kStrength,
       {0.8, -0.8, 0.9},
       Finding::kMixed},
      // Not clear enough: the passage decides.
      {"There is private fostering. It is poor.",
       Finding::kWeakness,
       {0.2, -0.9},
       Finding::kWeakness},
      {"Private fostering is better known. Those who foster are not seen.",
       Finding::kWeakness,
       {0.2, -0.9},
       Finding::kWeakness},
      // A sentence leans the other way, or only counts.
      {"Care is good. Private fostering is not.", Finding::kStrength, {0.9, -0.2}, Finding::kMixed},
      {"Children in private fostering are known. Care is good.",
       Finding::kStrength,
       {0.0, 0.9},
       Finding::kStrength},
      // Of the findings of its sentences nothing is known.
      {"Care is good. Private fostering is poor.", Finding::kMixed, {}, Finding::kMixed},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(topic_finding(passage(row.text, row.whole, row.findings), kTopics) == row.expected);
  }
}

TEST_CASE("A topic that a passage only counts is not found good or bad by what stands beside it") {
  const std::vector<std::string> topics = {"elective-home-education"};
  const std::string counts = "The number of children who are electively home educated has risen.";
  CHECK(topic_finding(passage(counts + " Care is good.", Finding::kStrength, {0.0, 0.9}), topics) ==
        Finding::kNeutral);
  CHECK(topic_finding(passage(counts + " This is poor.", Finding::kWeakness, {0.0, -0.9}),
                      topics) == Finding::kWeakness);
}

TEST_CASE("A passage has one term for each of its topics") {
  const Passage both =
      passage("Private fostering is poor. Caseloads are low.", Finding::kMixed, {-0.9, 0.9});
  const std::vector<std::string> terms = topic_finding_terms(both);
  CHECK(std::ranges::count(terms, topic_finding_term("private-fostering", "weakness")) == 1);
  CHECK(std::ranges::count(terms, topic_finding_term("private-fostering", "strength")) == 0);
  CHECK(std::ranges::count(terms, topic_finding_term("caseloads", "strength")) == 1);
  Passage repeated = both;
  repeated.section_kind = SectionKind::kBoilerplate;
  CHECK(topic_finding_terms(repeated).empty());
}

TEST_CASE("The terms of a passage say again what it finds of its topics") {
  const Passage both =
      passage("Private fostering is poor. Caseloads are low.", Finding::kMixed, {-0.9, 0.9});
  std::vector<std::string> terms = topic_finding_terms(both);
  const std::vector<TopicFinding> found = topic_findings(both);
  REQUIRE(found.size() == 2);
  for (const std::string& term : terms) CHECK(term.starts_with(topic_terms_prefix()));
  // Terms come in another order, and with those of topics alone.
  std::ranges::reverse(terms);
  terms.push_back(filter_term(*find_field("topic"), "caseloads"));
  terms.push_back(topic_terms_prefix() + "no topic any more:weakness");
  const std::vector<TopicFinding> again = topic_findings_of(terms);
  REQUIRE(again.size() == found.size());
  for (size_t i = 0; i < found.size(); ++i) {
    CHECK(again[i].topic == found[i].topic);
    CHECK(again[i].finding == found[i].finding);
  }
}

}  // namespace
}  // namespace ofsearch
