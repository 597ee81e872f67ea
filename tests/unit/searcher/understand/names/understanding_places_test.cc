// Regions beside authorities.
#include "tests/support/understood_words.h"

#include <set>
#include <string>

namespace ofsearch {
namespace {

TEST_CASE("A region and an authority of another are alternatives") {
  check_understood({
      {"neglect in London and Kent", "neglect | authority=region-of:London authority=Kent"},
      {"neglect in Kent, London", "neglect | authority=Kent authority=region-of:London"},
      {"neglect in Kent or the north west",
       "neglect | authority=Kent authority=region-of:North West"},
      {"caseloads in Kent or other London boroughs",
       "caseloads | authority=Kent authority=region-of:London"},
      {"caseloads in Leeds and the rest of Yorkshire",
       "caseloads | authority=Leeds authority=region-of:Yorkshire and The Humber"},
      {"neglect in Kent and the south east",
       "neglect | authority=Kent authority=region-of:South East"},
  });
}

TEST_CASE("A region that holds the authority narrows nothing") {
  check_understood({
      {"neglect in Kent in the south east", "neglect | authority=Kent region=South East"},
      {"neglect in London but not Camden", "neglect | region=London not authority=Camden"},
  });
}

TEST_CASE("A district that is named by a direction leads to its county") {
  check_understood({
      {"north west leicestershire caseloads", "caseloads | authority=Leicestershire"},
      {"caseloads in the north west and Leicestershire",
       "caseloads | authority=region-of:North West authority=Leicestershire"},
  });
}

TEST_CASE("Places that are excluded together") {
  check_understood({
      {"neglect outside London and Kent", "neglect | not region=London not authority=Kent"},
      {"neglect in Kent, not in London", "neglect | authority=Kent not region=London"},
      {"neglect in neither Kent nor Medway", "neglect | not authority=Kent not authority=Medway"},
      {"neglect neither Kent nor London", "neglect | not authority=Kent not region=London"},
  });
}

TEST_CASE("A police force stands for the authorities of its area, and the police are looked for") {
  const char* const kDevonAndCornwall =
      "police missing children | authority=Cornwall authority=Devon authority=Isles of Scilly "
      "authority=Plymouth authority=Torbay";
  check_understood({
      {"devon and cornwall police missing children", kDevonAndCornwall},
      {"Devon & Cornwall police missing children", kDevonAndCornwall},
      {"kent police and missing children",
       "police and missing children | authority=Kent authority=Medway"},
      {"kent and essex police",
       "police | authority=Kent authority=Medway authority=Essex authority=Southend-on-Sea "
       "authority=Thurrock"},
      {"Bedfordshire, Cambridgeshire and Hertfordshire police",
       "police | authority=Bedford authority=Central Bedfordshire authority=Luton "
       "authority=Cambridgeshire authority=Peterborough authority=Hertfordshire"},
      {"sussex police",
       "police | authority=Brighton and Hove authority=East Sussex authority=West Sussex"},
      {"west mercia police",
       "police | authority=Herefordshire authority=Shropshire authority=Telford and Wrekin "
       "authority=Worcestershire"},
      {"dorset police", "police | authority=Bournemouth, Christchurch and Poole authority=Dorset"},
      {"avon and somerset constabulary",
       "constabulary | authority=Bath and North East Somerset authority=Bristol authority=North "
       "Somerset authority=Somerset authority=South Gloucestershire"},
      {"met police", "police | region=London"},
      {"west midlands police",
       "police | authority=Birmingham authority=Coventry authority=Dudley authority=Sandwell "
       "authority=Solihull authority=Walsall authority=Wolverhampton"},
  });
}

TEST_CASE("Every authority of England lies in the area of one police force") {
  std::set<std::string> policed;
  for (const char* force : {"avon and somerset",
                            "bedfordshire",
                            "cambridgeshire",
                            "cheshire",
                            "city of london",
                            "cleveland",
                            "cumbria",
                            "derbyshire",
                            "devon and cornwall",
                            "dorset",
                            "durham",
                            "essex",
                            "gloucestershire",
                            "greater manchester",
                            "hampshire",
                            "hertfordshire",
                            "humberside",
                            "kent",
                            "lancashire",
                            "leicestershire",
                            "lincolnshire",
                            "merseyside",
                            "norfolk",
                            "north yorkshire",
                            "northamptonshire",
                            "northumbria",
                            "nottinghamshire",
                            "south yorkshire",
                            "staffordshire",
                            "suffolk",
                            "surrey",
                            "sussex",
                            "thames valley",
                            "warwickshire",
                            "west mercia",
                            "west midlands",
                            "west yorkshire",
                            "wiltshire"}) {
    INFO(force);
    const Understood found =
        understand(parse_query(std::string(force) + " police"), vocabulary_of_today());
    CHECK(!found.filters.empty());
    for (const UnderstoodWords& each : found.filters) CHECK(policed.insert(each.value).second);
  }
  for (const Authority& authority : Authorities::builtin().all()) {
    INFO(authority.name);
    const bool is_met = authority.region == "London" && authority.name != "City of London";
    if (!is_met && (!authority.to || *authority.to > "2026"))
      CHECK(policed.contains(authority.name));
  }
}

TEST_CASE("A force may be called a service or a constabulary") {
  check_understood({
      {"Metropolitan Police Service missing children", "Police missing children | region=London"},
      {"Kent police force", "police | authority=Kent authority=Medway"},
      {"Suffolk constabulary", "constabulary | authority=Suffolk"},
      {"the Met and missing children", "police and missing children | region=London"},
      {"TVP referrals",
       "police referrals | authority=Bracknell Forest authority=Buckinghamshire "
       "authority=Milton Keynes authority=Oxfordshire authority=Reading authority=Slough "
       "authority=West Berkshire authority=Windsor and Maidenhead authority=Wokingham"},
      {"the needs met", "the needs met |"},
      {"are the met needs reviewed", "are the met needs reviewed |"},
      {"the met office", "the met office |"},
      {"Norfolk and Suffolk police", "police | authority=Norfolk authority=Suffolk"},
  });
}

TEST_CASE("Police beside other names are words") {
  check_understood({
      {"leeds police", "leeds police |"},
      {"police in Kent", "police | authority=Kent"},
      {"Kent and the police", "the police | authority=Kent"},
      {"neglect in Kent and Essex", "neglect | authority=Kent authority=Essex"},
  });
}

TEST_CASE("Areas that people name by their old or everyday names") {
  const char* const kNorth =
      "| region=North East region=North West region=Yorkshire and The Humber";
  check_understood({
      {"councils up north", kNorth},
      {"councils down south early help", "early help | region=South East region=South West"},
      {"cleveland councils",
       "| authority=Hartlepool authority=Middlesbrough authority=Redcar and Cleveland "
       "authority=Stockton-on-Tees"},
      {"redcar and cleveland neglect", "neglect | authority=Redcar and Cleveland"},
      {"former avon councils",
       "| authority=Bath and North East Somerset authority=Bristol authority=North Somerset "
       "authority=South Gloucestershire"},
      {"stratford upon avon neglect", "stratford upon avon neglect |"},
      {"north london neglect", "neglect | authority=Barnet authority=Enfield authority=Haringey"},
      {"south east london boroughs neglect",
       "neglect | authority=Bexley authority=Bromley authority=Greenwich authority=Lambeth "
       "authority=Lewisham authority=Southwark"},
      {"East London NHS Foundation Trust", "East London NHS Foundation Trust |"},
  });
}

TEST_CASE("What only borders on a place leaves the place out") {
  check_understood({
      {"neighbours of leeds", "| authority=region-of:Leeds not authority=Leeds"},
      {"councils bordering Kent early help",
       "early help | authority=region-of:Kent not authority=Kent"},
      {"near Kent early help", "early help | authority=region-of:Kent"},
      {"children placed near Kent", "children placed near | authority=Kent"},
  });
}

TEST_CASE("Of a place that is not known a note tells, and its words are not looked for") {
  const auto told = [](const char* query) {
    const Understood result = understand(parse_query(query), vocabulary_of_today());
    REQUIRE(result.notes.size() == 1);
    return understood_words(query) + " | " + result.notes.front();
  };
  CHECK(told("home counties early help") == "early help | | no such place is known: home counties");
  CHECK(told("neglect in wessex") == "neglect | | no such place is known: wessex");
  const std::string note =
      "early help | | the statistical neighbours of Sheffield are not known: no authority was "
      "asked "
      "for";
  CHECK(told("statistical neighbours of sheffield early help") == note);
  CHECK(told("sheffield's statistical neighbours early help") == note);
}

}  // namespace
}  // namespace ofsearch
