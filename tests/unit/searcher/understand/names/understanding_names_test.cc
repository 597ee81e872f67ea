// Names beside other words, and what carries a question about one.
#include "tests/support/understood_words.h"

namespace ofsearch {
namespace {

TEST_CASE("New before a name is no part of it but in names that begin so") {
  check_understood({
      {"new reports of abuse", "new reports of abuse |"},
      {"new Kent inspection", "| authority=Kent sort=newest"},
      {"new Leeds report", "| authority=Leeds sort=newest"},
      {"new Devon DCS", "new DCS | authority=Devon"},
      {"the new Croydon director", "the new director | authority=Croydon"},
      {"news Leeds", "news | authority=Leeds"},
      {"new inspections on neglect", "neglect | sort=newest"},
      {"New Forest", "New Forest |"},
      {"Newham", "| authority=Newham"},
      {"New York", "New York |"},
      {"New Hampshire", "New Hampshire |"},
      {"New Brighton", "New Brighton |"},
      {"new inspection framework", "new inspection framework |"},
      {"Central Kent", "Central Kent |"},
  });
}

TEST_CASE("News is what is new, articles are asked for by their name") {
  check_understood({
      {"latest news on Birmingham supervision", "supervision | sort=newest authority=Birmingham"},
      {"news about neglect in Kent", "neglect | sort=newest authority=Kent"},
      {"news regarding Liverpool", "| sort=newest authority=Liverpool"},
      {"news articles about Kent", "| kind=article authority=Kent"},
      {"news stories on neglect", "neglect | kind=article"},
      {"articles on neglect", "neglect | kind=article"},
      {"good news about adoption", "good news about adoption |"},
  });
}

TEST_CASE("A name is none where it is a term of the field or a word") {
  check_understood({
      {"Merton compliant age assessments", "Merton compliant age assessments |"},
      {"Merton age assessments", "age assessments | authority=Merton"},
      {"staffs sickness", "staffs sickness |"},
      {"staffs caseloads", "staffs caseloads |"},
      {"Staffs caseloads", "caseloads | authority=Staffordshire"},
      {"staffs early help", "early help | authority=Staffordshire"},
      {"staffs county council caseloads", "caseloads | authority=Staffordshire"},
  });
}

TEST_CASE("Authorities are understood by what people type for them, and by their trusts") {
  check_understood({
      {"Saint Helens neglect", "neglect | authority=St Helens"},
      {"Shrops neglect", "neglect | authority=Shropshire"},
      {"Derbys neglect", "neglect | authority=Derbyshire"},
      {"Gloucs neglect", "neglect | authority=Gloucestershire"},
      {"L'pool neglect", "neglect | authority=Liverpool"},
      {"Yorks neglect", "neglect | region=Yorkshire and The Humber"},
      {"n yorks neglect", "neglect | authority=North Yorkshire"},
      {"e yorks neglect", "neglect | authority=East Riding of Yorkshire"},
      {"Achieving for Children neglect",
       "neglect | authority=Kingston upon Thames authority=Richmond upon Thames "
       "authority=Windsor and Maidenhead"},
      {"achieving for children in care", "achieving for children in care |"},
      {"Northants Children's Trust neglect",
       "neglect | authority=North Northamptonshire authority=West Northamptonshire"},
      {"Leeds Children's Trust neglect", "neglect | authority=Leeds"},
      {"Kent Children's Trust Board", "Children's Trust Board | authority=Kent"},
  });
}

TEST_CASE("Everyday forms of offices are written out") {
  check_understood({
      {"chief exec oversight", "chief executive oversight |"},
      {"cllr oversight", "councillor oversight |"},
      {"lead cllr for children", "lead member for children |"},
      {"head of cllr support", "head of councillor support |"},
  });
}

TEST_CASE("Whether something is better asks for the newest reports") {
  check_understood({
      {"is Lancashire any better at supervision", "supervision | authority=Lancashire sort=newest"},
      {"is Bradford still bad at supervision", "supervision | authority=Bradford sort=newest"},
      {"are things better in Bradford", "| sort=newest authority=Bradford"},
      {"is Kent good at supervision", "supervision | authority=Kent"},
      {"is it better for siblings in foster care", "siblings in foster care |"},
      {"are outcomes better for children", "are outcomes better for children |"},
  });
}

TEST_CASE("What people shorten beside a topic is written out") {
  check_understood({
      {"dom abuse in Kent", "domestic abuse | authority=Kent"},
      {"sw turnover", "social worker turnover |"},
      {"sw councils caseloads", "caseloads | region=South West"},
      {"sw england caseloads", "sw england caseloads |"},
      {"mh support", "mental health support |"},
      {"sth east early help", "early help | region=South East"},
      {"nth west early help", "early help | region=North West"},
      {"CYP mental health", "young people mental health |"},
      {"freq of supervision", "frequency of supervision |"},
      {"pathway plans qual", "pathway plans quality |"},
  });
}

}  // namespace
}  // namespace ofsearch
