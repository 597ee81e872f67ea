// Phrases by which documents are told that are no report on an authority's services (not_ours.h).
#pragma once

#include <array>
#include <string_view>

namespace ofsearch {

// All phrases are bare words.

// Inspectorates of other countries, in the first lines.
inline constexpr std::array<std::string_view, 14> kForeign = {
    "care inspectorate wales",
    "ciw",
    "cssiw",
    "estyn",
    "care inspectorate",
    "education scotland",
    "healthcare improvement scotland",
    "social services inspectorate wales",
    "healthcare inspectorate wales",
    "jersey care commission",
    "rqia",
    "regulation and quality improvement authority",
    "criminal justice inspection northern ireland",
    "children and young peoples centre for justice"};

// Inspectorates that inspect with Ofsted, and also without.
inline constexpr std::array<std::string_view, 10> kPartners = {"care quality commission",
                                                               "cqc",
                                                               "inspectorate of probation",
                                                               "hmi probation",
                                                               "hmip",
                                                               "hmicfrs",
                                                               "inspectorate of constabulary",
                                                               "inspectorate of prisons",
                                                               "chief inspector of hospitals",
                                                               "independent schools inspectorate"};

// Institutions that are inspected, in a title or headline.
inline constexpr std::array<std::string_view, 33> kInstitutions = {
    "childrens home",
    "childrens homes",
    "care home",
    "care homes",
    "fostering agency",
    "fostering agencies",
    "fostering service",
    "fostering services",
    "fostering provider",
    "for fostering",
    "adoption agency",
    "adoption agencies",
    "adoption support agency",
    "nursery",
    "pre school",
    "childminder",
    "primary school",
    "secondary school",
    "high school",
    "special school",
    "school report",
    "school inspection",
    "schools inspections",
    "sixth form",
    "residential family centre",
    "secure training centre",
    "secure childrens home",
    "supported accommodation provider",
    "adult social care",
    "youth offending",
    "youth justice",
    "young offender institution",
    "hmyoi"};

// Institutions that are inspected, on a title page's line that speaks of an inspection.
inline constexpr std::array<std::string_view, 4> kInspected = {
    "community learning and skills", "adult learning", "supported accommodation", "virtual school"};

// Words with which a title page's line ends that names one.
inline constexpr std::array<std::string_view, 5> kInstitutionEnds = {"school", "academy", "college",
                                                                     "hospital", "nursery"};

// Phrases that only their reports print near the beginning.
inline constexpr std::array<std::string_view, 14> kInstitutionSigns = {
    "social care common inspection framework",
    "registered provider",
    "registered manager",
    "early years provision",
    "early years setting",
    "achievement of pupils",
    "quality of teaching",
    "quality of education",
    "this is a school that",
    "information about this childrens home",
    "overall rating for this",
    "regulation 44 report",
    "regulation 44 visit report",
    "host authority"};

// Papers that are no inspection's report, in a title.
inline constexpr std::array<std::string_view, 44> kPapers = {
    "evaluation criteria",
    "handbook",
    "guidance for inspectors",
    "inspection framework",
    "framework findings from",
    "annual report of",
    "safeguarding children board annual report",
    "safeguarding partnership annual report",
    "official statistics",
    "statistical release",
    "statistics release",
    "main findings",
    "improvement plan",
    "action plan",
    "statutory direction",
    "direction to",
    "direction issued",
    "statement on the report",
    "improvement notice",
    "serious case review",
    "practice review",
    "needs assessment",
    "written statement of action",
    "self evaluation",
    "self assessment",
    "annual conversation",
    "annual engagement meeting",
    "page not found",
    "report not found",
    "childrens services adviser",
    "report of the commissioner",
    "commissioners report",
    "how to prepare",
    "preparing for the",
    "preparing for a",
    "mock inspection",
    "getting ready for",
    "peer review of",
    "independent review of",
    "peer challenge",
    "response to the inspection",
    "response to an inspection",
    "response to ofsteds inspection",
    "response to the ofsted inspection"};

// The beginning of a paper's name that is one word too common for the table above.
inline constexpr std::array<std::string_view, 5> kPaperStarts = {
    "annual report 20", "area send framework", "inspecting local", "monitoring local authority",
    "framework for"};

// Words that a form has where a report has a name or a day, in small letters.
inline constexpr std::array<std::string_view, 12> kBlanks = {
    "[name]", "[insert", "[local authority", "[name of", "[date]",   "[dd",
    "<name>", "<insert", "dd month",         "dd/mm",    "dd mm yy", "xx month"};

// An inspection that did not take place, near the beginning.
inline constexpr std::array<std::string_view, 7> kNotHeld = {
    "inspection has been deferred",  "inspection has been postponed",
    "inspection has been cancelled", "inspection is deferred",
    "inspection is postponed",       "inspection did not take place",
    "inspection will not take place"};

}  // namespace ofsearch
