#include "tests/fuzz/reading.h"

#include "common/text/code_points.h"
#include "indexer/document/normaliser.h"
#include "indexer/document/passages.h"
#include "indexer/document/structure.h"
#include "tests/fuzz/target.h"

#include <utility>

namespace ofsearch::fuzz {

ReaderLimits small_limits() {
  ReaderLimits limits;
  limits.max_pages = 50;
  limits.max_text_bytes = 1u << 20;
  limits.max_unpacked_bytes = 1u << 20;
  return limits;
}

void check_source(const Result<ReaderOutput>& document) {
  if (!document) {
    require(!document.error().message.empty(), "an error says what is wrong");
    return;
  }
  require(is_utf8(document->declared_title), "the title is UTF-8");
  for (const Page& page : document->pages)
    for (const Line& line : page.lines) {
      require(is_utf8(line.text), "every line is UTF-8");
      require(line.heading_level >= 0 && line.heading_level <= 6, "heading levels are 0 to 6");
    }
}

Parsed parse(SourceDocument source) {
  Parsed parsed;
  parsed.document = normalise(std::move(source));
  for (const Paragraph& paragraph : parsed.document.paragraphs) {
    require(is_utf8(paragraph.text), "every paragraph is UTF-8");
    require(paragraph.page <= paragraph.page_end, "a paragraph ends behind its beginning");
    for (const auto& [byte, page] : paragraph.page_breaks)
      require(byte <= paragraph.text.size(), "a page breaks inside the paragraph");
  }
  parsed.sections = find_sections(parsed.document.paragraphs);
  parsed.passages = make_passages(parsed.sections);
  int n = 0;
  for (const Passage& passage : parsed.passages) {
    require(passage.n == ++n, "passages are numbered from 1");
    require(!passage.text.empty() && is_utf8(passage.text), "every passage has text in UTF-8");
    require(passage.page <= passage.page_end, "a passage ends behind its beginning");
  }
  return parsed;
}

}  // namespace ofsearch::fuzz
