#include "tests/support/drawn_document.h"

#include "indexer/document/normaliser.h"
#include "indexer/document/structure.h"
#include "indexer/metadata/metadata.h"
#include "indexer/readers/reader.h"

#include <algorithm>

namespace ofsearch::test {
namespace {

constexpr double kLeft = 70, kTop = 110, kPitch = 14, kColumn = 6;
constexpr size_t kGap = 3;  // spaces

struct Type {
  double size = 12;
  bool bold = false;
};

Type take_type(std::string* row) {
  if (row->empty()) return {};
  char mark = row->front();
  Type type = mark == '#'   ? Type{26, false}
              : mark == '=' ? Type{14, true}
              : mark == '*' ? Type{12, true}
              : mark == '~' ? Type{9, false}
                            : Type{};
  if (std::string_view("#=*~").find(mark) != std::string_view::npos) row->front() = ' ';
  return type;
}

void draw_row(std::string row, double y, int block, Page* page) {
  Type type = take_type(&row);
  for (size_t at = row.find_first_not_of(' '); at != std::string::npos;) {
    size_t end = row.find(std::string(kGap, ' '), at);
    Line line;
    line.text = row.substr(at, end == std::string::npos ? end : end - at);
    line.text.erase(line.text.find_last_not_of(' ') + 1);
    line.x0 = kLeft + kColumn * static_cast<double>(at);
    line.x1 = line.x0 + kColumn * static_cast<double>(line.text.size());
    line.y0 = y;
    line.y1 = y + type.size;
    line.font_size = type.size;
    line.bold = type.bold;
    line.block = block;
    page->lines.push_back(line);
    at = end == std::string::npos ? end : row.find_first_not_of(' ', end);
  }
}

Page draw_page(std::string_view drawing, int number) {
  Page page;
  page.number = number;
  page.width = 595, page.height = 842;
  double y = kTop;
  int block = 1;
  for (size_t begin = 0; begin < drawing.size(); y += kPitch) {
    size_t end = std::min(drawing.find('\n', begin), drawing.size());
    std::string row(drawing.substr(begin, end - begin));
    begin = end + 1;
    if (row.find_first_not_of(' ') == std::string::npos)
      ++block;
    else
      draw_row(std::move(row), y, block, &page);
  }
  return page;
}

}  // namespace

SourceDocument draw(std::initializer_list<std::string_view> pages) {
  SourceDocument document;
  document.format = "pdf";
  document.has_layout = document.hard_wrapped = true;
  for (std::string_view page : pages)
    document.pages.push_back(draw_page(page, static_cast<int>(document.pages.size()) + 1));
  return document;
}

SourceDocument plain_text(std::string_view text) {
  return *read_text(text, ReaderLimits());
}

Metadata metadata_of(SourceDocument document) {
  CleanDocument clean = normalise(std::move(document));
  return extract_metadata(clean, find_sections(clean.paragraphs));
}

}  // namespace ofsearch::test
