#include "indexer/document/structure.h"

#include "common/report/sections.h"
#include "common/report/values.h"
#include "indexer/document/passages.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

Paragraph heading(std::string text, int level = 2) {
  Paragraph paragraph;
  paragraph.kind = ParagraphKind::kHeading;
  paragraph.text = std::move(text);
  paragraph.heading_level = level;
  paragraph.page = paragraph.page_end = 1;
  return paragraph;
}

Paragraph text(std::string words, ParagraphKind kind = ParagraphKind::kText, int page = 1) {
  Paragraph paragraph;
  paragraph.kind = kind;
  paragraph.text = std::move(words);
  paragraph.page = paragraph.page_end = page;
  return paragraph;
}

Paragraph numbered(std::string number, std::string words, int page = 1) {
  Paragraph paragraph = text(std::move(words), ParagraphKind::kNumbered, page);
  paragraph.number = std::move(number);
  return paragraph;
}

// `n` sentences of 50 bytes.
std::string sentences(size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i) {
    if (i > 0) out += ' ';
    out += "Children are seen alone by workers they know w" + std::to_string(100 + i) + ".";
  }
  return out;
}

// "kind [grade] heading (paragraphs)", one a line.
std::string printed(const std::vector<Section>& sections) {
  std::string all;
  for (const Section& section : sections)
    all += std::string(section_kind_name(section.kind)) + " [" + section.grade + "] " +
           section.heading + " (" + std::to_string(section.paragraphs.size()) + ")\n";
  return all;
}

std::vector<Passage> passages(const std::vector<Paragraph>& paragraphs,
                              const PassageLimits& limits = {}) {
  return make_passages(find_sections(paragraphs), limits);
}

const std::string kLong = "Children are seen alone by workers whom they know, and are seen often.";

}  // namespace

TEST_CASE("headings open sections and tell their kind", "[structure]") {
  CHECK(printed(find_sections({text("Before"), heading("Executive summary"), text("One"),
                               heading("Findings"), text("Two"), text("Three")})) ==
        "other []  (1)\n"
        "summary [] Executive summary (1)\n"
        "findings [] Findings (2)\n");
}

TEST_CASE("a grade printed with a heading belongs to the section", "[structure]") {
  struct Case {
    const char *heading, *expected;
  };
  const Case cases[] = {
      {"Children in care: good", "care [good] Children in care (1)\n"},
      {"Children in care: Requires improvement to be good",
       "care [requires improvement] Children in care (1)\n"},
      {"Children in care \u2013 inadequate", "care [inadequate] Children in care (1)\n"},
      {"Children in care\tOutstanding", "care [outstanding] Children in care (1)\n"},
      {"Children in care: a good start", "care [] Children in care: a good start (1)\n"},
      {"What needs to improve:", "recommendations [] What needs to improve (1)\n"},
  };
  for (const Case& each : cases) {
    INFO(each.heading);
    CHECK(printed(find_sections({heading(each.heading), text("One")})) == each.expected);
  }
}

TEST_CASE("a grade under a heading belongs to the section", "[structure]") {
  CHECK(printed(find_sections({heading("The quality of practice"), heading("Adequate"),
                               text("One")})) == "other [adequate] The quality of practice (1)\n");
}

TEST_CASE("a deeper heading that tells nothing keeps the kind above it", "[structure]") {
  CHECK(printed(
            find_sections({heading("Children in care", 2), text("One"), heading("Case records", 3),
                           text("Two"), heading("Context", 2), text("Three")})) ==
        "care [] Children in care (1)\n"
        "care [] Case records (1)\n"
        "other [] Context (1)\n");
}

TEST_CASE("deadlines and topics stay inside the recommendations", "[structure]") {
  CHECK(printed(find_sections({heading("Recommendations", 2), text("One"),
                               heading("Within three months:", 3), text("Two"),
                               heading("Workforce development", 4), text("Three"),
                               heading("Leadership and governance", 2), text("Four")})) ==
        "recommendations [] Recommendations (1)\n"
        "recommendations [] Within three months (1)\n"
        "recommendations [] Workforce development (1)\n"
        "leadership [] Leadership and governance (1)\n");
}

TEST_CASE("boilerplate is not handed down, but where the grades are explained", "[structure]") {
  CHECK(printed(find_sections({heading("About this inspection", 2), text("One"),
                               heading("Evidence from families", 3), text("Two")})) ==
        "boilerplate [] About this inspection (1)\n"
        "other [] Evidence from families (1)\n");
  CHECK(printed(find_sections({heading("What the inspection judgements mean", 2), text("One"),
                               heading("The board", 3), text("Two")})) ==
        "boilerplate [] What the inspection judgements mean (1)\n"
        "boilerplate [] The board (1)\n");
}

TEST_CASE("a table of contents is boilerplate with all its lines", "[structure]") {
  CHECK(printed(find_sections({heading("Contents", 1), text("Summary\t3", ParagraphKind::kTableRow),
                               heading("Section 1: the local authority", 2),
                               text("Recommendations\t5", ParagraphKind::kTableRow),
                               heading("Section 2: the board 12", 2), heading("Summary", 2),
                               text("One")})) ==
        "boilerplate [] Contents (4)\n"
        "summary [] Summary (1)\n");
}

TEST_CASE("lines with dot leaders are no headings", "[structure]") {
  CHECK(printed(find_sections({heading("Findings"), text("One"),
                               heading("Recommendations ........ 12"), text("Two")})) ==
        "findings [] Findings (3)\n");
}

TEST_CASE("no words of names set like headings are lost", "[structure]") {
  CHECK(printed(find_sections({heading("Findings"), text("One"), heading("Idris Vale"),
                               heading("National Director"), heading("Rosalind Teague")})) ==
        "findings [] Findings (4)\n");
  // The lines of a title are headings though no text stands under the first of them.
  CHECK(printed(find_sections(
            {heading("Eastvale", 1), heading("Inspection of services", 1), text("One")})) ==
        "other [] Eastvale (0)\nsummary [] Inspection of services (1)\n");
}

TEST_CASE("each numbered paragraph is a passage with its number, section and page", "[structure]") {
  auto found =
      passages({heading("Findings: good"), numbered("1", kLong, 2), numbered("2", kLong, 3)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].n == 1);
  CHECK(found[1].n == 2);
  CHECK(found[1].paragraph == "2");
  CHECK(found[1].section == "Findings");
  CHECK(found[1].section_kind == SectionKind::kFindings);
  CHECK(found[1].section_grade == "good");
  CHECK(found[1].page == 3);
  CHECK(found[1].text == kLong);
}

TEST_CASE("a short numbered paragraph stays by itself", "[structure]") {
  auto found = passages({heading("Findings"), numbered("1", kLong), numbered("2", "Short.")});
  REQUIRE(found.size() == 2);
  CHECK(found[1].text == "Short.");
}

TEST_CASE("bullets are cited by the number of the paragraph above them", "[structure]") {
  auto found = passages({heading("Recommendations"), numbered("3", "The authority should:" + kLong),
                         text("Within six months:"), text(kLong, ParagraphKind::kBullet),
                         heading("Findings"), text(kLong, ParagraphKind::kBullet)});
  REQUIRE(found.size() >= 3);
  for (const Passage& passage : found) {
    INFO(passage.text);
    if (passage.bullet && passage.section == "Recommendations") CHECK(passage.paragraph == "3");
    if (passage.section == "Findings") CHECK(passage.paragraph.empty());
  }
}

TEST_CASE("text behind a list ends its number", "[structure]") {
  auto found = passages({heading("Findings"), numbered("3", kLong), text(kLong),
                         text(kLong, ParagraphKind::kBullet)});
  REQUIRE(found.size() == 3);
  CHECK(found[1].paragraph.empty());
  CHECK(found[2].paragraph.empty());
}

TEST_CASE("a long paragraph is split at sentence ends into pieces of about one length",
          "[structure]") {
  std::string words = sentences(40);
  auto found = passages({heading("Findings"), numbered("7", words)});
  REQUIRE(found.size() == 2);
  std::string together;
  for (const Passage& passage : found) {
    CHECK(passage.text.size() <= 1500);
    CHECK(passage.text.size() > 700);
    CHECK(passage.text.back() == '.');
    CHECK(passage.paragraph == "7");
    together += (together.empty() ? "" : " ") + passage.text;
  }
  CHECK(together == words);
}

TEST_CASE("a sentence longer than the limit stays whole", "[structure]") {
  std::string words = "Children";
  while (words.size() < 2000) words += " and their families";
  auto found = passages({heading("Findings"), numbered("7", words + ".")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == words + ".");
}

TEST_CASE("what goes on without a full stop is cut between words", "[structure]") {
  // One of a length that no limit is a multiple of, so that it would be cut inside a character.
  for (const std::string word :
       {"children", "caf\xC3\xA9s", "\xE2\x82\xAC\xE2\x82\xAC", "\xE2\x82\xAC\xE2\x82\xACs"})
    for (const char* space : {" ", "   ", ""}) {
      std::string words = word;
      while (words.size() < 100000) words += space + word;
      auto found = passages({heading("Findings"), numbered("7", words)});
      INFO(word << " parted by '" << space << "'");
      CHECK(found.size() >= words.size() / 6000);
      std::string together;
      for (const Passage& passage : found) {
        CHECK(passage.text.size() <= 6000);
        CHECK((passage.text.front() & 0xC0) != 0x80);
        together += (together.empty() ? "" : space) + passage.text;
      }
      CHECK(together == words);
    }
}

TEST_CASE("the pieces of a split paragraph have pages of their own", "[structure]") {
  Paragraph paragraph = numbered("7", sentences(40), 4);
  paragraph.page_end = 5;
  paragraph.page_breaks = {{paragraph.text.size() - 60, 5}};
  auto found = passages({heading("Findings"), paragraph});
  REQUIRE(found.size() == 2);
  CHECK(found[0].page == 4);
  CHECK(found[0].page_end == 4);
  CHECK(found[1].page == 4);
  CHECK(found[1].page_end == 5);
}

TEST_CASE("tiny paragraphs join their neighbours in the section", "[structure]") {
  auto found = passages({heading("Findings"), text("Tiny."), text(kLong), text("End."),
                         heading("Summary"), text("Tiny too.")});
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "Tiny. " + kLong + " End.");
  CHECK(found[1].text == "Tiny too.");
  CHECK(found[1].section == "Summary");
}

TEST_CASE("recommendations that a paragraph runs on with are passages of their own",
          "[structure]") {
  const auto texts = [](const std::string& above, const Paragraph& paragraph) {
    std::string all;
    for (const Passage& passage : passages({heading(above), paragraph}))
      all += (passage.bullet ? "- " : "") + passage.text + '\n';
    return all;
  };
  const std::string words =
      "Reduce the time that families wait for help with health needs. This should be done soon. "
      "Leaders across the area should improve how they share what they know.";
  CHECK(texts("What needs to improve", text(words, ParagraphKind::kBullet)) ==
        "- Reduce the time that families wait for help with health needs. This should be done "
        "soon.\nLeaders across the area should improve how they share what they know.\n");
  CHECK(texts("Findings", text(words)) == words + '\n');
  CHECK(texts("What needs to improve",
              text("Leaders should share what they know.", ParagraphKind::kBullet)) ==
        "- Leaders should share what they know.\n");
}

TEST_CASE("rows of a table are the lines of one passage", "[structure]") {
  auto found = passages(
      {heading("Inspection of Eastvale"), text("Judgement\tGrade", ParagraphKind::kTableRow),
       text("Overall effectiveness\tGood", ParagraphKind::kTableRow), text(kLong + " " + kLong)});
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "Judgement\tGrade\nOverall effectiveness\tGood");
}

TEST_CASE("a table is no part of the paragraph before it", "[structure]") {
  const Paragraph row = text("Leadership\tGood", ParagraphKind::kTableRow);
  for (const std::vector<Paragraph>& rows :
       {std::vector<Paragraph>{row},
        {text("Key judgement\tJudgement grade", ParagraphKind::kTableRow), row}}) {
    std::vector<Paragraph> paragraphs = {heading("Help"), numbered("55", kLong + " " + kLong)};
    paragraphs.insert(paragraphs.end(), rows.begin(), rows.end());
    const auto found = passages(paragraphs);
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == kLong + " " + kLong);
    CHECK(found[1].text.ends_with("Leadership\tGood"));
    CHECK(found[1].paragraph.empty());
  }
}

TEST_CASE("a long row says enough to be a passage", "[structure]") {
  std::string row = "Council\t" + sentences(5);
  auto found = passages({heading("Areas for improvement"), text(row, ParagraphKind::kTableRow),
                         text(row, ParagraphKind::kTableRow)});
  CHECK(found.size() == 2);
}

TEST_CASE("nothing joins a footnote", "[structure]") {
  auto found = passages({heading("Findings"), text(kLong),
                         text("1 A note.", ParagraphKind::kFootnote), text("Tiny.")});
  REQUIRE(found.size() == 3);
  CHECK(found[1].text == "1 A note.");
  CHECK(found[2].text == "Tiny.");
}

TEST_CASE("what every report repeats is boilerplate wherever it stands", "[structure]") {
  auto found = passages({heading("Findings"), text(kLong),
                         text("You may reuse this information (not including logos) free of "
                              "charge in any format or medium.")});
  REQUIRE(found.size() == 2);
  CHECK(found[0].section_kind == SectionKind::kFindings);
  CHECK(found[1].section_kind == SectionKind::kBoilerplate);
}

TEST_CASE("what stands behind a legal note is found all the same", "[structure]") {
  for (const std::string& behind : {std::string("Plans are poor."), sentences(6)}) {
    INFO(behind);
    auto found = passages({heading("Findings"),
                           text("Ofsted will take the findings from this focused visit into "
                                "account when planning the next inspection."),
                           text(behind)});
    REQUIRE(found.size() == 2);
    CHECK(found[0].section_kind == SectionKind::kBoilerplate);
    CHECK(found[1].text == behind);
    CHECK(found[1].section_kind != SectionKind::kBoilerplate);
  }
}

TEST_CASE("no paragraphs give no passages", "[structure]") {
  CHECK(passages({}).empty());
  CHECK(passages({heading("Findings")}).empty());
}

TEST_CASE("a judgement set like a sentence is a heading", "[structure]") {
  CHECK(printed(find_sections(
            {heading("What needs to improve"), text("Plans."),
             text("The experiences and progress of children who need help and protection: requires "
                  "improvement to be good."),
             text(kLong),
             text("The experiences and progress of children in care and care leavers requires "
                  "improvement to be good."),
             text(kLong),
             text("The experiences and progress of children in care are good because "
                  "leaders know them.")})) ==
        "recommendations [] What needs to improve (1)\n"
        "help-and-protection [requires improvement] The experiences and progress of children who "
        "need help and protection (1)\n"
        "care [requires improvement] The experiences and progress of children in care and care "
        "leavers (2)\n");
}

TEST_CASE("the numbered text behind a judgement's summary is the judgement's", "[structure]") {
  CHECK(printed(find_sections(
            {heading("Inspection judgements"),
             text("Children who need help and protection\tGood", ParagraphKind::kTableRow),
             heading("Summary"), text("One", ParagraphKind::kBullet),
             text("Two", ParagraphKind::kBullet), numbered("40", kLong), numbered("41", kLong),
             heading("Summary"), numbered("1", kLong)})) ==
        "other [] Inspection judgements (1)\n"
        "summary [] Summary (2)\n"
        "help-and-protection [good] Children who need help and protection (2)\n"
        "summary [] Summary (1)\n");
}

TEST_CASE("inspection findings below a judgement's row are that judgement's", "[structure]") {
  Paragraph row = text("Leadership, management and governance\tGood", ParagraphKind::kTableRow);
  CHECK(printed(find_sections({heading("Summary for children"), text("One"), row,
                               heading("Inspection findings"), numbered("1", kLong),
                               heading("The board"), text("Two"), heading("Inspection findings"),
                               numbered("2", kLong)})) ==
        "summary [] Summary for children (2)\n"
        "leadership [good] Leadership, management and governance (1)\n"
        "other [] The board (1)\n"
        "findings [] Inspection findings (1)\n");
}

TEST_CASE("headings lose the verb before their grade and the marks of footnotes", "[structure]") {
  CHECK(printed(
            find_sections({heading("The graded judgement for adoption is that it is good"),
                           text("One"), heading("The graded judgement for care leavers is that it"),
                           heading("Requires improvement"), text("Two"),
                           heading("Review of the board\u00B9"), text("Three")})) ==
        "care [good] The graded judgement for adoption (1)\n"
        "care-leavers [requires improvement] The graded judgement for care leavers (1)\n"
        "other [] Review of the board (1)\n");
}

}  // namespace ofsearch
