#include "indexer/readers/text/plain_lines.h"

#include "common/text/characters.h"
#include "common/text/text.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

namespace ofsearch {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos;
}

bool begins_lower(std::string_view line) {
  return !line.empty() && std::islower(static_cast<unsigned char>(line[0])) != 0;
}

// "> " and ">> ", which mail programs put before each line of what they quote.
std::string_view without_quotes(std::string_view line) {
  while (line.starts_with('>')) {
    line.remove_prefix(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
  }
  return line;
}

// Is so much of the text quoted that the lines without marks are those that a program broke off?
bool is_quoted(const std::vector<std::string_view>& lines) {
  constexpr size_t kFewest = 3, kShare = 3;  // lines; one of so many
  size_t marked = 0, all = 0;
  for (std::string_view line : lines) {
    marked += line.starts_with('>');
    all += !is_blank(line);
  }
  return marked >= kFewest && marked * kShare >= all;
}

// Has some program put an empty line between any two? Then empty lines part nothing: hardly a line
// follows another, and sentences run on over them.
bool is_spaced_out(std::string_view text) {
  constexpr size_t kFewest = 20, kNearlyNone = 50, kRunsOn = 3;  // the latter: 1 line of so many
  size_t lines = 0, adjoining = 0, running = 0;
  bool blank_before = true;
  for (std::string_view line : split(text, '\n')) {
    bool blank = is_blank(line);
    lines += !blank;
    adjoining += !blank && !blank_before;
    running += blank_before && begins_lower(line);
    blank_before = blank;
  }
  return lines >= kFewest && adjoining * kNearlyNone <= lines && running * kRunsOn >= lines;
}

}  // namespace

std::string unquoted(std::string_view text) {
  std::vector<std::string_view> lines = split(text, '\n');
  const size_t kFewest = is_quoted(lines) ? 1 : 3;  // lines
  std::string out;
  for (size_t i = 0; i < lines.size();) {
    size_t end = i;
    while (end < lines.size() && lines[end].starts_with('>')) ++end;
    bool quoted = end - i >= kFewest;
    for (size_t past = std::max(end, i + 1); i < past; ++i) {
      out += quoted ? without_quotes(lines[i]) : lines[i];
      if (i + 1 < lines.size()) out.push_back('\n');
    }
  }
  return out;
}

std::string without_line_numbers(std::string_view text) {
  constexpr size_t kFewest = 10;  // lines
  std::vector<std::string_view> lines = split(text, '\n');
  while (!lines.empty() && is_blank(lines.back())) lines.pop_back();
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::string_view line = trimmed(lines[i]);
    size_t end = std::min(line.find_first_not_of("0123456789"), line.size());
    bool counts = line.substr(0, end) == std::to_string(i + 1);
    bool apart = end == line.size() || line[end] == ' ' || line[end] == '\t' || line[end] == ':';
    if (!counts || !apart || lines.size() < kFewest) return std::string(text);
    out.append(trimmed(line.substr(std::min(end + 1, line.size())))).push_back('\n');
  }
  return out;
}

std::string closed_up(std::string text) {
  if (!is_spaced_out(text)) return text;
  std::string out;
  bool after_blank = false;
  for (std::string_view line : split(text, '\n')) {
    bool blank = is_blank(line) && line.find('\f') == std::string_view::npos;
    if (!blank || after_blank) out.append(line).push_back('\n');
    after_blank = blank && !after_blank;
  }
  return out;
}

}  // namespace ofsearch
