// Printed lines to paragraphs, sections and passages. A line of input is a line of the document:
// eight bytes that say how and where it is printed, then its text. A form feed ends a page.
#include "common/text/text.h"
#include "tests/fuzz/reading.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <string>

namespace ofsearch::fuzz {
namespace {

constexpr size_t kHead = 8;

Line line_of(std::string_view input) {
  auto at = [&](size_t i) { return static_cast<double>(static_cast<unsigned char>(input[i])); };
  Line line;
  line.x0 = 2 * at(0);
  line.y0 = 4 * at(1);
  line.font_size = at(2) / 8;
  line.x1 = line.x0 + 2 * at(3);
  line.y1 = line.y0 + line.font_size;
  line.block = static_cast<int>(at(4));
  line.heading_level = static_cast<int>(at(5)) % 7;
  line.bold = (input[6] & 1) != 0;
  line.list_item = (input[6] & 2) != 0;
  line.text = display_form(input.substr(kHead));
  return line;
}

SourceDocument document_of(std::string_view input) {
  SourceDocument document;
  document.format = "pdf";
  document.has_layout = document.hard_wrapped = true;
  document.pages.push_back({1, 595, 842, {}});
  while (!input.empty()) {
    std::string_view line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(line.size() + 1, input.size()));
    if (line.starts_with('\f'))
      document.pages.push_back({static_cast<int>(document.pages.size()) + 1, 595, 842, {}});
    else if (line.size() > kHead)
      document.pages.back().lines.push_back(line_of(line));
  }
  return document;
}

}  // namespace
}  // namespace ofsearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace ofsearch;
  fuzz::parse(fuzz::document_of(fuzz::as_text(data, size)));
  return 0;
}
