// What questions ask for: strengths, weaknesses, or neither. An opposite answer is worse than none.
#include "searcher/search.h"
#include "tests/support/catch.h"
#include "tests/support/sample_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

using test::SampleIndex;
using Questions = std::vector<std::string_view>;

const Questions kStrengths = {"strong leadership",
                              "timely assessments",
                              "children are seen promptly",
                              "plans are clear and specific",
                              "effective partnership working",
                              "decisive action by managers",
                              "good quality life story work",
                              "social workers know children well",
                              "manageable caseloads",
                              "low caseloads",
                              "morale is high",
                              "high aspirations for children in care",
                              "high quality assessments",
                              "thresholds well understood",
                              "thresholds are consistently applied",
                              "swift response to missing children",
                              "robust management oversight",
                              "leaders know their services well",
                              "no delay in adoption",
                              "without unnecessary delay",
                              "without drift or delay",
                              "plans free of delay",
                              "children do not wait",
                              "councils do not use unregistered homes",
                              "gangs handled brilliantly",
                              "help without having to wait",
                              "no unallocated cases",
                              "special measures lifted",
                              "school removed from special measures",
                              "not a single unregistered home",
                              "children are not left in unsafe homes",
                              "parents are not kept in the dark",
                              "turnover reduced",
                              "low staff turnover",
                              "records are up to date",
                              "visits are purposeful",
                              "comprehensive pathway plans",
                              "social workers do not have too many cases",
                              "staff do not feel overworked",
                              "few delays",
                              "no shortage of foster carers",
                              "managers never miss supervision",
                              "children are not moved around",
                              "IROs challenge poor practice",
                              "leaders tackle drift and delay",
                              "managers prevent delay",
                              "councils that have reduced drift",
                              "leaders know their weaknesses",
                              "the backlog has gone",
                              "delays have largely been eliminated",
                              "agency staff no longer relied on",
                              "children no longer left waiting",
                              "drift is no longer a problem",
                              "delays are no longer seen",
                              "fewer placement moves",
                              "fewer gaps in records",
                              "vacancies filled",
                              "staff turnover has come down",
                              "not one child waited",
                              "gaps in the chronology have been filled",
                              "delays in court have been eliminated",
                              "managers no longer sign off poor work",
                              "strategy meetings hardly ever late",
                              "brilliant participation work",
                              "decisions made quickly",
                              "leaders understand the weaknesses",
                              "not too many changes of social worker",
                              "visits never too late",
                              "thresholds are understood by partners",
                              "thresholds understood by partners",
                              "short breaks are valued by families",
                              "advocacy is valued",
                              "staff feel valued",
                              "staff feel safe and supported",
                              "children feel listened to",
                              "children feel safe",
                              "data that leaders can trust",
                              "caseloads falling",
                              "caseloads reduced",
                              "improving attendance",
                              "attendance rising",
                              "exclusions reduced",
                              "effective response to concerns",
                              "reliable data",
                              "exploitation spotted early",
                              "few placement breakdowns",
                              "no permanent exclusions",
                              "no children in bed and breakfast",
                              "carers speak highly of the service",
                              "children happy in placements",
                              "children used to wait for a social worker but do not now",
                              "used to be delays in the front door but not any more",
                              "supervision was poor but is not now",
                              "managers used to sign off plans without reading them, not any more",
                              "children do not wait months for help",
                              "services are no longer inadequate",
                              "councils that eliminated agency staff",
                              "eliminated waiting lists",
                              "places that have eliminated delays",
                              "supervision is more consistent",
                              "schools are not left out of meetings",
                              "fewer agency workers",
                              "rigorous challenge",
                              "no lack of ambition",
                              "hardly any agency staff",
                              "minimal delay in adoption"};

const Questions kWeaknesses = {"weak management oversight",
                               "audits too positive",
                               "the judge complained about statements",
                               "schools left out of strategy meetings",
                               "assessments that forget brothers",
                               "schools complain of thresholds",
                               "enquiries concluded too quickly",
                               "increasing agency staff",
                               "social workers never read the file",
                               "supervision is no longer effective",
                               "the backlog has gone up",
                               "caseloads going up",
                               "assessments neither timely nor thorough",
                               "leaders have yet to tackle drift",
                               "delays in how concerns were addressed",
                               "assessments too positive about parents",
                               "services fall short",
                               "records that are not up to scratch",
                               "shocking case files",
                               "supervision is irregular",
                               "assessments not timely",
                               "children not seen promptly",
                               "plans are not specific",
                               "poor partnership working",
                               "slow to protect children",
                               "social workers don't know children",
                               "unmanageable caseloads",
                               "caseloads too high",
                               "low morale",
                               "low aspirations for children in care",
                               "low quality assessments",
                               "care leavers are not well supported",
                               "thresholds not understood",
                               "lack of management oversight",
                               "leaders do not know their services",
                               "drift and delay",
                               "unallocated cases",
                               "high turnover of social workers",
                               "records are out of date",
                               "visits are infrequent",
                               "life story work not completed",
                               "assessments that lack analysis",
                               "children's views missing from assessments",
                               "missing chronologies",
                               "services are worse",
                               "not enough foster carers",
                               "police do not attend meetings",
                               "insufficient challenge",
                               "inaccurate data",
                               "failure to escalate",
                               "risks not recognised",
                               "children left at risk",
                               "gaps in records",
                               "schools are not told",
                               "parents are kept in the dark",
                               "little evidence of impact",
                               "children rarely seen alone",
                               "social workers overworked",
                               "children in care do badly at school",
                               "no management oversight",
                               "IROs do not challenge poor practice",
                               "failure to tackle drift and delay",
                               "leaders do not know their weaknesses",
                               "leaders don't recognise weaknesses",
                               "slow to tackle poor practice",
                               "slow response to concerns",
                               "step down too early",
                               "cases closed too easily",
                               "too reliant on agency staff",
                               "too many meetings",
                               "few managers visible",
                               "plans too generic",
                               "managers too busy",
                               "expectations too low",
                               "poorly understood thresholds",
                               "thresholds are poorly understood",
                               "thresholds not understood by partners",
                               "thresholds misunderstood",
                               "staff do not feel valued",
                               "staff do not feel supported",
                               "children don't feel safe",
                               "data leaders cannot trust",
                               "data that cannot be relied on",
                               "chronologies missing",
                               "information missing from assessments",
                               "visits too far apart",
                               "visits few and far between",
                               "managers too far from the front line",
                               "attendance dropping",
                               "falling attendance",
                               "caseloads rising",
                               "rising exclusions",
                               "referrals increasing",
                               "declining performance",
                               "growing waiting lists",
                               "no permanent director",
                               "councillors do not hold officers to account",
                               "later life letters not written",
                               "managers fail to challenge poor practice",
                               "tokenistic consultation",
                               "calls unanswered",
                               "data unreliable",
                               "leaders complacent",
                               "supervision gets cancelled",
                               "over-optimism about parents",
                               "domestic abuse underestimated",
                               "plans full of jargon",
                               "too much drift",
                               "supervision used to be good but not any more",
                               "staff used to feel valued but do not now",
                               "children waiting two years for an assessment",
                               "an 18 month wait for therapy",
                               "families wait months for an answer",
                               "scrutiny lacks rigour",
                               "children are not happy",
                               "care leavers lose touch with the council",
                               "assessments taking too long",
                               "lost confidence in leaders",
                               "few adopters",
                               "no match for sibling groups",
                               "no evidence of child's voice",
                               "families kept waiting",
                               "foster carers refused support",
                               "unable to provide respite",
                               "schools in special measures"};

const Questions kNeither = {"private fostering",
                            "no fixed abode",
                            "no further action",
                            "non-accidental injury",
                            "refused asylum",
                            "lost children",
                            "care leavers housing",
                            "missing children",
                            "children missing from home",
                            "high risk domestic abuse",
                            "high court",
                            "low level neglect",
                            "late permanence",
                            "unaccompanied children",
                            "best interests",
                            "failure to thrive",
                            "good enough parenting",
                            "children not in school",
                            "homeless teenagers",
                            "no recourse to public funds",
                            "families with no money",
                            "missing from education",
                            "strengths and difficulties questionnaire",
                            "signs of safety",
                            "strengthening families",
                            "children living with carers who are not own family",
                            "children waiting for adoption",
                            "free school meals",
                            "how timely are visits",
                            "little brother at home",
                            "problems with recording have been sorted out",
                            "how quickly are health needs checked",
                            "whether visits are timely",
                            "children no longer living with parents",
                            "a few visits",
                            "responding to concerns",
                            "act on concerns",
                            "dads involved in assessments too",
                            "children missing from care",
                            "placed far from home",
                            "far from home",
                            "newly qualified social workers",
                            "reducing the number of children in care",
                            "parents who find it hard to understand",
                            "children who know their social worker",
                            "addressing neglect",
                            "tackling child sexual exploitation",
                            "preventing homelessness",
                            "tackling absence",
                            "reducing offending",
                            "trusted adults",
                            "how caseloads are managed",
                            "two year old children waiting for adoption",
                            "children under two years waiting for adoption",
                            "support after adoption"};

// 1 strengths, -1 weaknesses, 0 neither.
int direction_of_question(std::string_view question, Searcher* searcher) {
  SearchRequest request;
  request.query = question;
  request.explain = true;
  auto results = searcher->search(request);
  REQUIRE(results);
  int direction = 0;
  for (const std::string& line : results->explanation)
    if (line.starts_with("direction:"))
      direction = line.find("find a strength") != std::string::npos ? 1 : -1;
  return direction;
}

TEST_CASE("A saying that only judges is not asked of a passage, its topic is") {
  std::vector<Report> reports = test::sample_reports();
  reports.front().passages.back().text = "Recording is poor.";
  const SampleIndex sample(reports);
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  const auto reports_with = [&](const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.match = MatchMode::kAll;
    request.count_opposite = true;
    auto results = searcher->search(request);
    REQUIRE(results);
    return results->total_reports;
  };
  CHECK(reports_with("caseloads") > 0);
  CHECK(reports_with("caseloads all over the place") == reports_with("caseloads"));
}

TEST_CASE("What a question asks for is understood, and never the opposite") {
  const SampleIndex sample(test::sample_reports());
  auto searcher = Searcher::open(sample.path());
  REQUIRE(searcher);
  struct Case {
    const Questions& questions;
    int direction;
  };
  for (const Case& each : {Case{kStrengths, 1}, Case{kWeaknesses, -1}, Case{kNeither, 0}})
    for (std::string_view question : each.questions) {
      INFO(question);
      CHECK(direction_of_question(question, &*searcher) == each.direction);
    }
}

}  // namespace
}  // namespace ofsearch
