#include "searcher/understand/understanding.h"

#include "common/field/authorities/authorities.h"
#include "common/system/embedded_data.h"
#include "searcher/understand/words/understanding_phrases.h"
#include "tests/support/catch.h"
#include "tests/support/understood_words.h"

#include <random>

namespace ofsearch {
namespace {

// An index that lacks the abolished authorities and Redbridge.
Vocabulary vocabulary() {
  Vocabulary vocabulary;
  for (const Authority& authority : Authorities::builtin().all())
    if ((!authority.to || *authority.to > "2026") && authority.name != "Redbridge")
      vocabulary.authorities.insert(normalise_authority_name(authority.name));
  vocabulary.inspectors = {"ada marlgate", "ben northmere", "cara marlgate"};
  vocabulary.newest = "20260412";
  return vocabulary;
}

// "words left | field=value [words], ... | (dropped)".
std::string understood(const std::string& query, const std::set<std::string>& taken = {}) {
  const Understood result = understand(parse_query(query), vocabulary(), taken);
  std::string out;
  for (const QueryNode& node : result.query.root.children) out += describe(node) + " ";
  out += "|";
  for (const UnderstoodWords& each : result.filters)
    out +=
        (each.excluded ? " not " : " ") + each.field + "=" + each.value + " [" + each.words + "]";
  for (const std::string& dropped : result.dropped) out += " (" + dropped + ")";
  return out;
}

template <size_t N>
void check(const UnderstoodCase (&cases)[N]) {
  check_understood(cases, [](const char* query) { return understood(query); });
}

TEST_CASE("What is denied is excluded, and never the opposite") {
  check({
      {"neglect not in london", "neglect | not region=London [not in london]"},
      {"neglect but not in Kent or Essex",
       "neglect | not authority=Kent [but not in Kent] not authority=Essex [or Essex]"},
      {"somerset but not north somerset",
       "| authority=Somerset [somerset] not authority=North Somerset [but not north somerset]"},
      {"fostering outside London boroughs",
       "fostering | not region=London [outside London boroughs]"},
      {"early help except sif inspections",
       "early help | not visit_type=sif [except sif inspections]"},
      {"not recommendations about neglect", "not recommendations about neglect |"},
      {"Kent not Essex neglect", "neglect | authority=Kent [Kent] not authority=Essex [not Essex]"},
      {"are plans good or not in Kent", "are plans good | authority=Kent [in Kent] (or not)"},
      {"which councils aren't inadequate but have high caseloads",
       "have high caseloads | not grade=inadequate [aren't inadequate] (which councils)"},
      {"children aren't outstanding", "children aren't outstanding |"},
      {"visits not done in Kent", "visits not done | authority=Kent [in Kent]"},
      {"not Kent, but Essex", "| not authority=Kent [not Kent] authority=Essex [Essex]"},
  });
}

TEST_CASE("What is asked for is understood, the words that ask are dropped") {
  check({
      {"reports about neglect", "neglect | (reports about)"},
      {"letters on neglect", "neglect | kind=letter [letters on]"},
      {"letters to parents", "letters to parents |"},
      {"neglect in the 2010s", "neglect | year=2010..2019 [in the 2010s]"},
      {"authorities with inadequate leadership",
       "leadership | grade=leaders:inadequate [authorities with inadequate leadership]"},
      {"children with inadequate leadership", "children with inadequate leadership |"},
      {"leeds since the last inspection neglect",
       "since the last inspection neglect | authority=Leeds [leeds] sort=newest [since the last "
       "inspection]"},
      {"last inspection of Leeds", "| sort=newest [last inspection of] authority=Leeds [Leeds]"},
      {"neglect since the last inspection",
       "neglect since the last inspection | sort=newest [since the last inspection]"},
      {"mental health since the pandemic", "mental health | year=2020.. [since the pandemic]"},
      {"area send widespread failings",
       "| visit_type=area-send [area send] visit_type=area-send-monitoring [area send] "
       "send_outcome=widespread-failings [widespread failings]"},
  });
}

TEST_CASE("No name of an authority is selected where it is denied") {
  for (const Authority& authority : Authorities::builtin().all()) {
    std::vector<std::string> names = authority.other_names;
    names.push_back(authority.name);
    for (const std::string& name : names)
      for (const char* denial : {"not in ", "outside ", "except ", "but not "}) {
        const std::string query = "neglect " + (denial + name);
        INFO(query);
        for (const UnderstoodWords& each : understand(parse_query(query), vocabulary()).filters)
          CHECK(each.excluded);
      }
  }
}

TEST_CASE("Of two that share a preposition both are understood") {
  check({{"weaknesses in kent", "| finding=weakness [weaknesses in] authority=Kent [kent]"},
         {"most common weaknesses in kent",
          "| finding=weakness [most common weaknesses in] authority=Kent [kent]"}});
}

TEST_CASE("Authorities are understood by every name, with the words around them") {
  check({
      {"hull social worker caseloads",
       "social worker caseloads | authority=Kingston upon Hull [hull]"},
      {"neglect in Hull City Council",
       "neglect | authority=Kingston upon Hull [in Hull City Council]"},
      {"bham early help", "early help | authority=Birmingham [bham]"},
      {"n yorks early help", "early help | authority=North Yorkshire [n yorks]"},
      {"rbkc early help", "early help | authority=Kensington and Chelsea [rbkc]"},
      {"London Borough of Hackney fostering",
       "fostering | authority=Hackney [London Borough of Hackney]"},
      {"leicester city fostering", "fostering | authority=Leicester [leicester city]"},
      {"leeds children's services supervision",
       "supervision | authority=Leeds [leeds children's services]"},
      {"hampshire's early help", "early help | authority=Hampshire [hampshire's]"},
      {"north east lincolnshire neglect",
       "neglect | authority=North East Lincolnshire [north east lincolnshire]"},
      {"brighton & hove audits", "audits | authority=Brighton and Hove [brighton hove]"},
      {"city of london care leavers", "care leavers | authority=City of London [city of london]"},
  });
}

TEST_CASE("Around a name are the authorities of its region, and concerns are about itself") {
  check({
      {"neglect in councils round Kent",
       "neglect | authority=region-of:Kent [councils round Kent]"},
      {"authorities near Kent", "| authority=region-of:Kent [authorities near Kent]"},
      {"early help next door to Kent",
       "early help | authority=region-of:Kent [next door to] not authority=Kent [Kent]"},
      {"children placed near Kent", "children placed near | authority=Kent [Kent]"},
      {"concerns around Kent", "concerns | authority=Kent [around Kent]"},
      {"neglect in Kent", "neglect | authority=Kent [in Kent]"},
  });
}

TEST_CASE("A name that is also a word or another body's is none without a sign") {
  check({
      {"reading children living with neglect",
       "children living with neglect | authority=Reading [reading]"},
      {"reading skills of children in care", "reading skills of children in care |"},
      {"reading case files", "reading case files |"},
      {"managers sign off work without reading it", "managers sign off work without reading it |"},
      {"reading council case files", "case files | authority=Reading [reading council]"},
      {"bury young carers", "young carers | authority=Bury [bury]"},
      {"Bury St Edmunds homes", "Bury St Edmunds homes |"},
      {"leeds police and missing children", "leeds police and missing children |"},
      {"no beds in hospital", "no beds in hospital |"},
  });
}

TEST_CASE("An abolished authority leads to its successors, one that the index lacks is said") {
  check({{"northants foster carers",
          "foster carers | authority=North Northamptonshire [northants] authority=West "
          "Northamptonshire [northants]"}});
  const auto notes = [](const char* query) {
    return understand(parse_query(query), vocabulary()).notes;
  };
  REQUIRE(notes("northants foster carers").size() == 1);
  CHECK(notes("northants foster carers")[0] ==
        "Northamptonshire was abolished after 31 March 2021; North Northamptonshire and West "
        "Northamptonshire took over and are searched instead: the index has no report of it");
  REQUIRE(notes("redbridge neglect").size() == 1);
  CHECK(notes("redbridge neglect")[0] == "the index has no report of Redbridge");
  Vocabulary before = vocabulary();
  before.today = {2021, 3, 31};
  const auto then = understand(parse_query("northants foster carers"), before).notes;
  REQUIRE(then.size() == 1);
  CHECK(then[0] ==
        "Northamptonshire will be abolished after 31 March 2021; North Northamptonshire and West "
        "Northamptonshire will take over and are searched instead: the index has no report of it");
  CHECK(notes("hull neglect").empty());
}

TEST_CASE("Years and periods are understood, not those of laws") {
  check({
      {"neglect up to and including 2017", "neglect | year=..2017 [up to and including 2017]"},
      {"exploitation 2014", "exploitation | year=2014 [2014]"},
      {"neglect since 2024", "neglect | year=2024.. [since 2024]"},
      {"fostering before 2016", "fostering | year=..2015 [before 2016]"},
      {"fostering older than 2016", "fostering | year=..2015 [older than 2016]"},
      {"fostering later than 2016", "fostering | year=2017.. [later than 2016]"},
      {"is fostering better now than five years ago",
       "is fostering better now | (than five years ago)"},
      {"fostering until 2016", "fostering | year=..2016 [until 2016]"},
      {"neglect after 2019", "neglect | year=2020.. [after 2019]"},
      {"neglect between 2015 and 2018", "neglect | year=2015..2018 [between 2015 and 2018]"},
      {"neglect 2015-2018", "neglect | year=2015..2018 [2015-2018]"},
      {"audits 2019/20", "audits | year=2019..2020 [2019/20]"},
      {"audits 2020 onwards", "audits | year=2020.. [2020 onwards]"},
      {"visits since march 2020", "visits | from=2020-03-01 [since march 2020]"},
      {"MASH may 2021", "MASH | from=2021-05-01 [may 2021] to=2021-05-31 [may 2021]"},
      {"visits before february 2020", "visits | to=2020-01-31 [before february 2020]"},
      {"last three years audits", "audits | from=2023-04-01 [last three years]"},
      {"last year's audits", "audits | year=2025 [last year's]"},
      {"audits in the last year", "audits | from=2025-04-01 [in the last year]"},
      {"audits five years ago", "audits | year=2021 [five years ago]"},
      {"autumn 2023 audits", "audits | from=2023-09-01 [autumn 2023] to=2023-11-30 [autumn 2023]"},
      {"audits in the winter of 2021",
       "audits | from=2021-12-01 [in the winter of 2021] to=2022-02-28 [in the winter of 2021]"},
      {"audits before summer 2022", "audits | to=2022-05-31 [before summer 2022]"},
      {"audits after winter 2021", "audits | from=2022-03-01 [after winter 2021]"},
      {"early 2024 audits", "audits | from=2024-01-01 [early 2024] to=2024-04-30 [early 2024]"},
      {"early help 2024", "early help | year=2024 [2024]"},
      {"older boys exploitation", "older boys exploitation |"},
      {"older reports neglect", "neglect | sort=oldest [older reports]"},
      {"recent inspections neglect", "neglect | year=2024.. [recent inspections]"},
      {"latest reports neglect", "neglect | sort=newest [latest reports]"},
      {"neglect in Leeds last time",
       "neglect | authority=Leeds [in Leeds] sort=newest [last time]"},
      {"neglect when Leeds was last inspected",
       "neglect when | authority=Leeds [Leeds] sort=newest [was last inspected]"},
      {"neglect the last time inspectors came in",
       "neglect | sort=newest [the last time inspectors came in]"},
      {"last time children were seen", "last time children were seen |"},
      {"I am preparing for our ILACS inspection and want to know what inspectors said about "
       "neglect",
       "about neglect | (I am preparing for our ILACS inspection) (and want to know what) "
       "(inspectors said)"},
      {"which councils were told to improve their audits",
       "audits | section=recommendations [which councils were told to improve their]"},
      {"councils getting worse", "getting worse | sort=newest [getting worse]"},
      {"last two reports on fostering", "fostering | sort=newest [last two reports]"},
      {"children who may be missing", "children who may be missing |"},
      {"Children Act 1989", "Children Act 1989 |"},
      {"working together 2018", "working together 2018 |"},
      {"16 and 17 year olds", "16 and 17 year olds |"},
      {"recently qualified social workers", "recently qualified social workers |"},
      {"in 1066 or 2077", "in 1066 or 2077 |"},
  });
}

TEST_CASE("Kinds, regions, sections and findings are understood") {
  check({
      {"supervision east mids", "supervision | region=East Midlands [east mids]"},
      {"neglect in the NW", "neglect | region=North West [in the NW]"},
      {"nw councils neglect", "neglect | region=North West [nw councils]"},
      {"neglect ilacs only", "neglect | visit_type=ilacs [ilacs] (only)"},
      {"focused visit letters front door",
       "front door | visit_type=focused-visit [focused visit letters]"},
      {"monitoring visits plans", "plans | visit_type=monitoring-visit [monitoring visits]"},
      {"JTAI mental health", "mental health | visit_type=jtai [JTAI]"},
      {"north west councils caseloads", "caseloads | region=North West [north west councils]"},
      {"london boroughs knife crime", "knife crime | region=London [london boroughs]"},
      {"recommendations about health assessments",
       "health assessments | section=recommendations [recommendations about]"},
      {"joint inspections neglect",
       "neglect | visit_type=jtai [joint inspections] visit_type=joint-area-review [joint "
       "inspections] visit_type=area-send [joint inspections] visit_type=area-send-monitoring "
       "[joint inspections]"},
      {"why do inspectors criticise plans",
       "plans | finding=weakness [why do inspectors criticise]"},
      {"does anyone praise plans", "plans | finding=strength [does anyone praise]"},
      {"what needs to change plans", "what needs to change plans |"},
      {"plans what needs to change", "plans | section=recommendations [what needs to change]"},
      {"plans don't say what needs to change", "plans don't say what needs to change |"},
      {"adoption in the south west", "adoption | region=South West [the south west]"},
      {"adoption in the north",
       "adoption | region=North East [in the north] region=North West [in the north] "
       "region=Yorkshire and The Humber [in the north]"},
      {"black country neglect",
       "neglect | authority=Dudley [black country] authority=Sandwell [black country] "
       "authority=Walsall [black country] authority=Wolverhampton [black country]"},
      {"JTAIs neglect", "neglect | visit_type=jtai [JTAIs]"},
      {"jtais neglect", "neglect | visit_type=jtai [jtais]"},
      {"I'm a councillor in Leeds, what should I be worried about in fostering?",
       "fostering | authority=Leeds [Leeds] finding=weakness [what should I be worried about in] "
       "(I'm a councillor in)"},
      {"last three focused visits neglect",
       "neglect | visit_type=focused-visit [last three focused visits] sort=newest [last three "
       "focused visits]"},
      {"the latest two JTAIs on neglect",
       "neglect | sort=newest [the latest] visit_type=jtai [two JTAIs] sort=newest [two JTAIs]"},
      {"two focused visits neglect", "two neglect | visit_type=focused-visit [focused visits]"},
      {"send partnership inspections waits",
       "waits | visit_type=area-send [send partnership inspections] "
       "visit_type=area-send-monitoring [send partnership inspections]"},
      {"where have inspectors been critical of the LADO",
       "the LADO | finding=weakness [where have inspectors been critical of]"},
      {"what were inspectors most impressed by in fostering",
       "in fostering | finding=strength [what were inspectors most impressed by]"},
      {"the best bits about fostering", "fostering | finding=strength [the best bits about]"},
      {"plans too positive about parents", "plans too positive about parents |"},
      {"what should a lead member worry about in fostering",
       "fostering | finding=weakness [what should a lead member worry about in]"},
      {"what's new in fostering", "fostering | sort=newest [what's new in]"},
      {"problems with recording", "recording | finding=weakness [problems with]"},
      {"problems with recording have been resolved",
       "problems with recording have been resolved |"},
      {"reports that look at neglect", "neglect | (reports that look at)"},
      {"Leeds before and after 2018 neglect",
       "neglect | authority=Leeds [Leeds] sort=newest [before and after 2018]"},
      {"yorkshire neglect", "neglect | region=Yorkshire and The Humber [yorkshire]"},
      {"how many councils are inadequate", "how many | grade=inadequate [councils are inadequate]"},
      {"list all reports on neglect", "neglect | (list all reports on)"},
      {"weaknesses in missing episodes", "missing episodes | finding=weakness [weaknesses in]"},
      {"what is working well in adoption", "adoption | finding=strength [what is working well in]"},
  });
}

TEST_CASE("An abbreviation is what it is short for, with dots or without") {
  check({
      {"mgmt oversight", "management oversight |"},
      {"no one listens", "nobody listens |"},
      {"YP in custody", "young people in custody |"},
      {"sec 47 enquiries", "section 47 enquiries |"},
      {"M.A.S.H. delays", "MASH delays |"},
      {"e.g. delays", "e.g. delays |"},
  });
}

TEST_CASE("An acronym that is a word too is understood where it is no word") {
  check({
      {"send support in schools", "SEND support in schools |"},
      {"children with send", "children with SEND |"},
      {"send inspections delays",
       "delays | visit_type=area-send [send inspections] visit_type=area-send-monitoring [send "
       "inspections]"},
      {"send children out of area", "send children out of area |"},
      {"councils that send letters", "councils that send letters |"},
      {"they will send support", "they will send support |"},
  });
}

TEST_CASE("A grade is understood where it is said of councils or judgements") {
  check({
      {"inadequate councils audits", "audits | grade=inadequate [inadequate councils]"},
      {"inadequate north west councils audits",
       "audits | grade=inadequate [inadequate] region=North West [north west councils]"},
      {"councils judged good audits", "audits | grade=good [councils judged good]"},
      {"outstanding for leadership",
       "leadership | grade=leaders:outstanding [outstanding for leadership]"},
      {"councils rated good with inadequate adoption",
       "adoption | grade=good [councils rated good] grade=adoption:inadequate [with inadequate "
       "adoption]"},
      {"which london boroughs got inadequate between 2014 and 2018",
       "which | region=London [london boroughs] grade=inadequate [got inadequate] "
       "year=2014..2018 [between 2014 and 2018]"},
      {"councils that got good support", "councils that got good support |"},
      {"councils that received inadequate audits", "councils that received inadequate audits |"},
      {"outstanding leadership judgements audits",
       "leadership audits | grade=leaders:outstanding [outstanding leadership judgements]"},
      {"outstanding leadership", "outstanding leadership |"},
      {"good in 2019", "| year=2019 [in 2019] grade=good [good]"},
      {"good or outstanding in 2019",
       "| year=2019 [in 2019] grade=good [good or outstanding] grade=outstanding [good or "
       "outstanding]"},
      {"requires improvement london strategy meetings",
       "strategy meetings | grade=requires improvement [requires improvement] region=London "
       "[london]"},
      {"inadequate south west early help",
       "early help | grade=inadequate [inadequate] region=South West [south west]"},
      {"good london support", "good support | region=London [london]"},
      {"practice that requires improvement in london",
       "practice that requires improvement | region=London [london]"},
      {"what happened to neglect in wirral after the inadequate judgement",
       "neglect | authority=Wirral [in wirral] (after the inadequate judgement) (what happened "
       "to)"},
      {"caseloads since being rated inadequate", "caseloads | (since being rated inadequate)"},
      {"inadequate", "inadequate |"},
      {"inadequate assessments", "inadequate assessments |"},
      {"good enough parenting", "good enough parenting |"},
      {"outstanding social workers", "outstanding social workers |"},
      {"care leavers accommodation", "care leavers accommodation |"},
  });
}

TEST_CASE("Inspectors are understood by their names") {
  check({
      {"ada marlgate care leavers", "care leavers | lead_inspector=Ada Marlgate [ada marlgate]"},
      {"inspections led by northmere",
       "| lead_inspector=Ben Northmere [inspections led by northmere]"},
      {"inspections led by marlgate",
       "| lead_inspector=Ada Marlgate [inspections led by marlgate] lead_inspector=Cara Marlgate "
       "[inspections led by marlgate]"},
      {"inspections led by northmere in 2019",
       "| lead_inspector=Ben Northmere [inspections led by northmere] year=2019 [in 2019]"},
      {"forums led by northmere people", "forums led by northmere people |"},
      {"led by ada marlgate", "| lead_inspector=Ada Marlgate [led by ada marlgate]"},
      {"northmere care leavers", "northmere care leavers |"},
  });
}

TEST_CASE("What only carries a question is dropped, what negates is not") {
  check({
      {"how do inspectors describe early help", "early help | (how do inspectors describe)"},
      {"which councils have waiting lists", "waiting lists | (which councils have)"},
      {"there is no delay in adoption", "no delay in adoption | (there is)"},
      {"I'm trying to find out how reports talk about participation",
       "participation | (I'm trying to find out how reports talk about)"},
      {"could somebody tell me whether visits are timely",
       "whether visits are timely | (could somebody tell me)"},
      {"how come children wait", "children wait | (how come)"},
      {"whose job is it to check plans", "check plans | (whose job is it to)"},
      {"are there any inspections that look at fostering",
       "fostering | (are there any inspections that look at)"},
      {"ILACS that mention recruitment", "recruitment | visit_type=ilacs [ILACS] (that mention)"},
      {"what is it like to be in care in leeds",
       "in care | authority=Leeds [in leeds] (what is it like to be)"},
  });
}

TEST_CASE("Words in quotes, with signs, operators or brackets are left as they are") {
  for (const char* query : {"\"hull\" caseloads", "-\"hull\" caseloads", "+hull caseloads",
                            "-caseloads", "hull OR leeds", "(hull leeds 2019)"}) {
    INFO(query);
    CHECK(understand(parse_query(query), vocabulary()).filters.empty());
  }
}

TEST_CASE("A name or a kind behind a sign is excluded") {
  check({
      {"-hull caseloads", "caseloads | not authority=Kingston upon Hull [-hull]"},
      {"caseloads NOT tower hamlets neglect",
       "caseloads neglect | not authority=Tower Hamlets [-tower hamlets]"},
      {"caseloads -kent county council -essex",
       "caseloads | not authority=Kent [-kent county council] not authority=Essex [-essex]"},
      {"caseloads -sif", "caseloads | not visit_type=sif [-sif]"},
      {"caseloads NOT high Kent", "caseloads -high | authority=Kent [Kent]"},
      {"neglect everywhere but Kent", "neglect | not authority=Kent [everywhere but Kent]"},
  });
}

TEST_CASE("A phrase is understood around a name") {
  check({
      {"what Leeds needs to improve",
       "| authority=Leeds [Leeds] section=recommendations [what needs to improve]"},
      {"Leeds what needs to improve",
       "| authority=Leeds [Leeds] section=recommendations [what needs to improve]"},
      {"what did ofsted tell Kent to do about caseloads",
       "caseloads | authority=Kent [Kent] section=recommendations [what did ofsted tell to do "
       "about]"},
      {"is Kent getting better at adoption",
       "adoption | authority=Kent [Kent] sort=newest [is getting better at]"},
      {"what's going wrong in Kent with thresholds",
       "thresholds | finding=weakness [what's going wrong in] authority=Kent [Kent]"},
      {"what children in Kent need to improve",
       "what children need to improve | authority=Kent "
       "[in Kent]"},
  });
}

TEST_CASE("Who is worst and who is best asks for findings") {
  check({
      {"worst councils for assessments", "assessments | finding=weakness [worst councils for]"},
      {"weakest councils at assessments", "assessments | finding=weakness [weakest councils at]"},
      {"strongest councils for early help",
       "early help | finding=strength [strongest councils for]"},
      {"strongest evidence of neglect", "strongest evidence of neglect |"},
      {"weakest areas of practice", "weakest areas of practice |"},
      {"councils that are good at fostering",
       "fostering | finding=strength [councils that are good at]"},
      {"which councils struggle with permanence",
       "permanence | finding=weakness [which councils struggle with]"},
      {"worst for neglect", "neglect | finding=weakness [worst for]"},
      {"which areas are good at early help",
       "early help | finding=strength [which areas are good at]"},
      {"good stuff about early help hubs", "early help hubs | finding=strength [good stuff about]"},
  });
}

TEST_CASE("A field that is filtered by already stays words") {
  CHECK(understood("hull caseloads 2019", {"authority"}) == "hull caseloads | year=2019 [2019]");
  CHECK(understood("hull caseloads 2019", {"year"}) ==
        "caseloads 2019 | authority=Kingston upon Hull [hull]");
}

TEST_CASE("Whatever is typed: words are kept, dropped or understood, in their order") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<std::string> words = {
      "hull",    "reading",    "north",  "west",   "councils", "good",      "judged", "2019",
      "since",   "may",        "latest", "visits", "jtai",     "in",        "the",    "care",
      "for",     "leadership", "which",  "and",    "between",  "are",       "18",     "not",
      "outside", "&",          "what",   "no",     "focused",  "of",        "london", "borough",
      "last",    "three",      "years",  "-",      "2031",     "inadequate"};
  for (int run = 0; run < 3000; ++run) {
    std::string query;
    for (size_t i = 0, count = 1 + random() % 9; i < count; ++i)
      query += (i == 0 ? "" : " ") + words[random() % words.size()];
    const ParsedQuery parsed = parse_query(query);
    const Understood result = understand(parsed, vocabulary());
    // What is left is a subsequence of what was typed.
    size_t at = 0;
    for (const QueryNode& node : result.query.root.children) {
      while (at < parsed.root.children.size() && !(parsed.root.children[at] == node)) ++at;
      if (at == parsed.root.children.size()) FAIL(query << " leaves " << describe(node));
      ++at;
    }
    const bool less = result.query.root.children.size() < parsed.root.children.size();
    if (less && !result.changed()) FAIL(query << " loses words");
    for (const UnderstoodWords& each : result.filters)
      if (each.words.empty() || each.value.empty()) FAIL(query);
  }
}

TEST_CASE("The table of phrases is sound, and a mistake in one is named by its line") {
  using understanding::Phrases;
  CHECK(Phrases::parse(embedded_data("query-phrases.tsv"), "query-phrases.tsv"));
  const struct {
    const char *text, *message;
  } kCases[] = {
      {"drop\tthere is", "own.tsv:1: 2 columns instead of 4"},
      {"# x\ndrop\t\tmiddle\tthere is", "own.tsv:2: \"middle\" is no place"},
      {"drop\t\t\t@nothing is", "own.tsv:1: nothing is called @nothing"},
      {"drop\t\t\t[the] [a]", "own.tsv:1: \"[the] [a]\" may have no word"},
      {"drop\t\t\t[the a", "own.tsv:1: a bracket is not closed"},
  };
  for (const auto& [text, message] : kCases) {
    INFO(text);
    const auto phrases = Phrases::parse(text, "own.tsv");
    REQUIRE_FALSE(phrases);
    CHECK(phrases.error().message == message);
  }
}

}  // namespace
}  // namespace ofsearch
