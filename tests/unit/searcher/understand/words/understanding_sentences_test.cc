// Several sentences in one query: what is looked for, and what only surrounds the question.
#include "common/field/authorities/authorities.h"
#include "searcher/understand/understanding.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

Vocabulary vocabulary() {
  Vocabulary vocabulary;
  for (const Authority& authority : Authorities::builtin().all())
    vocabulary.authorities.insert(normalise_authority_name(authority.name));
  vocabulary.newest = "20260412";
  return vocabulary;
}

// "words left | field=value ... | notes".
std::string understood(const std::string& query) {
  const Understood result = understand(parse_query(query), vocabulary());
  std::string out;
  for (const QueryNode& node : result.query.root.children) out += describe(node) + " ";
  out += "|";
  for (const UnderstoodWords& each : result.filters) out += " " + each.field + "=" + each.value;
  out += " |";
  for (const std::string& note : result.notes) out += " " + note;
  return out;
}

const std::string kLeftOut = " not looked for, as it only surrounds the question: ";

TEST_CASE("Of several sentences that is looked for which asks") {
  CHECK(understood(
            "I have a meeting tomorrow. Our audits were patchy. Can you tell me which councils "
            "have good supervision?") ==
        "good supervision | |" + kLeftOut + "I have a meeting tomorrow. Our audits were patchy.");
  CHECK(understood(
            "Dear team, please list all reports that mention private fostering. I need them by "
            "Friday. Thanks") ==
        "private fostering | |" + kLeftOut + "I need them by Friday. Thanks.");
  CHECK(understood("Is neglect spotted early? Are plans good?") ==
        "Is neglect spotted early Are plans good | |");
}

TEST_CASE("A sentence that a filter was read from is not left out") {
  CHECK(understood("What's good about Leeds? What's bad about Leeds?") ==
        "| finding=strength authority=Leeds finding=weakness authority=Leeds |");
}

TEST_CASE("A question that needs what stands before it keeps it") {
  CHECK(understood("My son lives in a hostel. Is this common?") ==
        "My son lives in a hostel | |" + kLeftOut + "Is this common?");
  CHECK(understood("I'm a school governor. We worry about truancy. Do councils track them?") ==
        "truancy Do councils track them | |" + kLeftOut + "I'm a school governor.");
  CHECK(understood(
            "I am researching kinship carers. Could you tell me whether they get enough money? "
            "Yours, Ann") ==
        "kinship carers whether they get enough money | |" + kLeftOut + "Yours Ann.");
  CHECK(understood("Councillors asked about neglect. How good is the response?") ==
        "Councillors asked about neglect the response | |");
  CHECK(understood("I work on county lines. Do councils train police officers for this?") ==
        "I work on county lines Do councils train police officers for this | |");
}

TEST_CASE("How others do it asks for strengths on the topic of the sentence before") {
  const std::string strengths = "| finding=strength | not looked for, as strengths are asked for: ";
  CHECK(understood("Ofsted said our visits to children in need were too infrequent. How have other "
                   "authorities sorted this out?") ==
        "our visits to children in need " + strengths + "were too infrequent");
  CHECK(understood("Our pathway plans are weak. Who does this well?") ==
        "Our pathway plans " + strengths + "are weak");
  CHECK(understood("Our caseloads are too high. What have others done about it?") ==
        "Our caseloads " + strengths + "are too high");
  CHECK(understood("Our audits are not good enough. Which councils do them well?") ==
        "Our audits " + strengths + "are not good enough");
  CHECK(understood("There is drift in our pre-proceedings work. Where is this done best?") ==
        "drift in our pre-proceedings work | finding=strength |");
  CHECK(understood("Our life story work is poor and late. Which councils are good at this?") ==
        "Our life story work " + strengths + "is poor and late");
  CHECK(understood("It is poor. Who does this well?") == "It is poor | finding=strength |");
  CHECK(understood("how have other councils sorted out drift") == "drift | finding=strength |");
  CHECK(understood("How have other councils tackled this? Caseloads are too high.") ==
        "Caseloads are too high | finding=strength |");
}

TEST_CASE("A fault that is asked about stays") {
  CHECK(understood("Our caseloads are too high. Is this common?") ==
        "Our caseloads are too high | |" + kLeftOut + "Is this common?");
  CHECK(understood("Our caseloads are too high. What do inspectors say about supervision?") ==
        "supervision | |" + kLeftOut + "Our caseloads are too high.");
}

TEST_CASE("What surrounds a question names places, but no time, grade or order") {
  CHECK(understood("We are in Kent and our last inspection in 2019 was good. How is neglect "
                   "handled?") == "neglect handled | authority=Kent |" + kLeftOut +
                                      "We are in Kent and our last inspection in 2019 was good.");
  CHECK_FALSE(
      understand(parse_query("I read the latest inspection. How is neglect handled?"), vocabulary())
          .order);
}

TEST_CASE("Who thinks it says nothing of the topic") {
  CHECK(understood("I think my neighbour's child is neglected") ==
        "my neighbour's child is neglected | |");
}

TEST_CASE("Who signs is not asked about") {
  CHECK(understood("What do reports say about neglect? Regards, Ann, Kent County Council") ==
        "neglect | |" + kLeftOut + "Regards Ann Kent County Council.");
  CHECK(understood("What do reports say about neglect? Many thanks, could adoption wait?") ==
        "neglect | |" + kLeftOut + "Many thanks could adoption wait?");
}

TEST_CASE("A full stop that ends no sentence, and sentences that ask nothing, change nothing") {
  CHECK(understood("care leavers in St. Helens?") == "care leavers | authority=St Helens |");
  CHECK(understood("neglect. Adoption. Fostering.") == "neglect Adoption Fostering | |");
}

TEST_CASE("Greetings and please do not hide what a request begins with") {
  CHECK(understood("Hi all, please show me reports that mention neglect") == "neglect | |");
}

TEST_CASE("Ages of children are left out and said, but those that reports speak of") {
  const auto note = [](const std::string& age) {
    return " reports seldom give ages: \"" + age + "\" was not looked for";
  };
  CHECK(understood("12 yr old excluded") == "excluded | |" + note("12 yr old"));
  CHECK(understood("my 9yo is bullied") == "my is bullied | |" + note("9yo"));
  CHECK(understood("16 year old homeless") == "16 year old homeless | |");
  CHECK(understood("12 year plan") == "12 year plan | |");
}

TEST_CASE("Groups of ages are left out as one age is, and of 16 and more the term is meant") {
  const auto note = [](const std::string& age) {
    return " reports seldom give ages: \"" + age + "\" was not looked for";
  };
  CHECK(understood("under 5s neglect") == "neglect | |" + note("under 5s"));
  CHECK(understood("neglect of under-fives") == "neglect | |" + note("under-fives"));
  CHECK(understood("under 18s missing") == "missing | |" + note("under 18s"));
  CHECK(understood("neglect of 0-5 year olds") == "neglect | |" + note("0-5 year olds"));
  CHECK(understood("neglect aged 10 to 14") == "neglect | |" + note("aged 10 to 14"));
  CHECK(understood("over-16s homelessness") == "16 and 17 year olds homelessness | |");
  CHECK(understood("aged 16 to 18 homeless") == "16 and 17 year olds homeless | |");
  CHECK(understood("16-18 year olds homeless") == "16 and 17 year olds homeless | |");
}

TEST_CASE("Other numbers are no ages of groups") {
  CHECK(understood("16 and 17 year olds homeless") == "16 and 17 year olds homeless | |");
  CHECK(understood("caseloads under 15") == "caseloads under 15 | |");
  CHECK(understood("under 5 days") == "under 5 days | |");
  CHECK(understood("care leavers aged 18 to 25") == "care leavers aged 18 to 25 | |");
  CHECK(understood("0-5 services") == "0-5 services | |");
}

TEST_CASE("Months share the year of the last one, and to last is no time") {
  CHECK(understood("neglect between january and march 2024") ==
        "neglect | from=2024-01-01 to=2024-03-31 |");
  CHECK(understood("neglect november to february 2024") ==
        "neglect | from=2023-11-01 to=2024-02-29 |");
  CHECK(understood("neglect in the last quarter of 2023") ==
        "neglect | from=2023-10-01 to=2023-12-31 |");
  CHECK(understood("reports of spring 2024 to autumn 2024 about neglect") ==
        "neglect | from=2024-03-01 to=2024-11-30 |");
  CHECK(understood("neglect Q1 2024") == "neglect | from=2024-01-01 to=2024-03-31 |");
  CHECK(understood("neglect since the second half of 2022") == "neglect | from=2022-07-01 |");
  CHECK(understood("is a plan to last two years") == "is a plan to last two years | |");
}

TEST_CASE("Grades said by change, by contrast and by rank") {
  CHECK(understood("councils that went from RI to good") ==
        "| grade=requires improvement to good | a change of grade is found where the inspection "
        "before is in the index too");
  CHECK(understood("inadequate but good adoption") ==
        "adoption | grade=inadequate grade=adoption:good |");
  CHECK(understood("worst rated") == "| grade=inadequate |");
  CHECK(understood("worst rated councils in London") == "| grade=inadequate region=London |");
  CHECK(understood("lowest rated councils for leadership") ==
        "leadership | grade=leaders:inadequate |");
  CHECK(understood("top rated councils for care leavers") ==
        "care leavers | grade=care_leavers:outstanding grade=care_and_leavers:outstanding |");
  CHECK(understood("councils rated good for leadership but requires improvement overall") ==
        "leadership | grade=leaders:good grade=requires improvement |");
  CHECK(understood("good but late plans") == "good but late plans | |");
  CHECK(understood("good overall progress of children") == "good overall progress of children | |");
}

TEST_CASE("Ways to say that something has ended are one word, and to is too at the end") {
  CHECK(understood("councils that stopped using agency staff") ==
        "councils that eliminated agency staff | |");
  CHECK(understood("got rid of waiting lists") == "eliminated waiting lists | |");
  CHECK(understood("enquiries concluded to quickly") == "enquiries concluded too quickly | |");
  CHECK(understood("children in B&Bs") == "children in bed and breakfast | |");
  CHECK(understood("from care to early help") == "from care to early help | |");
}

TEST_CASE("Inspectors may praise ever, and councils for how they do it") {
  CHECK(understood("do inspectors ever praise councils for how they handle complaints") ==
        "handle complaints | finding=strength |");
}

TEST_CASE("What somebody managed or has done well is a strength, denied a weakness") {
  CHECK(understood("councils that managed to cut caseloads") ==
        "councils that cut caseloads | finding=strength |");
  CHECK(understood("councils that managed not to use hotels") ==
        "councils that use hotels | finding=strength |");
  CHECK(understood("no council has managed to cut caseloads") ==
        "cut caseloads | finding=weakness |");
  CHECK(understood("where did the LADO do a great job") ==
        "where did the LADO | finding=strength |");
  CHECK(understood("there isn't a single good thing about early help") ==
        "early help | finding=weakness |");
  CHECK(understood("worst thing ofsted found in Leeds") == "| finding=weakness authority=Leeds |");
  CHECK(understood("nothing wrong with the LADO") == "the LADO | finding=strength |");
  CHECK(understood("what is wrong with the LADO") == "the LADO | finding=weakness |");
  CHECK(understood("good things about early help") == "early help | finding=strength |");
}

TEST_CASE("A county's town is its county's authority") {
  CHECK(understood("hereford neglect") == "neglect | authority=Herefordshire |");
  CHECK(understood("gloucester neglect") == "neglect | authority=Gloucestershire |");
}

}  // namespace
}  // namespace ofsearch
