#include "indexer/metadata/grades/only_grades.h"

#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

const std::string kNames =
    "The impact of leaders on social work practice with children and families";

TEST_CASE("tables and sentences of judgements and grades state only grades") {
  for (const std::string& text :
       {"Judgement\tGrade\n" + kNames + "\tGood\nOverall effectiveness\tInadequate",
        "Inspection dates: 3 to 7 June 2024 Lead inspector: Ada Brook, His Majesty\u2019s "
        "Inspector\n"
        "Judgement\tGrade\n" +
            kNames + "\tOutstanding",
        std::string(
            "Inspection date: 23 May 2016 Report published: 5 August 2016 Children\u2019s "
            "services in Loamshire are good.\n1. Children who need help and protection\tGood"),
        std::string("1. Children who need help and protection\tRequire improvement\n"
                    "2. Children looked after and achieving permanence\tRequires improvement to be "
                    "good\n2.1 Adoption performance\tGood\n2.2 Experiences and progress of care "
                    "leavers\tInadequate\n3. Leadership, management and governance\tGood"),
        std::string(
            "The judgements on areas of the service that contribute to overall effectiveness "
            "are:\n1. Children who need help and protection\tGood"),
        std::string("Key Judgement\tJudgement Grade\nLeadership, management and governance\tGood"),
        std::string(
            "Overall effectiveness\tInadequate Grade 4\nCapacity to improve\tAdequate Grade "
            "3"),
        std::string("The experiences and progress of children in care\tGood"),
        std::string("Children\u2019s services in Loamshire are good.\nAdoption performance\tGood"),
        std::string("Leadership, management and governance Good"),
        std::string("Adoption performance: good \u2022 Overall effectiveness: not judged"),
        std::string("The effectiveness of the Local Safeguarding Children Board (LSCB) is good."),
        std::string("The judgement for overall effectiveness is adequate.")}) {
    INFO(text);
    CHECK(states_only_grades(text));
  }
}

TEST_CASE("a text that says anything else does more than state grades") {
  for (const std::string& text :
       {std::string("Adoption performance is good because plans are timely."),
        "Judgement\tGrade\n" + kNames + "\tGood\nLeaders know their services well.",
        std::string("Adoption performance\t12 children\nOverall effectiveness\tGood"),
        std::string("The quality of practice is not good."),
        std::string("Children\u2019s services in Loamshire are good.\nPlans are timely."),
        std::string(
            "Children\u2019s services in Loamshire are good as plans are timely, and visits "
            "to children, of whom many come here from elsewhere, are good.\n"
            "Adoption performance\tGood"),
        std::string("Overall effectiveness has been good since 2015."),
        std::string("Care leavers get good support."), std::string("Good"),
        std::string("Children who need help and protection"),
        std::string("Inspection dates: 3 to 7 June 2024 Lead inspector: Ada Brook"),
        std::string(
            "Lead inspector Ada Brook found that adoption performance is good and improving"),
        std::string()}) {
    INFO(text);
    CHECK_FALSE(states_only_grades(text));
  }
}

}  // namespace
}  // namespace ofsearch
