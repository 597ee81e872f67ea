#include "common/text/characters.h"
#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

// One line a line: page, "h2" for a heading, "-" for an item, "b" for bold, then the text; a blank
// line between blocks.
std::string printed(const Result<ReaderOutput>& document) {
  if (!document) return "error: " + document.error().message;
  std::string all;
  for (const Page& page : document->pages) {
    int block = 0;
    for (const Line& line : page.lines) {
      if (block != 0 && line.block != block) all += '\n';
      block = line.block;
      if (page.number > 0) all += std::to_string(page.number) + " ";
      if (line.heading_level > 0) all += "h" + std::to_string(line.heading_level) + " ";
      if (line.list_item) all += "- ";
      if (line.bold) all += "b ";
      std::string text = line.text;
      for (size_t at = text.find('\t'); at != std::string::npos; at = text.find('\t'))
        text.replace(at, 1, " | ");
      all += text + "\n";
    }
  }
  return all;
}

std::string text(std::string_view bytes) {
  return printed(read_text(bytes, {}));
}
std::string markdown(std::string_view bytes) {
  return printed(read_markdown(bytes, {}));
}

}  // namespace

TEST_CASE("blank lines part the blocks of plain text", "[text_reader]") {
  CHECK(text("one\ntwo\n\nthree\n") == "one\ntwo\n\nthree\n");
  CHECK(text("one\r\ntwo\r\n\r\nthree") == "one\ntwo\n\nthree\n");
  CHECK(text("one\rtwo\r\rthree") == "one\ntwo\n\nthree\n");
}

TEST_CASE("marks of quotation are no text, a lone one is", "[text_reader]") {
  CHECK(text("He wrote:\n> one\n>> two\n>\n> three\n") == "He wrote:\none\ntwo\n\nthree\n");
  CHECK(text("more than\n> 5 of 20\n") == "more than\n> 5 of 20\n");
}

TEST_CASE("an empty line between any two parts nothing", "[text_reader]") {
  std::string spaced = "Heading\n\n\n";
  for (int i = 0; i < 12; ++i)
    spaced +=
        "Plans for children who live with (some) relatives are clear, as are the\n\n"
        "objectives of those for others, Ms Brook and\n\n(a few) colleagues, who have said\n\n"
        "it before, say.\n\n";
  auto document = read_text(spaced, {});
  REQUIRE(document);
  CHECK(document->hard_wrapped);
  CHECK(document->pages[0].lines[1].block == document->pages[0].lines[4].block);
  // A line that ends a sentence early ends its paragraph.
  CHECK(document->pages[0].lines[4].text == "it before, say.");
  CHECK(document->pages[0].lines[4].block != document->pages[0].lines[5].block);
  CHECK(document->pages[0].lines[0].block != document->pages[0].lines[1].block);
  // Paragraphs of a line each are paragraphs.
  std::string paragraphs;
  for (int i = 0; i < 30; ++i) paragraphs += "Plans are clear.\n\n";
  CHECK(read_text(paragraphs, {})->pages[0].lines[1].block !=
        read_text(paragraphs, {})->pages[0].lines[2].block);
}

TEST_CASE("text that was quoted and then broken has no marks of quotation", "[text_reader]") {
  CHECK(text("> one two three\nfour\n> five\nsix\n>\n> seven\n") ==
        "one two three\nfour\nfive\nsix\n\nseven\n");
}

TEST_CASE("narrow lines that leave no room for a word are wrapped", "[text_reader]") {
  std::string narrow;
  for (int i = 0; i < 8; ++i)
    narrow +=
        "Plans for children who live\nwith relatives are clear,\nand leaders see that they\n"
        "are kept.\n\n";
  CHECK(read_text(narrow, {})->hard_wrapped);
  std::string list;
  for (int i = 0; i < 30; ++i) list += i % 2 == 0 ? "Plans\n" : "Clear aims for children\n";
  CHECK_FALSE(read_text(list, {})->hard_wrapped);
}

TEST_CASE("without blank lines a line that ends early ends its paragraph", "[text_reader]") {
  std::string wrapped;
  for (int i = 0; i < 10; ++i)
    wrapped +=
        "Plans for children who live with relatives are clear, and leaders see that\n"
        "they are kept.\n"
        "Help and protection\n"
        "Children are seen often, and what they say is written down in their own\n"
        "words by workers whom they know.\n";
  CHECK(text(wrapped).starts_with(
      "Plans for children who live with relatives are clear, and leaders see that\n"
      "they are kept.\n"
      "\n"
      "Help and protection\n"
      "\n"
      "Children are seen often, and what they say is written down in their own\n"
      "words by workers whom they know.\n"
      "\n"
      "Plans"));
}

TEST_CASE("two columns of sentences are read one after the other", "[text_reader]") {
  std::string page = "A report about children in Loamshire across both columns of it\n\n";
  for (int i = 0; i < 4; ++i)
    page +=
        "Plans for children who live      workers know what they want.\n"
        "with relatives are clear,        Records are written with care,\n"
        "and leaders see that they        so that children who read\n"
        "are kept by those whose          them later understand why\n";
  std::string read = text(page + "\nlast words of the left\n");
  INFO(read);
  CHECK(
      read.starts_with("A report about children in Loamshire across both columns of it\n"
                       "\n"
                       "Plans for children who live\n"
                       "with relatives are clear,\n"
                       "and leaders"));
  CHECK(contains(read, "are kept by those whose\n\nlast words of the left\n"));
  // The rows of a table stay whole.
  std::string table;
  for (int i = 0; i < 20; ++i)
    table += "The experiences and progress of children        Requires improvement to be good\n";
  CHECK(contains(text(table), "children        Requires"));
}

TEST_CASE("form feeds part the pages of plain text", "[text_reader]") {
  CHECK(text("one\n\ftwo\n\f") == "1 one\n2 two\n");
  CHECK(text("one\n") == "one\n");
}

TEST_CASE("a blank line within a sentence parts nothing", "[text_reader]") {
  std::string wrapped =
      "improve the quality of the plans so that their objectives\n"
      "\n"
      "are clear to everybody and can be reached in good time by\n"
      "\n"
      "those who have to.\n";
  CHECK(printed(read_text(wrapped, {})).find("\n\n") == std::string::npos);
  // A short line, a full stop, a colon and a capital letter each end a paragraph.
  CHECK(text("a short line\n\ngoes on\n") == "a short line\n\ngoes on\n");
  CHECK(
      text("The first of the sentences ends with a full stop here.\n\nand so on\n").find("\n\n") !=
      std::string::npos);
  CHECK(text("In order to improve, the authority and its partners should:\n\nact\n").find("\n\n") !=
        std::string::npos);
  CHECK(
      text("A heading that is as long as the lines of the text below it\n\nText\n").find("\n\n") !=
      std::string::npos);
}

TEST_CASE("lines of even length are wrapped lines", "[text_reader]") {
  std::string wrapped;
  for (int i = 0; i < 10; ++i)
    wrapped += "Children are seen alone by workers whom they know and trust\n";
  CHECK(read_text(wrapped, {})->hard_wrapped);
  CHECK_FALSE(read_text(std::string(300, 'a') + "\n\n" + std::string(400, 'b'), {})->hard_wrapped);
}

TEST_CASE("text in other encodings is read", "[text_reader]") {
  CHECK(text(std::string("\xFF\xFE"
                         "o\0n\0e\0",
                         8)) == "one\n");
  CHECK(text("\xEF\xBB\xBFone\n") == "one\n");
}

TEST_CASE("programs and pictures under a text's name are refused", "[text_reader]") {
  std::string bytes;
  for (int i = 0; i < 100; ++i)
    bytes +=
        "\x01\x02"
        "ab";
  CHECK(text(bytes) == "error: it is not text, although its name says so");
  ReaderLimits limits;
  limits.max_text_bytes = 4;
  CHECK_FALSE(read_text("12345", limits));
  CHECK_FALSE(read_markdown("12345", limits));
}

TEST_CASE("Markdown marks headings, items, rows and bold lines", "[text_reader]") {
  CHECK(
      markdown("# Title\n\n## Part ##\n\n- one\n* two\n+ three\n\n**Bold line**\n\nText *so* _to_ "
               "say\n") ==
      "h1 Title\n\nh2 Part \n\n- one\n- two\n- three\n\nb Bold line\n\nText so to say\n");
  CHECK(markdown("| Judgement | Grade |\n|---|:---:|\n| Overall | Good |\n") ==
        "Judgement | Grade\nOverall | Good\n");
  CHECK(markdown("> quoted\n") == "quoted\n");
}

TEST_CASE("underlined lines of Markdown are headings", "[text_reader]") {
  CHECK(markdown("Title\n=====\n\nPart\n---\n\nText\n\n---\n\nMore\n") ==
        "h1 Title\n\nh2 Part\n\nText\n\nMore\n");
}

TEST_CASE("signs inside words and sums are no emphasis", "[text_reader]") {
  CHECK(markdown("snake_case and 5 * 6 and \\*stars\\*\n") == "snake_case and 5 * 6 and *stars*\n");
}

TEST_CASE("notes of Markdown are raised", "[text_reader]") {
  CHECK(markdown("They wait.[^1] They are told.[^12]") ==
        "They wait.\u00B9 They are told.\u00B9\u00B2\n");
  CHECK(markdown("[^1]: In May.") == "\u00B9 In May.\n");
  CHECK(markdown("[^a] stays, [^1 too.") == "[^a] stays, [^1 too.\n");
}

TEST_CASE("a text file with headings of Markdown is Markdown", "[text_reader]") {
  std::string bytes = "## **Overview**\n\nText\n\n## **Findings**\n\n- item\n";
  auto document = read_text(bytes, {});
  REQUIRE(document);
  CHECK(document->format == "markdown");
  CHECK(printed(document) == "h2 b Overview\n\nText\n\nh2 b Findings\n\n- item\n");
  // One such line may be anything.
  CHECK(read_text("# 1 of our priorities\n\nText\n", {})->format == "text");
}

}  // namespace ofsearch
