#include "common/words/words_apart.h"

#include "common/text/text.h"

#include <unordered_map>

namespace ofsearch {
namespace {

// A row a word that means something else than the words of its stem, in all its forms. The first
// form is the stem of them all, and must not be what a stemmer makes of any of them: "minor" is
// also the stem of "minority", so "minority" has the row. Behind each row what it was confused
// with. Forms of one meaning stay together ("centre", "centres"), and so do nouns of a verb
// ("assess", "assessment").
constexpr std::string_view kApart[] = {
    // Words for what people are, or do for a living.
    "officer officers",                               // office
    "assistant assistants",                           // assist
    "consultant consultants",                         // consultation
    "consultancy consultancies",                      // consultation
    "coordinator coordinators",                       // coordinate
    "ordinator ordinators",                           // ordinate, as in "co-ordinator"
    "customer customers",                             // custom
    "candidate candidates",                           // candid
    "detective detectives",                           // detect
    "employer employers",                             // employment
    "executive executives",                           // executed, execution
    "extremism extremist extremists",                 // extremely
    "inspectorate inspectorates",                     // inspector
    "interpreter interpreters",                       // interpreted
    "provider providers",                             // provide
    "referrer referrers",                             // referral
    "representative representatives",                 // represented
    "respondent respondents",                         // respond
    "seconded secondment secondments",                // second
    "traveller travellers",                           // travel
    "volunteer volunteers volunteering volunteered",  // voluntary accommodation
    "minority minorities",                            // minor
    "commissioner commissioners",                     // commissioning
    // Names.
    "coopers cooper",  // cooperate
    "dominic",         // dominate
    "julie",           // july
    "lowe",            // low
    "marie",           // mary
    "parkes",          // parks
    "poole",           // pool
    // Places, bodies, law and money.
    "allowance allowances",                                        // allow
    "association associations",                                    // associated
    "authority authorities",                                       // author
    "authoritative authoritatively",                               // authority
    "clinical clinically",                                         // clinic
    "corporation corporations",                                    // corporate
    "directorate directorates",                                    // director
    "appointment appointments",                                    // appointed
    "equipment",                                                   // equipped
    "establishment establishments",                                // established
    "government governments",                                      // governing body
    "governance",                                                  // government
    "housing housed rehoused rehousing",                           // house, in-house
    "locality localities",                                         // local
    "medication medications medicate medicated medicating",        // medical
    "organisation organisations organisational organisationally",  // organised
    "proceedings",                                                 // proceed
    "publication publications",                                    // public
    "publicity",                                                   // public
    "requirement requirements",                                    // requires improvement
    "security",                                                    // secure
    "specification specifications",                                // specific
    "translation translations translator translators",             // translated into practice
    "universal universally",                                       // university
    "international internationally",                               // internal
    "internal internally",                                         // intern
    "relative relatives",                                          // related
    // Words for what children and families are like, and what is done for them.
    "affection affectionate affectionately",                                         // affect
    "attachment attachments",                                                        // attached
    "centred",                                                                       // centre
    "compassion compassions",                                                        // compass
    "continuity",                                                                    // continue
    "cultural culturally",                                                           // culture
    "dependent dependents dependant dependants dependency dependencies dependence",  // depends
    "disruptive disruptively",                             // placement disruption
    "electively elective",                                 // elected
    "emerging emerge emerges emerged emergence",           // emergency
    "expectant",                                           // expected
    "permanent permanently",                               // permanence
    "sectioned sectioning",                                // section 47
    "familial",                                            // families
    "friendly friendlier",                                 // friends
    "generation generations generational generationally",  // generate
    "harmful harmfully",                                   // harm
    "kindness kindly",                                     // kind
    "missed miss misses",                                  // missing
    "mobility",                                            // mobile
    "occupational occupationally",                         // occupation
    "occupancy occupancies",                               // occupation
    "personality personalities",                           // personal
    "protective protectively",                             // protection
    "relational relationally",                             // relation
    "restorative restoratively",                           // restore
    "sexuality",                                           // sexual
    "animal animals",                                      // animated
    "evening evenings",                                    // even
    "diversion",                                           // diverse
    "overwhelmingly",                                      // overwhelmed
    // How work is done and judged.
    "acceptable acceptably",                                          // accept
    "accommodating",                                                  // accommodation
    "accountability accountabilities accountable",                    // take account
    "active actively",                                                // activity
    "affordable affordability",                                       // afford
    "applicable",                                                     // application
    "approachable approachability",                                   // approach
    "busy busier",                                                    // business
    "careful carefully",                                              // care
    "collective collectively",                                        // collect
    "competing compete competes competed",                            // competence
    "considerable considerably",                                      // consider
    "considerate considerately",                                      // consider
    "consistent consistently consistency consistencies",              // consists of
    "constructive constructively",                                    // constructed
    "continuous continuously continual continually",                  // continue
    "criticism criticisms",                                           // critical
    "decisive decisively decisiveness",                               // decision
    "designated designate designates designation designations",       // design
    "different differently",                                          // make a difference
    "direction directions",                                           // direct
    "discretion",                                                     // discrete
    "effective effectively effectiveness",                            // effect
    "exceptional exceptionally",                                      // exception
    "exclusive exclusively",                                          // exclusions
    "expensive",                                                      // expenses
    "extension extensions",                                           // extensive
    "formation formations",                                           // format
    "helpful helpfully helpfulness",                                  // help
    "impression impressions",                                         // impressive
    "incidence incidences",                                           // incidents
    "indicator indicators",                                           // indicate
    "informal informally informality",                                // inform
    "informative",                                                    // inform
    "initiative initiatives",                                         // initial
    "initiate initiates initiated initiating initiation",             // initial
    "instrumental",                                                   // instrument
    "integral integrally",                                            // integrated
    "integrity",                                                      // integrated
    "intelligent intelligently",                                      // intelligence
    "judgemental judgementally judgmental",                           // judgement
    "lasting",                                                        // last year
    "lively",                                                         // live
    "majority majorities",                                            // major
    "manageable manageably manageability",                            // manager
    "measurable measurably measureable",                              // measures
    "meeting meetings",                                               // meet
    "hearing hearings",                                               // heard
    "mindful mindfulness",                                            // mind
    "noticeable noticeably",                                          // notice
    "operational operationally",                                      // operation, operate
    "original originally",                                            // origin
    "periodic periodically",                                          // period
    "positive positively positivity",                                 // position
    "powerful powerfully",                                            // powers
    "practical practically practicality practicalities",              // practice
    "practicable",                                                    // practice
    "presentation presentations",                                     // present
    "productive productively",                                        // product
    "progressive progressively",                                      // progress
    "prompted prompting",                                             // promptly
    "prospective prospectively",                                      // prospects
    "purposeful purposefully purposefulness",                         // purpose
    "rating ratings rated",                                           // rates
    "reasonable reasonably",                                          // reason
    "receptive",                                                      // reception
    "reference references",                                           // referred
    "reflective reflectively reflectiveness reflection reflections",  // reflected in
    "resolute resolutely",                                            // resolution
    "resourceful resourcefulness",                                    // resources
    "respective respectively",                                        // respect
    "responsible responsibly responsibility responsibilities",        // respond
    "responsive responsively responsiveness",                         // respond, responsible
    "setting settings",                                               // set
    "several",                                                        // severe
    "timely timelier",                                                // time, and timeliness
    "specialism specialisms",                                         // special
    "substantiated substantiate substantiates substantiating substantiation",  // substantial
    "succession successive successively",                                      // success
    "sufficiency",                                                             // sufficient
    "supportive supportively supportiveness",                                  // support
    "systemic systemically",                                                   // system
    "thoughtful thoughtfully thoughtfulness",                                  // thoughts
    "underlying",                                                              // under
    "understandable understandably",                                           // understand
    "unlikely",                                                                // unlike
    "useful usefully usefulness",                                              // use
    "willing willingly willingness",                                           // will
    // How often, how much, and how sentences are joined.
    "accordingly",              // in accordance
    "alternatively",            // alternative
    "closely",                  // closed
    "completely",               // completed
    "consequently consequent",  // consequences
    "conversely converse",      // conversation
    "conversion conversions",   // conversation
    "equally",                  // equality
    "fairly",                   // fair
    "generally",                // general
    "highly",                   // high
    "largely",                  // large
    "likely",                   // like
    "mostly",                   // most
    "namely",                   // name
    "nearly",                   // near
    "neighbouring",             // neighbours
    "partly",                   // part
    "presently",                // present
    "quarterly",                // quarter
    "relatively",               // related
    "rightly",                  // right
    "shortly",                  // short
    "termly",                   // term
    "virtually",                // virtual school
    "weekly",                   // week
    "yearly",                   // year
};

}  // namespace

const std::vector<WordApart>& words_apart() {
  static const std::vector<WordApart> kWords = [] {
    std::vector<WordApart> words;
    for (std::string_view row : kApart)
      for (std::string_view form : split_words(row))
        words.push_back({form, row.substr(0, row.find(' '))});
    return words;
  }();
  return kWords;
}

std::string_view stem_apart(std::string_view word) {
  static const auto kStems = [] {
    std::unordered_map<std::string_view, std::string_view> stems;
    for (const WordApart& each : words_apart()) stems.emplace(each.word, each.stem);
    return stems;
  }();
  const auto known = kStems.find(word);
  return known == kStems.end() ? std::string_view() : known->second;
}

}  // namespace ofsearch
