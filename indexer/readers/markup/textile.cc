#include "indexer/readers/markup/textile.h"

#include "common/text/characters.h"
#include "indexer/readers/markup/markdown.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

// Level and text of "h2(#name). Heading"; level 0 if it is none.
std::pair<int, std::string_view> textile_heading(std::string_view line) {
  if (line.size() < 4 || line[0] != 'h' || line[1] < '1' || line[1] > '6') return {0, {}};
  int level = line[1] - '0';
  line.remove_prefix(2);
  if (line.starts_with('(')) {
    size_t end = line.find(')');
    if (end == line.npos) return {0, {}};
    line.remove_prefix(end + 1);
  }
  if (!line.starts_with(". ")) return {0, {}};
  line.remove_prefix(2);
  if (line.starts_with("{anchor")) line.remove_prefix(std::min(line.find('}') + 1, line.size()));
  return {level, line};
}

// "|_. Head|\2. Text|" -> "| Head | Text |"
std::string textile_row(std::string_view line) {
  std::vector<std::string> cells;
  std::string row = "|";
  for (std::string_view cell : split(line, '|')) {
    size_t end = std::min(cell.find_first_not_of("_<>=\\/0123456789~^-"), cell.size());
    bool attributes =
        end > 0 && cell.substr(end).starts_with(". ") && cell.find_first_of("_<>=\\/~^-") < end;
    cell = trimmed(attributes ? cell.substr(end + 2) : cell);
    if (!cell.empty()) row.append(" ").append(cell).append(" |");
  }
  return row;
}

// Emphasis around a sign and its spaces is "* - *": such stars mark nothing.
std::string without_lone_stars(std::string_view line) {
  std::string out(line);
  for (size_t at = out.find(" * "); at != out.npos; at = out.find(" * ", at)) out.erase(at, 2);
  return out;
}

}  // namespace

bool shows_textile(const Lines& lines, size_t i) {
  return textile_heading(lines[i]).first > 0;
}

std::string from_textile(const Lines& lines) {
  Markdown out;
  for (std::string_view raw : lines) {
    const std::string cleaned = without_lone_stars(raw);
    const std::string_view line = cleaned;
    if (auto [level, text] = textile_heading(line); level > 0)
      out.heading(level, text);
    else if (line.starts_with('|') && line.ends_with('|'))
      out.line(textile_row(line));
    else if (line.starts_with("* "))
      out.item(line.substr(2));
    else if (line.starts_with("# "))
      out.numbered(line.substr(2));
    else if (line.starts_with("p. ") || line.starts_with("bq. "))
      out.line(line.substr(line.find(' ') + 1));
    else
      out.line(line);
  }
  return out.take();
}

}  // namespace ofsearch
