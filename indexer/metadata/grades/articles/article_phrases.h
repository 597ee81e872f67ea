// Lists the words in which the press tells of grades.
#pragma once

#include "indexer/metadata/grades/words/judgement_labels.h"

#include <array>
#include <string_view>

namespace ofsearch {

// All phrases are bare words.

// Sentences with these speak of another time, or of what may be.
inline constexpr std::array<std::string_view, 70> kElsewhere = {"last inspected",
                                                                "last inspection",
                                                                "previous",
                                                                "previously",
                                                                "last year",
                                                                "earlier",
                                                                "will",
                                                                "likely",
                                                                "could",
                                                                "expected",
                                                                "would",
                                                                "if",
                                                                "years ago",
                                                                "had been rated",
                                                                "had found",
                                                                "had judged",
                                                                "had rated",
                                                                "had been judged",
                                                                "used to be",
                                                                "originally",
                                                                "at the time",
                                                                "next inspection",
                                                                "highest rating",
                                                                "lowest rating",
                                                                "remain",
                                                                "aims",
                                                                "hopes",
                                                                "ambition",
                                                                "judged to be of",
                                                                "in the past",
                                                                "once",
                                                                "i hear",
                                                                "we hear",
                                                                "i heard",
                                                                "rumour",
                                                                "rumoured",
                                                                "embargoed",
                                                                "may be rated",
                                                                "may be judged",
                                                                "might be",
                                                                "should be rated",
                                                                "should be judged",
                                                                "must be rated",
                                                                "must be judged",
                                                                "can be rated",
                                                                "cannot be rated",
                                                                "expect",
                                                                "expects",
                                                                "expecting",
                                                                "on course for",
                                                                "on course to",
                                                                "on track to be",
                                                                "on track for",
                                                                "set to be rated",
                                                                "due to be rated",
                                                                "ofsted to rate",
                                                                "ofsted to judge",
                                                                "leaked",
                                                                "draft",
                                                                "predicts",
                                                                "predicted",
                                                                "had feared",
                                                                "fears that",
                                                                "fears it",
                                                                "fears inadequate",
                                                                "fears an inadequate",
                                                                "falsely",
                                                                "false rumours",
                                                                "denies that",
                                                                "denied that"};

// Sentences with these count authorities or institutions, or speak of something else.
inline constexpr std::array<std::string_view, 24> kCounts = {
    "councils",       "authorities", "one in",   "per cent",   "percent",     "childrens homes",
    "childrens home", "fostering",   "school",   "schools",    "nursery",     "care home",
    "adult social",   "police",      "hospital", "in england", "departments", "nationally",
    "out of",         "trusts",      "cqc",      "of the 152", "local areas", "neighbouring"};

// Words that come before what was earlier, or is only compared.
inline constexpr std::array<std::string_view, 69> kBefore = {
    "since",         "after",           "following",
    "from",          "compared",        "improvement on",
    "up from",       "until",           "despite",
    "unlike",        "rather than",     "instead of",
    "having",        "replaced",        "succeeds",
    "not",           "no longer",       "loses",
    "lost",          "losing",          "sheds",
    "shed",          "shakes off",      "shook off",
    "escapes",       "escaped",         "ditches",
    "leaves behind", "moves on from",   "lifted out of",
    "avoids",        "avoided",         "avoiding",
    "dodges",        "dodged",          "spared",
    "averts",        "averted",         "narrowly missed",
    "misses out on", "missed out on",   "bracing for",
    "braced for",    "heading for",     "headed for",
    "closer to",     "threatened with", "aiming for",
    "aiming to",     "bid for",         "bids for",
    "calls for",     "in line for",     "tipped for",
    "verge of",      "brink of",        "whisker of",
    "vows to",       "vowed to",        "pledges to",
    "pledged to",    "promises to",     "promised to",
    "wants to",      "want to",         "denies",
    "confident of",  "risks being",     "risks an"};

// The words that give a grade.
inline constexpr std::array<std::string_view, 33> kVerbs = {
    "rated",    "rates",    "rate",     "judged", "judges", "graded",     "branded",
    "brands",   "labelled", "labels",   "deemed", "deems",  "downgraded", "upgraded",
    "declared", "ranked",   "found",    "finds",  "given",  "gives",      "awarded",
    "awards",   "received", "receives", "gets",   "got",    "slammed",    "is",
    "are",      "was",      "were",     "been",   "being"};

// Nouns behind a grade that say what it is.
inline constexpr std::array<std::string_view, 16> kGradeNouns = {
    "sub judgements", "sub judgement", "sub judgment", "sub judgments", "ratings", "rating",
    "judgements",     "judgement",     "judgments",    "judgment",      "grades",  "grade",
    "verdict",        "report",        "status",       "marks"};

// Words behind a grade, or its noun, that make it a grade of everything.
inline constexpr std::array<std::string_view, 9> kOfAll = {
    "overall",           "across the board",  "in all areas",
    "in every area",     "in all categories", "for overall effectiveness",
    "in every category", "in all four areas", "for its overall"};

// Words behind such a noun, before what the grade is for.
inline constexpr std::array<std::string_view, 7> kReceived = {
    "was", "were", "received", "awarded", "achieved", "given", "by"};

// Words that begin another statement.
inline constexpr std::array<std::string_view, 5> kTurns = {"with the", "while", "but", "although",
                                                           "whereas"};

// Words for what is not services as a whole.
inline constexpr std::array<std::string_view, 8> kSome = {
    "few areas", "some areas", "several areas", "areas that",
    "one area",  "two areas",  "three areas",   "elements"};

// Words for what is not the children's services of a council, if a grade's verb is theirs.
inline constexpr std::array kOtherThings = {
    std::string_view("adult services"), std::string_view("adults services"),
    std::string_view("adult care"),     std::string_view("early years"),
    std::string_view("early help"),     std::string_view("front door"),
    std::string_view("youth service"),  std::string_view("youth services"),
    std::string_view("youth justice"),  std::string_view("library"),
    std::string_view("libraries"),      std::string_view("childminder"),
    std::string_view("childminders"),   std::string_view("nurseries"),
    std::string_view("funding"),        std::string_view("send services"),
    std::string_view("mental health"),  std::string_view("send support"),
    std::string_view("send provision"), std::string_view("homes")};

// People and bodies that are no inspectors, before the verb with which they rate something.
inline constexpr std::array<std::string_view, 22> kOtherJudges = {
    "staff",  "workers",     "readers",     "residents",     "parents", "families",
    "carers", "people",      "pupils",      "teachers",      "union",   "unions",
    "peers",  "users",       "campaigners", "critics",       "charity", "charities",
    "unison", "councillors", "opposition",  "whistleblowers"};
inline constexpr std::array<std::string_view, 6> kRate = {"rate",  "rates",  "rated",
                                                          "judge", "judges", "call"};

// Words that lead from a grade to the one that came after it: "rated good, then inadequate".
inline constexpr std::array<std::string_view, 8> kThen = {
    "then", "and then", "but then", "later", "and later", "now", "but now", "and now"};

// Services as a whole.
inline constexpr std::array<std::string_view, 23> kWhole = {"childrens services",
                                                            "childrens service",
                                                            "childrens social care",
                                                            "child services",
                                                            "childrens social services",
                                                            "children and family services",
                                                            "family services",
                                                            "children and families services",
                                                            "social services",
                                                            "children services",
                                                            "overall",
                                                            "overall effectiveness",
                                                            "the council",
                                                            "county council",
                                                            "city council",
                                                            "borough council",
                                                            "council as",
                                                            "the authority",
                                                            "the department",
                                                            "services for children",
                                                            "the service",
                                                            "its services",
                                                            "overall judgement"};

struct PressLabel {
  std::string_view words;
  std::string_view key;
};
// Names of judgements in the press. If two are at one place, the longer one counts.
inline constexpr std::array kLabels = {
    PressLabel{"overall effectiveness", kOverall},
    PressLabel{"impact of leaders", "leaders"},
    PressLabel{"impact of senior leaders", "leaders"},
    PressLabel{"impact of leadership", "leaders"},
    PressLabel{"impact of its leaders", "leaders"},
    PressLabel{"leadership and management", "leaders"},
    PressLabel{"leadership management and governance", "leaders"},
    PressLabel{"the leadership", "leaders"},
    PressLabel{"leadership", "leaders"},
    PressLabel{"help and protection", "help_protection"},
    PressLabel{"help or protection", "help_protection"},
    PressLabel{"need protection", "help_protection"},
    PressLabel{"children in care and care leavers", "care_and_leavers"},
    PressLabel{"children in care", "in_care"},
    PressLabel{"looked after children", "looked_after"},
    PressLabel{"children looked after", "looked_after"},
    PressLabel{"care leavers", "care_leavers"},
    PressLabel{"care experienced young people", "care_leavers"},
    PressLabel{"adoption performance", "adoption"},
    PressLabel{"adoption", "adoption"},
    PressLabel{"safeguarding children board", "lscb"},
    PressLabel{"safeguarding childrens board", "lscb"},
    PressLabel{"childrens safeguarding board", "lscb"},
    PressLabel{"lscb", "lscb"},
};

}  // namespace ofsearch
