// Remarks in brackets.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("What a remark in brackets leaves out stands behind the query as an exception") {
  check_understood({
      {"adoption support (not fostering)", "adoption support except fostering |"},
      {"care leavers (excluding housing)", "care leavers except housing |"},
      {"missing children (without exploitation)", "missing children except exploitation |"},
      {"adoption support (but not special guardianship)",
       "adoption support except special guardianship |"},
      {"exploitation (excl CSE or CCE)", "exploitation except CSE except CCE |"},
      {"missing (not exploitation) return interviews",
       "missing return interviews except exploitation |"},
      {"neglect (not older children)", "neglect -\"older children\" |"},
      {"neglect (not London)", "neglect | not region=London"},
      {"early help (excluding Kent)", "early help | not authority=Kent"},
  });
}

TEST_CASE("Other remarks in brackets are plain words") {
  check_understood({
      {"neglect (older children)", "neglect older children |"},
      {"section 47 (child protection) enquiries", "section 47 child protection enquiries |"},
      {"care leavers (2019 and 2020)", "care leavers | year=2019 year=2020"},
      {"neglect (in Kent)", "neglect | authority=Kent"},
      {"domestic abuse (e.g. MARAC meetings)", "domestic abuse MARAC meetings |"},
      {"\"life story\" (older children)", "+\"life story\" older children |"},
  });
}

TEST_CASE("A remark that judges sets nothing apart") {
  check_understood({
      {"children (not seen alone)", "children not seen alone |"},
      {"plans (not child centred)", "plans not child centred |"},
      {"permanence (without delay)", "permanence without delay |"},
      {"visits (not in time)", "visits not in time |"},
      {"social workers (not just managers)", "social workers not just managers |"},
  });
}

TEST_CASE("Brackets among operators and signs, and before all words, group") {
  check_understood({
      {"(adoption OR fostering) support", "(adoption OR fostering) support |"},
      {"(private fostering) dbs", "(private fostering) dbs |"},
      {"(hull leeds 2019)", "(hull leeds 2019) |"},
      {"+missing (hull leeds)", "+missing (hull leeds) |"},
      {"missing (hull leeds) -police", "missing (hull leeds) -police |"},
      {"neglect (not fostering) OR adoption", "neglect ((not fostering) OR adoption) |"},
      {"neglect (\"older children\" cases)", "neglect (+\"older children\" cases) |"},
  });
}

}  // namespace
}  // namespace ofsearch
