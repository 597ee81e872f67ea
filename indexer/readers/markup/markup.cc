#include "indexer/readers/markup/markup.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "indexer/readers/markup/markup_tables.h"
#include "indexer/readers/markup/roff.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

constexpr int kDeepest = 6;  // levels of headings

size_t count_of(std::string_view line, char sign) {
  return std::min(line.find_first_not_of(sign), line.size());
}

// What is written, line by line.
class Markdown {
 public:
  void heading(int level, std::string_view text) {
    text_ +=
        fmt::format("\n{} {}\n\n", std::string(std::clamp(level, 1, kDeepest), '#'), trimmed(text));
    number_ = 0;
  }
  void item(std::string_view text) { line(fmt::format("- {}", trimmed(text))); }
  // An item that the markup numbers itself.
  void numbered(std::string_view text) { line(fmt::format("{}. {}", ++number_, trimmed(text))); }
  void rows(const std::vector<std::string>& rows) {
    for (const std::string& row : rows) line(row);
  }
  void line(std::string_view text) { text_.append(text).push_back('\n'); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  int number_ = 0;
};

// ---- Org: "* Heading", ":PROPERTIES:", "#+title: ..." ----------------------------------------

bool is_org_heading(std::string_view line) {
  size_t stars = count_of(line, '*');
  return stars > 0 && stars < line.size() && line[stars] == ' ';
}

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

// ---- reStructuredText: underlined headings, ".. name:: text" ----------------------------------

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
      if (!title.empty()) out.heading(kDeepest / 2, title);
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

// ---- MediaWiki and DokuWiki: "== Heading ==", "{| ... |}" -------------------------------------

// Level and text of "== Heading =="; level 0 if it is none.
std::pair<int, std::string_view> wiki_heading(std::string_view line) {
  line = trimmed(line);
  size_t signs = count_of(line, '=');
  if (signs == 0 || signs > kDeepest || line.size() < 2 * signs + 1) return {0, {}};
  std::string_view text = line.substr(signs, line.size() - 2 * signs);
  bool closed = line.ends_with(std::string(signs, '=')) && !text.ends_with('=') &&
                text.starts_with(' ') && text.ends_with(' ');
  return closed ? std::pair(static_cast<int>(signs), text) : std::pair(0, std::string_view());
}

bool shows_wiki(const Lines& lines, size_t i) {
  return wiki_heading(lines[i]).first > 0 || lines[i].starts_with("{|");
}

// "'''bold''' and ''leaning''" -> "**bold** and leaning"
std::string without_wiki_emphasis(std::string_view line) {
  std::string out(line);
  for (auto [mark, sign] : {std::pair("'''", "**"), std::pair("''", "")})
    for (size_t at = out.find(mark); at != out.npos; at = out.find(mark, at))
      out.replace(at, std::string_view(mark).size(), sign);
  return out;
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

// ---- AsciiDoc: "== Heading", "[options]", "|===" ----------------------------------------------

bool is_asciidoc_heading(std::string_view line) {
  size_t signs = count_of(line, '=');
  return signs > 0 && signs <= kDeepest && signs < line.size() && line[signs] == ' ' &&
         wiki_heading(line).first == 0;
}

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

// ---- Textile and Jira: "h2. Heading", "|_. Head |", "||Head||" --------------------------------

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

bool shows_textile(const Lines& lines, size_t i) {
  return textile_heading(lines[i]).first > 0;
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

// A heading of Markdown beyond doubt: "# Text" may be an item that a wiki numbers.
bool shows_markdown(const Lines& lines, size_t i) {
  size_t hashes = count_of(lines[i], '#');
  return hashes > 1 && hashes <= kDeepest && lines[i].substr(hashes).starts_with(' ');
}

struct Markup {
  bool (*shows)(const Lines& lines, size_t i);
  std::string (*to_markdown)(const Lines& lines);
};
constexpr std::array kMarkups = {
    Markup{shows_org, from_org},         Markup{shows_rst, from_rst},
    Markup{shows_wiki, from_wiki},       Markup{shows_asciidoc, from_asciidoc},
    Markup{shows_textile, from_textile}, Markup{shows_roff, from_roff},
};

}  // namespace

std::string without_tags(std::string_view line) {
  static constexpr std::array<std::string_view, 24> kNames = {
      "a",       "b",     "br", "center", "details", "div", "em",      "font",
      "h1",      "h2",    "h3", "hr",     "i",       "img", "li",      "p",
      "section", "small", "ol", "span",   "strong",  "sup", "summary", "ul"};
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    size_t name = i + (i + 1 < line.size() && line[i + 1] == '/' ? 2 : 1);
    size_t end = line[i] == '<' ? end_of_ascii_word(line, name) : name;
    size_t close = end > name ? line.find('>', end) : line.npos;
    bool known = close != line.npos &&
                 std::find(kNames.begin(), kNames.end(),
                           to_ascii_lower(line.substr(name, end - name))) != kNames.end();
    if (!known) {
      out.push_back(line[i]);
      continue;
    }
    if (line.substr(name, end - name) == "br") out.push_back(' ');
    i = close;
  }
  return out;
}

std::optional<std::string> as_markdown(std::string_view text) {
  constexpr size_t kEnough = 2;  // lines
  const Lines lines = split(text, '\n');
  auto count_signs = [&](auto shows) {
    size_t count = 0;
    for (size_t i = 0; i < lines.size(); ++i) count += shows(lines, i);
    return count;
  };
  const Markup* found = nullptr;
  size_t most = std::max(kEnough - 1, count_signs(shows_markdown));
  for (const Markup& markup : kMarkups)
    if (size_t count = count_signs(markup.shows); count > most) most = count, found = &markup;
  if (found == nullptr) return std::nullopt;
  return found->to_markdown(lines);
}

}  // namespace ofsearch
