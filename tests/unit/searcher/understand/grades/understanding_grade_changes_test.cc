// Changes of a grade: the grade before and the grade now.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

TEST_CASE("Of a change of grade both grades are filters") {
  check_understood({
      {"from RI to good", "| grade=requires improvement to good"},
      {"declined from outstanding to good", "| grade=outstanding to good"},
      {"councils that went from inadequate to good", "| grade=inadequate to good"},
      {"moved from an outstanding rating to good", "| grade=outstanding to good"},
      {"councils that improved from RI to good or outstanding",
       "| grade=requires improvement to good grade=requires improvement to outstanding"},
      {"short inspections that went from good to requires improvement",
       "| visit_type=ilacs-short grade=good to requires improvement"},
      {"downgraded from good to inadequate care leavers",
       "care leavers | grade=good to inadequate"},
      {"councils that dropped to inadequate",
       "| grade=outstanding to inadequate grade=good to inadequate grade=requires improvement to "
       "inadequate grade=adequate to inadequate"},
      {"dropped from outstanding",
       "| grade=outstanding to good grade=outstanding to requires improvement "
       "grade=outstanding to adequate grade=outstanding to inadequate"},
      {"improved from requires improvement early help",
       "early help | grade=requires improvement to outstanding grade=requires improvement to good"},
      {"councils that got out of inadequate",
       "| grade=inadequate to outstanding grade=inadequate to good grade=inadequate to requires "
       "improvement grade=inadequate to adequate"},
  });
}

TEST_CASE("A note says of which reports a change is known") {
  const auto notes = [](const char* query) {
    return understand(parse_query(query), vocabulary_of_today()).notes;
  };
  REQUIRE(notes("from RI to good").size() == 1);
  CHECK(notes("from RI to good").front() ==
        "a change of grade is found where the inspection before is in the index too");
  CHECK(notes("still inadequate").size() == 1);
  CHECK(notes("councils rated good").empty());
}

TEST_CASE("What a grade is no longer was the grade before") {
  const std::string left =
      "grade=inadequate to outstanding grade=inadequate to good grade=inadequate to requires "
      "improvement grade=inadequate to adequate";
  for (const char* query :
       {"no longer inadequate", "which councils are no longer inadequate",
        "councils not inadequate any more", "councils that used to be inadequate",
        "previously inadequate councils", "councils that stopped being inadequate"}) {
    INFO(query);
    CHECK(understood_words(query).ends_with("| " + left));
  }
  CHECK(understood_words("formerly inadequate councils early help") == "early help | " + left);
  CHECK(understood_words("no longer good councils") ==
        "| grade=good to outstanding grade=good to requires improvement grade=good to adequate "
        "grade=good to inadequate");
}

TEST_CASE("What a grade still is was the grade before too") {
  for (const char* query :
       {"still inadequate", "councils that are still inadequate", "remained inadequate",
        "inadequate again", "councils inadequate twice", "rated inadequate twice in a row",
        "councils judged inadequate for the second time", "still rated inadequate"}) {
    INFO(query);
    CHECK(understood_words(query) == "| grade=inadequate to inadequate");
  }
  check_understood({
      {"why is Kent still inadequate", "| authority=Kent grade=inadequate to inadequate"},
      {"councils that kept their outstanding rating", "| grade=outstanding to outstanding"},
      {"councils that lost their outstanding grade",
       "| grade=outstanding to good grade=outstanding to requires improvement "
       "grade=outstanding to adequate grade=outstanding to inadequate"},
      {"councils stuck at RI", "| grade=requires improvement to requires improvement"},
      {"councils that stayed good", "| grade=good to good"},
      {"care leavers in councils that remained good", "care leavers | grade=good to good"},
  });
}

TEST_CASE("Work that is still, again or no longer so has no grade") {
  for (const char* query :
       {"still inadequate assessments", "decision making is still inadequate", "good support again",
        "no longer good enough", "good practice repeatedly shared", "keep good records",
        "councils keep good records", "councils lost good staff", "plans remain good",
        "maintain good contact with family"}) {
    INFO(query);
    CHECK(understood_words(query) == query + std::string(" |"));
  }
}

TEST_CASE("A change without grades is one for better or worse") {
  check_understood({
      {"downgraded councils", "| grade=worse than before"},
      {"councils upgraded since 2020", "| grade=better than before year=2020.."},
      {"councils whose grade went down", "| grade=worse than before"},
      {"councils that improved their rating", "| grade=better than before"},
      {"leadership judgement improved", "leadership | grade=leaders:better than before"},
      {"leadership grade got worse", "leadership | grade=leaders:worse than before"},
      {"councils whose rating got better", "| grade=better than before"},
      {"councils that got worse grades", "| grade=worse than before"},
      {"Kent's overall grade became worse", "| authority=Kent grade=worse than before"},
      {"children got better grades at school", "children got better grades at school |"},
      {"leadership got worse", "leadership got worse |"},
      {"improved leadership", "improved leadership |"},
      {"their judgement improved after supervision",
       "their judgement improved after supervision |"},
      {"children's attendance went down", "children's attendance went down |"},
      {"plans downgraded", "plans downgraded |"},
  });
}

TEST_CASE("A change beside the name of a judgement is that of the judgement") {
  check_understood({
      {"leadership improved from inadequate to good",
       "leadership | grade=leaders:inadequate to good"},
      {"from inadequate to good for leadership", "leadership | grade=leaders:inadequate to good"},
      {"councils where care leavers went from good to inadequate",
       "care leavers | grade=care_leavers:good to inadequate"},
      {"support moved from good to inadequate", "support | grade=good to inadequate"},
      {"leadership improved to outstanding",
       "leadership | grade=leaders:good to outstanding grade=leaders:requires improvement to "
       "outstanding grade=leaders:adequate to outstanding grade=leaders:inadequate to outstanding"},
      {"Kent leadership dropped from good",
       "leadership | authority=Kent grade=leaders:good to requires improvement grade=leaders:good "
       "to adequate grade=leaders:good to inadequate"},
      {"leadership improved to good practice", "leadership improved to good practice |"},
      {"supervision improved to good", "supervision improved to good |"},
  });
}

TEST_CASE("What moves to something good changes no grade") {
  check_understood({
      {"plans that went from good to poor", "plans that went from good to poor |"},
      {"children moved from outstanding schools", "children moved from outstanding schools |"},
      {"children move to good homes", "children move to good homes |"},
      {"went to good schools", "went to good schools |"},
      {"once good practice is shared", "once good practice is shared |"},
  });
}

}  // namespace
}  // namespace ofsearch
