#include "indexer/document/lines/paragraphs.h"

#include "tests/support/catch.h"
#include "tests/support/drawn_document.h"

#include <string>

namespace ofsearch {
namespace {

// One paragraph a line: kind, number, pages if more than one, text.
std::string printed(const std::vector<Paragraph>& paragraphs) {
  static constexpr const char* kKinds[] = {"text", "head", "item", "num", "row", "note"};
  std::string all;
  for (const Paragraph& p : paragraphs) {
    all += kKinds[static_cast<size_t>(p.kind)];
    if (!p.number.empty()) all += " " + p.number;
    if (p.page_end > p.page)
      all += " p" + std::to_string(p.page) + "-" + std::to_string(p.page_end);
    std::string text = p.text;
    for (size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t'))
      text.replace(at, 1, " | ");
    all += ": " + text + "\n";
  }
  return all;
}

std::string joined(const SourceDocument& document) {
  return printed(join_paragraphs(document.pages, {document.has_layout, document.hard_wrapped}));
}

std::string drawn(std::initializer_list<std::string_view> pages) {
  return joined(test::draw(pages));
}

std::string plain(std::string_view text) {
  return joined(test::plain_text(text));
}

}  // namespace

TEST_CASE("lines are joined to paragraphs where no space parts them", "[paragraphs]") {
  CHECK(drawn({"Children get help that is early and is\n"
               "offered by people whom they know.\n"
               "\n"
               "Plans are written with parents and are\n"
               "easy to read.\n"}) ==
        "text: Children get help that is early and is offered by people whom they know.\n"
        "text: Plans are written with parents and are easy to read.\n");
}

TEST_CASE("numbers beside the text belong to it", "[paragraphs]") {
  CHECK(drawn({"1.   Children are seen alone by workers\n"
               "     whom they know.\n"
               "2.   Plans are clear to the people who\n"
               "     have to carry them out.\n"}) ==
        "num 1: Children are seen alone by workers whom they know.\n"
        "num 2: Plans are clear to the people who have to carry them out.\n");
}

TEST_CASE("a word broken at a line's end goes on, whether or not the text is wrapped",
          "[paragraphs]") {
  SourceDocument document =
      test::plain_text("Work with multi-\nagency partners.\nplans -\nall of them.\n");
  document.hard_wrapped = false;
  CHECK(joined(document) ==
        "text: Work with multi-agency partners.\ntext: plans -\ntext: all of them.\n");
}

TEST_CASE("a number at which a sentence is broken numbers nothing", "[paragraphs]") {
  CHECK(drawn({"More work is required to support the children at Key Stage\n"
               "4. More teachers have been found for them in this school year.\n"}) ==
        "text: More work is required to support the children at Key Stage 4. More teachers have "
        "been found for them in this school year.\n");
  CHECK(drawn({"45.   The community and its schools are severely affected by COVID-\n"
               "      19. Practitioners have shown that they can change their ways.\n"}) ==
        "num 45: The community and its schools are severely affected by COVID-19. Practitioners "
        "have shown that they can change their ways.\n");
}

TEST_CASE("a number that ends the sentence of a bullet is no paragraph's", "[paragraphs]") {
  CHECK(drawn({"\u2022 The provision of personal assistants for young people when they reach the "
               "age of\n"
               "  17.\n\n"
               "\u2022 The availability of suitable accommodation for all of them.\n"}) ==
        "item: The provision of personal assistants for young people when they reach the age of "
        "17.\nitem: The availability of suitable accommodation for all of them.\n");
  CHECK(drawn({"17. The plans are good.\n"
               "\u2022 One of them is kept by the school\n"
               "18. The visits are made on time.\n"}) ==
        "num 17: The plans are good.\nitem: One of them is kept by the school\n"
        "num 18: The visits are made on time.\n");
}

TEST_CASE("numbered items without full stops are still items", "[paragraphs]") {
  CHECK(drawn({"1. Write plans that parents can read and\n"
               "2. Visit each child as often as the plan says and\n"
               "3. Keep the chronologies up to date\n"}) ==
        "num 1: Write plans that parents can read and\n"
        "num 2: Visit each child as often as the plan says and\n"
        "num 3: Keep the chronologies up to date\n");
}

TEST_CASE("a number alone at the foot of a page takes its text overleaf", "[paragraphs]") {
  CHECK(drawn({"1.   Children are seen alone.\n"
               "2.\n",
               "Plans are clear to everybody.\n"
               "3.   Visits are on time.\n"}) ==
        "num 1: Children are seen alone.\n"
        "num 2: Plans are clear to everybody.\n"
        "num 3: Visits are on time.\n");
}

TEST_CASE("footnotes do not part a number from its text overleaf", "[paragraphs]") {
  CHECK(drawn({"1.   The work of the first paragraph fills most of the lines here.\n"
               "     It goes on for as long as the body of a page has to go on.\n"
               "2.\n"
               "\n"
               "~1 The Act of 2004 as it stands.\n",
               "Plans are clear to everybody who has to carry them out.\n"}) ==
        "num 1: The work of the first paragraph fills most of the lines here. It goes on for as "
        "long as the body of a page has to go on.\n"
        "note: 1 The Act of 2004 as it stands.\n"
        "num 2: Plans are clear to everybody who has to carry them out.\n");
}

TEST_CASE("a sentence goes on over the end of a page, past its footnotes", "[paragraphs]") {
  CHECK(drawn({"The partners meet each week and look at the children who\n"
               "went missing, at what was learnt when they came back and\n"
               "\n"
               "~1 Not all of them do.\n",
               "at what should change for them.\n"}) ==
        "note: 1 Not all of them do.\n"
        "text p1-2: The partners meet each week and look at the children who went missing, at "
        "what was learnt when they came back and at what should change for them.\n");
}

TEST_CASE("a new sentence on a new page is a new paragraph", "[paragraphs]") {
  CHECK(drawn({"The partners meet each week.\n", "Visits are on time.\n"}) ==
        "text: The partners meet each week.\ntext: Visits are on time.\n");
}

TEST_CASE("hyphens at line ends stay", "[paragraphs]") {
  CHECK(drawn({"Children benefit from the multi-\n"
               "agency hub and from both the short-\n"
               "and long-term teams, which are semi-\n"
               "independent of it.\n"}) ==
        "text: Children benefit from the multi-agency hub and from both the short- and long-term "
        "teams, which are semi-independent of it.\n");
}

TEST_CASE("headings are told by size and weight", "[paragraphs]") {
  std::vector<Paragraph> paragraphs = join_paragraphs(
      test::draw({"#Inspection of Eastvale\n"
                  "\n"
                  "=What needs to improve?\n"
                  "\n"
                  "*Workforce\n"
                  "Social workers have too many children to see all of them often.\n"})
          .pages,
      {true, true});
  CHECK(printed(paragraphs) ==
        "head: Inspection of Eastvale\n"
        "head: What needs to improve?\n"
        "head: Workforce\n"
        "text: Social workers have too many children to see all of them often.\n");
  CHECK(paragraphs[0].heading_level == 1);
  CHECK(paragraphs[1].heading_level == 2);
  CHECK(paragraphs[2].heading_level == 3);
}

TEST_CASE("bold labels, dates and names head nothing", "[paragraphs]") {
  CHECK(drawn({"#Inspection of Eastvale\n"
               "\n"
               "*Inspection dates: 5 to 9 February 2024\n"
               "\n"
               "*Lead inspector: Idris Vale\n"
               "\n"
               "The city serves its children well\n"
               "in most respects and knows where\n"
               "it does not do so.\n"}) ==
        "head: Inspection of Eastvale\n"
        "text: Inspection dates: 5 to 9 February 2024\n"
        "text: Lead inspector: Idris Vale\n"
        "text: The city serves its children well in most respects and knows where it does not do "
        "so.\n");
}

TEST_CASE("the parts of a title are one heading", "[paragraphs]") {
  CHECK(drawn({"=Inspection of services for children\n"
               "\n"
               "=and\n"
               "\n"
               "=Review of the board\n"
               "\n"
               "The text of the report is longer than all of its headings taken together.\n"}) ==
        "head: Inspection of services for children and Review of the board\n"
        "text: The text of the report is longer than all of its headings taken together.\n");
}

TEST_CASE("a short line before a list of sentences is a sub-heading", "[paragraphs]") {
  CHECK(drawn({"Workforce development\n"
               "\n"
               "1.   Make sure that the supervision\n"
               "     of workers is regular and is\n"
               "     reflective.\n"
               "\n"
               "The authority should:\n"
               "\n"
               "2.   Make sure that the supervision\n"
               "     of managers is regular and is\n"
               "     reflective.\n"}) ==
        "head: Workforce development\n"
        "num 1: Make sure that the supervision of workers is regular and is reflective.\n"
        "text: The authority should:\n"
        "num 2: Make sure that the supervision of managers is regular and is reflective.\n");
}

TEST_CASE("rows of a table are paragraphs of their own", "[paragraphs]") {
  CHECK(drawn({"*Judgement                                *Grade\n"
               "\n"
               "1. Children who need help and protection   Inadequate\n"
               "\n"
               "2.1 Adoption performance                   Good\n"
               "\n"
               "The text of the report is longer than all of its rows taken together, as it "
               "should be in every report.\n"}) ==
        "row: Judgement | *Grade\n"
        "row: 1. Children who need help and protection | Inadequate\n"
        "row: 2.1 Adoption performance | Good\n"
        "text: The text of the report is longer than all of its rows taken together, as it "
        "should be in every report.\n");
}

TEST_CASE("footnotes are told by their size, with plain and raised numbers", "[paragraphs]") {
  CHECK(drawn({"The text of the report is set in\n"
               "the type that most of it is set\n"
               "in, which is larger than notes.\n"
               "\n"
               "~1 The first note is here and\n"
               "~goes on in a second line.\n"
               "~\u00B2 The second note.\n"}) ==
        "text: The text of the report is set in the type that most of it is set in, which is "
        "larger than notes.\n"
        "note: 1 The first note is here and goes on in a second line.\n"
        "note: \u00B2 The second note.\n");
}

TEST_CASE("a bullet's second line belongs to it", "[paragraphs]") {
  CHECK(drawn({"\u25FC   Visits to children in need are\n"
               "    missed when workers leave.\n"
               "\u25FC   Chronologies are out of date.\n"}) ==
        "item: Visits to children in need are missed when workers leave.\n"
        "item: Chronologies are out of date.\n");
}

TEST_CASE("pages of a paragraph are known to the byte", "[paragraphs]") {
  auto paragraphs = join_paragraphs(
      test::draw({"Children are seen by workers whom they have known for long and who\n",
                  "visit them often.\n"})
          .pages,
      {true, true});
  REQUIRE(paragraphs.size() == 1);
  CHECK(paragraphs[0].page == 1);
  CHECK(paragraphs[0].page_end == 2);
  REQUIRE(paragraphs[0].page_breaks.size() == 1);
  auto [offset, page] = paragraphs[0].page_breaks[0];
  CHECK(page == 2);
  CHECK(paragraphs[0].text.substr(offset) == "visit them often.");
}

TEST_CASE("in plain text a short line between blank ones is a heading", "[paragraphs]") {
  CHECK(plain("Main findings\n"
              "\n"
              "Children are seen alone by workers whom they know, and often.\n") ==
        "head: Main findings\n"
        "text: Children are seen alone by workers whom they know, and often.\n");
}

TEST_CASE("in plain text labels, addresses and greetings head nothing", "[paragraphs]") {
  CHECK(plain("Rufus Amery\n"
              "Director of Children's Services\n"
              "City of Eastvale Council\n"
              "\n"
              "21 April 2021\n"
              "\n"
              "Dear Rufus\n"
              "\n"
              "This letter summarises the findings of a visit to the services of the city,\n"
              "which two inspectors made in the spring of this year and of the last year.\n"
              "\n"
              "Yours sincerely\n"
              "\n"
              "Idris Vale\n"
              "Her Majesty's Inspector\n") ==
        "text: Rufus Amery Director of Children's Services City of Eastvale Council\n"
        "text: 21 April 2021\n"
        "text: Dear Rufus\n"
        "text: This letter summarises the findings of a visit to the services of the city, which "
        "two inspectors made in the spring of this year and of the last year.\n"
        "text: Yours sincerely\n"
        "text: Idris Vale Her Majesty's Inspector\n");
}

TEST_CASE("documents that mark their headings need no guesses", "[paragraphs]") {
  SourceDocument document;
  document.format = "html";
  int block = 0;
  for (auto [text, level] : {std::pair{"Summary", 2}, std::pair{"Short line", 0},
                             std::pair{"Findings", 2}, std::pair{"Another short line", 0}}) {
    Line line;
    line.text = text;
    line.heading_level = level;
    line.block = ++block;
    if (document.pages.empty()) document.pages.emplace_back();
    document.pages[0].lines.push_back(line);
  }
  CHECK(joined(document) ==
        "head: Summary\ntext: Short line\nhead: Findings\ntext: Another short line\n");
}

TEST_CASE("nothing gives nothing", "[paragraphs]") {
  CHECK(join_paragraphs({}, {}).empty());
  CHECK(join_paragraphs({Page(), Page()}, {true, true}).empty());
  CHECK(drawn({"4.\n"}).empty());
}

}  // namespace ofsearch
