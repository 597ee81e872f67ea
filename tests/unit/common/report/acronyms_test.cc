#include "common/report/acronyms.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

// "SF = long form; SF = long form"
std::string found(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const auto& [short_form, long_form] : find_acronyms(paragraphs))
    out += (out.empty() ? "" : "; ") + short_form + " = " + long_form;
  return out;
}

TEST_CASE("A definition is found with the short form in brackets and with the long form there") {
  const struct {
    const char *text, *found;
  } kCases[] = {
      {"The multi-agency response hub (MARH) opened in May.", "MARH = multi-agency response hub"},
      {"The MARH (multi-agency response hub) opened in May.", "MARH = multi-agency response hub"},
      {"The MARH (the multi-agency response hub) opened.", "MARH = multi-agency response hub"},
      {"A hub for young visitors(HYV) opened.", "HYV = hub for young visitors"},
      {"Independent reading officers (IROs) know the children.",
       "IRO = Independent reading officers"},
      {"IROs (independent reading officers) know the children.",
       "IRO = independent reading officers"},
      {"Personal archivists (PA\u2019s) meet them.", "PA = Personal archivists"},
      {"The Department for Evening classes (DfE) agreed.", "DfE = Department for Evening classes"},
      {"The children in clubs council (CiCC) meets.", "CiCC = children in clubs council"},
      {"Young people not in lessons, jobs or training (NLJT) are few.",
       "NLJT = not in lessons, jobs or training"},
      {"Some are NLJT (not in lessons, jobs or training).",
       "NLJT = not in lessons, jobs or training"},
      {"The director of children\u2019s parks (DCP) left.",
       "DCP = director of children\u2019s parks"},
      {"An app called \u2018Hear Our Song\u2019 (HOS) is used.", "HOS = Hear Our Song"},
      {"The Garden Board (\u2018GB\u2019) met.", "GB = Garden Board"},
      {"The Garden Board (the GB) met.", "GB = Garden Board"},
      {"The Garden Board (GB; see paragraph 3) met.", "GB = Garden Board"},
      {"Help and warmth (H&W) is a scheme.", "H&W = Help and warmth"},
      {"Assured and steady year of learning (ASYL) staff.",
       "ASYL = Assured and steady year of learning"},
      {"The co-operative advice team (CAT) visits.", "CAT = co-operative advice team"},
  };
  for (const auto& [text, expected] : kCases) {
    INFO(text);
    CHECK(found({text}) == expected);
  }
}

TEST_CASE("The long form is the run of words that the short form's letters begin") {
  const struct {
    const char *text, *found;
  } kCases[] = {
      // The shortest run that holds the letters would be "management meeting".
      {"The multi-area management meeting (MAM) sits weekly.",
       "MAM = multi-area management meeting"},
      // Not "and emergency".
      {"Visits to accident and emergency (A&E) fell.", "A&E = accident and emergency"},
      {"They use the assessed and calm year in teams (ACYT) scheme.",
       "ACYT = assessed and calm year in teams"},
      // A letter within a word, and a short form within the long one.
      {"The wellbeing teams (WBT) help.", "WBT = wellbeing teams"},
      {"HMQ Gardens and Parks (HMQGP) agreed.", "HMQGP = HMQ Gardens and Parks"},
      {"Targeted aid for families service (TAFS) works.",
       "TAFS = Targeted aid for families service"},
  };
  for (const auto& [text, expected] : kCases) {
    INFO(text);
    CHECK(found({text}) == expected);
  }
}

TEST_CASE("Brackets that define nothing are passed over") {
  const char* const kTexts[] = {
      "The local authority has two homes (2) for children.",
      "Visits are late (see paragraph 10).",
      "The regulator (Ofsted) came.",
      "The overall grade (Good) stands.",
      "Inspected this spring (May 2017) again.",
      "Numbers rose (2018/19) again.",
      "Numbers rose (2018-19) again.",
      "Many (83%) are seen.",
      "The town (Westerby) is small.",
      "Their views (ABCD) are heard.",                  // no word holds the letters
      "A quiet meeting. Room (QMR) was booked.",        // across a sentence
      "A quiet meeting (held) room (QMR) was booked.",  // across a bracket
      "The QMR team leads the quiet QMR (QMR) room.",   // the long form holds the short one
      "Criminal justice services (CRC) are in touch.",  // letters, but no initials
      "(MARH) begins the paragraph.",
      "The hub (MARH",
      "The hub MARH)",
      "()",
      "( )",
      "A(B(C(D)",
      "",
      "The plan (PLAN) works.",  // one word
      "An extraordinarily long and winding route (EXTRAORDINARILY) is taken.",
  };
  for (const char* text : kTexts) {
    INFO(text);
    CHECK(found({text}).empty());
  }
}

TEST_CASE("A definition may not cross paragraphs") {
  CHECK(found({"The garden", "board (GB) met."}).empty());
}

TEST_CASE("The same definition is returned once, as first printed") {
  CHECK(found({"Independent reading officers (IROs) and the garden board (GB).",
               "The independent reading officer (IRO) reads. The Garden Board (GB) met.",
               "The IRO (independent-reading officer) read."}) ==
        "IRO = Independent reading officers; GB = garden board");
}

TEST_CASE("A short form defined in two ways is returned with both") {
  CHECK(found({"The family garden meeting (FGM) and the friends' group map (FGM)."}) ==
        "FGM = family garden meeting; FGM = friends' group map");
}

TEST_CASE("Line ends and runs of spaces in a long form become one space") {
  CHECK(found({"The multi-agency\n  response  hub (MARH)."}) == "MARH = multi-agency response hub");
}

TEST_CASE("Bytes that are not UTF-8 match nothing and do no harm") {
  CHECK(found({"\xFF\xE2\x80 garden\xC3 board (GB) \xE2 (\xE2\x80)"}) == "GB = garden\xC3 board");
}

}  // namespace
}  // namespace ofsearch
