#include "indexer/readers/markup/asciidoc.h"

#include "indexer/readers/markup/markdown.h"
#include "indexer/readers/markup/markup_tables.h"
#include "indexer/readers/markup/wiki.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

bool is_asciidoc_heading(std::string_view line) {
  size_t signs = count_of(line, '=');
  return signs > 0 && signs <= kDeepestHeading && signs < line.size() && line[signs] == ' ' &&
         wiki_heading(line).first == 0;
}

}  // namespace

bool shows_asciidoc(const Lines& lines, size_t i) {
  return is_asciidoc_heading(lines[i]) || lines[i].starts_with("|===") ||
         (lines[i].starts_with("[[") && lines[i].ends_with("]]"));
}

std::string from_asciidoc(const Lines& lines) {
  Markdown out;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (is_asciidoc_heading(line)) {
      size_t signs = count_of(line, '=');
      out.heading(static_cast<int>(signs), line.substr(signs));
    } else if (line.starts_with("|===")) {
      Lines table;
      while (i + 1 < lines.size() && !lines[++i].starts_with("|===")) table.push_back(lines[i]);
      out.rows(rows_of_asciidoc_table(table));
    } else if (line.starts_with(". ")) {
      out.numbered(line.substr(2));
    } else if (line.starts_with("* ")) {
      out.item(line.substr(2));
    } else if (!(line.starts_with('[') && line.ends_with(']'))) {
      out.line(line);
    }
  }
  return out.take();
}

}  // namespace ofsearch
