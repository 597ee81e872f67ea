// Plain text and Markdown. Form feeds part pages, as pdftotext and its kin write them.
#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "common/text/lines.h"
#include "common/text/text.h"
#include "indexer/readers/charset.h"
#include "indexer/readers/markup/markup.h"
#include "indexer/readers/markup/markup_tables.h"
#include "indexer/readers/raised.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/tables/blank_tables.h"
#include "indexer/readers/tables/columns.h"
#include "indexer/readers/tables/tick_columns.h"
#include "indexer/readers/tables/tick_rows.h"
#include "indexer/readers/text/flow_lines.h"
#include "indexer/readers/text/front_matter.h"
#include "indexer/readers/text/notices.h"
#include "indexer/readers/text/plain_lines.h"
#include "indexer/readers/text/wrapping.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {
namespace {

std::string unix_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      out.push_back('\n');
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else if (text[i] != '\0') {
      out.push_back(text[i]);
    }
  }
  return out;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos;
}

// Tells whether `line`, behind a blank line, goes on with the sentence of `before`. So it is where
// a program has put an empty line between any two. A line that is set in begins something new.
bool goes_on_after_blank(std::string_view before, std::string_view line) {
  constexpr size_t kFilled = 45;  // bytes; a shorter line has ended early
  size_t end = before.find_last_not_of(" \t");
  return begins_lower(line) && end != std::string_view::npos && end >= kFilled &&
         std::string_view(".:;!?").find(before[end]) == std::string_view::npos;
}

// Joins each line that goes on with the one before it, by index, to that one.
void join_lines(Page* page, const std::vector<size_t>& going_on) {
  std::vector<Line> joined;
  for (size_t i = 0; i < page->lines.size(); ++i) {
    if (std::binary_search(going_on.begin(), going_on.end(), i))
      joined.back().text += " " + page->lines[i].text;
    else
      joined.push_back(std::move(page->lines[i]));
  }
  page->lines = std::move(joined);
}

ReaderOutput lines_of(std::string_view text, std::string format) {
  ReaderOutput document;
  std::vector<std::vector<size_t>> going_on;  // by page
  document.format = std::move(format);
  std::vector<std::string_view> pages = split(text, '\f');
  while (pages.size() > 1 && is_blank(pages.back())) pages.pop_back();
  int block = 1;
  for (size_t i = 0; i < pages.size(); ++i) {
    Page page;
    page.number = pages.size() > 1 ? static_cast<int>(i) + 1 : 0;
    bool after_blank = false;
    going_on.emplace_back();
    for (std::string_view raw : split(pages[i], '\n')) {
      if (is_blank(raw)) {
        after_blank = true;
        continue;
      }
      bool goes_on =
          after_blank && !page.lines.empty() && goes_on_after_blank(page.lines.back().text, raw);
      if (goes_on) going_on.back().push_back(page.lines.size());
      if (after_blank && !goes_on) ++block;
      after_blank = false;
      Line line;
      line.text = raw;
      line.block = block;
      page.lines.push_back(std::move(line));
    }
    ++block;
    document.pages.push_back(std::move(page));
  }
  document.hard_wrapped = is_hard_wrapped(document.pages);
  if (document.hard_wrapped) part_paragraphs(&document.pages);
  if (!document.hard_wrapped)
    for (size_t i = 0; i < document.pages.size(); ++i) join_lines(&document.pages[i], going_on[i]);
  drop_notices(&document.pages);
  return document;
}

Result<std::string> decoded(std::string_view bytes, const ReaderLimits& limits,
                            std::string_view charset = {}) {
  std::string text = closed_up(
      in_one_column(without_line_numbers(unquoted(unix_line_ends(decode(bytes, charset))))));
  text = with_rows_by_blanks(with_ticked_columns(with_plain_rows(text)));
  if (text.size() > limits.max_text_bytes)
    return Error{ErrorCode::kUnreadable,
                 fmt::format("it holds more than {} MB of text", limits.max_text_bytes >> 20),
                 "split it"};
  // A text file does not hold control characters; a program or a picture does.
  auto controls = std::count_if(text.begin(), text.end(), [](unsigned char c) {
    return c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != '\v' && c != 0x1B;
  });
  if (static_cast<size_t>(controls) * 20 > text.size())
    return Error{ErrorCode::kUnreadable, "it is not text, although its name says so",
                 "check the file"};
  return text;
}

// Takes emphasis signs out: "**Overview**" and "_see_", but not "snake_case" or "5 * 6".
std::string without_emphasis(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\\' && i + 1 < text.size() && std::ispunct(static_cast<unsigned char>(text[i + 1]))) {
      out.push_back(text[++i]);
      continue;
    }
    bool doubled = (c == '*' || c == '_') && i + 1 < text.size() && text[i + 1] == c;
    bool opens = i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1]));
    bool closes = i + 1 >= text.size() || !std::isalnum(static_cast<unsigned char>(text[i + 1]));
    bool spaced = (i == 0 || text[i - 1] == ' ') && (i + 1 >= text.size() || text[i + 1] == ' ');
    if (doubled) {
      ++i;
      continue;
    }
    if ((c == '*' || c == '_' || c == '`') && (opens || closes) && !spaced) continue;
    out.push_back(c);
  }
  return out;
}

// "schools[^3]" -> "schools³"; the note itself, "[^3]: In May.", -> "³ In May."
std::string with_raised_notes(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.substr(at).starts_with("[^") ? text.find(']', at) : std::string_view::npos;
    std::string_view number =
        end == std::string_view::npos ? std::string_view() : text.substr(at + 2, end - at - 2);
    bool note = !number.empty() && number.size() <= 3 &&
                number.find_first_not_of("0123456789") == std::string_view::npos;
    if (!note) {
      out.push_back(text[at++]);
      continue;
    }
    for (char digit : number) append_code_point(&out, raised_digit(digit - '0'));
    bool begins = at == 0 && text.substr(end + 1).starts_with(':');
    at = end + (begins ? 2 : 1);
  }
  return out;
}

void read_markdown_line(Line* line) {
  std::string_view text = line->text;
  size_t hashes = text.find_first_not_of('#');
  if (hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 && text[hashes] == ' ') {
    line->heading_level = static_cast<int>(hashes);
    text.remove_prefix(hashes + 1);
    while (text.ends_with('#')) text.remove_suffix(1);
  }
  size_t indent = text.find_first_not_of(" \t");
  if (indent != std::string_view::npos && indent + 1 < text.size() &&
      std::string_view("-*+").find(text[indent]) != std::string_view::npos &&
      text[indent + 1] == ' ') {
    line->list_item = true;
    text.remove_prefix(std::min(text.find_first_not_of(' ', indent + 1), text.size()));
  }
  while (text.starts_with("> ")) text.remove_prefix(2);
  line->bold = text.starts_with("**") && text.ends_with("**");
  line->text = without_emphasis(with_raised_notes(without_tags(text)));
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-:+ \t") == std::string_view::npos;
}

// 1 for a line of "===", 2 for one of "---": the line above it is a heading.
int underline_level(std::string_view line) {
  size_t end = line.find_last_not_of(" \t");
  if (end == std::string_view::npos || end + 1 < 3) return 0;
  line = line.substr(0, end + 1);
  if (line.find_first_not_of('=') == std::string_view::npos) return 1;
  return line.find_first_not_of('-') == std::string_view::npos ? 2 : 0;
}

void read_underlined_headings(std::vector<Line>* lines) {
  std::vector<Line> kept;
  for (Line& line : *lines) {
    int level = underline_level(line.text);
    bool heading = level > 0 && !kept.empty() && kept.back().block == line.block &&
                   kept.back().text.find('|') == std::string::npos;
    if (heading)
      kept.back().heading_level = level;
    else
      kept.push_back(std::move(line));
  }
  *lines = std::move(kept);
}

// "| Judgement | Grade |" -> "Judgement\tGrade"
void read_markdown_row(TickRows* ticks, Line* line) {
  std::string_view text = line->text;
  size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos || text[first] != '|') return;
  std::vector<std::string> cells;
  for (std::string_view cell : split(text.substr(first + 1), '|'))
    cells.push_back(display_form(without_emphasis(cell)));
  if (trimmed(text).ends_with('|')) cells.pop_back();
  line->text = ticks->text_of(std::move(cells));
}

// A text whose headings some program has written in Markdown, whatever its name.
bool looks_like_markdown(std::string_view text) {
  constexpr int kEnough = 2;
  int headings = 0;
  for (std::string_view line : split(text, '\n')) {
    size_t hashes = line.find_first_not_of('#');
    headings += hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 &&
                line[hashes] == ' ' && hashes + 1 < line.size();
  }
  return headings >= kEnough;
}

ReaderOutput markdown_of(std::string_view text) {
  ReaderOutput document = lines_of(text, "markdown");
  TickRows ticks;
  for (Page& page : document.pages) {
    read_underlined_headings(&page.lines);
    std::erase_if(page.lines, [](const Line& line) { return is_table_rule(line.text); });
    for (Line& line : page.lines) {
      read_markdown_row(&ticks, &line);
      read_markdown_line(&line);
    }
    std::erase_if(page.lines, [](const Line& line) { return is_blank(line.text); });
  }
  std::vector<Line*> lines;
  for (Page& page : document.pages)
    for (Line& line : page.lines) lines.push_back(&line);
  distrust_headings(lines);
  return document;
}

// The title that stands before the text is its first heading, if it has not that heading anyway.
ReaderOutput markdown_behind(const FrontMatter& matter) {
  constexpr size_t kFirst = 30;  // lines
  const std::vector<std::string_view> lines = split(matter.rest, '\n');
  const std::string title = bare_words(matter.title);
  bool stands = std::any_of(lines.begin(), lines.begin() + std::min(kFirst, lines.size()),
                            [&](std::string_view line) { return bare_words(line) == title; });
  std::string text = stands || title.empty() ? "" : "# " + matter.title + "\n\n";
  ReaderOutput document = markdown_of(text.append(matter.rest));
  document.declared_title = matter.title;
  document.declared_published = matter.published;
  return document;
}

}  // namespace

Result<ReaderOutput> read_text(std::string_view bytes, const ReaderLimits& limits,
                               std::string_view charset) {
  std::string text = OF_TRY(decoded(bytes, limits, charset));
  if (std::optional<FrontMatter> matter = take_front_matter(text)) return markdown_behind(*matter);
  if (std::optional<std::string> markdown = as_markdown(text)) return markdown_of(*markdown);
  return looks_like_markdown(text) ? markdown_of(text) : lines_of(text, "text");
}

Result<ReaderOutput> read_markdown(std::string_view bytes, const ReaderLimits& limits) {
  std::string text = OF_TRY(decoded(bytes, limits));
  if (std::optional<FrontMatter> matter = take_front_matter(text)) return markdown_behind(*matter);
  return markdown_of(text);
}

}  // namespace ofsearch
