// The XML parts of a DOCX file: document, styles, numbering and footnotes, parted by zero bytes.
// The archive around them is made here, since no chance input gets its checksums right.
#include "tests/fuzz/reading.h"
#include "tests/fuzz/target.h"
#include "tests/support/tiny_docx.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  std::string_view text = fuzz::as_text(data, size);
  std::vector<std::pair<std::string, std::string>> parts;
  for (const char* name :
       {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"}) {
    std::string_view part = text.substr(0, text.find('\0'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (!part.empty()) parts.emplace_back(name, part);
  }
  if (parts.empty()) return 0;
  fuzz::check_source(read_docx(test::make_zip(parts), fuzz::small_limits()));
  return 0;
}
