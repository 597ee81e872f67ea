#include "searcher/plan/direction/direction.h"

#include "common/words/words.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

namespace ofsearch {
namespace {

// A sign for each word: "-" asks for weaknesses, "+" for strengths, "." for the topic; in brackets
// where it is not looked for itself.
std::string signs(const std::string& query) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(query)) words.push_back(token.term);
  std::string all;
  for (size_t i = 0; i < words.size(); ++i) {
    Direction direction = direction_of(words, i);
    std::string sign = direction.finding == Finding::kWeakness   ? "-"
                       : direction.finding == Finding::kStrength ? "+"
                                                                 : ".";
    all += direction.only ? "(" + sign + ")" : sign;
  }
  return all;
}

TEST_CASE("A word of judgement asks for findings, beside the topic", "[direction]") {
  CHECK(signs("late visits") == "-.");
  CHECK(signs("effective supervision") == "+.");
  CHECK(signs("high risk") == "..");
}

TEST_CASE("A negator turns the word of judgement in its scope", "[direction]") {
  CHECK(signs("no delay adoption") == "(.)+.");
  CHECK(signs("without undue delay") == "(.).+");
  CHECK(signs("not effective supervision") == "(.)-.");
  CHECK(signs("lack of timely visits") == "(.).-.");
  CHECK(signs("isn't effective") == "(.)-");
  CHECK(signs("no children in unsuitable accommodation") == "(.)..+.");
  CHECK(signs("thresholds inconsistently applied") == ".-.");
  CHECK(signs("caseloads not manageable") == ".(.)-");
  CHECK(signs("workforce turnover reduced") == ".++");
  CHECK(signs("reduction in delay") == "+.+");
  CHECK(signs("few delays") == "(.)+");
  CHECK(signs("a few delays") == "..-");
  CHECK(signs("little support carers") == "(-)..");
  CHECK(signs("a little delay") == "..-");
  CHECK(signs("little ones in care") == "....");
  CHECK(signs("without drift or delay") == "(.)+.+");
  CHECK(signs("plans free of delay") == ".(.).+");
  CHECK(signs("free of charge") == "...");
  CHECK(signs("no one left waiting") == "(.).(.)+");
  CHECK(signs("children waiting for adoption") == "....");
  CHECK(signs("managers never miss supervision") == ".(.)+.");
  CHECK(signs("few children are seen promptly") == "(-)...-");
  CHECK(signs("children not always seen promptly") == ".(-)..-");
  CHECK(signs("no visits and good plans") == "(-)..+.");
  CHECK(signs("minimal delay in adoption") == "(.)+..");
  CHECK(signs("minimal support") == "-.");
}

TEST_CASE("Less and least turn the judgement right behind them", "[direction]") {
  CHECK(signs("less effective supervision") == "(.)-.");
  CHECK(signs("least timely visits") == "(.)-.");
  CHECK(signs("less delay in adoption") == "(.)+..");
  CHECK(signs("less than 18 visits") == "(.)(.)..");
  CHECK(signs("at least one visit") == "....");
  CHECK(signs("less support") == "..");
}

TEST_CASE("What is absent, or has none of something, is denied", "[direction]") {
  CHECK(signs("absence of chronologies") == "(-)..");
  CHECK(signs("plans devoid of detail") == ".(-)..");
  CHECK(signs("absence of delay") == "(.).+");
  CHECK(signs("school absence") == "..");
}

TEST_CASE("What is needed and missing is a fault, and a child that is missing is none",
          "[direction]") {
  CHECK(signs("perpetrator programme missing") == "..(-)");
  CHECK(signs("interpreters missing") == ".(-)");
  CHECK(signs("training missing for foster carers") == ".(-)...");
  CHECK(signs("supervision missing from files") == ".(-)..");
  CHECK(signs("health passports missing") == "..(-)");
  CHECK(signs("life story books missing from files") == "...(-)..");
  CHECK(signs("meetings where police are missing") == "....(-)");
  CHECK(signs("police missing") == "..");
  CHECK(signs("girls who are missing") == "....");
  CHECK(signs("young people are missing") == "....");
  CHECK(signs("county lines missing") == "...");
  CHECK(signs("children missing") == "..");
  CHECK(signs("exploitation and missing") == "...");
  CHECK(signs("return interviews missing") == "...");
  CHECK(signs("support missing children") == "...");
}

TEST_CASE("Praise that is taken back is a fault", "[direction]") {
  CHECK(signs("fails to provide timely help") == "...-.");
  CHECK(signs("slow to provide effective help") == "-..-.");
  CHECK(signs("a shortage of skilled staff") == ".-.-.");
  CHECK(signs("insufficiently robust plans") == "--.");
  CHECK(signs("oversight far from robust") == "...-");
  CHECK(signs("good plans are rare") == "-...");
  CHECK(signs("regular supervision missing") == "-.(-)");
  CHECK(signs("good practice not shared") == "-.(-).");
  CHECK(signs("needs more robust oversight") == "..-.");
  CHECK(signs("more effective oversight needed") == ".-..");
}

TEST_CASE("Praise beside what is missing or late stays praise", "[direction]") {
  CHECK(signs("never fails to provide timely help") == "(.)(+)..+.");
  CHECK(signs("gaps in records and timely visits") == "-...+.");
  CHECK(signs("good support for children not in school") == "+...(.)..");
  CHECK(signs("good practice, no delay") == "+.(.)+");
  CHECK(signs("effective response missing children") == "+...");
  CHECK(signs("more effective oversight") == ".+.");
  CHECK(signs("children need stable homes") == "..+.");
  CHECK(signs("reduced delay in effective planning") == "++.+.");
  CHECK(signs("weak audits but good visits") == "-..+.");
}

TEST_CASE("What is hard to get, or needs improvement, is a fault", "[direction]") {
  CHECK(signs("unable to access CAMHS") == "(-)...");
  CHECK(signs("difficulty accessing a dentist") == "(-)...");
  CHECK(signs("recruitment difficulties") == ".(-)");
  CHECK(signs("recording needs improvement") == "..(-)");
  CHECK(signs("needs to improve recording") == "..(-).");
  CHECK(signs("parents unable to care for children") == "......");
  CHECK(signs("hard to reach families") == "....");
  CHECK(signs("strengths and difficulties") == "...");
  CHECK(signs("improvement board") == "..");
}

TEST_CASE("What is known, the manner, and whom it is about are no faults", "[direction]") {
  CHECK(signs("leaders know what needs to improve") == "......");
  CHECK(signs("shortage of carers addressed effectively") == "-...+");
  CHECK(signs("inspectors see more effective practice they should copy") == "...+....");
  CHECK(signs("no need for more effective oversight").find('+') != std::string::npos);
  CHECK(signs("absent fathers") == "..");
  CHECK(signs("fathers absent from assessments") == ".-..");
  CHECK(signs("reluctant parents engaged well") == "...+");
  CHECK(direction_of({"re-referrals", "below", "average"}, 1).finding == Finding::kStrength);
}

TEST_CASE("No such thing late is a strength", "[direction]") {
  CHECK(signs("no assessments overdue") == "(.).+");
  CHECK(signs("no reviews late") == "(.).+");
  CHECK(signs("no plans and late visits") == "(-)..-.");
  CHECK(signs("no plans late visits") == "(-).-.");
}

TEST_CASE("Too much praise is a fault, by whatever word", "[direction]") {
  CHECK(signs("audits overly positive") == ".(-).");
  CHECK(signs("audits too positive") == ".(-).");
}

TEST_CASE("Above and below an average judge by what is measured", "[direction]") {
  CHECK(signs("attendance below average") == ".(-).");
  CHECK(signs("attendance above the national average") == ".(+)...");
  CHECK(signs("visits below target") == ".(-).");
  CHECK(signs("caseloads above average") == ".(-).");
  CHECK(signs("homes above average") == "...");
  CHECK(signs("below the road") == "...");
}

TEST_CASE("Two denials deny nothing", "[direction]") {
  CHECK(signs("no lack of ambition") == "(.)(+)..");
  CHECK(signs("never a lack of challenge") == "(.).(+)..");
  CHECK(signs("not lacking in timely visits") == "(.)(+).+.");
  CHECK(signs("lack of ambition") == "(-)..");
}

TEST_CASE("Few staff of agencies are a strength", "[direction]") {
  CHECK(signs("hardly any agency staff") == "(+)...");
  CHECK(signs("rarely uses agency workers") == "(+)...");
  CHECK(signs("no inter agency working") == "(-)...");
  CHECK(signs("plans late once but not any more") == ".+.(.)(.)(.)(.)");
  CHECK(signs("plans were good but are not now") == "..-(.)(.)(.)(.)");
  CHECK(signs("late plans, not any more") == "+.(.)(.)(.)");
  CHECK(signs("good after being inadequate") == "+..+");
  CHECK(signs("from good to inadequate") == ".-.-");
  CHECK(signs("from inadequate to good") == ".+.+");
  CHECK(signs("from good to outstanding") == ".+.+");
  CHECK(signs("return after being well supported") == "...+.");
  CHECK(signs("late plans but no visits") == "-..(-).");
  CHECK(signs("attendance of pupils in care has risen") == "......+");
  CHECK(signs("waiting two years for therapy") == "-(.)(.)..");
  CHECK(signs("a wait of over 18 months") == ".-.(.)(.)(.)");
  CHECK(signs("not waiting two years") == "(.)+(.)(.)");
}

TEST_CASE("High and low judge by what is measured", "[direction]") {
  CHECK(signs("high quality plans") == "+..");
  CHECK(signs("assessments of a high standard") == "...+.");
  CHECK(signs("low quality plans") == "-..");
  CHECK(signs("staff morale is high") == "...+");
  CHECK(signs("low morale") == "-.");
  CHECK(signs("low caseloads") == "+.");
  CHECK(signs("caseloads too high") == ".(-)-");
  CHECK(signs("low staff turnover") == "+.+");
  CHECK(signs("high risk") == "..");
}

TEST_CASE("A fault that somebody sees to is none", "[direction]") {
  CHECK(signs("IROs challenge poor practice") == "..+.");
  CHECK(signs("IROs do not challenge poor practice") == "..(-).-.");
  CHECK(signs("slow to tackle poor practice") == "-..-.");
  CHECK(signs("tackle drift and delay") == ".+.+");
  CHECK(signs("weaknesses are addressed") == "+..");
  CHECK(signs("weaknesses are not addressed") == "-.(-).");
  CHECK(signs("needs identified late") == "..-");
  CHECK(signs("responding to concerns") == "...");
}

TEST_CASE("A question whether something is so is known by its words", "[direction]") {
  CHECK(asks_whether({"are", "visits", "timely"}));
  CHECK(asks_whether({"Do", "children", "wait"}));
  CHECK_FALSE(asks_whether({"do", "not", "wait"}));
  CHECK_FALSE(asks_whether({"visits", "are", "timely"}));
  CHECK_FALSE(asks_whether({"is", "good"}));
  CHECK(asks_whether({"find", "out", "whether", "caseloads", "are", "high"}));
  CHECK_FALSE(asks_whether({"missing", "or", "whether", "or", "not"}));
}

TEST_CASE("Too much of anything is a fault", "[direction]") {
  CHECK(signs("step down too early") == "..(-).");
  CHECK(signs("not too many changes") == "(-)(+)..");
  CHECK(signs("dads involved too") == "...");
}

TEST_CASE("What people feel, trust or understand is praise unless it is denied", "[direction]") {
  CHECK(signs("staff feel supported") == ".+.");
  CHECK(signs("staff do not feel supported") == "..(-)-.");
  CHECK(signs("thresholds understood by partners") == ".+..");
  CHECK(signs("thresholds are poorly understood") == "..-.");
  CHECK(signs("needs identified early") == "..+");
}

TEST_CASE("What is measured rises and falls", "[direction]") {
  CHECK(signs("attendance at school dropping") == "...-");
  CHECK(signs("caseloads falling") == ".+");
  CHECK(signs("rising exclusions") == "-.");
  CHECK(signs("rising rates of referral") == "....");
  CHECK(signs("placement stability declining") == "..-");
  CHECK(signs("decline in placement stability") == "-...");
  CHECK(signs("adoption recruitment is improving") == "...+");
  CHECK(signs("dentist appointments decline") == "..-");
  CHECK(signs("foster carer numbers falling") == "...-");
  CHECK(signs("placement moves reduced") == "..+");
  CHECK(signs("families decline support") == "...");
  CHECK(signs("drop in attendance") == "-..");
  CHECK(signs("drop in centre") == "...");
  CHECK(signs("timeliness of health assessments dropped") == "....-");
  CHECK(signs("high turnover and recruitment") == "--..");
}

TEST_CASE("A negator before another word asks for weaknesses", "[direction]") {
  CHECK(signs("consent not obtained") == ".(-).");
  CHECK(signs("children not seen alone") == ".(-)..");
}

TEST_CASE("The verb before well says nothing of the topic", "[direction]") {
  CHECK(signs("working well in fostering") == "(.)+..");
}

TEST_CASE("No evidence of a fault is praise", "[direction]") {
  CHECK(signs("no evidence of drift") == "(.)..+");
  CHECK(signs("no sign of delay") == "(.)..+");
  CHECK(signs("no evidence of harm") == "(+)...");
  CHECK(signs("no evidence of child's voice") == "(-)....");
  CHECK(signs("no evidence of effective oversight") == "(.)..-.");
  CHECK(signs("evidence of drift") == "..-");
}

TEST_CASE("What is denied in a term of the topic is no judgement", "[direction]") {
  CHECK(signs("no fixed abode") == "(.)..");
  CHECK(signs("no further action") == "(.)..");
  CHECK(signs("no recourse to public funds") == "(.)....");
}

TEST_CASE("A verb of judgement is turned by what denies it", "[direction]") {
  CHECK(signs("lost confidence in leaders") == "-...");
  CHECK(signs("families let down") == ".(-).");
  CHECK(signs("never let down") == "(.)(+).");
  CHECK(signs("never refused a placement") == "(.)(+)..");
  CHECK(signs("families kept waiting") == ".(-).");
  CHECK(signs("never kept waiting") == "(.)(.)+");
  CHECK(signs("children believed") == ".+");
  CHECK(signs("children not believed") == ".(-)-");
  CHECK(signs("parents not kept informed") == ".(-)-.");
  CHECK(signs("views listened to but not acted on") == "....(-)..");
  CHECK(signs("adoption takes too long") == ".-(-).");
  CHECK(signs("no longer in special measures") == "(+)(.)...");
}

TEST_CASE("A service that is unable to serve is at fault, and parents are the topic",
          "[direction]") {
  CHECK(signs("unable to provide respite") == "(-)...");
  CHECK(signs("council unable to meet demand") == ".(-)...");
  CHECK(signs("parents unable to meet needs") == ".....");
  CHECK(signs("unable to have children") == "....");
}

TEST_CASE("A noun that judges is the topic too", "[direction]") {
  std::vector<std::string> words = {"shortage", "carers"};
  Direction direction = direction_of(words, 0);
  CHECK(direction.finding == Finding::kWeakness);
  CHECK(direction.topic);
}

TEST_CASE("A word has the opposites of its plural", "[direction]") {
  CHECK_FALSE(opposites_of("delay").empty());
  CHECK(opposites_of("delays") == opposites_of("delay"));
  CHECK(opposites_of("visits").empty());
}

}  // namespace
}  // namespace ofsearch
