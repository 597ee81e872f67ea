// What scanners take for something else.
#include "indexer/metadata/view/misreadings.h"

#include "indexer/metadata/metadata.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <random>

namespace ofsearch {
namespace {

using test::metadata_of;
using test::plain_text;

TEST_CASE("misread words of title pages are put right, other words are left alone") {
  struct Case {
    const char* printed;
    const char* right;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Inspecfion dafes: l0 Deccmber 2O18 t0 14 Janiiary 20l9",
            "Inspection dates: 10 December 2018 to 14 January 2019"},
           {"on 2S arid 26 Novernber 2025", "on 25 and 26 November 2025"},
           {"0verall effectiveriess: lnadequate", "Overall effectiveness: inadequate"},
           {"lnspection of Kingston upon Tharnes", "Inspection of Kingston upon Thames"},
           {"Reqiiires irnprovement to be g0od", "Requires improvement to be good"},
           {"wbo need belp and protecfion", "who need help and protection"},
           // Numbers without a month, words that only look alike, names, capitals.
           {"15 of 20 children, 1l of them", "15 of 20 children, 1l of them"},
           {"It is clear that an arid hall is ill lit", "It is clear that an and hall is ill lit"},
           {"Ann Hill and Bob Ford of ILFORD", "Ann Hill and Bob Ford of ILFORD"},
           {"", ""}}) {
    INFO(c.printed);
    CHECK(without_misreadings(c.printed) == c.right);
  }
  CHECK(mended_first_name("Llsa Summers") == "Lisa Summers");
  CHECK(mended_first_name("Cbristirie Other") == "Christine Other");
  CHECK(mended_first_name("Una Other") == "Una Other");
  CHECK(mended_surname("Lisa Siimmers") == "Lisa Summers");
  CHECK(mended_surname("Una Other") == "Una Other");
}

TEST_CASE("text without misreadings stays as it is, and what was put right stays right") {
  const unsigned seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 chance(seed);
  const std::string letters = "abcdefhilmnorstuvw10  O5SB8.-";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text.push_back(letters[chance() % letters.size()]);
    const std::string once = without_misreadings(text);
    CHECK(without_misreadings(once) == once);
  }
  const std::string clean =
      "Inspection of Kent local authority children's services. Inspection dates: 4 to 8 March "
      "2024. "
      "Leaders are good. 15 of 16 plans are clear, and all are kept. She is ill; he has a dog.";
  CHECK(without_misreadings(clean) == clean);
}

Metadata inspected(std::string_view dates) {
  return metadata_of(
      plain_text("Inspection of Kent local authority children's services\n\n"
                 "Inspection dates: " +
                 std::string(dates) + "\n\nSome text of the report.\n"));
}

TEST_CASE("a span of which one end cannot be read is unknown, not a day") {
  for (const char* dates :
       {"2x Marxh to 8 March 2024", "4 March 2024 to 8 Mxrch 2024", "4 March 2024 - 8 Mqrch 2024",
        "4 Mxrch 2024 \xE2\x80\x93 8 March 2024", "4 Mqrch and 8 March 2024",
        "4 March 2024 tb 8 March 2024", "4 March xnd 8 March 2024", "S and 8 March 2024"}) {
    INFO(dates);
    Metadata m = inspected(dates);
    CHECK_FALSE(m.inspection_start);
    CHECK_FALSE(m.inspection_end);
  }
  CHECK(inspected("8 March 2024").inspection_start == "2024-03-08");
  CHECK(inspected("l0 to 14 Mareh 2O24").inspection_start == "2024-03-10");
  CHECK(inspected("29 April t0 3 May 2024").inspection_end == "2024-05-03");
  Metadata letter = metadata_of(plain_text(
      "Ofsted\n\n8 May 2024\n\nDear Ms Other\n\nFocused visit to Kent children's services\n\n"
      "This letter summarises the findings of a focused visit to Kent children's services on "
      "2x Aprxl and 25 April 2024.\n"));
  CHECK_FALSE(letter.inspection_start);
}

TEST_CASE("a misread grade is put right or unknown") {
  auto grade = [](const char* printed) {
    return metadata_of(plain_text("Inspection of Kent local authority children's services\n\n"
                                  "Inspection dates: 4 to 8 March 2024\n\nJudgement\tGrade\n"
                                  "0verall effectiveriess\t" +
                                  std::string(printed) + "\n\nSome text.\n"))
        .grade;
  };
  CHECK(grade("0utstanding") == "outstanding");
  CHECK(grade("lnadequate") == "inadequate");
  CHECK(grade("Reqiiires irnprovement to be good") == "requires improvement");
  CHECK(grade("Rexuires improvement to be good") == "unknown");
  CHECK(grade("Gxxd") == "unknown");
}

}  // namespace
}  // namespace ofsearch
