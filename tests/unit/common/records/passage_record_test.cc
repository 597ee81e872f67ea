#include "common/records/passage_record.h"

#include "tests/support/catch.h"

namespace ofsearch {
namespace {

StoredPassage full_passage() {
  StoredPassage stored;
  stored.report_id = "0123456789ab";
  Passage& passage = stored.passage;
  passage.n = 12;
  passage.paragraph = "2.1";
  passage.section = "Help\tand protection";
  passage.section_kind = SectionKind::kHelpAndProtection;
  passage.section_grade = "requires improvement";
  passage.page = 3;
  passage.page_end = 4;
  passage.text = "Judgement\tGrade\nOverall\tGood";
  passage.sentences = {{0, 16}, {16, 28}};
  passage.bullet = true;
  passage.finding = Finding::kWeakness;
  passage.finding_score = -0.75;
  stored.acronyms = {{"MASH", "multi-agency safeguarding hub"}, {"DBS", "checks\nof staff"}};
  return stored;
}

}  // namespace

TEST_CASE("a passage comes back from its record as it went in", "[passage_record]") {
  auto back = decode_passage(encode_passage(full_passage()));
  REQUIRE(back);
  const Passage& passage = back->passage;
  CHECK(back->report_id == "0123456789ab");
  CHECK(passage.n == 12);
  CHECK(passage.paragraph == "2.1");
  CHECK(passage.section_kind == SectionKind::kHelpAndProtection);
  CHECK(passage.section_grade == "requires improvement");
  CHECK(passage.page == 3);
  CHECK(passage.page_end == 4);
  CHECK(passage.bullet);
  CHECK(passage.finding == Finding::kWeakness);
  CHECK(passage.finding_score == Approx(-0.75));
  CHECK(passage.sentences == Sentences{{0, 16}, {16, 28}});
}

TEST_CASE("the text of a passage keeps its rows and tabs", "[passage_record]") {
  auto back = decode_passage(encode_passage(full_passage()));
  REQUIRE(back);
  CHECK(back->passage.text == "Judgement\tGrade\nOverall\tGood");
}

TEST_CASE("a separator inside a field becomes a space", "[passage_record]") {
  auto back = decode_passage(encode_passage(full_passage()));
  REQUIRE(back);
  CHECK(back->passage.section == "Help and protection");
  REQUIRE(back->acronyms.size() == 2);
  CHECK(back->acronyms[0].second == "multi-agency safeguarding hub");
  CHECK(back->acronyms[1].second == "checks of staff");
}

TEST_CASE("an empty passage comes back empty", "[passage_record]") {
  auto back = decode_passage(encode_passage({}));
  REQUIRE(back);
  CHECK(back->passage.text.empty());
  CHECK(back->passage.paragraph.empty());
  CHECK(back->acronyms.empty());
  CHECK(back->passage.sentences.empty());
}

TEST_CASE("sentences come back, written or not", "[passage_record]") {
  StoredPassage stored;
  for (const char* text :
       {"One is late.", "One is late. Two are not.  Three", "Row\n Row two. ", " "}) {
    stored.passage.text = text;
    auto back = decode_passage(encode_passage(stored));
    REQUIRE(back);
    CHECK(back->passage.sentences == sentences(text));
  }
}

TEST_CASE("what sentences find and the year come back, to a hundredth", "[passage_record]") {
  StoredPassage stored = full_passage();
  stored.passage.text = "One is late. Two are on time.";
  stored.passage.sentences = sentences(stored.passage.text);
  stored.passage.sentence_findings = {-0.75, 0.5};
  stored.year = 2021;
  std::string record = encode_passage(stored);
  auto back = decode_passage(record);
  REQUIRE(back);
  CHECK(back->passage.sentence_findings == std::vector<double>{-0.75, 0.5});
  CHECK(back->year == 2021);
  auto view = view_passage(record);
  REQUIRE(view);
  CHECK(view->year == 2021);
  CHECK(sentences_of(*view) == stored.passage.sentences);
  CHECK(findings_of(*view) == stored.passage.sentence_findings);
}

TEST_CASE("sentences that are not of the text give nothing", "[passage_record]") {
  StoredPassage stored = full_passage();
  stored.passage.sentences = {{0, 16}, {16, 28}};
  std::string record = encode_passage(stored);
  CHECK(decode_passage(record));
  size_t at = record.find("\t16\t");
  REQUIRE(at != std::string::npos);
  for (const char* damaged : {"28", "29", "0", "x", "16 ", "16 12", "-1"}) {
    INFO(damaged);
    std::string other = record;
    CHECK_FALSE(decode_passage(other.replace(at + 1, 2, damaged)));
  }
}

TEST_CASE("what is no record of a passage gives nothing", "[passage_record]") {
  std::string record = encode_passage(full_passage());
  CHECK_FALSE(decode_passage(""));
  CHECK_FALSE(decode_passage("no line end"));
  CHECK_FALSE(decode_passage("too\tfew\tfields\ntext"));
  CHECK_FALSE(decode_passage("id\tone" + record.substr(record.find('\t', 14))));
  // A short form without a meaning.
  CHECK_FALSE(decode_passage(record.insert(record.find('\n'), "\todd")));
}

}  // namespace ofsearch
