#include "indexer/readers/tables/blank_tables.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

namespace ofsearch {

TEST_CASE("rows of three columns made of blanks are one line each", "[blank_tables]") {
  CHECK(with_rows_by_blanks("Before\n"
                            "Judgement            Grade                What it means\n"
                            "Help and protection  Requires             Not yet good; nobody\n"
                            "                     improvement          is at risk\n"
                            "\n"
                            "Children             Good                 Some outstanding\n"
                            "in care\n"
                            "Lead inspector: Ada Brook\n") ==
        "Before\n"
        "Judgement\tGrade\tWhat it means\n"
        "Help and protection\tRequires improvement\tNot yet good; nobody is at risk\n"
        "Children in care\tGood\tSome outstanding\n"
        "Lead inspector: Ada Brook\n");
  CHECK(with_rows_by_blanks("                     Grade in 2018        Grade in 2023\n"
                            "In care              Requires             Good\n"
                            "                     improvement\n"
                            "Care leavers         Good                 Good\n") ==
        "Grade in 2018\tGrade in 2023\n"
        "In care\tRequires improvement\tGood\n"
        "Care leavers\tGood\tGood\n");
}

TEST_CASE("what is no table of three columns stays as it is", "[blank_tables]") {
  for (const std::string text :
       {"Judgement            Grade\nHelp and protection  Good\nIn care              Good\n",
        "Name                 Team                 Since\nAda Brook            Duty    2013\n",
        "Judgement            Grade                What it means\nOf these a grade is given.\n",
        "Judgement            Grade                What it means\nIn care   Good   Fine\nNo row\n",
        "", "\n"})
    CHECK(with_rows_by_blanks(text) == text);
}

TEST_CASE("the grade of a row is the one beside it, whatever a third column says",
          "[blank_tables]") {
  const Metadata m = test::metadata_of(test::plain_text(with_rows_by_blanks(
      "Inspection of Leeds local authority children's services\n\n"
      "Judgement               Grade                  What it means\n"
      "Impact of leaders       Good                   Services are better than\n"
      "                                               requires improvement\n"
      "Children who need help  Requires improvement   Nobody is at risk of\n"
      "and protection                                 inadequate care\n"
      "Overall effectiveness   Good                   As it was\n")));
  CHECK(m.grade == "good");
  CHECK(m.judgements.at("leaders") == "good");
  CHECK(m.judgements.at("help_protection") == "requires improvement");
}

}  // namespace ofsearch
