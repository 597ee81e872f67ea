#include "indexer/readers/markup/org.h"

#include "common/text/characters.h"
#include "indexer/readers/markup/markdown.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

bool is_org_heading(std::string_view line) {
  size_t stars = count_of(line, '*');
  return stars > 0 && stars < line.size() && line[stars] == ' ';
}

}  // namespace

bool shows_org(const Lines& lines, size_t i) {
  return trimmed(lines[i]) == ":PROPERTIES:" || lines[i].starts_with("#+") ||
         (is_org_heading(lines[i]) && lines[i].starts_with("**"));
}

std::string from_org(const Lines& lines) {
  constexpr size_t kLongestHeading = 12;  // lines
  Markdown out;
  auto drawer_below = [&](size_t from) {
    for (size_t i = from; i < lines.size() && i < from + kLongestHeading; ++i) {
      if (trimmed(lines[i]) == ":PROPERTIES:") return i;
      if (trimmed(lines[i]).empty()) break;
    }
    return from;
  };
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (trimmed(line) == ":PROPERTIES:") {
      while (i + 1 < lines.size() && trimmed(lines[i]) != ":END:") ++i;
    } else if (is_org_heading(line)) {
      std::string text(line.substr(count_of(line, '*')));
      for (size_t end = drawer_below(i + 1); i + 1 < end;)
        text.append(" ").append(trimmed(lines[++i]));
      out.heading(static_cast<int>(count_of(line, '*')), text);
    } else if (to_ascii_lower(line).starts_with("#+title:")) {
      out.heading(1, line.substr(8));
    } else if (!line.starts_with("#+") && !(line.starts_with("<<") && line.ends_with(">>"))) {
      out.line(line);
    }
  }
  return out.take();
}

}  // namespace ofsearch
