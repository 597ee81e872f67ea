#include "indexer/readers/markup/markup.h"

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "indexer/readers/markup/asciidoc.h"
#include "indexer/readers/markup/markdown.h"
#include "indexer/readers/markup/org.h"
#include "indexer/readers/markup/roff.h"
#include "indexer/readers/markup/rst.h"
#include "indexer/readers/markup/textile.h"
#include "indexer/readers/markup/wiki.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ofsearch {
namespace {

using Lines = std::vector<std::string_view>;

// A heading of Markdown beyond doubt: "# Text" may be an item that a wiki numbers.
bool shows_markdown(const Lines& lines, size_t i) {
  size_t hashes = count_of(lines[i], '#');
  return hashes > 1 && hashes <= kDeepestHeading && lines[i].substr(hashes).starts_with(' ');
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
