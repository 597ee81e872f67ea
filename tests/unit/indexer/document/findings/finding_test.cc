#include "indexer/document/findings/finding.h"

#include "common/records/report_json.h"
#include "common/report/values.h"
#include "common/system/embedded_data.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ofsearch {
namespace {

struct Example {
  std::string text;
  Finding expected;
};

Passage passage(const std::string& text, SectionKind kind = SectionKind::kOther,
                const std::string& grade = "") {
  Passage p;
  p.text = text;
  p.section_kind = kind;
  p.section_grade = grade;
  return p;
}

void check_all(const std::vector<Example>& examples) {
  for (const Example& example : examples) {
    INFO(example.text);
    auto verdict = FindingModel::builtin().find(passage(example.text)).passage;
    CHECK(finding_name(verdict.finding) == finding_name(example.expected));
  }
}

std::vector<std::string> features(const std::string& text, size_t unit = 0) {
  auto units = finding_units(text, sentences(text));
  return unit < units.size() ? units[unit].features : std::vector<std::string>();
}

bool has(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

std::vector<std::string> unit_texts(const std::string& text) {
  std::vector<std::string> out;
  for (const FindingUnit& unit : finding_units(text, sentences(text)))
    out.push_back(text.substr(unit.begin, unit.end - unit.begin));
  return out;
}

TEST_CASE("What inspectors looked at is neither praise nor criticism") {
  const std::string looked =
      "Inspectors looked at the local authority\u2019s arrangements for effective management of "
      "children who are at risk of exploitation.";
  check_all(
      {{looked, Finding::kNeutral},
       {"Inspectors considered a range of evidence, including skilled case discussions with "
        "social workers. They also considered local authority performance management and "
        "quality assurance information.",
        Finding::kNeutral},
       {looked + " This included a focus on the quality of support. Specifically, they also "
                 "considered effective decision-making. We talked to skilled staff.",
        Finding::kNeutral},
       {looked + " They found strong and effective support, which is improving lives.",
        Finding::kStrength},
       {"Skilled staff talk to children. They also considered their views well, and children "
        "benefit from strong, effective support.",
        Finding::kStrength},
       {looked + " Assessments are thorough and timely, and children benefit from good "
                 "support.",
        Finding::kStrength},
       {"Inspectors considered the quality of assessments and found them poor and late, which "
        "leaves children at risk.",
        Finding::kWeakness}});
}

TEST_CASE("What has a negative impact is a weakness, whatever good it harms") {
  check_all(
      {{"This has a negative impact on the timely progress of plans.", Finding::kWeakness},
       {"Demand outstrips the service's capacity to respond in a timely manner.",
        Finding::kWeakness},
       {"Effective relationships have been adversely affected by turnover.", Finding::kWeakness},
       {"A proactive response means that the negative impact on children is minimised.",
        Finding::kStrength},
       {"Workers understand the detrimental impact of neglect on children well.",
        Finding::kStrength}});
}

TEST_CASE("What hinders or is only wished for is a weakness, whatever good it names") {
  check_all(
      {{"This affects their ability to build trusting relationships.", Finding::kWeakness},
       {"Workers hold thirty cases, which limits timely and effective work.", Finding::kWeakness},
       {"This makes it harder to respond to children effectively.", Finding::kWeakness},
       {"Help should have been offered promptly to these families.", Finding::kWeakness},
       {"Plans could be further strengthened by clear timescales.", Finding::kWeakness},
       {"Some children have experienced several changes of social worker.", Finding::kWeakness},
       {"There is no strategic approach to making sure that workers are skilled.",
        Finding::kWeakness},
       {"Leaders know well what could be better and act on it effectively.", Finding::kStrength},
       {"This impacts positively on children, who make good progress.", Finding::kStrength},
       {"Children do not experience multiple changes of social worker.", Finding::kStrength}});
}

TEST_CASE("What an earlier inspection found is no finding of this one") {
  check_all({{"This was an area for improvement at the previous inspection.", Finding::kNeutral},
             {"Life-story work was an area for improvement at the last inspection and has not "
              "been strengthened enough.",
              Finding::kWeakness}});
}

TEST_CASE("That something bad is not there is praise, that nobody can be sure of good is none") {
  check_all({{"No young people live in bed and breakfast accommodation.", Finding::kStrength},
             {"Bed and breakfast accommodation is not used.", Finding::kStrength},
             {"There are no unallocated cases.", Finding::kStrength},
             {"Leaders could not assure themselves that all young people were given the right "
              "advice and the full level of support.",
              Finding::kWeakness},
             {"Leaders can assure themselves that children receive good and timely support.",
              Finding::kStrength}});
}

TEST_CASE("What is asked for is no praise, however good it would be") {
  check_all(
      {{"The quality of plans needs to be improved to ensure that actions are clear and timely.",
        Finding::kWeakness},
       {"Arrangements for children to have an influential voice need to be strengthened.",
        Finding::kWeakness},
       {"Senior leaders need to ensure robust and effective oversight of strong practice.",
        Finding::kWeakness},
       {"More work needs to be done to make sure that children make good progress at school.",
        Finding::kWeakness},
       {"Planned moves need to happen earlier.", Finding::kWeakness},
       {"Good thought is given to children in need to ensure that they are helped well.",
        Finding::kStrength},
       {"Leaders know their services well and understand what needs to improve.",
        Finding::kStrength},
       {"Children's needs to be safe are met promptly and effectively.", Finding::kStrength},
       {"Families receive the effective help they need to improve children's lives.",
        Finding::kStrength},
       {"Workers carefully consider their individual needs to ensure highly effective help.",
        Finding::kStrength}});
}

TEST_CASE("That drift and delay are prevented is no criticism") {
  check_all({{"Managers track plans closely to avoid drift and delay.", Finding::kStrength},
             {"Weekly panels prevent delay for children.", Finding::kStrength},
             {"Reviews ensure that plans do not drift.", Finding::kStrength},
             {"Reviews do not prevent drift and delay.", Finding::kWeakness},
             {"Plans drift, and children wait too long without decisions.", Finding::kWeakness},
             {"Some children experience avoidable delay.", Finding::kWeakness},
             {"Oversight is not robust enough to avoid drift and delay.", Finding::kWeakness}});
}

// A model small enough to reckon with by hand: "sunny" praises, "rainy" criticises.
const char* const kSmallModel =
    "# a comment\n"
    "feature\tstrength\tweakness\n"
    "=constant\t-6\t-6\n"
    "=floor\t0.5\t0.5\n"
    "=weight\t1\t1\n"
    "=mixed\t0.3\t0.3\n"
    "=least\t0.1\t0.1\n"
    "=section outstanding\t6\t-6\n"
    "=section good\t0\t0\n"
    "=section requires improvement\t0\t0\n"
    "=section inadequate\t-6\t6\n"
    "sunny\t12\t0\n"
    "rainy\t0\t12\n"
    "hazy\t6\t6\n";

Finding small_verdict(const Passage& p) {
  auto model = FindingModel::parse(kSmallModel, "small.tsv");
  REQUIRE(model);
  return model->find(p).passage.finding;
}

}  // namespace

TEST_CASE("Plain praise is a strength") {
  check_all({
      {"Social workers in Ambleford know their children well and visit them regularly.",
       Finding::kStrength},
      {"Thresholds are well understood and decisions are timely and proportionate.",
       Finding::kStrength},
      {"Assessments are thorough, child-centred and lead to effective plans.", Finding::kStrength},
      {"Leaders are ambitious for children and have a clear understanding of practice.",
       Finding::kStrength},
  });
}

TEST_CASE("Plain criticism is a weakness") {
  check_all({
      {"Too many children wait too long for a permanent home.", Finding::kWeakness},
      {"Supervision is infrequent and management oversight is weak.", Finding::kWeakness},
      {"Caseloads are too high and plans drift.", Finding::kWeakness},
      {"Leaders have not tackled key weaknesses quickly enough to ensure that children are "
       "effectively helped and protected.",
       Finding::kWeakness},
      {"The virtual school has been slow in developing a rigorous and robust approach to "
       "children's "
       "needs.",
       Finding::kWeakness},
      {"The local authority regularly places care leavers in bed and breakfast accommodation, and "
       "has done so for several years.",
       Finding::kWeakness},
      {"High caseloads have affected social workers' ability to build stable and meaningful "
       "relationships with young people.",
       Finding::kWeakness},
      {"High caseloads and low morale affect how well social workers know children.",
       Finding::kWeakness},
      {"Social workers have low caseloads and high aspirations for children, whom they know very "
       "well.",
       Finding::kStrength},
      {"Social workers are not overloaded and have enough time to build strong and trusting "
       "relationships with children.",
       Finding::kStrength},
      {"Low caseloads support practice of consistently high quality.", Finding::kStrength},
      {"There has been improvement in staff turnover and in vacancy and sickness rates.",
       Finding::kStrength},
      {"This has led to improvements in a number of areas, such as the timeliness of assessments.",
       Finding::kStrength},
      {"Managers cannot show how learning has resulted in practice improvements.",
       Finding::kWeakness},
      {"These actions have not yet brought about the improvement that is needed.",
       Finding::kWeakness},
      {"This innovative and creative thinking has yet to demonstrate improved recruitment, "
       "retention "
       "and stability.",
       Finding::kWeakness},
      {"The quality of pathway plans is poor and there is no clear strategy to improve it.",
       Finding::kWeakness},
  });
}

TEST_CASE("A negation turns praise into criticism and criticism into praise") {
  check_all({
      {"Plans are not sufficiently robust.", Finding::kWeakness},
      {"Visits are not timely and records are not detailed.", Finding::kWeakness},
      {"The board has not been effective in its challenge.", Finding::kWeakness},
      {"Children are seen without delay and referrals are passed on without delay.",
       Finding::kStrength},
  });
}

TEST_CASE("Progress that has not arrived is no strength") {
  auto verdict =
      FindingModel::builtin()
          .find(passage("The response to neglect has improved but is not yet consistent."))
          .passage;
  CHECK(verdict.finding != Finding::kStrength);
  check_all({{"It is too early to see the impact of this new service. More work is needed.",
              Finding::kWeakness}});
}

TEST_CASE("Praise set against criticism is mixed") {
  check_all({
      {"Assessments are thorough and child centred. However, plans are not sufficiently specific.",
       Finding::kMixed},
      {"While most children receive effective and timely help, too many wait too long for an "
       "assessment.",
       Finding::kMixed},
      {"Foster carers are well supported and highly valued, but there are not enough of them.",
       Finding::kMixed},
  });
}

TEST_CASE("Text without a word that the model knows finds nothing") {
  for (const char* text : {"Local Area Partnership report", "Xyzzy plugh", "Ambleford"}) {
    INFO(text);
    const auto verdict = FindingModel::builtin().find(passage(text)).passage;
    CHECK(finding_name(verdict.finding) == finding_name(Finding::kNeutral));
    CHECK(verdict.score == 0);
  }
}

TEST_CASE("A printed grade is no unknown word") {
  check_all(
      {{"The impact of leaders on social work practice with children and families Outstanding",
        Finding::kStrength}});
}

TEST_CASE("Adverbs of fault and a concern are a weakness") {
  check_all(
      {{"Thresholds are applied inconsistently.", Finding::kWeakness},
       {"Plans are reviewed infrequently.", Finding::kWeakness},
       {"Managers seldom record their decisions.", Finding::kWeakness},
       {"Risks are assessed inadequately.", Finding::kWeakness},
       {"Services are managed ineffectively.", Finding::kWeakness},
       {"The council has responded slowly.", Finding::kWeakness},
       {"Help is offered belatedly.", Finding::kWeakness},
       {"This is a critical area of concern.", Finding::kWeakness},
       // A group's name, a concern about somebody.
       {"Good work reaches seldom heard communities.", Finding::kStrength},
       {"Timely help is given to children whose well-being is a cause for concern.",
        Finding::kStrength},
       // What is bad is seldom, or is seen to.
       {"Children receive timely and effective help, and seldom wait for it.", Finding::kStrength},
       {"Children are seen regularly, and visits are not done inconsistently.", Finding::kStrength},
       {"Staff respond quickly and effectively where there is a concern.", Finding::kStrength}});
}

TEST_CASE("Description, statistics, method and addresses are neutral") {
  check_all({
      {"At 31 March 2015, 312 children and young people were the subject of a child protection "
       "plan. This is a reduction from 340 at 31 March 2014.",
       Finding::kNeutral},
      {"The inspection was carried out by 6 of Her Majesty's Inspectors (HMI) from Ofsted.",
       Finding::kNeutral},
      {"Ofsted regulates and inspects to achieve excellence in the care of children.",
       Finding::kNeutral},
      {"14 May 2021 Alex Example, Director of Children's Services, Ambleford Council, Sam Sample, "
       "Chief Executive, Ambleford and Brook Clinical Commissioning Group",
       Finding::kNeutral},
      {"The director of children's services has been in post since June 2014.", Finding::kNeutral},
      {"There has been a significant rise in the number of children who are electively home "
       "educated.",
       Finding::kNeutral},
      {"", Finding::kNeutral},
      {"14. 2015 ...", Finding::kNeutral},
  });
}

TEST_CASE("A recommendation is a weakness, whatever it praises") {
  check_all({
      {"Ensure that plans are clear, timely and of high quality.", Finding::kWeakness},
      {"7. Strengthen management oversight so that children receive effective support.",
       Finding::kWeakness},
      {"Further develop the good work with fathers.", Finding::kWeakness},
      {"What needs to improve? • The timeliness of health assessments. • The quality of plans.",
       Finding::kWeakness},
  });
  auto verdict = FindingModel::builtin()
                     .find(passage("The effective support of good foster carers.",
                                   SectionKind::kRecommendations))
                     .passage;
  CHECK(verdict.finding == Finding::kWeakness);
  CHECK(verdict.score == -1);
}

TEST_CASE("What only looks like a recommendation is judged by its words") {
  check_all({
      {"Take-up of advocacy is high and children value the excellent support.", Finding::kStrength},
      {"Recommendations from reviews are clear and are acted on swiftly.", Finding::kStrength},
  });
}

TEST_CASE("Boilerplate is neutral whatever it says") {
  auto verdict =
      FindingModel::builtin()
          .find(passage("Good: services are effective and well led.", SectionKind::kBoilerplate))
          .passage;
  CHECK(verdict.finding == Finding::kNeutral);
  CHECK(verdict.score == 0);
}

TEST_CASE("A table of grades follows its grades") {
  check_all({
      {"Judgement Grade The impact of leaders on social work practice Good The experiences of "
       "children in care Outstanding Overall effectiveness Good",
       Finding::kStrength},
      {"Judgement Grade The impact of leaders on social work practice Inadequate Overall "
       "effectiveness Requires improvement to be good",
       Finding::kWeakness},
      {"Adoption performance Good Care leavers Requires improvement", Finding::kMixed},
      {"Judgement Grade The impact of leaders Outstanding", Finding::kStrength},
      {"Good A service that exceeds minimum requirements Inadequate A service that does not meet "
       "minimum requirements",
       Finding::kNeutral},
  });
}

TEST_CASE("The outcome of an area SEND inspection is what the framework's words say") {
  check_all({
      {"The local area partnership's arrangements typically lead to positive experiences and "
       "outcomes for children and young people with SEND.",
       Finding::kStrength},
      {"The local area partnership's arrangements lead to inconsistent experiences and outcomes.",
       Finding::kWeakness},
      {"There are widespread and/or systemic failings leading to significant concerns.",
       Finding::kWeakness},
  });
}

TEST_CASE("Scores lie between -1 and 1 and have the side of the finding") {
  const FindingModel& model = FindingModel::builtin();
  auto strength = model.find(passage("Support is excellent, timely and highly effective.")).passage;
  auto weakness = model.find(passage("Support is poor, late and ineffective.")).passage;
  CHECK(strength.score > 0.3);
  CHECK(strength.score <= 1);
  CHECK(weakness.score < -0.3);
  CHECK(weakness.score >= -1);
}

TEST_CASE("Sentences are weighed against each other") {
  CHECK(small_verdict(passage("A sunny day.")) == Finding::kStrength);
  CHECK(small_verdict(passage("A rainy day.")) == Finding::kWeakness);
  CHECK(small_verdict(passage("A sunny day. A rainy day.")) == Finding::kMixed);
  CHECK(small_verdict(passage("A sunny day. A sunny day. A sunny day. A rainy day.")) ==
        Finding::kStrength);
  CHECK(small_verdict(passage("A day.")) == Finding::kNeutral);
}

TEST_CASE("A section's grade leans on what the words leave open") {
  CHECK(small_verdict(passage("A hazy day.", SectionKind::kCare, "outstanding")) ==
        Finding::kStrength);
  CHECK(small_verdict(passage("A hazy day.", SectionKind::kCare, "inadequate")) ==
        Finding::kWeakness);
  CHECK(small_verdict(passage("A sunny day.", SectionKind::kCare, "inadequate")) !=
        Finding::kWeakness);
}

TEST_CASE("The model that is compiled in parses") {
  auto model = FindingModel::parse(embedded_data("finding-model.tsv"), "finding-model.tsv");
  CHECK(model);
}

TEST_CASE("A model that is damaged is refused with file and line") {
  struct Damage {
    std::string line, message;
  };
  for (const auto& [line, message] : std::vector<Damage>{
           {"cloudy\t1\n", "small.tsv, line 15: expected three columns"},
           {"cloudy\t1\tmuch\n", "small.tsv, line 15: no number beside \"cloudy\""},
           {"cloudy\t1\tnan\n", "small.tsv, line 15: no number beside \"cloudy\""},
           {"sunny\t1\t2\n", "small.tsv, line 15: \"sunny\" is there twice"},
           {"=weather\t1\t2\n", "small.tsv, line 15: no setting is called \"=weather\""},
       }) {
    auto model = FindingModel::parse(kSmallModel + line, "small.tsv");
    REQUIRE_FALSE(model);
    CHECK(model.error().message == message);
    CHECK(model.error().code == ErrorCode::kUnreadable);
  }
  auto empty = FindingModel::parse("", "empty.tsv");
  REQUIRE_FALSE(empty);
  CHECK(empty.error().message == "empty.tsv has no setting \"=constant\"");
}

TEST_CASE("A passage is cut at sentences, bullets, semicolons and contrasts") {
  struct Case {
    std::string text;
    std::vector<std::string> expected;
  };
  for (const auto& [text, expected] : std::vector<Case>{
           {"12. Plans are clear. Reviews are late.", {"Plans are clear", "Reviews are late"}},
           {"Plans are clear, but many reviews are late.",
            {"Plans are clear", "but many reviews are late"}},
           {"While plans are clear, many reviews are late.",
            {"While plans are clear", "many reviews are late"}},
           {"Plans are clear; most reviews are timely.",
            {"Plans are clear", "most reviews are timely"}},
           {"Good plans • Late reviews", {"Good plans", "Late reviews"}},
           {"Staff visit while children are at home with carers.",
            {"Staff visit while children are at home with carers"}},
           {"Plans are not only clear but also very short indeed.",
            {"Plans are not only clear but also very short indeed"}},
           {"... 12 ...", {}},
       }) {
    INFO(text);
    CHECK(unit_texts(text) == expected);
  }
}

TEST_CASE("Phrases, openings, negations and sides of a contrast are features") {
  auto plain = features("Timely and proportionate help.");
  CHECK(has(plain, "timely"));
  CHECK(has(plain, "^timely"));
  CHECK(has(plain, "timely and proportionate"));
  CHECK_FALSE(has(plain, "and"));

  auto negated = features("Plans are not sufficiently robust.");
  CHECK(has(negated, "not_robust"));
  CHECK_FALSE(has(negated, "robust"));

  auto ended = features("If not seen, help is robust.");
  CHECK(has(ended, "robust"));

  CHECK(has(features("While plans are clear, many reviews are late."), "side:conceded"));
  CHECK(has(features("While plans are clear, many reviews are late.", 1), "side:contrast"));
  CHECK(has(features("However, reviews are often late."), "side:contrast"));
}

TEST_CASE("Names and numbers are no features and no phrase crosses them") {
  auto found = features("Carers in Ambleford visit 14 children.");
  CHECK_FALSE(has(found, "ambleford"));
  CHECK_FALSE(has(found, "14"));
  CHECK_FALSE(has(found, "in visit"));
  CHECK_FALSE(has(found, "visit children"));
  const std::string text = "Carers in Ambleford visit 14 children.";
  auto units = finding_units(text, sentences(text));
  REQUIRE(units.size() == 1);
  CHECK(units[0].words == 4);
  CHECK(units[0].names == 1);
  CHECK(units[0].numbers == 1);
}

TEST_CASE("A list of what must improve is known by its heading or its imperatives") {
  CHECK(has(features("Ensure that plans are clear."), "list:improve"));
  CHECK(has(features("Recommendations 1. Ensure that plans are clear.", 1), "list:improve"));
  CHECK(has(features("Areas for improvement Leadership and practice"), "list:improve"));
  CHECK_FALSE(has(features("Recommendations from reviews are acted on."), "list:improve"));
  CHECK_FALSE(has(features("Take-up of training is high."), "list:improve"));
  CHECK_FALSE(has(features("Plans are late (Recommendations 2 and 3).", 0), "list:improve"));
}

TEST_CASE("Any bytes are judged without harm") {
  const FindingModel& model = FindingModel::builtin();
  for (const std::string& text :
       {std::string("\xff\xfe bad \x80 bytes"), std::string(5000, 'a'), std::string("but but but"),
        std::string("however"), std::string("; ; ;"), std::string("Ensure"), std::string("while")})
    CHECK(std::abs(model.find(passage(text)).passage.score) <= 1);
}

TEST_CASE("each sentence of a passage has a score of its own") {
  Passage passage;
  passage.text =
      "Social workers know children well and visit them often. Plans are weak and reviews are too "
      "often late.";
  auto found = FindingModel::builtin().find(passage).sentences;
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 0);
  CHECK(found[1].end == passage.text.size());
  CHECK(found[0].score > 0);
  CHECK(found[1].score < 0);
  passage.section_kind = SectionKind::kRecommendations;
  const auto recommended = FindingModel::builtin().find(passage).sentences;
  for (const SentenceFinding& sentence : recommended) CHECK(sentence.score == -1);
  passage.section_kind = SectionKind::kBoilerplate;
  CHECK(FindingModel::builtin().find(passage).sentences.empty());
}

TEST_CASE("what leads to a recommendation, and what a heading says, counts") {
  Passage passage;
  passage.text = "Minutes are shared with all partners.";
  double plain = FindingModel::builtin().find(passage).passage.score;
  passage.section = "What is Loamshire doing that is effective?";
  CHECK(FindingModel::builtin().find(passage).passage.score >= plain);
  passage.section = "What does the partnership need to do better?";
  CHECK(FindingModel::builtin().find(passage).passage.score <= plain);
  passage.section.clear();
  passage.text =
      "Minutes are not kept well. The quality of letters is good and highly effective. "
      "(Recommendation)";
  const std::vector<SentenceFinding> found = FindingModel::builtin().find(passage).sentences;
  CHECK(found[0].score < 0);
  CHECK(found[1].score > 0);
  passage.text = "Minutes are shared with all partners. (Recommendation)";
  CHECK(FindingModel::builtin().find(passage).passage.finding == Finding::kWeakness);
}

}  // namespace ofsearch
