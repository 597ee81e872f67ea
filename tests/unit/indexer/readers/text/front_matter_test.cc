// Fields before a text in Markdown.
#include "indexer/readers/text/front_matter.h"

#include "indexer/readers/reader.h"
#include "tests/support/catch.h"

#include <string>

namespace ofsearch {
namespace {

std::string lines(const Result<ReaderOutput>& document) {
  std::string all;
  for (const Page& page : document->pages)
    for (const Line& line : page.lines)
      all += (line.heading_level > 0 ? "h " : "") + line.text + "\n";
  return all;
}

}  // namespace

TEST_CASE("fields before the text are no text of it", "[front_matter]") {
  auto document = read_markdown(
      "---\ntitle: \"Loamshire's services rated good\"\ndate: 2021-11-30 08:00:00 +0000\n"
      "tags:\n  - ofsted\n- news\nlayout: post\n---\n\nLeaders listen.\n",
      {});
  CHECK(lines(document) == "h Loamshire's services rated good\nLeaders listen.\n");
  CHECK(document->declared_title == "Loamshire's services rated good");
  CHECK(document->declared_published == "2021-11-30");
  // The title that the text has itself is there once.
  document =
      read_markdown("---\ntitle: 'Loamshire''s letter'\n---\n# Loamshire's letter\n\nText.\n", {});
  CHECK(lines(document) == "h Loamshire's letter\nText.\n");
  CHECK(document->declared_published.empty());
  // TOML, and a text file of it.
  document = read_text("+++\ntitle = \"Loamshire\"\ndate = 2020-02-03T10:00:00Z\n+++\nText.\n", {});
  CHECK(lines(document) == "h Loamshire\nText.\n");
  CHECK(document->declared_published == "2020-02-03");
}

TEST_CASE("what stands between lines of signs is text unless it is fields", "[front_matter]") {
  for (const char* text :
       {"---\nLeaders listen: they act.\n\nStaff stay.\n---\nMore.\n", "---\n\n---\nText.\n",
        "---\ntitle: no end\n\nText.\n", "title: Text\n---\nMore\n",
        "---\ndate: 2021-01-01\nA sentence that is no field.\n---\nText.\n"}) {
    INFO(text);
    CHECK(!take_front_matter(text));
  }
}

}  // namespace ofsearch
