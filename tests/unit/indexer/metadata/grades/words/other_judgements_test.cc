// Judgements printed beside a report's own: of another year, another authority, of no inspector.
#include "indexer/metadata/grades/words/other_judgements.h"

#include "indexer/metadata/grades/judgement_sentences.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <string>

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;

const Occasion kOccasion{"Loamshire", {2024}};

constexpr std::string_view kHead =
    "Inspection of Loamshire local authority children's services\n\n"
    "Inspection dates: 8 to 19 January 2024\n\nLead inspector: Ada Brook\n\n";
constexpr std::string_view kTable =
    "The impact of leaders on social work practice with children and families: Good\n\n"
    "The experiences and progress of children who need help and protection: Good\n\n"
    "The experiences and progress of children in care: Good\n\n"
    "The experiences and progress of care leavers: Good\n\n"
    "Overall effectiveness: Good\n\n";
constexpr std::string_view kEnd = "\n\nStaff work hard in the town of Loamshire.\n";

std::string grade_of(std::string_view text) {
  return metadata_of(plain_text(std::string(kHead) + std::string(text) + std::string(kEnd))).grade;
}

}  // namespace

TEST_CASE("a line may head the judgements of another inspection or authority") {
  for (const char* line :
       {"Previous inspection:", "Previous inspection (2018)", "The last report, in 2019, said:",
        "At the last inspection:", "Judgements in 2018", "Judgement in 2018", "In 2018:", "2018",
        "Our neighbour Northmere", "Norfolk", "Previous Ofsted inspections"}) {
    INFO(line);
    CHECK(heads_other_judgements(line, kOccasion));
  }
  for (const char* line :
       {"This inspection", "Judgements in 2024", "Judgement", "Grade", "Lead inspector: Ada Brook",
        "Date of previous inspection: 3 May 2018", "since the previous inspection",
        "Services have improved since the last inspection in 2018.", "Inspection report 2024",
        "Overall effectiveness at the previous inspection: good", "Loamshire",
        "Progress since the last inspection", "Report number 2018", "Date of previous inspection",
        "Framework of 2018, inspection report"}) {
    INFO(line);
    CHECK_FALSE(heads_other_judgements(line, kOccasion));
  }
  // Where the inspection's own year is not known, no year is another's.
  CHECK_FALSE(heads_other_judgements("Judgements in 2018", {}));
  CHECK_FALSE(heads_other_judgements("Norfolk", {}));
}

TEST_CASE("a grade below such a line is none of this inspection") {
  for (const char* before : {"The last report said:", "Previous inspection:", "Judgements in 2018",
                             "Our neighbour Northmere"}) {
    INFO(before);
    const std::string other = std::string(before) + "\n\nOverall effectiveness: Inadequate";
    CHECK(grade_of(other) == "unknown");
    CHECK(grade_of(std::string(kTable) + other) == "good");
    CHECK(grade_of(other + "\n\nThis inspection\n\n" + std::string(kTable)) == "good");
  }
  CHECK(grade_of("Previous inspection: 3 to 7 May 2018\n\n" + std::string(kTable)) == "good");
  CHECK(grade_of("Previous inspection\n\n3 May 2018\n\n" + std::string(kTable)) == "good");
  CHECK(grade_of("Judgements in 2024\n\n" + std::string(kTable)) == "good");
}

TEST_CASE("a label with another year is none of this inspection") {
  CHECK(grade_of("Overall effectiveness (2018): Inadequate") == "unknown");
  CHECK(grade_of("Overall effectiveness (2024): Inadequate") == "inadequate");
  CHECK(grade_of("Overall effectiveness: Good (2018: Inadequate)") == "good");
  Metadata m = metadata_of(plain_text(
      std::string(kHead) +
      "The impact of leaders on social work practice with children and families: Good\n\n"
      "The experiences and progress of care leavers (2022): Inadequate\n\nStaff work hard.\n"));
  CHECK(m.judgements.at("leaders") == "good");
  CHECK_FALSE(m.judgements.contains("care_leavers"));
}

TEST_CASE("the head of a column may be another year or place") {
  const std::string row = "Overall effectiveness\tInadequate\n";
  CHECK(grade_of("Area\tJudgement in 2018\n" + row) == "unknown");
  CHECK(grade_of("Area\tNorthmere\n" + row) == "unknown");
  CHECK(grade_of("Area\tLoamshire\n" + row) == "inadequate");
  CHECK(grade_of("Judgement\tGrade\n" + row) == "inadequate");
  CHECK(grade_of("Judgement\tOfsted rating\n" + row) == "inadequate");
  CHECK(grade_of("Lead inspector\tAda Brook\n" + row) == "inadequate");
}

TEST_CASE("what somebody says, and what is said of another place, judges nothing") {
  for (const char* sentence :
       {"In 2018 inspectors wrote: \"The overall effectiveness of services is inadequate.\"",
        "\"The overall effectiveness of services is inadequate.\"",
        "Leaders feared that overall effectiveness is inadequate.",
        "The council's own audit says that overall effectiveness is inadequate.",
        "The overall effectiveness of children's services in Northmere is inadequate.",
        "The overall effectiveness of children's services in Norfolk is inadequate.",
        "Children's services in Northmere are inadequate."}) {
    INFO(sentence);
    CHECK_FALSE(read_judgement_sentence(sentence, true, kOccasion));
    CHECK(grade_of(std::string(kTable) + sentence) == "good");
  }
  for (const char* sentence :
       {"The overall effectiveness of children's services in Loamshire is inadequate.",
        "The overall effectiveness of services in the County of Loamshire is inadequate.",
        "Children's services in Loamshire County Council are inadequate.",
        "In 2024, the overall effectiveness of services is inadequate.",
        "Inspectors judge that overall effectiveness is inadequate."}) {
    INFO(sentence);
    CHECK(read_judgement_sentence(sentence, true, kOccasion));
  }
}

}  // namespace ofsearch
