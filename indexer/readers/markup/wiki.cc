#include "indexer/readers/markup/wiki.h"

#include "common/text/characters.h"
#include "indexer/readers/markup/markdown.h"
#include "indexer/readers/markup/markup_tables.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

// "'''bold''' and ''leaning''" -> "**bold** and leaning"
std::string without_wiki_emphasis(std::string_view line) {
  std::string out(line);
  for (auto [mark, sign] : {std::pair("'''", "**"), std::pair("''", "")})
    for (size_t at = out.find(mark); at != out.npos; at = out.find(mark, at))
      out.replace(at, std::string_view(mark).size(), sign);
  return out;
}

}  // namespace

std::pair<int, std::string_view> wiki_heading(std::string_view line) {
  line = trimmed(line);
  size_t signs = count_of(line, '=');
  if (signs == 0 || signs > kDeepestHeading || line.size() < 2 * signs + 1) return {0, {}};
  std::string_view text = line.substr(signs, line.size() - 2 * signs);
  bool closed = line.ends_with(std::string(signs, '=')) && !text.ends_with('=') &&
                text.starts_with(' ') && text.ends_with(' ');
  return closed ? std::pair(static_cast<int>(signs), text) : std::pair(0, std::string_view());
}

bool shows_wiki(const Lines& lines, size_t i) {
  return wiki_heading(lines[i]).first > 0 || lines[i].starts_with("{|");
}

std::string from_wiki(const Lines& lines) {
  Markdown out;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string emphasised = without_wiki_emphasis(lines[i]);
    std::string_view line = emphasised;
    if (auto [level, text] = wiki_heading(line); level > 0) {
      out.heading(level, text);
    } else if (line.starts_with("{|")) {
      Lines table;
      while (i + 1 < lines.size() && !lines[++i].starts_with("|}")) table.push_back(lines[i]);
      std::vector<std::string> rows = rows_of_wiki_table(table);
      for (std::string& row : rows) row = without_wiki_emphasis(row);
      out.rows(rows);
    } else if (line.starts_with('^') && line.ends_with('^')) {
      std::string row(line);
      std::replace(row.begin(), row.end(), '^', '|');
      out.line(row);
    } else if (line.starts_with("* ")) {
      out.item(line.substr(2));
    } else if (line.starts_with("# ")) {
      out.numbered(line.substr(2));
    } else if (trimmed(line).starts_with("- ") && line.starts_with("  ")) {
      out.numbered(trimmed(line).substr(2));
    } else {
      out.line(line);
    }
  }
  return out.take();
}

}  // namespace ofsearch
