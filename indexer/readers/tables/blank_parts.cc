#include "indexer/readers/tables/blank_parts.h"

#include "common/text/code_points.h"

namespace ofsearch {

std::vector<BlankPart> blank_parts(std::string_view line) {
  std::vector<BlankPart> parts;
  size_t letters = 0, spaces = 2;
  for (size_t at = 0; at < line.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(line, &at);
    if (c != ' ') {
      const bool apart = spaces > 1 || parts.empty();
      if (apart) parts.push_back({line.substr(begin, 0), static_cast<double>(letters), 0});
      BlankPart& part = parts.back();
      part.text = line.substr(static_cast<size_t>(part.text.data() - line.data()),
                              at - static_cast<size_t>(part.text.data() - line.data()));
      part.end = static_cast<double>(letters + 1);
    }
    spaces = c == ' ' ? spaces + 1 : 0;
    ++letters;
  }
  return parts;
}

}  // namespace ofsearch
