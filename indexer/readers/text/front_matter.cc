#include "indexer/readers/text/front_matter.h"

#include "common/dates/date.h"
#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <array>

namespace ofsearch {
namespace {

constexpr size_t kMostLines = 80;

// The next line of `text` from `at`, without its end; moves `at` behind it.
std::string_view next_line(std::string_view text, size_t* at) {
  size_t end = std::min(text.find('\n', *at), text.size());
  std::string_view line = text.substr(*at, end - *at);
  *at = std::min(end + 1, text.size());
  return line;
}

// Returns where the name of a field ends: "title: ...", "reading time = ..."; npos if the line has
// none.
size_t name_end(std::string_view line, char sign) {
  constexpr size_t kLongestName = 40;  // bytes
  size_t at = line.find(sign);
  if (at == line.npos || at == 0 || at > kLongestName || !is_ascii_alnum(line[0])) return line.npos;
  bool name = std::ranges::all_of(trimmed(line.substr(0, at)), [](char c) {
    return is_ascii_alnum(c) || c == '_' || c == '-' || c == ' ' || c == '.';
  });
  bool apart = sign == '=' || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
  return name && apart ? at : line.npos;
}

// Part of the field above: an item of a list, a line that is set in, a bracket, a remark.
bool goes_on(std::string_view line) {
  return line.empty() || std::string_view(" \t-#]}").find(line[0]) != std::string_view::npos;
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  bool quoted =
      value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value.front();
  if (!quoted) return std::string(value);
  const char quote = value[0];
  std::string out;
  value = value.substr(1, value.size() - 2);
  for (size_t i = 0; i < value.size(); ++i) {
    bool escaped =
        i + 1 < value.size() && value[i + 1] == quote && value[i] == (quote == '"' ? '\\' : '\'');
    out.push_back(value[escaped ? ++i : i]);
  }
  return out;
}

}  // namespace

std::optional<FrontMatter> take_front_matter(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kDates = {"date", "published", "pubdate",
                                                             "publishdate", "date published"};
  size_t at = 0;
  const std::string_view fence = trimmed(next_line(text, &at));
  if (fence != "---" && fence != "+++") return std::nullopt;
  const char sign = fence == "---" ? ':' : '=';
  FrontMatter found;
  bool any = false;
  for (size_t lines = 0; lines < kMostLines && at < text.size(); ++lines) {
    std::string_view line = next_line(text, &at);
    if (trimmed(line) == fence || trimmed(line) == "...") {
      found.rest = text.substr(at);
      return any ? std::optional(found) : std::nullopt;
    }
    size_t end = name_end(line, sign);
    if (end == line.npos) {
      if (!any || !goes_on(line)) return std::nullopt;
      continue;
    }
    any = true;
    const std::string name = bare_words(line.substr(0, end));
    const std::string value = unquoted(line.substr(end + 1));
    if (name == "title" && found.title.empty()) found.title = display_form(value);
    const bool day = std::ranges::find(kDates, name) != kDates.end();
    if (day && found.published.empty() && parse_iso_date(value.substr(0, 10)))
      found.published = value.substr(0, 10);
  }
  return std::nullopt;
}

}  // namespace ofsearch
