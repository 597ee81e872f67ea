#include "indexer/readers/markup/rst.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "indexer/readers/markup/markdown.h"

#include <algorithm>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

bool is_directive(std::string_view line) {
  line = trimmed(line);
  return line.starts_with(".. ") &&
         (line.find("::") != line.npos || line.starts_with(".. _") || line.starts_with(".. |"));
}

// ":name: of-the-heading"
bool is_option(std::string_view line) {
  std::string_view text = trimmed(line);
  if (!text.starts_with(':') || !line.starts_with(' ')) return false;
  size_t end = text.find(':', 1);
  return end != text.npos && end > 1 && text.substr(1, end - 1).find(' ') == text.npos;
}

// The sign that underlines the line before, as long as that line or longer.
char underline_of(const Lines& lines, size_t i) {
  static constexpr std::string_view kSigns = "=-~^\"'`#*+:._";
  if (i == 0 || lines[i].size() < 3 || kSigns.find(lines[i][0]) == kSigns.npos) return 0;
  std::string_view line = trimmed(lines[i]);
  bool same = count_of(line, line[0]) == line.size();
  std::string_view text = trimmed(lines[i - 1]);
  size_t letters = length(text);
  constexpr size_t kTooLong = 3;  // signs
  return same && letters > 0 && line.size() >= letters && line.size() <= letters + kTooLong
             ? line[0]
             : 0;
}

}  // namespace

bool shows_rst(const Lines& lines, size_t i) {
  return is_directive(lines[i]) || underline_of(lines, i) != 0;
}

std::string from_rst(const Lines& lines) {
  Markdown out;
  std::string levels;  // the signs of headings in the order in which they come
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = lines[i], text = trimmed(line);
    if (char sign = i + 1 < lines.size() ? underline_of(lines, i + 1) : 0; sign != 0) {
      if (levels.find(sign) == levels.npos) levels.push_back(sign);
      out.heading(static_cast<int>(levels.find(sign)) + 1, text);
      ++i;
    } else if (is_directive(line)) {
      std::string title;
      if (text.starts_with(".. rubric::") || text.starts_with(".. topic::"))
        title = text.substr(text.find("::") + 2);
      while (i + 1 < lines.size() && !trimmed(lines[i + 1]).empty() && !is_option(lines[i + 1]) &&
             lines[i + 1].starts_with(' ') && !title.empty())
        title.append(" ").append(trimmed(lines[++i]));
      while (i + 1 < lines.size() && !trimmed(lines[i + 1]).empty() &&
             (is_option(lines[i + 1]) || is_option(lines[i])))
        ++i;
      if (!title.empty()) out.heading(kDeepestHeading / 2, title);
    } else if (text.starts_with("#. ")) {
      out.numbered(text.substr(3));
    } else if (text.starts_with("| ") && !text.ends_with('|')) {
      out.line(text.substr(2));
    } else {
      out.line(line);
    }
  }
  return out.take();
}

}  // namespace ofsearch
