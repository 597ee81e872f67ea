// Hospitals, trusts, boards, universities and courts that are called after a place.
#include "tests/support/understood_words.h"

#include <string>

namespace ofsearch {
namespace {

// Words, all of them.
void check_are_words(std::initializer_list<const char*> names) {
  for (const std::string name : names) {
    INFO(name);
    CHECK(understood_words(name) == name + " |");
    CHECK(understood_words("visits to " + name + " in 2019") ==
          "visits to " + name + " | year=2019");
  }
}

TEST_CASE("The name of a body that holds a place is words") {
  check_are_words({
      "Leeds Teaching Hospitals",
      "Leeds Teaching Hospitals NHS trust",
      "Birmingham Children's Hospital",
      "Sheffield hospital",
      "Norfolk and Suffolk NHS Foundation Trust",
      "Kent and Medway ICB",
      "Barnet Enfield and Haringey mental health trust",
      "Calderdale and Huddersfield NHS trust",
      "Cheshire and Merseyside integrated care board",
      "north east london foundation trust",
      "Midlands Partnership NHS trust",
      "East of England ambulance service",
      "London fire brigade",
      "Leeds Beckett university",
      "Bradford college",
      "Greenwich academy",
      "Kent county court",
      "Durham prison",
      "leeds police",
      "Leeds Women's Aid",
      "Wigan housing association",
  });
}

TEST_CASE("A body may be named before its place") {
  check_are_words({"university of Leeds", "University Hospitals of Derby", "HMP Leeds",
                   "NHS Kent and Medway", "Healthwatch Kent", "diocese of Southwark"});
}

TEST_CASE("Names of bodies without a word that tells what they are") {
  check_are_words({"South London and Maudsley", "Tavistock and Portman", "Great Ormond Street",
                   "Central and North West London", "Royal Berkshire", "Imperial College London"});
}

TEST_CASE("What is done or stands in a place is about the place") {
  check_understood({
      {"hospital in Leeds", "hospital | authority=Leeds"},
      {"hospitals in Leeds", "hospitals | authority=Leeds"},
      {"Kent hospitals", "hospitals | authority=Kent"},
      {"London universities", "universities | region=London"},
      {"Essex CCGs", "CCGs | authority=Essex"},
      {"NHS trusts in Kent", "NHS trusts | authority=Kent"},
      {"Leeds hospital admissions", "hospital admissions | authority=Leeds"},
      {"Kent court work", "court work | authority=Kent"},
      {"Leeds police protection", "police protection | authority=Leeds"},
      {"Leeds college places", "college places | authority=Leeds"},
      {"Leeds city council hospital team", "hospital team | authority=Leeds"},
      {"Kent school exclusions", "school exclusions | authority=Kent"},
      {"Kent health and social care", "health and social care | authority=Kent"},
      {"Kent partnership working", "partnership working | authority=Kent"},
      {"Birmingham children's trust", "| authority=Birmingham"},
      {"Sandwell Children's Trust neglect", "neglect | authority=Sandwell"},
      {"neglect in Leeds and hospital discharge",
       "neglect and hospital discharge | authority=Leeds"},
      {"Royal Greenwich neglect", "neglect | authority=Greenwich"},
      {"royal borough of Greenwich neglect", "neglect | authority=Greenwich"},
      {"kent and essex police",
       "police | authority=Kent authority=Medway authority=Essex authority=Southend-on-Sea "
       "authority=Thurrock"},
  });
}

}  // namespace
}  // namespace ofsearch
