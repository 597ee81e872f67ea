// Texts whose letters were misread throughout: what they say once is in doubt.
#include "indexer/metadata/view/damage.h"

#include "common/field/common_words.h"
#include "indexer/metadata/view/personal_names.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <random>

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;

const std::string kClean =
    "Leaders have strengthened management oversight, and supervision of practice is regular. "
    "Assessments consider children's experiences, relationships and identity, and planning for "
    "permanence begins promptly. Professionals contribute to effective multi-agency meetings, and "
    "thresholds are understood. Managers monitor performance information systematically, and "
    "recommendations are followed.\n\n";

const std::string kMisread =
    "Leaders have strehgthened management oversight, and supervisxon of practice is regular. "
    "Assessrnents consider children's experiences, relatiqnships and identity, and planning for "
    "permanenee begins promptly. Professionals contribute to effectivc multi-agency meetings, and "
    "threshods are understood. Managers monitor performance information systernatically, and "
    "recommmendations are followed.\n\n";

CleanDocument document_of(const std::string& text) {
  CleanDocument document;
  Paragraph paragraph;
  paragraph.text = text;
  document.paragraphs.push_back(paragraph);
  return document;
}

TEST_CASE("misread text is told from clean text by its common words") {
  CHECK_FALSE(is_misread(document_of("")));
  CHECK_FALSE(is_misread(document_of(kClean)));
  CHECK(is_misread(document_of(kMisread)));
  // A slip of the pen or two, and an odd word that comes again and again.
  CHECK_FALSE(is_misread(document_of(kClean + "strehgthened managemcnt strehgthened")));
}

TEST_CASE("one letter in two hundred misread is enough in a text of some length") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 chance(seed);
  const auto words = common_words();
  for (int round = 0; round < 20; ++round) {
    std::string clean, misread;
    for (int i = 0; i < 1500; ++i) clean += std::string(words[chance() % words.size()]) + ' ';
    for (char c : clean) {
      bool wrong = c != ' ' && chance() % 200 == 0;
      misread.push_back(wrong ? static_cast<char>('a' + chance() % 26) : c);
    }
    CHECK_FALSE(is_misread(document_of(clean)));
    CHECK(is_misread(document_of(misread)));
  }
}

TEST_CASE("words that may be others misread") {
  CHECK(may_be_misread("inspectlon", "inspection"));
  CHECK(may_be_misread("inspecton", "inspection"));
  CHECK(may_be_misread("inspecttion", "inspection"));
  CHECK(may_be_misread("improvernent", "improvement"));
  CHECK(may_be_misread("dbor", "door"));
  CHECK_FALSE(may_be_misread("for", "door"));
  CHECK_FALSE(may_be_misread("door", "door"));
  CHECK_FALSE(may_be_misread("adequate", "inadequately"));
  CHECK_FALSE(may_be_misread("", "door"));
}

TEST_CASE("a lead inspector's name in misread text is one of common names, or unknown") {
  auto lead = [](const std::string& name, const std::string& body) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                                  "Inspection dates: 4 to 15 March 2024\n\nLead inspector: " +
                                  name + ", His Majesty's Inspector\n\n" + body))
        .lead_inspector.value_or("");
  };
  CHECK(lead("Ada Brqok", kClean) == "Ada Brqok");
  CHECK(lead("Ada Brqok", kMisread) == "");
  CHECK(lead("Anna Brooks", kMisread) == "Anna Brooks");
  CHECK(lead("Lisa Siimmers", kMisread) == "Lisa Summers");
  CHECK(lead("Ada Brqok", kMisread + "Ada Brqok thanks everybody.\n") == "Ada Brqok");
  CHECK(is_of_common_names("Anna Brooks-Hill"));
  CHECK_FALSE(is_of_common_names("Anna Brqoks-Hill"));
}

TEST_CASE("a name ends before an office that runs on in the next line") {
  auto lead = [](const std::string& lines) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                                  "Inspection dates: 4 to 15 March 2024\n\n" +
                                  lines + "\n\n" + kClean))
        .lead_inspector.value_or("");
  };
  CHECK(lead("Lead inspector: Una Other, Her\nMajesty's Inspector") == "Una Other");
  CHECK(lead("Lead inspector: Una Other Her\nMajesty's Inspector") == "Una Other");
  CHECK(lead("Lead inspector: Una Oth-\nerton, Her Majesty's Inspector") == "Una Otherton");
  CHECK(lead("Lead inspector: Children's Services") == "");
}

TEST_CASE("misread words of title pages are mended in misread text only") {
  auto report = [](const std::string& body) {
    return metadata_of(
        plain_text("Inspextion of Kent local authority children's services\n\n"
                   "Inspection dates: 4 to 15 Mqrch 2024\n\nJudgement\tGrade\n"
                   "Overall effectivqness\tRexuires improvement to be good\n\n" +
                   body));
  };
  CHECK(report(kMisread).grade == "requires improvement");
  CHECK(report(kMisread).inspection_start == "2024-03-04");
  CHECK(report(kMisread).visit_type == "ilacs-standard");
  CHECK_FALSE(report(kClean).inspection_start);
  CHECK(report(kClean).grade == "unknown");
}

TEST_CASE("a letter whose salutation was misread is still a letter, and its date no visit's") {
  Metadata m = metadata_of(plain_text(
      "Ofsted\nStore Street\n\n11 April 2019\nAda Brook\nDirector\nKent Council\nDexr Ada\n"
      "Focused visit to Kent local authority children's services\n"
      "This letter summarises the findings of a focused visit to Kent children's services on 19 "
      "and 20 March 2019.\nInspectors looked at the front door, including contacts.\n\n" +
      kMisread));
  CHECK(m.kind == "letter");
  CHECK(m.inspection_start == "2019-03-19");
  CHECK(m.inspection_end == "2019-03-20");
}

TEST_CASE("a topic of misread text is one that it names, or unknown") {
  auto focus = [](const std::string& sentence, const std::string& body) {
    return metadata_of(plain_text("Ofsted\n\n8 May 2024\n\nDear Ms Other\n\n"
                                  "Focused visit to Kent children's services\n\n"
                                  "This letter summarises the findings of a focused visit to Kent "
                                  "children's services on 24 and 25 April 2024.\n\n" +
                                  sentence + "\n\n" + body))
        .focus.value_or("");
  };
  const std::string front = "Inspectors looked at the fronf dbor and at child protection plans.";
  CHECK(focus(front, kMisread) == "");
  CHECK(focus("Inspectors looked at the front door and at plans.", kMisread) == "front-door");
  CHECK(focus("Inspectors looked at permanence.", kMisread) == "permanence");
  CHECK(focus("Inspectors looked at pxrmanxncx.", kMisread) == "");
  CHECK(focus("Inspectors looked at weather.", kClean) == "other");
}

TEST_CASE("names of authorities in misread text are whole ones, or unknown") {
  auto authority = [](const std::string& name, const std::string& body) {
    return metadata_of(plain_text("Inspection of " + name + " children's services\n\n" + body))
        .authority;
  };
  CHECK(authority("Sxuth Gloucestershire", kMisread) == "unknown");
  CHECK(authority("South Gloucestershire", kMisread) == "South Gloucestershire");
  CHECK(authority("Kent", kMisread) == "Kent");
}

TEST_CASE("a recalled grade that cannot be read hides the ones before it") {
  auto standing = [](const std::string& grade) {
    return metadata_of(
               plain_text("Ofsted\n\n8 May 2024\n\nDear Ms Other\n\n"
                          "Focused visit to Kent children's services\n\n"
                          "This letter summarises the findings of a focused visit to Kent "
                          "children's services on 24 and 25 April 2024.\n\nThe authority was "
                          "judged to be inadequate overall in 2015. At the last inspection in "
                          "2019 services overall were judged to be " +
                          grade + ".\n\n" + kMisread))
        .standing_grade.value_or("");
  };
  CHECK(standing("good") == "good");
  CHECK(standing("goxd") == "");
}

TEST_CASE("dates in a sentence do not stand in for a label's that cannot be read") {
  auto start = [](const std::string& dates) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n" +
                                  dates +
                                  "\n\nThe trust's visit to schools took place on 1 April 2021.\n"))
        .inspection_start.value_or("");
  };
  CHECK(start("Inspection dates: x to x Mxrch 2024") == "");
  CHECK(start("Inspection dates: 4 to 15 March 2024") == "2024-03-04");
}

TEST_CASE("the first line of a text that lost its first pages is no title of an institution") {
  Metadata m = metadata_of(plain_text(
      "41. A very small number of children live in children's homes that are not registered, for "
      "short periods, and leaders know of each.\n\nOfsted regulates and inspects services.\n"));
  CHECK(m.visit_type == "unknown");
}

TEST_CASE("in misread text half of a label is no judgement of its own") {
  Metadata m =
      metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                             "Inspection dates: 4 to 15 June 2018\n\nJudgement\tGrade\n"
                             "The expxrienqes and progrxss of chxldren in carx and\n"
                             "care leavers\tGood\nOverall effectiveness\tGood\n\n" +
                             kMisread));
  CHECK(m.judgements.count("care_leavers") == 0);
  CHECK(m.grade == "good");
}

TEST_CASE("an inspection whose printed dates cannot be read is of no known length") {
  auto visit = [](const std::string& dates) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n" +
                                  dates + "\n\nOverall effectiveness: Good\n\nSome text.\n"))
        .visit_type;
  };
  CHECK(visit("Inspection dates: 4 to 15 March 2024") == "ilacs-standard");
  CHECK(visit("Inspection dates: 4 to 8 March 2024") == "ilacs-short");
  CHECK(visit("Inspection dates: 4 to 11 March 2024") == "ilacs");
  CHECK(visit("Inspection dates: x to x Mxrch 2024") == "unknown");
  CHECK(visit("") == "ilacs");  // none are printed
}

TEST_CASE("a span whose end a picture's edge has cut off is no day") {
  for (const char* join : {"\u2014", "\u2013", "to"}) {
    INFO(join);
    const Metadata m = metadata_of(plain_text(
        std::string("Inspection of Leeds local authority children's services\n\nInspection date: "
                    "20 January 2015 ") +
        join + "\n\nReport published: 27 March 2015\n\n"));
    CHECK_FALSE(m.inspection_start);
    CHECK_FALSE(m.inspection_end);
  }
}

TEST_CASE("what a picture says was looked at is a topic that it names, or unknown") {
  const auto of_picture = [](const std::string& looked_at) {
    SourceDocument document = plain_text(
        "Dear Ada\n\nFocused visit to Leeds children's services\n\nThis letter summarises the "
        "findings of the focused visit to Leeds on 6 and 7 May 2018.\n\nInspectors looked at " +
        looked_at + "\n\n");
    CHECK(metadata_of(document).focus);
    for (Page& page : document.pages) page.ocr = true;
    return metadata_of(document).focus;
  };
  CHECK(of_picture("the support of care leavers.") == "care-leavers");
  CHECK_FALSE(of_picture("workers and parents, local authority perform manageme."));
}

}  // namespace
}  // namespace ofsearch
