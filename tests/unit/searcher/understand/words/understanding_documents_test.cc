// Words that only say that documents are searched.
#include "tests/support/understood_words.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

TEST_CASE("Reports, inspections and the like behind a topic or before it are no topic") {
  check_understood({
      {"neglect reports", "neglect |"},
      {"neglect inspections", "neglect |"},
      {"recent kinship care reports", "kinship care | year=2024.."},
      {"kinship care letters", "kinship care |"},
      {"neglect inspection reports", "neglect |"},
      {"neglect ofsted inspection report", "neglect |"},
      {"neglect findings", "neglect |"},
      {"care leavers judgements", "care leavers |"},
      {"reports neglect", "neglect |"},
      {"\"neglect\" reports", "+\"neglect\" |"},
      {"+neglect reports", "+neglect |"},
      {"inspection reports kinship care", "kinship care |"},
      {"neglect in ofsted reports", "neglect |"},
      {"findings on neglect", "neglect |"},
      {"neglect published recently", "neglect | sort=newest"},
      {"Kent neglect reports", "neglect | authority=Kent"},
      {"neglect reports 2024", "neglect | year=2024"},
  });
  const Understood result = understand(parse_query("neglect reports"), vocabulary_of_today());
  CHECK(result.dropped == std::vector<std::string>{"reports"});
  CHECK(result.notes ==
        std::vector<std::string>{"not looked for, as it only says what is searched: reports"});
}

TEST_CASE("The reports, letters and findings of others are topics") {
  check_understood({
      {"return home interview reports", "return home interview reports |"},
      {"court reports", "court reports |"},
      {"health reports", "health reports |"},
      {"missing person reports", "missing person reports |"},
      {"missing children reports", "missing children reports |"},
      {"regulation 44 reports", "regulation 44 reports |"},
      {"chronology and reports for conference", "chronology and reports for conference |"},
      {"conference reports", "conference reports |"},
      {"later life letters", "later life letters |"},
      {"audit findings", "audit findings |"},
      {"mock inspections", "mock inspections |"},
      {"response to inspections", "response to inspections |"},
      {"voice of children in reports", "voice of children in reports |"},
      {"reports -neglect", "reports -neglect |"},
      {"neglect +reports", "neglect +reports |"},
      {"neglect \"reports\"", "neglect +\"reports\" |"},
      {"report writing", "report writing |"},
      {"reports quality neglect", "reports quality neglect |"},
      {"reports of abuse", "reports of abuse |"},
      {"how do schools report", "schools report |"},
      {"reports", "reports |"},
      {"inspection reports", "inspection reports |"},
      {"missing children are not always interviewed by anyone who writes good clear reports",
       "missing children are not always interviewed by anyone who writes good clear reports |"},
  });
}

TEST_CASE("Letters that are a term of the field, or tell somebody something, are a topic") {
  check_understood({
      {"letters before proceedings", "letters before proceedings |"},
      {"letters before proceedings (unclear)", "letters before proceedings unclear |"},
      {"letters before action lengthy", "letters before action lengthy |"},
      {"Kent letters before proceedings", "letters before proceedings | authority=Kent"},
      {"letters tell parents what must improve", "letters tell parents what must improve |"},
      {"letters given to parents", "letters given to parents |"},
      {"letters unclear", "letters unclear |"},
      {"letters confusing for families", "letters confusing for families |"},
      {"reports inform decisions", "reports inform decisions |"},
      {"findings inform training", "findings inform training |"},
      {"letters neglect", "neglect |"},
      {"reports thresholds", "thresholds |"},
      {"inspections clear plans", "clear plans |"},
      {"letters poor supervision", "poor supervision |"},
      {"reports before 2019 neglect", "neglect | year=..2018"},
      {"pre-proceedings letters", "pre-proceedings letters |"},
  });
}

}  // namespace
}  // namespace ofsearch
