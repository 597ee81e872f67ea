#include "common/field/topics/topics.h"

#include "common/field/topics/topic_model.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Names = std::vector<std::string>;

bool speaks_of(std::string_view text, const std::string& topic) {
  const Names found = Topics::builtin().find(text);
  return std::ranges::find(found, topic) != found.end();
}

Topics parsed(std::string_view text) {
  auto topics = Topics::parse(text, "list");
  REQUIRE(topics);
  return *topics;
}

TEST_CASE("The list that the program carries has 60 to 100 topics") {
  CHECK(Topics::builtin().names().size() >= 60);
  CHECK(Topics::builtin().names().size() <= 100);
}

TEST_CASE("A passage speaks of the topics whose phrases it has, in any form of the words") {
  struct Case {
    const char *text, *topic;
    bool speaks;
  };
  for (const Case& each :
       {Case{"Children who are privately fostered are visited.", "private-fostering", true},
        Case{"Foster carers are well supported.", "private-fostering", false},
        Case{"Too many strategy discussions take place without health.", "strategy-discussions",
             true},
        Case{"Staff in the MASH make good decisions.", "front-door", true},
        Case{"The mash was lumpy.", "front-door", false},
        Case{"Care leavers live in suitable accommodation.", "care-leavers-housing", true},
        Case{"Social workers' caseloads are too high.", "caseloads", true},
        Case{"Return home interviews are not always held.", "missing-children", true},
        Case{"The weather was fine.", "neglect", false}}) {
    INFO(each.text);
    CHECK(speaks_of(each.text, each.topic) == each.speaks);
  }
}

TEST_CASE("Phrases asked for together must stand near each other, in either order") {
  const Topics topics = parsed("housing: leaver + tenancy\n");
  const std::string far = "A leaver" + std::string(60, ' ') +
                          " one two three four five six seven eight nine ten one two three four "
                          "five six seven eight nine ten eleven twelve of a tenancy.";
  CHECK(topics.find("Leavers hold a tenancy.") == Names{"housing"});
  CHECK(topics.find("A tenancy for each leaver.") == Names{"housing"});
  CHECK(topics.find("A leaver and a leaver.").empty());
  CHECK(topics.find(far).empty());
}

TEST_CASE(
    "A sentence about how inspectors worked speaks of what they looked at only where it tells "
    "more") {
  CHECK_FALSE(speaks_of("Inspectors looked at the local authority’s arrangements for care leavers.",
                        "care-leavers"));
  CHECK_FALSE(speaks_of("They also evaluated the quality of assessments.", "assessments"));
  CHECK(speaks_of("Inspectors looked at the arrangements for care leavers and found them weak.",
                  "care-leavers"));
}

TEST_CASE("A word with = is found in that form only") {
  const Topics topics = parsed("homes: =sufficiency of home\n");
  CHECK(topics.find("The sufficiency of homes is a worry.") == Names{"homes"});
  CHECK(topics.find("There are sufficient homes.").empty());
}

TEST_CASE("A phrase is not found where it is a part of one behind !") {
  const Topics topics = parsed("harm: exploitation ! sexual exploitation ! exploitation film\n");
  CHECK(topics.find("Exploitation is known.") == Names{"harm"});
  CHECK(topics.find("Children are exploited.") == Names{"harm"});
  CHECK(topics.find("Sexual exploitation is known.").empty());
  CHECK(topics.find("An exploitation film was shown.").empty());
  CHECK(topics.find("Sexual exploitation, and exploitation by gangs.") == Names{"harm"});
}

TEST_CASE("No phrase goes on over the end of a sentence") {
  const Topics topics = parsed("together: partnership working\n");
  CHECK(topics.find("Partnership working is good.") == Names{"together"});
  CHECK(topics.find("The nurse partnership. Work goes on.").empty());
}

TEST_CASE("A list with a mistake names its line") {
  struct Case {
    const char *list, *error;
  };
  for (const Case& each : {Case{"a: b\na: c\n", "list:2: the topic a is there twice"},
                           Case{"no colon\n", "list:1: no topic and colon"},
                           Case{"a: b,\n  -- \n", "list:2: a phrase without words"},
                           Case{"a: b ! \n", "list:1: a phrase without words"},
                           Case{"a: b ! c + d\n", "list:1: \"+\" stands behind \"!\""},
                           Case{"  b, c\n", "list:1: phrases before the first topic"}}) {
    auto topics = Topics::parse(each.list, "list");
    REQUIRE_FALSE(topics);
    CHECK(topics.error().message == each.error);
  }
}

TEST_CASE("A word with * is the end of a word in capitals") {
  const Topics topics = parsed("partners: *SCB\n");
  CHECK(topics.find("The NSCB meets.") == Names{"partners"});
  CHECK(topics.find("A nscb meets.").empty());
}

TEST_CASE("How an inspection was done speaks of no topic, unless it tells what was said") {
  const Topics topics = parsed("-: inspectors also spoke\ncare: leaver\n");
  CHECK(topics.names() == Names{"care"});
  CHECK(topics.find("Inspectors also spoke to care leavers.").empty());
  CHECK(topics.find("Inspectors also spoke to care leavers, who feel safe.") == Names{"care"});
  CHECK(topics.find("Inspectors also spoke to staff. Care leavers do well.") == Names{"care"});
  CHECK(topics.find("Those that inspectors also spoke to were care leavers.") == Names{"care"});
}

TEST_CASE("Addressees and tables of grades speak of no topic") {
  struct Case {
    const char* text;
    bool speaks;
  };
  for (const Case& each :
       {Case{"4 July 2022 Ann Oak, Director of Children's Services, Northam Council Bob Elm, Chief "
             "Constable, Northam Police Cat Ash, Head of Northam Youth Offending Service",
             false},
        Case{"1. Children who need help and protection Good 2. Children looked after and achieving "
             "permanence Requires improvement 2.1 Adoption performance Outstanding 2.2 Police Good",
             false},
        Case{"Northam Police", true},
        Case{
            "The police in Northam work well with schools. Good plans are made. Good visits follow "
            "them. Good records are kept.",
            true}}) {
    INFO(each.text);
    CHECK(speaks_of(each.text, "police-and-criminal-justice") == each.speaks);
    CHECK((each.speaks || Topics::builtin().find(each.text).empty()));
  }
}

TEST_CASE("What a passage only touches on, or says in other words, is no such topic") {
  CHECK_FALSE(
      speaks_of("Corporate parents pay for mental health services.", "parental-mental-health"));
  CHECK(speaks_of("Parents have mental health problems.", "parental-mental-health"));
  CHECK_FALSE(speaks_of("Support is not time-limited.", "drift-and-delay"));
  CHECK(speaks_of("Reviews are not timely.", "drift-and-delay"));
  CHECK_FALSE(speaks_of("The 'step up to social work' programme helps.", "step-up-step-down"));
  CHECK_FALSE(speaks_of("Delays follow from police checks.", "police-and-criminal-justice"));
}

TEST_CASE("The list knows words of a topic from the same words in another sense") {
  struct Case {
    const char *text, *topic;
    bool speaks;
  };
  for (const Case& each :
       {Case{"Plans start too late, and waiting times grow.", "drift-and-delay", true},
        Case{"Reviews are not always timely.", "drift-and-delay", true},
        Case{"Staff work closely with schools.", "partnership-working", true},
        Case{"Social workers work closely with families.", "partnership-working", false},
        Case{"The board should ask for audits.", "partnership-working", true},
        Case{"Information from partner agencies is late.", "partnership-working", false},
        Case{"Young people are involved in decisions about services.", "child-s-voice", true},
        Case{"Direct work with children is skilled.", "child-s-voice", false},
        Case{"Young adults hold tenancies.", "care-leavers-housing", true},
        Case{"Decisions about children to come into care are right.", "entering-care", true},
        Case{"Health is checked when children come into care.", "entering-care", false},
        Case{"Families of children at risk of coming into care are helped.", "entering-care",
             false},
        Case{"Children live in secure accommodation.", "secure-and-deprivation-of-liberty", true},
        Case{"Panels plan to secure accommodation.", "secure-and-deprivation-of-liberty", false},
        Case{"Private foster carers are assessed.", "foster-care", false},
        Case{"The adoption of a new model helps.", "adoption", false},
        Case{"A perpetrator programme helps families.", "domestic-abuse", true},
        Case{"The police disrupt perpetrators.", "domestic-abuse", false},
        Case{"Work is culturally sensitive.", "equality-and-diversity", true},
        Case{"Services know their diverse population.", "equality-and-diversity", true},
        Case{"The council supports services financially and culturally.", "equality-and-diversity",
             false},
        Case{"Staff have annual appraisals.", "training-and-development", true},
        Case{"Audits are an accurate appraisal of plans.", "training-and-development", false},
        Case{"Leaving care workers visit often.", "personal-advisers", true}}) {
    INFO(each.text);
    CHECK(speaks_of(each.text, each.topic) == each.speaks);
  }
}

TEST_CASE("The list knows topics that are said without their usual names") {
  struct Case {
    const char *text, *topic;
    bool speaks;
  };
  for (const Case& each :
       {Case{"Agencies do not attend meetings.", "partnership-working", true},
        Case{"Independent fostering agencies are used.", "partnership-working", false},
        Case{"Referrals from other agencies are poor.", "partnership-working", false},
        Case{"Strategy discussions do not include the police.", "partnership-working", true},
        Case{"Children's views shape the plan.", "child-s-voice", true},
        Case{"They review the plan.", "child-s-voice", false},
        Case{"Families wait for help.", "drift-and-delay", true},
        Case{"There is no waiting list.", "drift-and-delay", false},
        Case{"Decisions are made by managers.", "management-oversight", true},
        Case{"Staffing in the team is thin.", "workforce-stability", true},
        Case{"Help at evenings and weekends is good.", "out-of-hours", true},
        Case{"They see children at school.", "visits-to-children", true},
        Case{"Children are settled where they live.", "placement-stability", true},
        Case{"The placement was near to home.", "out-of-area-placements", true},
        Case{"The virtual head knows how children in care do in education.",
             "education-of-children-in-care", true},
        Case{"Schools are good.", "education-of-children-in-care", false},
        Case{"The quality of contacts varies.", "front-door", true},
        Case{"The frequency of contact between advisers and young people.", "front-door", false},
        Case{"Young people's independence grows with their independence plans.",
             "independence-skills", true}}) {
    INFO(each.text);
    CHECK(speaks_of(each.text, each.topic) == each.speaks);
  }
}

TEST_CASE("The list knows injuries and offences by more than one name") {
  for (const char* text :
       {"Unexplained injuries are managed poorly.", "Children had visible injuries.",
        "Medicals follow non-accidental physical injuries.", "They had been physically assaulted.",
        "Children suffered serious injuries.", "They are at risk of physical harm.",
        "Work with parents ends physical punishment."}) {
    INFO(text);
    CHECK(speaks_of(text, "physical-abuse-and-injury"));
  }
  CHECK_FALSE(speaks_of("Leaflets tell of head injuries.", "physical-abuse-and-injury"));
  CHECK(speaks_of("Children who offend are helped late.", "youth-justice"));
  CHECK(speaks_of("Panels decide on out-of-court disposals.", "youth-justice"));
}

TEST_CASE(
    "The list knows homes that are locked, and risk outside the family, by more than one name") {
  for (const char* text :
       {"Contact with those in secure settings is kept up.", "A place in a secure bed was found.",
        "Courts restrict their liberty.", "Visits to the youth secure estate are short."}) {
    INFO(text);
    CHECK(speaks_of(text, "secure-and-deprivation-of-liberty"));
  }
  CHECK_FALSE(
      speaks_of("Homes are safe and secure settings.", "secure-and-deprivation-of-liberty"));
  CHECK_FALSE(speaks_of("They secured provision for all.", "secure-and-deprivation-of-liberty"));
  CHECK(speaks_of("Extrafamilial harm is known.", "extra-familial-risk"));
  CHECK(speaks_of("Risks outside the home are known.", "extra-familial-risk"));
  CHECK_FALSE(speaks_of("They live outside the area.", "extra-familial-risk"));
}

TEST_CASE("Schools that are not registered are no homes, and only cases are stepped up or down") {
  CHECK_FALSE(speaks_of("They check unregistered alternative provision.", "unregistered-homes"));
  CHECK_FALSE(speaks_of("Pupils attend unregulated schools.", "unregistered-homes"));
  CHECK(speaks_of("Children live in unregistered homes.", "unregistered-homes"));
  CHECK_FALSE(speaks_of("The board is stepped down by the Department.", "step-up-step-down"));
  CHECK_FALSE(speaks_of("Escalation from IROs is rare.", "step-up-step-down"));
  CHECK(speaks_of("Cases are escalated from early help in time.", "step-up-step-down"));
}

TEST_CASE("What workers consider is no account of an inspection, what inspectors considered is") {
  CHECK(speaks_of("They consider the child's ethnic needs.", "equality-and-diversity"));
  CHECK_FALSE(speaks_of("They considered the ethnic needs.", "equality-and-diversity"));
}

TEST_CASE("What a long text says over and over it still says") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "Adoption is well planned and children are matched. ";
  const std::vector<std::string> said = topics_said_of(text);
  CHECK(std::ranges::count(said, "adoption") == 1);
}

}  // namespace
}  // namespace ofsearch
