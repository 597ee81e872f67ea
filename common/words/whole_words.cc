#include "common/words/whole_words.h"

#include "common/words/words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ofsearch {

size_t find_whole(std::string_view text, std::string_view words, size_t at) {
  std::vector<std::pair<size_t, size_t>> ranges;
  find_words(text, &ranges);
  const auto is_cut = [&](size_t offset) {
    return std::ranges::any_of(
        ranges, [&](const auto& range) { return range.first < offset && offset < range.second; });
  };
  for (at = text.find(words, at); at != std::string_view::npos; at = text.find(words, at + 1))
    if (!is_cut(at) && !is_cut(at + words.size())) break;
  return at;
}

}  // namespace ofsearch
