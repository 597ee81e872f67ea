// Lists the words by which letters recall a grade given before (standing_words.h).
#pragma once

#include <array>
#include <string_view>

// The phrases are bare words. Each table has one use only.
namespace ofsearch::standing {

// The words that stand right before a recalled grade, in bare words.
inline constexpr std::array<std::string_view, 30> kBeforeGrade = {"judged to be",
                                                                  "judged as",
                                                                  "judged",
                                                                  "found to be",
                                                                  "graded",
                                                                  "graded as",
                                                                  "judged overall to be",
                                                                  "judged to",
                                                                  "rated",
                                                                  "rated as",
                                                                  "rated the service",
                                                                  "rated services",
                                                                  "judged the service",
                                                                  "judged services",
                                                                  "judged overall as",
                                                                  "judgement of",
                                                                  "judged overall",
                                                                  "effectiveness was",
                                                                  "effectiveness as",
                                                                  "effectiveness to be",
                                                                  "services were",
                                                                  "services as",
                                                                  "services to be",
                                                                  "judged services to",
                                                                  "judged the service to",
                                                                  "found services to",
                                                                  "found the service to",
                                                                  "was",
                                                                  "overall judgement was",
                                                                  "authority to be"};

// A grade that is its own verb: "found that services to children required improvement to be good".
inline constexpr std::string_view kPastGrade = "required improvement";

// A clause recalls an overall grade when it speaks of services as a whole.
inline constexpr std::array<std::string_view, 17> kWhole = {"overall effectiveness",
                                                            "local authority",
                                                            "childrens services",
                                                            "the authority",
                                                            "overall",
                                                            "council",
                                                            "childrens social care",
                                                            "services were",
                                                            "services overall",
                                                            "services for children and families",
                                                            "services for children",
                                                            "services to children",
                                                            "rated the service",
                                                            "rated services",
                                                            "judged the service",
                                                            "the service was",
                                                            "judged services"};

// Words by which a clause says that it recalls.
inline constexpr std::array<std::string_view, 18> kRecalls = {
    "last",        "previous",  "previously", "since",    "when",        "was judged",
    "were judged", "was rated", "were rated", "first",    "earlier",     "then",
    "prior",       "following", "remains",    "remained", "at the time", "at that time"};

// Sentences with these speak of now.
inline constexpr std::array<std::string_view, 3> kNow = {"most recent", "now judged",
                                                         "this inspection"};

// Words that may stand between a denial, or what was only feared or expected, and a grade.
inline constexpr std::array<std::string_view, 24> kAroundVerb = {
    "judged", "rated",   "graded",   "found", "deemed", "to",  "be",   "been",
    "being",  "as",      "overall",  "was",   "were",   "yet", "ever", "then",
    "again",  "service", "services", "the",   "have",   "has", "had",  "judgement"};
// A grade behind these words was not given.
inline constexpr std::array<std::string_view, 26> kNotGiven = {
    "not",      "never",     "nor",     "neither",  "would",   "could",  "might",
    "should",   "will",      "must",    "cannot",   "wasnt",   "werent", "hardly",
    "expected", "expecting", "likely",  "unlikely", "hoped",   "hoping", "feared",
    "fearing",  "predicted", "avoided", "avoiding", "narrowly"};
// Words of a grade that no longer counts.
inline constexpr std::array<std::string_view, 4> kGradeWords = {"grade", "judgement", "judgment",
                                                                "rating"};
inline constexpr std::array<std::string_view, 6> kTakenBack = {
    "withdrawn", "quashed", "overturned", "annulled", "retracted", "rescinded"};

// Words for what the judgement led to; it need not be the last one.
inline constexpr std::array<std::string_view, 8> kFounding = {
    "established following", "established after", "set up following", "set up after",
    "created following",     "created after",     "formed following", "formed after"};

// Words that show that only a part is judged here, or something else.
inline constexpr std::array<std::string_view, 41> kPart = {"school",
                                                           "schools",
                                                           "childrens home",
                                                           "childrens homes",
                                                           "board",
                                                           "lscb",
                                                           "audit",
                                                           "audits",
                                                           "audited",
                                                           "cases",
                                                           "provider",
                                                           "providers",
                                                           "fostering",
                                                           "adoption",
                                                           "assessments",
                                                           "nursery",
                                                           "safeguarding services",
                                                           "impact of leaders",
                                                           "care leavers",
                                                           "leadership",
                                                           "help and protection",
                                                           "children in care",
                                                           "looked after",
                                                           "early help",
                                                           "front door",
                                                           "police",
                                                           "constabulary",
                                                           "force",
                                                           "hospital",
                                                           "nhs",
                                                           "cqc",
                                                           "probation",
                                                           "youth offending",
                                                           "college",
                                                           "colleges",
                                                           "early years",
                                                           "settings",
                                                           "self assessment",
                                                           "homes",
                                                           "agency",
                                                           "quality of practice"};

// The parts of services that have a judgement of their own, and its column (grade_columns()).
struct JudgedPart {
  std::string_view words, column;
};
inline constexpr std::array<JudgedPart, 6> kJudgedParts = {
    {{"care leavers", "care_leavers"},
     {"children in care", "in_care"},
     {"children looked after", "in_care"},
     {"help and protection", "help_protection"},
     {"require help and", "help_protection"},
     {"impact of leaders", "leaders"}}};
// Words for the inspection that gave it.
inline constexpr std::array<std::string_view, 2> kLast = {"last", "previous"};
// Other bodies: what is judged there is something else.
inline constexpr std::array<std::string_view, 8> kOtherBodies = {
    "school", "schools", "homes", "provider", "providers", "settings", "college", "provision"};

}  // namespace ofsearch::standing
