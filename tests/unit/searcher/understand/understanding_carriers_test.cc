// Words that only carry a question.
#include "tests/support/understood_words.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

TEST_CASE("What is said about a topic asks for the topic, not for a voice") {
  check_understood({
      {"What has been said about safeguarding adolescents", "safeguarding adolescents |"},
      {"what was said about children in Essex", "children | authority=Essex"},
      {"has anything been said about kids online", "kids online |"},
      {"what is said about teenagers and knife crime", "teenagers and knife crime |"},
      {"what is being said about young carers", "young carers |"},
      {"what did they say about early help", "early help |"},
      {"was there anything written about unborn babies", "unborn babies |"},
      {"reports written by social workers", "reports written by social workers |"},
      {"reports written for court", "reports written for court |"},
      {"reports written by inspectors on neglect", "on neglect |"},
  });
}

TEST_CASE("Problems that somebody has are the topic, and problems with a service are a fault") {
  check_understood({
      {"mental health problems in teenagers", "mental health problems in teenagers |"},
      {"drug problems in families", "drug problems in families |"},
      {"problems in the front door", "the front door | finding=weakness"},
      {"problems with recording", "recording | finding=weakness"},
      {"recruitment problems in fostering", "recruitment fostering | finding=weakness"},
  });
}

TEST_CASE("How many reports speak of a topic asks for the topic") {
  check_understood({
      {"how many reports mention neglect", "neglect |"},
      {"how many of the inspections discussed county lines", "county lines |"},
      {"how many children mention neglect", "how many children mention neglect |"},
  });
}

TEST_CASE("What children say stays what is asked for") {
  check_understood({
      {"what children said about their placements", "what children said about their placements |"},
      {"what have children said about social workers",
       "what have children said about social workers |"},
      {"what was said by children about care", "said by children about care |"},
      {"has anything been said to children about their plans",
       "has anything been said to children about their plans |"},
  });
}

TEST_CASE("Whether anyone was criticised or praised for something asks for that finding") {
  check_understood({
      {"Has Ofsted criticised any council for distant placements?",
       "distant placements | finding=weakness"},
      {"has ofsted ever criticised Leeds for its pathway plans",
       "its pathway plans | finding=weakness authority=Leeds"},
      {"has ofsted praised anyone for adoption", "adoption | finding=strength"},
      {"have inspectors commended another council over early help",
       "early help | finding=strength"},
      {"told a council off for missing children", "missing children | finding=weakness"},
      {"when have inspectors taken a council to task over drift", "drift | finding=weakness"},
      {"has ofsted told Kent off for thresholds", "thresholds | authority=Kent finding=weakness"},
      {"has anyone been criticised for thresholds", "thresholds | finding=weakness"},
      {"has ofsted criticised social work practice", "social work practice | finding=weakness"},
      {"has ofsted praised any council that uses hotels", "that uses hotels | finding=strength"},
      {"ofsted singled out any council for praise for supervision",
       "supervision | finding=strength"},
      {"did ofsted criticise any authority for drift", "drift | finding=weakness"},
      {"who has been criticised over thresholds", "thresholds | finding=weakness"},
  });
}

TEST_CASE("Praise and blame of others than the inspectors are topics") {
  check_understood({
      {"children praised their carers for listening",
       "children praised their carers for listening |"},
      {"carers told a child off for swearing", "carers told a child off for swearing |"},
      {"parents criticised the council for delay", "parents criticised the council for delay |"},
      {"praise children for effort", "praise children for effort |"},
  });
}

TEST_CASE("The furniture of an action plan is dropped and told") {
  check_understood({
      {"RAG: Amber supervision", "supervision |"},
      {"RAG red: plans are late", "plans are late |"},
      {"(Owner: Head of Service) supervision", "supervision |"},
      {"Lead: Service Manager supervision is recorded", "supervision is recorded |"},
      {"KPI: supervision on time", "KPI supervision on time |"},
      {"supervision in Kent timescale: ", "supervision | authority=Kent"},
      {"Target date - supervision", "supervision |"},
      {"priority 2 neglect", "neglect |"},
      {"timescales for assessments", "timescales for assessments |"},
      {"Due: pathway plans", "pathway plans |"},
      {"Action 3.2: supervision in Kent", "supervision | authority=Kent"},
  });
  const Understood result =
      understand(parse_query("(Owner: Head of Service) supervision"), vocabulary_of_today());
  CHECK(result.dropped == std::vector<std::string>{"(Owner Head of Service)"});
  CHECK(result.furniture == std::vector<std::string>{"Owner Head of Service"});
  CHECK(understand(parse_query("Due: pathway plans"), vocabulary_of_today()).furniture ==
        std::vector<std::string>{"Due"});
}

TEST_CASE("Words of action plans that are topics stay") {
  check_understood({
      {"MASH RAG rating of referrals", "MASH RAG rating of referrals |"},
      {"lead social worker", "lead social worker |"},
      {"lead member oversight", "lead member oversight |"},
      {"due diligence", "due diligence |"},
      {"due dates", "due dates |"},
      {"due pathway plans", "due pathway plans |"},
      {"assessment timescales", "assessment timescales |"},
      {"LADO timescales", "LADO timescales |"},
      {"supervision KPI", "supervision KPI |"},
      {"MASH RAG", "MASH RAG |"},
      {"neglect due dates", "neglect due dates |"},
      {"target dates neglect", "target dates neglect |"},
      {"success criteria neglect", "success criteria neglect |"},
      {"progress updates neglect", "progress updates neglect |"},
      {"rag rating neglect", "rag rating neglect |"},
      {"home owner", "home owner |"},
      {"(supervision of managers)", "(supervision of managers) |"},
      {"action plans", "action plans |"},
  });
}

TEST_CASE("Any, current or previous reports carry the question or ask for the newest") {
  check_understood({
      {"leeds current ofsted report early help", "early help | authority=Leeds sort=newest"},
      {"current inspection reports on neglect", "neglect | sort=newest"},
      {"any ofsted report on young carers", "young carers |"},
      {"all inspection reports about neglect", "neglect |"},
      {"leeds any ofsted report young carers", "young carers | authority=Leeds"},
      {"at its previous inspection was slough criticised for thresholds",
       "was thresholds | sort=newest authority=Slough finding=weakness"},
      {"what was said about neglect in their last inspection", "neglect | sort=newest"},
  });
}

TEST_CASE("What is current or previous but no report is a topic") {
  check_understood({
      {"current caseloads", "current caseloads |"},
      {"current inspection framework", "current inspection framework |"},
      {"at the previous placement", "at the previous placement |"},
      {"any reports of abuse", "any reports of abuse |"},
  });
}

TEST_CASE("What somebody knows or is told is a topic, and no part of a report") {
  check_understood({
      {"parents not told what needs to change", "parents not told what needs to change |"},
      {"parents are clearly told what must improve",
       "parents are clearly told what must improve |"},
      {"plans clear about what needs to change", "plans clear about what needs to change |"},
      {"plans are not clear on what must change", "plans are not clear on what must change |"},
      {"carers aware of what needs to improve", "carers aware of what needs to improve |"},
      {"families unsure what needs to change", "families unsure what needs to change |"},
      {"parents understand what is working well", "parents understand what is working well |"},
      {"staff know what is going well", "staff know what is going well |"},
      {"leaders know what is not working", "leaders know what is not working |"},
      {"managers understand what needs to get better in fostering",
       "managers understand what needs to get better in fostering |"},
  });
}

TEST_CASE("What needs to change and what works well is asked for where nobody knows it") {
  check_understood({
      {"what needs to change in Kent", "| section=recommendations authority=Kent"},
      {"what is working well in fostering", "fostering | finding=strength"},
      {"I want to know what is working well in fostering", "fostering | finding=strength"},
      {"what works well for parents", "parents | finding=strength"},
      {"what is not working in fostering", "fostering | finding=weakness"},
      {"tell me what must improve", "| section=recommendations"},
      {"I want to know what needs to improve in Kent", "| section=recommendations authority=Kent"},
      {"parents do not know what must change", "parents do not know what must change |"},
      {"don't know what must change", "don't know what must change |"},
  });
}

TEST_CASE("Monitoring visits that others make are a topic") {
  check_understood({
      {"monitoring visits to placements", "monitoring visits to placements |"},
      {"monitoring visits by social workers", "monitoring visits by social workers |"},
      {"monitoring visits to children placed out of area",
       "monitoring visits to children placed out of area |"},
      {"monitoring visits to private foster carers",
       "monitoring visits to private foster carers |"},
      {"contract monitoring visits", "contract monitoring visits |"},
      {"monitoring visits carried out by commissioners",
       "monitoring visits carried out by commissioners |"},
      {"monitoring visits to Kent", "to | visit_type=monitoring-visit authority=Kent"},
      {"monitoring visits by Ofsted", "by Ofsted | visit_type=monitoring-visit"},
      {"monitoring visits to inadequate councils",
       "to | visit_type=monitoring-visit grade=inadequate"},
      {"monitoring visits plans", "plans | visit_type=monitoring-visit"},
      {"monitoring visits children in care", "children in care | visit_type=monitoring-visit"},
      {"monitoring visits for care leavers", "care leavers | visit_type=monitoring-visit"},
      {"focused visits to children in need", "to children in need | visit_type=focused-visit"},
  });
}

TEST_CASE("Recommendations that others make, or that something is done with, are a topic") {
  check_understood({
      {"recommendations from audits are not acted on",
       "recommendations from audits are not acted on |"},
      {"recommendations of serious case reviews not implemented",
       "recommendations of serious case reviews not implemented |"},
      {"recommendations are not acted on", "recommendations are not acted on |"},
      {"recommendations made by IROs", "recommendations made by IROs |"},
      {"panel recommendations", "panel recommendations |"},
      {"recommendations from Kent", "| section=recommendations authority=Kent"},
      {"recommendations about audits", "audits | section=recommendations"},
      {"recommendations audits", "audits | section=recommendations"},
      {"recommendations on case conferences", "case conferences | section=recommendations"},
      {"neglect recommendations", "neglect | section=recommendations"},
      {"supervision recommendations", "supervision | section=recommendations"},
      {"health assessment recommendations", "health assessment | section=recommendations"},
  });
}

}  // namespace
}  // namespace ofsearch
