#include "indexer/readers/markup/markdown.h"

#include "common/text/characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace ofsearch {

std::size_t count_of(std::string_view line, char sign) {
  return std::min(line.find_first_not_of(sign), line.size());
}

void Markdown::heading(int level, std::string_view text) {
  const int signs = std::clamp(level, 1, kDeepestHeading);
  text_ += fmt::format("\n{} {}\n\n", std::string(signs, '#'), trimmed(text));
  number_ = 0;
}

void Markdown::item(std::string_view text) {
  line(fmt::format("- {}", trimmed(text)));
}

void Markdown::numbered(std::string_view text) {
  line(fmt::format("{}. {}", ++number_, trimmed(text)));
}

void Markdown::rows(const std::vector<std::string>& rows) {
  for (const std::string& row : rows) line(row);
}

void Markdown::line(std::string_view text) {
  text_.append(text).push_back('\n');
}

}  // namespace ofsearch
